using BvlosSim.Environment.Wind;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Tests.Estimation.Kinematics;

/// <summary>When and where the wind of an interval is sampled.</summary>
public class DwellIntervalTests
{
    private static DwellInterval Level(double startS, double durationS) => new(new GeoPoint(47, 8), startS, durationS, 500, 500);

    private static double[] Times(DwellInterval interval, WindProvider? wind = null) =>
        [.. interval.Sample(wind ?? ConstantWind.Calm).Select(s => s.ClockS)];

    [Theory]
    [InlineData(1, 2)]
    [InlineData(60, 2)]
    [InlineData(60.1, 3)]
    [InlineData(120, 3)]
    [InlineData(121, 4)]
    public void At_least_once_a_minute_and_at_both_ends(double durationS, int expected)
    {
        DwellInterval interval = Level(7, durationS);
        double[] times = Times(interval);
        Assert.Equal(expected, times.Length);
        Assert.Equal(expected, interval.SampleCount);
        Assert.Equal(7, times[0]);
        Assert.Equal(7 + durationS, times[^1]);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.Equal(durationS / (expected - 1), pair.Second - pair.First, 1e-9));
    }

    [Fact]
    public void At_every_change_after_the_start_up_to_the_end_each_once_in_order()
    {
        WindChange[] changes =
        [
            new(10, ConstantWind.Calm), new(20, ConstantWind.Calm), new(20, ConstantWind.Calm), new(55, ConstantWind.Calm),
            new(100, ConstantWind.Calm), new(110, ConstantWind.Calm), new(110.5, ConstantWind.Calm),
        ];
        var wind = new TimeVaryingWind(ConstantWind.Calm, [.. changes]);
        Assert.Equal([10.0, 20, 55, 60, 100, 110], Times(Level(10, 100), wind));
    }

    [Fact]
    public void At_the_changes_of_a_schedule_that_becomes_active_on_the_way()
    {
        var inner = new TimeVaryingWind(ConstantWind.Calm, [new WindChange(5, ConstantWind.Calm), new WindChange(40, ConstantWind.Calm)]);
        var wind = new TimeVaryingWind(ConstantWind.Calm, [new WindChange(30, inner), new WindChange(50, ConstantWind.Calm)]);
        Assert.Equal([0.0, 30, 40, 50, 60], Times(Level(0, 60), wind));
        // Hidden inside another wind, the schedule is not seen.
        Assert.Equal([0.0, 60], Times(Level(0, 60), new EastOverlayWind(wind, 1)));
    }

    [Fact]
    public void A_change_at_the_very_end_is_never_missed()
    {
        // For many durations the sum of the parts is a unit in the last place off the whole.
        for (int i = 1; i < 2000; i++)
        {
            DwellInterval interval = Level(0.1, 60.1 + (i * 1.37));
            double endS = 0.1 + interval.DurationS;
            double[] times = Times(interval, Estimates.CalmUntil(endS, 1, 1));
            Assert.Equal(endS, times[^1]);
            Assert.Equal(interval.SampleCount, times.Length);
            Assert.Equal(new WindVector(1, 1), interval.Sample(Estimates.CalmUntil(endS, 1, 1)).Last().Wind);
        }
    }

    [Fact]
    public void Each_sample_asks_the_outermost_wind_at_its_altitude()
    {
        var wind = new FormulaWind((lat, lon, altitude, time) => new WindVector(lat + lon, altitude + (1000 * time)));
        var climb = new DwellInterval(new GeoPoint(47, 8), 100, 60, 500, 800);
        Assert.Equal(
            [new DwellSample(100, new WindVector(55, 100_500)), new DwellSample(160, new WindVector(55, 160_800))], climb.Sample(wind));
        var changing = new TimeVaryingWind(wind, [new WindChange(120, wind)]);
        Assert.Equal(120_600, climb.Sample(changing).ElementAt(1).Wind.NorthMps, 1e-9);
    }

    [Fact]
    public void An_interval_without_duration_is_sampled_once_at_its_end()
    {
        var wind = new FormulaWind((_, _, altitude, _) => new WindVector(altitude, 0));
        var instant = new DwellInterval(new GeoPoint(47, 8), 100, 0, 500, 800);
        Assert.Equal([new DwellSample(100, new WindVector(800, 0))], instant.Sample(wind));
    }

    [Fact]
    public void The_strongest_of_samples_is_the_first_of_equal_ones()
    {
        DwellWind strongest = default;
        foreach (DwellSample sample in (DwellSample[])[new(0, default), new(1, new WindVector(3, 4)), new(2, new WindVector(4, 3)), new(3, default)])
            strongest = strongest.With(sample);
        Assert.Equal(new DwellSample(1, new WindVector(3, 4)), strongest.Strongest);
        Assert.Equal(5, strongest.Strongest.SpeedMps);
        Assert.Equal(new DwellSample(9, default), default(DwellWind).With(new DwellSample(9, default)).Strongest);
    }
}
