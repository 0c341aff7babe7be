using System.Collections.Immutable;
using BvlosSim.Documents.Page;
using BvlosSim.FlightLogs.Validation.Terms;

namespace BvlosSim.FlightLogs.Validation.Page;

/// <summary>
/// A validation as one page that stands on its own: the verdict, the errors against their limits and where they come from, both tracks on a
/// map, altitude, ground speed and battery over time, and the tables. It loads nothing and runs nothing; it is well-formed XML too.
/// </summary>
internal static class ValidationPage
{
    /// <summary>Renders the page.</summary>
    /// <returns>UTF-8, ending in a newline.</returns>
    public static byte[] Render(PageContent content, ValidationRequest request, CancellationToken cancellation)
    {
        var pair = FlightPair.Of(request, content.Metrics, cancellation);
        string title = $"{(content.Acceptance.Passed ? "PASS" : "FAIL")} · {content.ValidationId}";
        return PageFrame.Render(title, PageStyle.Sheet + ValidationPageStyle.Sheet, html => Write(html, content, request, pair));
    }

    private static void Write(Markup html, PageContent content, ValidationRequest request, FlightPair pair)
    {
        GateSection.Write(html, content, request, pair.Coverage);
        TermTables.Write(html, pair);
        ImmutableArray<FlightChart> charts = FlightCharts.Of(request, pair);
        if (pair.Predicted is not null || pair.Observed is not null)
            PageFrame.Figure(html, "Tracks", () => TracksMapSvg.Write(html, request, pair));
        PhaseBands.WritePatterns(html);
        foreach (FlightChart chart in charts)
            PageFrame.Figure(html, chart.Title, () => FlightChartSvg.Write(html, chart, pair));
        DetailTables.Write(html, content, pair);
    }
}
