using BvlosSim.FlightLogs.Validation.Flown;
using BvlosSim.FlightLogs.Validation.Page;
using BvlosSim.Values;

namespace BvlosSim.FlightLogs.Validation;

/// <summary>How a validation is shown.</summary>
public enum ValidationFormat
{
    /// <summary>The report.</summary>
    Markdown,

    /// <summary>Canonical JSON.</summary>
    Json,

    /// <summary>A page that stands on its own.</summary>
    Html,
}

/// <summary>The formats of a validation: tokens and renderers.</summary>
public static class ValidationFormats
{
    /// <summary>Tokens of <see cref="ValidationFormat"/>, the default first.</summary>
    public static ClosedSet<ValidationFormat> Set { get; } = new((ValidationFormat.Markdown, "markdown"), (ValidationFormat.Json, "json"), (ValidationFormat.Html, "html"));

    /// <summary>Renders a report.</summary>
    /// <param name="report">The report; for JSON its limits are finite.</param>
    /// <param name="request">What it compares.</param>
    /// <param name="format">The format.</param>
    /// <param name="cancellation">Ends a long comparison.</param>
    /// <returns>UTF-8 bytes with a final newline.</returns>
    public static byte[] Render(ValidationReport report, ValidationRequest request, ValidationFormat format, CancellationToken cancellation) => format switch
    {
        ValidationFormat.Json => ValidationJson.Render(report),
        ValidationFormat.Html => ValidationPage.Render(PageContent.Of(report), request, cancellation),
        _ => ValidationText.Markdown(report),
    };

    /// <summary>Renders a report.</summary>
    /// <param name="report">The report; for JSON its limits are finite.</param>
    /// <param name="request">What it compares.</param>
    /// <param name="format">The format.</param>
    /// <param name="cancellation">Ends a long comparison.</param>
    /// <returns>UTF-8 bytes with a final newline.</returns>
    public static byte[] Render(FlownReport report, ValidationRequest request, ValidationFormat format, CancellationToken cancellation) => format switch
    {
        ValidationFormat.Json => FlownReportJson.Render(report),
        ValidationFormat.Html => ValidationPage.Render(PageContent.Of(report), request, cancellation),
        _ => FlownReportText.Markdown(report),
    };
}
