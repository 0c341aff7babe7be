using System.Globalization;
using System.Text;
using BvlosSim.Documents.Envelopes;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Missions;
using BvlosSim.Readiness;

namespace BvlosSim.Documents.Rendering;

/// <summary>The full report of an estimate in Markdown.</summary>
public static class MarkdownReport
{
    /// <summary>Renders the report.</summary>
    public static byte[] Render(EstimatorEnvelope envelope)
    {
        var text = new StringBuilder();
        AppendHead(text, envelope);
        AppendValidity(text, envelope.Validity);
        AppendDiagnostics(text, envelope);
        AppendList(text, "Assumptions", Assumptions.All);
        AppendProvenance(text, envelope);
        if (envelope.Result is { } result)
        {
            AppendSummary(text, result);
            AppendLegs(text, result);
            if (result.Energy is { } energy)
            {
                AppendEnergy(text, energy, result);
                AppendScaling(text, energy);
                AppendReturns(text, energy);
            }

            MarkdownChecks.Append(text, result);
            AppendWarnings(text, result);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void AppendHead(StringBuilder text, EstimatorEnvelope envelope)
    {
        text.Append("# Mission estimate: ").Append(envelope.Subject).Append("\n\n");
        Fact(text, "Status", EstimateStatusTokens.Set.NameOf(envelope.Status));
        Fact(text, "Verdict", envelope.Readiness.IsGo ? "GO" : "NO-GO");
        if (!envelope.Readiness.MissingEvidence.IsEmpty)
            Fact(text, "Missing evidence", string.Join(", ", envelope.Readiness.MissingEvidence));
        if (!envelope.Readiness.FailedChecks.IsEmpty)
            Fact(text, "Failed checks", string.Join(", ", envelope.Readiness.FailedChecks));
        Fact(text, "Envelope schema", ContractVersions.EstimatorEnvelope);
        Fact(text, "Tool version", envelope.ToolVersion);
    }

    private static void AppendValidity(StringBuilder text, ResultValidity validity)
    {
        Section(text, "Result validity");
        Fact(text, "Complete", ReportText.Truth(validity.IsComplete));
        Fact(text, "Partial", ReportText.Truth(validity.IsPartial));
        Fact(text, "Valid for full mission", ReportText.Truth(validity.IsValidForFullMission));
        Fact(text, "Scope", ResultScopeTokens.Set.NameOf(validity.Scope));
        if (!validity.InvalidatedFields.IsEmpty)
            Fact(text, "Invalidated fields", string.Join(", ", validity.InvalidatedFields));
        if (!validity.UnavailableFields.IsEmpty)
            Fact(text, "Unavailable fields", string.Join(", ", validity.UnavailableFields));
    }

    private static void AppendDiagnostics(StringBuilder text, EstimatorEnvelope envelope)
    {
        Section(text, "Diagnostics");
        if (envelope.Diagnostics.IsEmpty)
            text.Append("None.\n");
        foreach (Diagnostic diagnostic in envelope.Diagnostics)
            text.Append(CultureInfo.InvariantCulture, $"- {diagnostic.Level} `{diagnostic.Code}`: {diagnostic.Message}\n");
    }

    private static void AppendProvenance(StringBuilder text, EstimatorEnvelope envelope)
    {
        Section(text, "Provenance");
        Fact(text, "Estimator API", EnvelopeJson.EstimatorApi);
        foreach (InputDocument input in envelope.Inputs)
            Fact(text, input.Name, $"{input.Identity.Format}, sha256 `{input.Identity.Sha256}`");
        Section(text, "Determinism");
        Fact(text, "Deterministic", "true");
        Fact(text, "External network access", "false");
    }

    private static void AppendSummary(StringBuilder text, EstimateResult result)
    {
        FlightTotals totals = result.Totals;
        Section(text, "Summary");
        Fact(text, "Horizontal distance", ReportText.Fixed(totals.HorizontalDistanceM) + " m");
        Fact(text, "Vertical distance", ReportText.Fixed(totals.VerticalDistanceM) + " m");
        Fact(text, "Path distance", ReportText.Fixed(totals.PathDistanceM) + " m");
        Fact(text, "Time", $"{ReportText.Duration(totals.TimeS)} ({ReportText.Fixed(totals.TimeS)} s)");
        Fact(text, "Legs", Count(result.Legs.Length));
    }

    private static void AppendLegs(StringBuilder text, EstimateResult result)
    {
        if (result.Legs.IsEmpty)
            return;
        Section(text, "Legs");
        var energies = (result.Energy?.Legs ?? []).ToDictionary(e => e.Leg.LegIndex, e => e.EnergyWh);
        var table = new MarkdownTable(
            "Leg", "Item", "Action", "Path (m)", "Time (s)", "End AMSL (m)", "Ground speed (m/s)", "Wind (m/s)", "Energy (Wh)");
        foreach (Leg leg in result.Legs)
        {
            table.Add(
                Count(leg.LegIndex),
                leg.Item.Id,
                RouteTokens.Actions.NameOf(leg.Item.Action),
                ReportText.Fixed(leg.PathDistanceM),
                ReportText.Fixed(leg.TimeS),
                ReportText.Fixed(leg.End.AltitudeAmslM),
                ReportText.Fixed(leg.Track?.GroundspeedMps),
                ReportText.Fixed(leg.Wind?.SpeedMps),
                energies.TryGetValue(leg.LegIndex, out double energyWh) ? ReportText.Fixed(energyWh) : ReportText.None);
        }

        table.AppendTo(text);
    }

    private static void AppendEnergy(StringBuilder text, EnergyResult energy, EstimateResult result)
    {
        Section(text, result.Resource is null ? "Energy" : "Energy (plain battery)");
        Fact(text, "Feasible", ReportText.Truth(energy.IsFeasible));
        Fact(text, "Total", ReportText.Fixed(energy.TotalEnergyWh) + " Wh");
        Fact(text, "Battery capacity", ReportText.Fixed(energy.BatteryCapacityWh) + " Wh");
        Fact(text, "Usable", ReportText.Fixed(energy.UsableEnergyWh) + " Wh");
        Fact(text, "Reserve threshold", $"{ReportText.Fixed(energy.ReserveThresholdPercent)} % ({ReportText.Fixed(energy.ReserveThresholdWh)} Wh)");
        Fact(text, "Reserve at landing", $"{ReportText.Fixed(energy.ReserveAtLandingWh)} Wh ({ReportText.Fixed(energy.ReserveAtLandingPercent)} %)");
        Fact(text, "Energy legs", Count(energy.Legs.Length));
        Fact(text, "RTH feasible", ReportText.Truth(result.RthIsFeasible));
    }

    private static void AppendScaling(StringBuilder text, EnergyResult energy)
    {
        if (!energy.Legs.Any(e => e.Factors.Mass is not null))
            return;
        Section(text, "Power scaling");
        var table = new MarkdownTable("Leg", "Item", "Power (W)", "Mass factor", "Density factor");
        foreach (LegEnergy leg in energy.Legs)
        {
            table.Add(
                Count(leg.Leg.LegIndex), leg.Leg.Item.Id, ReportText.Fixed(leg.PowerW),
                ReportText.Fixed(leg.Factors.Mass), ReportText.Fixed(leg.Factors.Density));
        }

        table.AppendTo(text);
    }

    private static void AppendReturns(StringBuilder text, EnergyResult energy)
    {
        if (energy.RthTimeline.IsEmpty)
            return;
        Section(text, "Return-to-home reserve");
        var table = new MarkdownTable("Leg", "Item", "Distance (m)", "Energy (Wh)", "Reserve after (Wh)", "Margin (Wh)", "Feasible");
        foreach (RthPoint point in energy.RthTimeline)
        {
            table.Add(
                Count(point.Leg.LegIndex), point.Leg.Item.Id, ReportText.Fixed(point.DistanceM), ReportText.Fixed(point.EnergyWh),
                ReportText.Fixed(point.ReserveAfterWh), ReportText.Fixed(point.ReserveMarginWh), ReportText.Truth(point.IsFeasible));
        }

        table.AppendTo(text);
    }

    private static void AppendWarnings(StringBuilder text, EstimateResult result)
    {
        if (result.Warnings.IsEmpty)
            return;
        Section(text, "Warnings");
        foreach (MissionWarning warning in result.Warnings)
        {
            string leg = warning.Place.LegIndex is { } index ? $" (leg {Count(index)})" : "";
            text.Append(CultureInfo.InvariantCulture, $"- `{WarningCodes.Set.NameOf(warning.Code)}`{leg}: {warning.Message}\n");
        }
    }

    private static void AppendList(StringBuilder text, string title, IEnumerable<string> items)
    {
        Section(text, title);
        foreach (string item in items)
            text.Append("- ").Append(item).Append('\n');
    }

    private static void Section(StringBuilder text, string title) => text.Append("\n## ").Append(title).Append("\n\n");

    private static void Fact(StringBuilder text, string name, string value) =>
        text.Append("- ").Append(name).Append(": ").Append(value).Append('\n');

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
