using BvlosSim.FlightLogs.Validation.Flown;
using BvlosSim.Values;

namespace BvlosSim.FlightLogs.Validation;

/// <summary>How a validation is shown.</summary>
public enum ValidationFormat
{
    /// <summary>The report.</summary>
    Markdown,

    /// <summary>Canonical JSON.</summary>
    Json,
}

/// <summary>The formats of a validation: tokens and renderers.</summary>
public static class ValidationFormats
{
    /// <summary>Tokens of <see cref="ValidationFormat"/>, the default first.</summary>
    public static ClosedSet<ValidationFormat> Set { get; } = new((ValidationFormat.Markdown, "markdown"), (ValidationFormat.Json, "json"));

    /// <summary>Renders a report.</summary>
    /// <param name="report">The report; for JSON its limits are finite.</param>
    /// <param name="format">The format.</param>
    /// <returns>UTF-8 bytes with a final newline.</returns>
    public static byte[] Render(ValidationReport report, ValidationFormat format) =>
        format == ValidationFormat.Json ? ValidationJson.Render(report) : ValidationText.Markdown(report);

    /// <summary>Renders a report.</summary>
    /// <param name="report">The report; for JSON its limits are finite.</param>
    /// <param name="format">The format.</param>
    /// <returns>UTF-8 bytes with a final newline.</returns>
    public static byte[] Render(FlownReport report, ValidationFormat format) =>
        format == ValidationFormat.Json ? FlownReportJson.Render(report) : FlownReportText.Markdown(report);
}
