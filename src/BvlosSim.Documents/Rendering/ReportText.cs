using System.Globalization;
using BvlosSim.Documents.Json;

namespace BvlosSim.Documents.Rendering;

/// <summary>How the reports write numbers, times and truth values.</summary>
public static class ReportText
{
    /// <summary>What a report shows where there is no value.</summary>
    public const string None = "—";

    private static readonly double[] PowersOfTen = [1.0, 10.0, 100.0, 1e3, 1e4];

    /// <summary>A number with a fixed count of decimals, rounded from its exact binary value, ties to even.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">0…4.</param>
    public static string Fixed(double value, int decimals = 2)
    {
        string format = "F" + decimals.ToString(CultureInfo.InvariantCulture);
        double scale = PowersOfTen[decimals];
        if (double.IsFinite(value) && DecimalRounding.TryScale(value, scale, out double scaled))
        {
            string text = (scaled / scale).ToString(format, CultureInfo.InvariantCulture);
            return scaled == 0.0 && double.IsNegative(value) ? "-" + text : text;
        }

        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>The number with two decimals, or a dash.</summary>
    public static string Fixed(double? value) => value is { } number ? Fixed(number) : None;

    /// <summary>A text of an input as a part of one line: it must not begin a line of its own, nor steer a terminal.</summary>
    public static string OneLine(string text) =>
        string.Concat(text.ReplaceLineEndings(" ").Select(c => char.IsControl(c) ? ' ' : c));

    /// <summary>A duration as <c>Xm YYs</c>, truncated to the second.</summary>
    public static string Duration(double seconds)
    {
        double minutes = Math.Floor(seconds / 60.0);
        double rest = Math.Floor(seconds - (minutes * 60.0));
        return string.Create(CultureInfo.InvariantCulture, $"{minutes:F0}m {rest:00}s");
    }

    /// <summary><c>true</c>, <c>false</c> or a dash.</summary>
    public static string Truth(bool? value) => value switch
    {
        true => "true",
        false => "false",
        _ => None,
    };
}
