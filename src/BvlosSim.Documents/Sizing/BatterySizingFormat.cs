using BvlosSim.Values;

namespace BvlosSim.Documents.Sizing;

/// <summary>How a battery sizing is shown.</summary>
public enum BatterySizingFormat
{
    /// <summary>The report.</summary>
    Markdown,

    /// <summary>Canonical JSON.</summary>
    Json,

    /// <summary>One line.</summary>
    Summary,
}

/// <summary>The formats of a battery sizing: tokens and renderers.</summary>
public static class BatterySizingFormats
{
    /// <summary>Tokens of <see cref="BatterySizingFormat"/>, the default first.</summary>
    public static ClosedSet<BatterySizingFormat> Set { get; } = new(
        (BatterySizingFormat.Markdown, "markdown"),
        (BatterySizingFormat.Json, "json"),
        (BatterySizingFormat.Summary, "summary"));

    /// <summary>Renders a report.</summary>
    /// <returns>UTF-8 bytes; all formats but the summary end in a newline.</returns>
    public static byte[] Render(BatterySizingReport report, BatterySizingFormat format) => format switch
    {
        BatterySizingFormat.Json => BatterySizingJson.Render(report),
        BatterySizingFormat.Summary => BatterySizingText.Summary(report),
        _ => BatterySizingText.Markdown(report),
    };
}
