using BvlosSim.Documents.Environment;
using BvlosSim.Documents.Loading;
using BvlosSim.Environment.Wind;
using BvlosSim.Values;

namespace BvlosSim.Documents.Tests.EnvironmentTests;

/// <summary>The option <c>--wind-layer</c>.</summary>
public sealed class WindLayerOptionTests
{
    [Theory]
    [InlineData("120:4.5:-2", 120, 4.5, -2)]
    [InlineData(" 120 : 4.5 :\t-2 ", 120, 4.5, -2)]
    [InlineData("1e2:+.5:-1_0.", 100, 0.5, -10)]
    [InlineData("-5:0:-0.0", -5, 0, 0)]
    public void Three_finite_numbers_make_a_layer(string entry, double altitudeM, double east, double north)
    {
        Assert.Null(WindLayerOption.Parse([entry, "1000:9:9"], out LayeredWind? wind));
        Assert.Equal(new WindVector(east, north), wind!.At(0, 0, altitudeM, 0));
        Assert.Equal(new WindVector(9, 9), wind.At(0, 0, 1000, 0));
    }

    [Fact]
    public void No_entry_makes_no_wind()
    {
        Assert.Null(WindLayerOption.Parse([], out LayeredWind? wind));
        Assert.Null(wind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1:2")]
    [InlineData("1:2:3:4")]
    [InlineData("1:2:")]
    [InlineData("1:2:x")]
    [InlineData("1:2:nan")]
    [InlineData("inf:2:3")]
    [InlineData("1:-Infinity:3")]
    [InlineData("1:2:1e999")]
    [InlineData("1:2:3,5")]
    [InlineData("1:2:0x10")]
    [InlineData("1:2:1__0")]
    [InlineData("1:2:_1")]
    [InlineData("1:2:1e")]
    [InlineData("1:2:.")]
    [InlineData("1:2:1 0")]
    public void Anything_else_is_refused_with_its_index(string entry)
    {
        LoadError error = WindLayerOption.Parse(["5:1:1", entry], out LayeredWind? wind)!;
        Assert.Null(wind);
        Assert.Null(error.InternalErrorType);
        Assert.Equal(
            [("input_name", "--wind-layer"), ("path", "--wind-layer"), ("stage", "parse"), ("entry_index", 1), ("raw", entry)],
            error.Context.Select(e => (e.Key, e.Value)).ToArray<(string, Scalar)>());
    }

    [Fact]
    public void Two_layers_at_one_altitude_are_unexpected()
    {
        LoadError error = WindLayerOption.Parse(["5:1:1", "5.0:2:2"], out LayeredWind? wind)!;
        Assert.Null(wind);
        Assert.Equal("ValueError", error.InternalErrorType);
        Assert.Contains("5 m", error.Message, StringComparison.Ordinal);
    }
}
