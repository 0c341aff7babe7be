using System.Collections.Immutable;
using BvlosSim.Documents.Envelopes;
using BvlosSim.Documents.Rendering;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Documents.Page;

/// <summary>The figures behind the drawings, each table behind a fold.</summary>
internal static class PageTables
{
    /// <summary>Writes the tables that have rows.</summary>
    public static void Write(Markup html, EstimatorEnvelope envelope)
    {
        html.Open("section");
        html.Element("h2", "Details");
        if (envelope.Result is { } result)
        {
            WriteLegs(html, result);
            WriteReturns(html, result.Energy);
            PageCheckTables.Write(html, result);
        }

        Table(html, "Diagnostics", ["Level", "Code", "Leg", "Item", "Message"], envelope.Diagnostics.Select(d => (string[])
            [d.Level, d.Code, d.Place.LegIndex is { } leg ? PageText.Count(leg) : ReportText.None, d.Place.RouteItemId ?? ReportText.None, d.Message]));
        Table(html, "Inputs", ["Input", "Format", "SHA-256"], envelope.Inputs.Select(i => (string[])
            [i.Name, i.Identity.Format, i.Identity.Sha256]));
        Table(html, "Assumptions", ["Every estimate takes for granted"], Assumptions.All.Select(a => (string[])[a]));
        html.Close();
        html.Element(
            "footer", $"bvlos-sim {envelope.ToolVersion} · {ContractVersions.EstimatorEnvelope} · the same inputs give the same bytes · " +
            "an estimate supports the decision of the person in charge, it does not replace it");
    }

    /// <summary>Writes a table behind a fold; none without rows.</summary>
    internal static void Table(Markup html, string title, string[] columns, IEnumerable<string[]> rows)
    {
        string[][] lines = [.. rows];
        if (lines.Length == 0)
            return;
        html.Open("details");
        html.Element("summary", $"{title} ({PageText.Count(lines.Length)})");
        html.Open("div", ("class", "scroll"));
        html.Open("table");
        html.Open("thead");
        Row(html, "th", columns, lines[0]);
        html.Close();
        html.Open("tbody");
        foreach (string[] line in lines)
            Row(html, "td", line, line);
        html.Close();
        html.Close();
        html.Close();
        html.Close();
    }

    private static void Row(Markup html, string tag, string[] cells, string[] sample)
    {
        html.Open("tr");
        for (int i = 0; i < cells.Length; i++)
        {
            if (IsNumber(sample[i]))
                html.Element(tag, cells[i], ("class", "number"));
            else
                html.Element(tag, cells[i]);
        }

        html.Close();
    }

    private static bool IsNumber(string text) => text == ReportText.None || (text.Length is > 0 and < 24 && text.All(c => c is >= '0' and <= '9' or '.' or '-'));

    private static void WriteLegs(Markup html, EstimateResult result)
    {
        var energies = (result.Energy?.Legs ?? []).ToDictionary(e => e.Leg.LegIndex);
        var margins = new Margins(result.Energy);
        Table(
            html, "Legs",
            ["Leg", "Item", "Phase", "Path (m)", "Time (s)", "Start AMSL (m)", "End AMSL (m)", "Ground speed (m/s)", "Wind (m/s)", "Power (W)", "Energy (Wh)", "Margin (%)"],
            result.Legs.Select(leg => (string[])
            [
                PageText.Count(leg.LegIndex), leg.Item.Id, LegTokens.Phases.NameOf(leg.Phase), ReportText.Fixed(leg.PathDistanceM), ReportText.Fixed(leg.TimeS),
                ReportText.Fixed(leg.Start.AltitudeAmslM), ReportText.Fixed(leg.End.AltitudeAmslM), ReportText.Fixed(leg.Track?.GroundspeedMps),
                ReportText.Fixed(leg.Wind?.SpeedMps), ReportText.Fixed(energies.GetValueOrDefault(leg.LegIndex)?.PowerW),
                ReportText.Fixed(energies.GetValueOrDefault(leg.LegIndex)?.EnergyWh), ReportText.Fixed(margins.Of(leg)),
            ]));
    }

    private static void WriteReturns(Markup html, EnergyResult? energy)
    {
        ImmutableArray<RthPoint> returns = energy?.RthTimeline ?? [];
        Table(
            html, "Return home from the end of each leg",
            ["Leg", "Item", "Distance (m)", "Energy (Wh)", "Reserve after (Wh)", "Margin (Wh)", "Feasible"],
            returns.Select(p => (string[])
            [
                PageText.Count(p.Leg.LegIndex), p.Leg.Item.Id, ReportText.Fixed(p.DistanceM), ReportText.Fixed(p.EnergyWh),
                ReportText.Fixed(p.ReserveAfterWh), ReportText.Fixed(p.ReserveMarginWh), p.IsFeasible ? "yes" : "no",
            ]));
    }
}
