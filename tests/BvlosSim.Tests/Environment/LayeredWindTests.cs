using BvlosSim.Environment.Wind;
using CsCheck;

namespace BvlosSim.Tests.EnvironmentTests;

/// <summary>Wind by altitude.</summary>
public sealed class LayeredWindTests
{
    private static readonly LayeredWind Wind = new([new(100, 3, 0), new(0, 1, 1), new(50, 2, 0)]);

    [Theory]
    [InlineData(-10, 1, 1)]
    [InlineData(0, 1, 1)]
    [InlineData(49.999, 1, 1)]
    [InlineData(50, 2, 0)]
    [InlineData(99.9, 2, 0)]
    [InlineData(100, 3, 0)]
    [InlineData(1e9, 3, 0)]
    public void The_layer_at_or_below_the_altitude_applies(double altitudeM, double east, double north) =>
        Assert.Equal(new WindVector(east, north), Wind.At(52, 4, altitudeM, 0));

    [Fact]
    public void The_answer_agrees_with_a_search_through_all_layers()
    {
        Gen<(double[] Altitudes, double Query)> cases =
            Gen.Select(Gen.Int[-20, 20].Select(i => i * 10.0).Array[1, 12], Gen.Double[-250, 250]);
        Property.Holds(cases, sample =>
        {
            double[] distinct = [.. sample.Altitudes.Distinct()];
            var wind = new LayeredWind([.. distinct.Select(a => new WindLayer(a, a + 1, -a))]);
            double[] below = [.. distinct.Where(a => a <= sample.Query)];
            double expected = below.Length == 0 ? distinct.Min() : below.Max();
            Assert.Equal(new WindVector(expected + 1, -expected), wind.At(0, 0, sample.Query, 0));
        });
    }

    [Fact]
    public void No_layer_makes_no_wind()
    {
        Assert.False(LayeredWind.TryCreate([], out LayeredWind? wind, out string? problem));
        Assert.Null(wind);
        Assert.Contains("no wind layer", problem, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new LayeredWind([]));
        Assert.Throws<ArgumentException>(() => new LayeredWind(default));
    }

    [Theory]
    [InlineData(double.NaN, 0, 0)]
    [InlineData(0, double.PositiveInfinity, 0)]
    [InlineData(0, 0, double.NegativeInfinity)]
    public void A_number_that_is_not_finite_makes_no_wind(double altitudeM, double east, double north) =>
        Assert.Throws<ArgumentException>(() => new LayeredWind([new(10, 0, 0), new(altitudeM, east, north)]));

    [Fact]
    public void Two_layers_at_one_altitude_make_no_wind()
    {
        Assert.False(LayeredWind.TryCreate([new(10, 1, 0), new(20, 1, 0), new(10, 2, 0)], out _, out string? problem));
        Assert.Contains("10 m", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_constant_wind_is_finite()
    {
        Assert.Equal(new WindVector(3, -1), new ConstantWind(new WindVector(3, -1)).At(1, 2, 3, 4));
        Assert.Equal(default, ConstantWind.Calm.At(0, 0, 0, 0));
        Assert.Throws<ArgumentException>(() => new ConstantWind(new WindVector(double.NaN, 0)));
        Assert.Throws<ArgumentException>(() => new ConstantWind(new WindVector(0, double.PositiveInfinity)));
    }

    [Fact]
    public void Each_kind_has_the_id_that_results_report()
    {
        Assert.Equal("constant", ConstantWind.Calm.Id);
        Assert.Equal("layered", Wind.Id);
        Assert.Equal("time-varying", new TimeVaryingWind(Wind, []).Id);
        Assert.Equal("component-override", new ComponentOverrideWind(null, 1, null).Id);
        Assert.Equal("sensitivity_east_overlay", new EastOverlayWind(null, 1).Id);
    }
}
