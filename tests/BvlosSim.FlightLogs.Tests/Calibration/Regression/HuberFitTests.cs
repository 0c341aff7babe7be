using BvlosSim.FlightLogs.Calibration.Regression;
using BvlosSim.FlightLogs.Tests.Calibration.Energy;

namespace BvlosSim.FlightLogs.Tests.Calibration.Regression;

/// <summary>The robust mean, where everything about it is known.</summary>
public class HuberFitTests
{
    [Fact]
    public void WithoutOutliersItIsNearlyTheMean()
    {
        double[] values = Values(400, 3);
        Assert.Equal(values.Average(), Location(values).Value, 0.3);
    }

    [Fact]
    public void NoValueHoweverWildPullsItFurther()
    {
        double[] values = Values(100, 4);
        double plain = Location(values).Value;
        double ten = Location([.. values, .. Enumerable.Repeat(1e3, 5)]).Value;
        double million = Location([.. values, .. Enumerable.Repeat(1e9, 5)]).Value;
        Assert.Equal(ten, million, 1e-3);
        // Five values pull with 1.345 of 5 % each: less than 0.4 % in all.
        Assert.InRange(million / plain, 1.0, 1.005);
    }

    [Fact]
    public void ItsIntervalHoldsTheTruthAsOftenAsItSays()
    {
        int inside = 0;
        for (ulong round = 0; round < 400; round++)
        {
            RobustLocation location = Location(Values(12, 1000 + (7919 * round)));
            inside += location.Low <= 100.0 && location.High >= 100.0 ? 1 : 0;
        }

        Assert.InRange(inside / 400.0, 0.91, 0.98);
    }

    [Fact]
    public void WhatDoesNotVaryCannotBeTold() => Assert.Null(HuberFit.Fit(
        new Twice(), [.. Values(10, 1).Select((v, i) => new Observation(v, 1.0, i, 0))], [1.0, 1.0], CancellationToken.None));

    private static double[] Values(int count, ulong seed)
    {
        var noise = new Noise(seed);
        return [.. Enumerable.Range(0, count).Select(_ => 100.0 + (5.0 * noise.Normal()))];
    }

    private static RobustLocation Location(double[] values) =>
        RobustLocation.Of([.. values.Select((v, i) => new Observation(v, 1.0, i, 0))], 0.95, CancellationToken.None)!.Value;

    private sealed class Twice : IMeanModel
    {
        public int UnknownCount => 2;

        public double Mean(int observation, ReadOnlySpan<double> unknowns, Span<double> slopes)
        {
            slopes.Fill(1.0);
            return Math.Exp(unknowns[0] + unknowns[1]);
        }
    }
}
