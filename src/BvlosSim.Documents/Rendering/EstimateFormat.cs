using BvlosSim.Documents.Envelopes;
using BvlosSim.Values;

namespace BvlosSim.Documents.Rendering;

/// <summary>How an estimate is shown.</summary>
public enum EstimateFormat
{
    /// <summary>The envelope as canonical JSON.</summary>
    Json,

    /// <summary>The full report.</summary>
    Markdown,

    /// <summary>One line.</summary>
    Summary,

    /// <summary>The go/no-go checklist.</summary>
    Checklist,

    /// <summary>The altitude profile.</summary>
    Profile,
}

/// <summary>The formats of an estimate: tokens and renderers.</summary>
public static class EstimateFormats
{
    /// <summary>Tokens of <see cref="EstimateFormat"/>, the default first.</summary>
    public static ClosedSet<EstimateFormat> Set { get; } = new(
        (EstimateFormat.Json, "json"),
        (EstimateFormat.Markdown, "markdown"),
        (EstimateFormat.Summary, "summary"),
        (EstimateFormat.Checklist, "checklist"),
        (EstimateFormat.Profile, "profile"));

    /// <summary>Renders an envelope. A profile needs a result; without one the JSON envelope tells why there is none.</summary>
    /// <returns>UTF-8 bytes; all formats but the summary end in a newline.</returns>
    public static byte[] Render(EstimatorEnvelope envelope, EstimateFormat format) => format switch
    {
        EstimateFormat.Markdown => MarkdownReport.Render(envelope),
        EstimateFormat.Summary => SummaryText.Render(envelope),
        EstimateFormat.Checklist => ChecklistText.Render(envelope),
        EstimateFormat.Profile when envelope.Result is not null => ProfileText.Render(envelope),
        _ => EnvelopeJson.Render(envelope),
    };
}
