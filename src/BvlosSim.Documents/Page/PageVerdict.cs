using System.Collections.Immutable;
using BvlosSim.Documents.Envelopes;
using BvlosSim.Documents.Rendering;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Energy;
using BvlosSim.Values;

namespace BvlosSim.Documents.Page;

/// <summary>The top of the page: the verdict, its key figures, what stands in the way, and the checklist.</summary>
internal static class PageVerdict
{
    /// <summary>Writes it.</summary>
    public static void Write(Markup html, EstimatorEnvelope envelope, ImmutableArray<TrackLeg> track)
    {
        bool isGo = envelope.Readiness.IsGo;
        ImmutableArray<Blocker> blockers = isGo ? [] : Blockers.Of(envelope);
        html.Open("header", ("class", isGo ? "verdict go" : "verdict no-go"));
        html.Element("p", isGo ? "✓ GO" : "✗ NO-GO", ("class", "word"));
        html.Open("div");
        html.Element("h1", envelope.Subject);
        html.Element("p", Sentence(envelope, blockers));
        html.Close();
        html.Close();
        if (envelope.Result is { Legs.IsEmpty: false } result)
            WriteFigures(html, result, GroundHeights.Of(track, envelope.Terrain));
        WriteBlockers(html, blockers);
        if (envelope.Result is not null)
            WriteChecklist(html, envelope);
    }

    private static string Sentence(EstimatorEnvelope envelope, ImmutableArray<Blocker> blockers)
    {
        if (envelope.Readiness.IsGo)
            return "Every category of evidence is there, every check passed, every warning is accepted.";
        if (envelope.Result is null)
            return "There is no estimate: the reason is below.";
        (BlockerKind Kind, string One, string Many)[] kinds =
        [
            (BlockerKind.Failure, "the flight cannot be flown as planned", "the flight cannot be flown as planned"),
            (BlockerKind.FailedCheck, "1 check failed", " checks failed"),
            (BlockerKind.Warning, "1 warning is not accepted", " warnings are not accepted"),
            (BlockerKind.MissingEvidence, "1 category of evidence is missing", " categories of evidence are missing"),
        ];
        var parts = new List<string>();
        foreach ((BlockerKind kind, string one, string many) in kinds)
        {
            int count = blockers.Count(b => b.Kind == kind);
            if (count > 0)
                parts.Add(count == 1 ? one : PageText.Count(count) + many);
        }

        string sentence = string.Join("; ", parts);
        return sentence.Length == 0 ? "" : char.ToUpperInvariant(sentence[0]) + sentence[1..] + ".";
    }

    private static void WriteFigures(Markup html, EstimateResult result, GroundHeights heights)
    {
        string partial = result.TotalsArePartial ? " (flown part)" : "";
        html.Open("dl", ("class", "figures"));
        Fact(html, "Flight time" + partial, ReportText.Duration(result.Totals.TimeS));
        Fact(html, "Path" + partial, PageText.Length(result.Totals.PathDistanceM));
        Fact(html, "Highest", ReportText.Fixed(result.Legs.Max(l => Math.Max(l.Start.AltitudeAmslM, l.End.AltitudeAmslM)), 0) + " m AMSL");
        if (heights.Least() is var (heightM, _))
            Fact(html, "Lowest above terrain", ReportText.Fixed(heightM, 0) + " m", heightM < 0.0);
        if (result.Energy is { } energy)
            WriteEnergy(html, energy);
        if (result.Weather?.WorstWindMps is { } wind)
            Fact(html, "Strongest wind", ReportText.Fixed(wind, 1) + " m/s");
        if (result.GroundRisk is { } risk)
            Fact(html, "Ground risk (iGRC)", PageText.Count(risk.MissionClass));
        if (result.Metadata.Find("departure_time") is { Kind: ScalarKind.Text } departure)
            Fact(html, "Departure", departure.Text);
        html.Close();
    }

    private static void WriteEnergy(Markup html, EnergyResult energy)
    {
        Fact(html, "Energy", $"{ReportText.Fixed(energy.TotalEnergyWh, 1)} of {ReportText.Fixed(energy.BatteryCapacityWh, 1)} Wh");
        Fact(html, $"Left at landing (reserve {ReportText.Fixed(energy.ReserveThresholdPercent, 0)} %)", ReportText.Fixed(energy.ReserveAtLandingPercent, 1) + " %", !energy.IsFeasible);
        if (!energy.RthTimeline.IsEmpty)
            Fact(html, "Least return margin", ReportText.Fixed(energy.RthTimeline.Min(p => p.ReserveMarginWh), 1) + " Wh", !energy.RthIsFeasible);
    }

    private static void Fact(Markup html, string name, string value, bool isBad = false)
    {
        html.Open("div");
        html.Element("dt", name);
        if (isBad)
            html.Element("dd", value, ("class", "bad"));
        else
            html.Element("dd", value);
        html.Close();
    }

    private static void WriteBlockers(Markup html, ImmutableArray<Blocker> blockers)
    {
        if (blockers.IsEmpty)
            return;
        html.Open("section", ("class", "blockers"));
        html.Element("h2", "What stands in the way");
        html.Open("ol");
        foreach (Blocker blocker in blockers)
        {
            html.Open("li", ("class", blocker.Kind is BlockerKind.MissingEvidence or BlockerKind.Warning ? "open" : "failed"));
            html.Inline("strong", blocker.Title);
            html.Text(" ");
            html.Inline("span", KindName(blocker.Kind), ("class", "kind"));
            html.Element("p", blocker.Detail);
            html.Close();
        }

        html.Close();
        html.Close();
    }

    private static string KindName(BlockerKind kind) => kind switch
    {
        BlockerKind.Failure => "failure",
        BlockerKind.FailedCheck => "failed check",
        BlockerKind.Warning => "not accepted",
        _ => "missing evidence",
    };

    private static void WriteChecklist(Markup html, EstimatorEnvelope envelope)
    {
        html.Open("section");
        html.Element("h2", "Checklist");
        html.Open("table", ("class", "checklist"));
        html.Open("tbody");
        foreach (ChecklistRow row in ChecklistText.Rows(envelope))
        {
            html.Open("tr", ("class", row.Outcome switch { "PASS" => "pass", "FAIL" => "fail", "N/A" => "none", _ => "info" }));
            html.Element("td", $"{(row.Icon == ' ' ? "·" : row.Icon)} {row.Outcome}", ("class", "outcome"));
            html.Element("th", row.Category, ("scope", "row"));
            html.Element("td", row.Detail);
            html.Close();
        }

        html.Close();
        html.Close();
        html.Close();
    }
}
