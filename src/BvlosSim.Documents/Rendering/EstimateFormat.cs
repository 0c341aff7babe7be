using BvlosSim.Documents.Envelopes;
using BvlosSim.Documents.Interchange;
using BvlosSim.Documents.Page;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Sensitivity;
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

    /// <summary>A map as GeoJSON.</summary>
    GeoJson,

    /// <summary>A map as KML.</summary>
    Kml,

    /// <summary>The altitude profile.</summary>
    Profile,

    /// <summary>How the landing reserve answers to power, wind and battery.</summary>
    Sensitivity,

    /// <summary>The ground risk by leg.</summary>
    GroundRisk,

    /// <summary>One self-contained page for people.</summary>
    Html,
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
        (EstimateFormat.GeoJson, "geojson"),
        (EstimateFormat.Kml, "kml"),
        (EstimateFormat.Profile, "profile"),
        (EstimateFormat.Sensitivity, "sensitivity"),
        (EstimateFormat.GroundRisk, "ground-risk"),
        (EstimateFormat.Html, "html"));

    /// <summary>
    /// Renders an envelope. A profile needs a result, a sensitivity report a sweep; without them the JSON envelope tells why there is none.
    /// </summary>
    /// <returns>UTF-8 bytes; all formats but the summary end in a newline.</returns>
    /// <param name="envelope">The outcome.</param>
    /// <param name="format">How it is shown.</param>
    /// <param name="input">What was estimated, for maps; null when it did not load.</param>
    /// <param name="sweep">The sweep around the estimate; null = none was made.</param>
    public static byte[] Render(
        EstimatorEnvelope envelope, EstimateFormat format, EstimationInput? input = null, SensitivityResult? sweep = null)
    {
        return format switch
        {
            EstimateFormat.Markdown => MarkdownReport.Render(envelope),
            EstimateFormat.Summary => SummaryText.Render(envelope),
            EstimateFormat.Checklist => ChecklistText.Render(envelope),
            EstimateFormat.GroundRisk => GroundRiskText.Render(envelope),
            EstimateFormat.Html => HtmlPage.Render(envelope, input),
            EstimateFormat.GeoJson when input is not null && envelope.Result is { } result => GeoJsonExport.Render(Map(result, input)),
            EstimateFormat.Kml when input is not null && envelope.Result is { } result => KmlExport.Render(Map(result, input)),
            EstimateFormat.Profile when envelope.Result is not null => ProfileText.Render(envelope),
            EstimateFormat.Sensitivity when sweep is not null => SensitivityText.Render(envelope, sweep),
            _ => EnvelopeJson.Render(envelope),
        };
    }

    private static EstimateMap Map(EstimateResult result, EstimationInput input) =>
        new(result, input.LandingZones, input.Geofences, input.Obstacles);
}
