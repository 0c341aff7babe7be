namespace BvlosSim.Geodesy.Tests;

/// <summary>
/// The series against Fourier analysis of the integrals they stand for, at expansion parameters sixty times those of the Earth, where each
/// of their terms is visible.
/// </summary>
public class GeodesicSeriesTests
{
    private const int Terms = 40;
    private const int Samples = 256;

    [Theory]
    [InlineData(0.1)]
    [InlineData(-0.1)]
    [InlineData(0.05)]
    public void Distance_series_agree_with_their_integrals(double eps)
    {
        Func<double, double> stretch = Stretch(eps);
        Agree(Analyze(stretch), 1 + GeodesicSeries.A1MinusOne(eps), GeodesicSeries.C1(eps), eps);
        Agree(Analyze(x => 1 / stretch(x)), 1 + GeodesicSeries.A2MinusOne(eps), GeodesicSeries.C2(eps), eps);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(-0.1)]
    [InlineData(0.05)]
    public void Longitude_series_agree_with_their_integral(double eps)
    {
        const double F = Wgs84.Flattening;
        Func<double, double> stretch = Stretch(eps);
        double[] truth = Analyze(x => (2 - F) / (1 + ((1 - F) * stretch(x))));
        SineSeries series = GeodesicSeries.C3(eps);
        double tolerance = Math.Pow(Math.Abs(eps), 6) * 0.03;
        Assert.Equal(truth[0], GeodesicSeries.A3(eps), tolerance);
        double[] coefficients = [series.C1, series.C2, series.C3, series.C4, series.C5, series.C6];
        for (int l = 1; l <= 5; l++)
            Assert.Equal(truth[l] / (truth[0] * 2 * l), coefficients[l - 1], tolerance);
        Assert.Equal(0, series.C6);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(-0.1)]
    [InlineData(0.05)]
    public void Reverted_series_undoes_the_distance_series(double eps)
    {
        double[] truth = Analyze(Stretch(eps));
        double Tau(double sigma) => sigma + Enumerable.Range(1, Terms - 1).Sum(l => truth[l] / (truth[0] * 2 * l) * Math.Sin(2 * l * sigma));
        double[] reverted = new double[7];
        for (int i = 0; i < Samples; i++)
        {
            double sigma = Math.PI * i / Samples;
            double tau = Tau(sigma);
            double slope = Stretch(eps)(sigma) / truth[0];
            for (int l = 1; l <= 6; l++)
                reverted[l] += 2.0 / Samples * (sigma - tau) * Math.Sin(2 * l * tau) * slope;
        }

        AgreeTerms(reverted[1..], GeodesicSeries.C1Reverted(eps), eps, 3);
    }

    [Fact]
    public void Clenshaw_sums_the_series()
    {
        var series = new SineSeries(1.5, -0.7, 0.3, 0.11, -0.05, 0.02);
        double[] c = [1.5, -0.7, 0.3, 0.11, -0.05, 0.02];
        double Plain(double x) => Enumerable.Range(1, 6).Sum(l => c[l - 1] * Math.Sin(2 * l * x));
        for (double x = -3; x < 3; x += 0.37)
        {
            var direction = new Direction(Math.Sin(x), Math.Cos(x));
            Assert.Equal(Plain(x), series.At(direction), 1e-14);
            Assert.Equal(Plain(x) - Plain(1), series.Between(new Direction(Math.Sin(1), Math.Cos(1)), direction), 1e-14);
        }
    }

    [Fact]
    public void Combination_is_linear()
    {
        var a = new SineSeries(1, 2, 3, 4, 5, 6);
        var b = new SineSeries(7, 11, 13, 17, 19, 23);
        SineSeries c = SineSeries.Combine(2, a, 3, b);
        Assert.Equal((-19.0, -29.0, -33.0, -43.0, -47.0, -57.0), (c.C1, c.C2, c.C3, c.C4, c.C5, c.C6));
    }

    [Fact]
    public void Epsilon_solves_its_equation()
    {
        foreach (double k2 in new[] { 0.0, 1e-5, 0.0067, 0.5 })
        {
            double eps = GeodesicSeries.Epsilon(k2);
            Assert.Equal(k2, 4 * eps / ((1 - eps) * (1 - eps)), 1e-15);
        }
    }

    /// <summary>√(1 + k²·sin²σ) with k² = 4ε/(1 − ε)².</summary>
    private static Func<double, double> Stretch(double eps) =>
        sigma => Math.Sqrt(1 + (4 * eps / ((1 - eps) * (1 - eps)) * Math.Sin(sigma) * Math.Sin(sigma)));

    /// <summary>Coefficients of 1, cos 2σ, cos 4σ, … of an even function of period π; the trapezoidal rule is exact for them.</summary>
    private static double[] Analyze(Func<double, double> function)
    {
        double[] coefficients = new double[Terms];
        for (int i = 0; i < Samples; i++)
        {
            double sigma = Math.PI * i / Samples;
            double value = function(sigma);
            for (int l = 0; l < Terms; l++)
                coefficients[l] += (l == 0 ? 1.0 : 2.0) / Samples * value * Math.Cos(2 * l * sigma);
        }

        return coefficients;
    }

    private static void Agree(double[] truth, double scale, SineSeries series, double eps)
    {
        Assert.Equal(truth[0], scale, Math.Pow(Math.Abs(eps), 7) * 0.3);
        AgreeTerms([.. Enumerable.Range(1, 6).Select(l => truth[l] / (truth[0] * 2 * l))], series, eps, 0.1);
    }

    /// <summary>The first neglected power of the l-th term is ε⁷ for odd l and ε⁸ for even l.</summary>
    private static void AgreeTerms(double[] truth, SineSeries series, double eps, double factor)
    {
        double[] coefficients = [series.C1, series.C2, series.C3, series.C4, series.C5, series.C6];
        for (int l = 1; l <= 6; l++)
            Assert.Equal(truth[l - 1], coefficients[l - 1], (Math.Pow(Math.Abs(eps), l % 2 == 1 ? 7 : 8) * factor) + 1e-16);
    }
}
