using System.Collections.Immutable;
using BvlosSim.Documents.Envelopes;
using BvlosSim.Documents.Interchange;
using BvlosSim.Estimation;

namespace BvlosSim.Documents.Page;

/// <summary>
/// An estimate as one page that stands on its own: the verdict and what stands in its way, the map, the profile, the energy and the
/// tables. It loads nothing and runs nothing, so that it can be mailed, printed and filed; it is well-formed XML too.
/// </summary>
public static class HtmlPage
{
    /// <summary>Renders the page.</summary>
    /// <param name="envelope">The outcome; without a result the page gives the reason.</param>
    /// <param name="input">What was estimated, for the drawings; null when it did not load.</param>
    /// <returns>UTF-8, ending in a newline.</returns>
    public static byte[] Render(EstimatorEnvelope envelope, EstimationInput? input)
    {
        string title = $"{(envelope.Readiness.IsGo ? "GO" : "NO-GO")} · {envelope.Subject}";
        return PageFrame.Render(title, PageStyle.Sheet, html => Write(html, envelope, input));
    }

    private static void Write(Markup html, EstimatorEnvelope envelope, EstimationInput? input)
    {
        ImmutableArray<TrackLeg> track = FlightTrack.Of(envelope.Result?.Legs ?? []);
        PageVerdict.Write(html, envelope, track);
        if (envelope.Result is { Legs.IsEmpty: false } result)
            WriteDrawings(html, envelope, result, input, track);
        PageTables.Write(html, envelope);
    }

    private static void WriteDrawings(Markup html, EstimatorEnvelope envelope, EstimateResult result, EstimationInput? input, ImmutableArray<TrackLeg> track)
    {
        if (input is not null)
        {
            PageFrame.Figure(html, "Map", () => RouteMapSvg.Write(
                html, new EstimateMap(result, input.LandingZones, input.Geofences, input.Obstacles), input.Mission, track));
        }

        PageFrame.Figure(html, "Altitude", () => AltitudeProfileSvg.Write(html, result, track, envelope.Terrain));
        if (result.Energy is { } energy)
            PageFrame.Figure(html, "Energy", () => EnergyChartSvg.Write(html, energy, track));
    }
}
