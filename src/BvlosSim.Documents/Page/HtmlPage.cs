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
    private const string ContentPolicy = "default-src 'none'; style-src 'unsafe-inline'";

    /// <summary>Renders the page.</summary>
    /// <param name="envelope">The outcome; without a result the page gives the reason.</param>
    /// <param name="input">What was estimated, for the drawings; null when it did not load.</param>
    /// <returns>UTF-8, ending in a newline.</returns>
    public static byte[] Render(EstimatorEnvelope envelope, EstimationInput? input)
    {
        var html = new Markup();
        html.Doctype();
        html.Open("html", ("xmlns", "http://www.w3.org/1999/xhtml"), ("lang", "en"));
        WriteHead(html, envelope);
        html.Open("body");
        html.Open("main");
        ImmutableArray<TrackLeg> track = FlightTrack.Of(envelope.Result?.Legs ?? []);
        PageVerdict.Write(html, envelope, track);
        if (envelope.Result is { Legs.IsEmpty: false } result)
            WriteDrawings(html, envelope, result, input, track);
        PageTables.Write(html, envelope);
        html.Close();
        html.Close();
        html.Close();
        return html.Finish();
    }

    private static void WriteHead(Markup html, EstimatorEnvelope envelope)
    {
        html.Open("head");
        html.Empty("meta", ("charset", "utf-8"));
        html.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", ContentPolicy));
        html.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Empty("meta", ("name", "color-scheme"), ("content", "light dark"));
        html.Element("title", $"{(envelope.Readiness.IsGo ? "GO" : "NO-GO")} · {envelope.Subject}");
        html.Style(PageStyle.Sheet);
        html.Close();
    }

    private static void WriteDrawings(Markup html, EstimatorEnvelope envelope, EstimateResult result, EstimationInput? input, ImmutableArray<TrackLeg> track)
    {
        if (input is not null)
        {
            Figure(html, "Map", () => RouteMapSvg.Write(
                html, new EstimateMap(result, input.LandingZones, input.Geofences, input.Obstacles), input.Mission, track));
        }

        Figure(html, "Altitude", () => AltitudeProfileSvg.Write(html, result, track, envelope.Terrain));
        if (result.Energy is { } energy)
            Figure(html, "Energy", () => EnergyChartSvg.Write(html, energy, track));
    }

    private static void Figure(Markup html, string title, Action draw)
    {
        html.Open("section", ("class", "figure"));
        html.Element("h2", title);
        draw();
        html.Close();
    }
}
