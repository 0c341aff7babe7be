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

    [Theory]
    [InlineData(4.0, 3.0, 1, 1, 1, 1)]
    // 22²/(20² + 1 + 1); the degrees of freedom are those of a mean of weights 20 : 1 : 1.
    [InlineData(484.0 / 402.0, 1.2641, 20, 1, 1)]
    public void ClustersCountByTheirPull(double effective, double degrees, params int[] lengths)
    {
        // No scatter within the clusters, and none beyond the tuning bound.
        double[] levels = [100.0, 101.0, 99.0, 100.0];
        Observation[] observations = [.. lengths.SelectMany((n, c) => Enumerable.Repeat(new Observation(levels[c], 1.0, c, 0), n))];
        HuberFit fit = HuberFit.Fit(new One(), observations, [Math.Log(100.0)], CancellationToken.None)!;
        ClusterVariance variance = fit.Variance(0, i => observations[i].Cluster)!.Value;
        Assert.Equal(effective, variance.Effective, 1e-9);
        Assert.Equal(degrees, variance.Degrees, 1e-4);
    }

    [Fact]
    public void TheVarianceOfAMeanOfEqualClustersIsTheUsualOne()
    {
        double[] levels = [99.0, 100.0, 101.0, 100.0, 99.5, 100.5];
        Observation[] observations = [.. levels.SelectMany((v, c) => Enumerable.Repeat(new Observation(v, 1.0, c, 0), 10))];
        HuberFit fit = HuberFit.Fit(new One(), observations, [Math.Log(100.0)], CancellationToken.None)!;
        double mean = Math.Exp(fit.Unknowns[0]);
        // No residual reaches the bound but the two outermost, which pull with it.
        double bound = HuberFit.Tuning * Median.MadToDeviation * Median.Of(levels.Select(v => Math.Abs((v / mean) - 1.0)));
        double[] pulls = [.. levels.Select(v => Math.Clamp((v / mean) - 1.0, -bound, bound))];
        double inside = levels.Count(v => Math.Abs((v / mean) - 1.0) <= bound) / 6.0;
        double expected = pulls.Sum(p => p * p) / 6.0 / 5.0 / (inside * inside);
        Assert.Equal(expected, fit.Variance(0, i => observations[i].Cluster)!.Value.Variance, expected * 1e-6);
    }

    [Fact]
    public void TheMatrixThatIsNeverBuiltIsTheOneThatIsMeant()
    {
        // A line through clusters of two unknowns: squares, degrees and pull from M itself, element by element.
        double[][] slopes = [[1.0, -0.3], [1.0, 0.1], [1.0, 0.4], [1.0, 0.5], [1.0, 1.1]];
        double[] gains = [1.0, 2.0, 1.5, 0.5, 3.0];
        double[] pulls = [0.3, -0.2, 0.1, 0.4, -0.5];
        var clusters = new List<ClusterSums>();
        double[,] whole = new double[2, 2];
        for (int c = 0; c < slopes.Length; c++)
        {
            var sums = new ClusterSums(2);
            sums.Add(slopes[c], gains[c], pulls[c]);
            clusters.Add(sums);
            for (int i = 0; i < 4; i++)
                whole[i / 2, i % 2] += sums.Squares[i / 2, i % 2];
        }

        double[,] bread = Cholesky.Invert(whole)!;
        double[] q = [.. slopes.Select((s, c) => gains[c] * ((bread[0, 0] * s[0]) + (bread[0, 1] * s[1])))];
        double Off(int g, int h)
        {
            double back = 0.0;
            for (int i = 0; i < 4; i++)
                back += slopes[g][i / 2] * bread[i / 2, i % 2] * slopes[h][i % 2] * gains[h];
            return (g == h ? q[g] : 0.0) - (q[g] * back);
        }

        double Square(int g, int h) => Enumerable.Range(0, 5).Sum(k => Off(k, g) * Off(k, h));
        double trace = Enumerable.Range(0, 5).Sum(g => Square(g, g));
        double traceOfSquare = Enumerable.Range(0, 25).Sum(i => Square(i / 5, i % 5) * Square(i / 5, i % 5));
        double raw = Enumerable.Range(0, 5).Sum(c => Math.Pow(pulls[c] * q[c] / gains[c], 2.0));

        ClusterVariance variance = ClusterVariance.Of(0, bread, clusters)!.Value;
        Assert.Equal(trace * trace / traceOfSquare, variance.Degrees, 1e-9);
        Assert.Equal(raw * q.Sum(v => v * v) / trace, variance.Variance, 1e-12);
        Assert.Equal(Math.Pow(q.Sum(Math.Abs), 2.0) / q.Sum(v => v * v), variance.Effective, 1e-9);
    }

    [Fact]
    public void OneClusterTellsNothing()
    {
        Observation[] observations = [.. Values(10, 1).Select(v => new Observation(v, 1.0, 0, 0))];
        HuberFit fit = HuberFit.Fit(new One(), observations, [Math.Log(100.0)], CancellationToken.None)!;
        Assert.Null(fit.Variance(0, _ => 0));
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

    private sealed class One : IMeanModel
    {
        public int UnknownCount => 1;

        public double Mean(int observation, ReadOnlySpan<double> unknowns, Span<double> slopes)
        {
            slopes[0] = 1.0;
            return Math.Exp(unknowns[0]);
        }
    }

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
