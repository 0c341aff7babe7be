using System.Collections.Immutable;
using BvlosSim.FlightLogs.Calibration.Energy;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Tests.Calibration.Energy;

/// <summary>Where one manner of flight ends and the next begins.</summary>
public class MannerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void AChangeIsWhereItIs(int recordsPerSecond)
    {
        // 20 s up at 3 m/s, 20 s at one place, 20 s at 10 m/s, 20 s at one place, 20 s down at 2 m/s.
        Manner[] manners = Manners.Of(Fly(recordsPerSecond, _ => 0.0));
        (Manner Manner, double FromS)[] expected =
            [(Manner.Rising, 0.0), (Manner.Hovering, 20.0), (Manner.Moving, 40.0), (Manner.Hovering, 60.0), (Manner.Sinking, 80.0)];
        int[] changes = [.. Enumerable.Range(1, manners.Length - 1).Where(i => manners[i] != manners[i - 1])];
        Assert.Equal(expected.Select(e => e.Manner), changes.Select(i => manners[i]).Prepend(manners[0]));
        foreach ((int change, (Manner _, double fromS)) in changes.Zip(expected.Skip(1)))
            Assert.InRange(change / (double)recordsPerSecond, fromS - 1.0, fromS + 1.0);
    }

    [Fact]
    public void NoiseChangesNothing()
    {
        var noise = new Noise(3);
        Manner[] manners = Manners.Of(Fly(5, _ => 0.1 * noise.Normal()));
        Assert.Equal(4, Enumerable.Range(1, manners.Length - 1).Count(i => manners[i] != manners[i - 1]));
    }

    [Fact]
    public void WhatIsNotLoggedIsAsBefore()
    {
        ImmutableArray<TraceRecord> records = [.. Fly(1, _ => 0.0).Select(r => r with { AltitudeAmslM = null })];
        Assert.All(Manners.Of(records)[..40], m => Assert.Equal(Manner.Hovering, m));
        Assert.Empty(Manners.Of([]));
        Assert.Equal([Manner.Hovering], Manners.Of([records[0]]));
    }

    private static ImmutableArray<TraceRecord> Fly(int recordsPerSecond, Func<double, double> noise) =>
    [
        .. Enumerable.Range(0, 100 * recordsPerSecond).Select(i => i / (double)recordsPerSecond).Select(timeS => new TraceRecord
        {
            TimeS = timeS,
            LatitudeDeg = 47.0,
            LongitudeDeg = 8.0,
            AltitudeAmslM = 500.0 + (3.0 * Math.Min(timeS, 20.0)) - (2.0 * Math.Max(timeS - 80.0, 0.0)) + noise(timeS),
            GroundspeedMps = timeS is >= 40.0 and < 60.0 ? 10.0 : 0.3,
        }),
    ];
}
