using BvlosSim.Estimation;
using BvlosSim.Values;

namespace BvlosSim.Tests;

/// <summary>Comparisons with numbers that are known to a certain number of digits, and with whole failures.</summary>
internal static class Expect
{
    /// <summary>Equal as results print it: to eight decimals.</summary>
    public static void Printed(double expected, double? actual)
    {
        Assert.NotNull(actual);
        Assert.True(Math.Abs(expected - actual.Value) <= 5.01e-9, $"expected {expected}, got {actual}");
    }

    /// <summary>Equal to nine significant digits.</summary>
    public static void Near(double expected, double? actual, double relative = 1e-9)
    {
        Assert.NotNull(actual);
        Assert.True(Math.Abs(expected - actual.Value) <= relative * Math.Abs(expected), $"expected {expected}, got {actual}");
    }

    /// <summary>A whole failure: kind, code, place and every key of the context, no more and no less.</summary>
    public static void Failure(
        MissionFailure? actual, FailureKind kind, FailureCode code, FlightPlace place, params (string Key, Scalar Value)[] context)
    {
        Assert.NotNull(actual);
        Assert.Equal(code, actual.Code);
        Assert.Equal(kind, actual.Kind);
        Assert.Equal(place, actual.Place);
        Assert.False(string.IsNullOrWhiteSpace(actual.Message));
        Context(actual.Context, context);
    }

    /// <summary>Every entry of a map, in any order, no more and no less.</summary>
    public static void Context(ScalarMap actual, params (string Key, Scalar Value)[] expected)
    {
        Assert.Equal(expected.Select(e => e.Key).Order(StringComparer.Ordinal), actual.Select(e => e.Key).Order(StringComparer.Ordinal));
        foreach ((string key, Scalar value) in expected)
            Same(key, value, actual.Find(key));
    }

    /// <summary>The place of a leg.</summary>
    public static FlightPlace Leg(int legIndex, int itemIndex) => new(legIndex, itemIndex, $"w{itemIndex + 1}");

    /// <summary>A warning's code and place.</summary>
    public static void Warnings(EstimateResult result, params (WarningCode Code, FlightPlace Place)[] expected)
    {
        Assert.Equal(expected, result.Warnings.Select(w => (w.Code, w.Place)));
        Assert.All(result.Warnings, w => Assert.False(string.IsNullOrWhiteSpace(w.Message)));
    }

    private static void Same(string key, Scalar expected, Scalar actual)
    {
        Assert.True(expected.Kind == actual.Kind, $"{key}: expected a {expected.Kind}, got {actual.Kind} {actual}");
        if (expected.Kind == ScalarKind.Number)
        {
            double tolerance = Math.Max(5.01e-9, 1e-14 * Math.Abs(expected.Number));
            Assert.True(Math.Abs(expected.Number - actual.Number) <= tolerance, $"{key}: expected {expected}, got {actual}");
        }
        else
        {
            Assert.True(expected == actual, $"{key}: expected {expected}, got {actual}");
        }
    }
}
