using System.Globalization;
using BvlosSim.Documents.Rendering;

namespace BvlosSim.Documents.Page;

/// <summary>How the page writes numbers and names.</summary>
internal static class PageText
{
    private const int LongestLabel = 22;

    /// <summary>A coordinate of a drawing.</summary>
    public static string At(double value)
    {
        string text = ReportText.Fixed(value, 1);
        return text.EndsWith(".0", StringComparison.Ordinal) ? text is "-0.0" ? "0" : text[..^2] : text;
    }

    /// <summary>A count.</summary>
    public static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>A count with its noun.</summary>
    public static string Count(int count, string noun) => $"{Count(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>A length for people: metres below a kilometre.</summary>
    public static string Length(double metres) =>
        metres < 1000.0 ? ReportText.Fixed(metres, 0) + " m" : ReportText.Fixed(metres / 1000.0, 1) + " km";

    /// <summary>An identifier short enough for a drawing.</summary>
    public static string Label(string id)
    {
        var text = new StringInfo(id);
        return text.LengthInTextElements <= LongestLabel ? id : text.SubstringByTextElements(0, LongestLabel - 1) + "…";
    }
}
