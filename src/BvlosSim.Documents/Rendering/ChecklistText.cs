using System.Globalization;
using System.Text;
using BvlosSim.Documents.Envelopes;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Energy;
using BvlosSim.Readiness;
using BvlosSim.Resources;
using BvlosSim.Values;

namespace BvlosSim.Documents.Rendering;

/// <summary>The go/no-go checklist: one line per category of evidence, then the verdict and what stands in its way.</summary>
public static class ChecklistText
{
    private const int ListedCodes = 5;

    /// <summary>Renders the checklist.</summary>
    public static byte[] Render(EstimatorEnvelope envelope)
    {
        var text = new StringBuilder();
        text.Append("# Pre-flight checklist: ").Append(envelope.Subject).Append("\n\n");
        foreach (ChecklistRow row in Rows(envelope))
            row.AppendTo(text);
        text.Append('\n').Append("Status: ").Append(envelope.Readiness.IsGo ? "GO" : "NO-GO").Append('\n');
        if (!envelope.Readiness.IsGo && envelope.Result is not null)
            text.Append("Blocked by: ").Append(Blockers(envelope.Readiness)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The lines of the checklist.</summary>
    internal static IEnumerable<ChecklistRow> Rows(EstimatorEnvelope envelope) =>
        envelope.Result is { } result ? Rows(envelope, result) : ErrorRows(envelope);

    private static IEnumerable<ChecklistRow> Rows(EstimatorEnvelope envelope, EstimateResult result)
    {
        yield return Energy(result.Energy);
        yield return ChecklistRows.Geofence(result.Geofence);
        yield return ChecklistRows.LandingZones(result.LandingZone);
        yield return ChecklistRows.Resource(result.Resource);
        yield return ChecklistRows.Link(result.Link);
        yield return ChecklistRows.Obstacle(result.Obstacle);
        yield return ChecklistRows.Weather(result.Weather);
        if (result.RthIsFeasible is { } rth)
            yield return Return(rth, result);
        yield return ChecklistRows.GroundRisk(result.GroundRisk);
        if (result.Metadata.Find("departure_time") is { Kind: ScalarKind.Text } departure)
            yield return new ChecklistRow(' ', "Departure time", "INFO", departure.Text);
        yield return Warnings(envelope.Readiness);
        if (!envelope.Readiness.AcknowledgedWarnings.IsEmpty)
        {
            yield return new ChecklistRow(
                ' ', "Acknowledged warnings", Count(envelope.Readiness.AcknowledgedWarnings.Length),
                string.Join(", ", envelope.Readiness.AcknowledgedWarnings));
        }
    }

    private static IEnumerable<ChecklistRow> ErrorRows(EstimatorEnvelope envelope)
    {
        foreach (Diagnostic diagnostic in envelope.Diagnostics)
        {
            Scalar path = diagnostic.Context.Find("path");
            string place = path.Kind == ScalarKind.Text ? $" ({path.Text})" : "";
            yield return ChecklistRow.Failed("Estimate", $"{diagnostic.Code}{place}: {diagnostic.Message}");
        }
    }

    private static ChecklistRow Energy(EnergyResult? energy)
    {
        if (energy is null)
            return ChecklistRow.NotEvaluated("Energy feasibility");
        double margin = energy.ReserveAtLandingWh - energy.ReserveThresholdWh;
        string detail =
            $"{ReportText.Fixed(Math.Abs(margin))} Wh {(margin < 0.0 ? "below" : "above")} reserve; " +
            $"at landing {ReportText.Fixed(energy.ReserveAtLandingWh)} Wh, threshold {ReportText.Fixed(energy.ReserveThresholdWh)} Wh";
        return energy.IsFeasible ? ChecklistRow.Passed("Energy feasibility", detail) : ChecklistRow.Failed("Energy feasibility", detail);
    }

    private static ChecklistRow Return(bool feasible, EstimateResult result)
    {
        if (feasible && result.Resource?.Selected is { System.Kind: ResourceKind.ExternalPower } supply)
            return ChecklistRow.Passed("RTH feasibility", $"{supply.System.ResourceId} supplies the way home from the end of every leg");
        EnergyResult energy = result.Energy!;
        if (feasible)
            return ChecklistRow.Passed("RTH reserve", $"reserve survives a return home from the end of {Legs(energy.RthTimeline.Length)}");
        if (energy.RthIsFeasible)
            return ChecklistRow.Failed("RTH reserve", "the selected resource does not allow a return home from the end of every leg");
        RthPoint first = energy.RthTimeline.First(p => !p.IsFeasible);
        int failed = energy.RthTimeline.Count(p => !p.IsFeasible);
        return ChecklistRow.Failed(
            "RTH reserve",
            $"{failed} of {Legs(energy.RthTimeline.Length)} infeasible; first leg {first.Leg.LegIndex} ({first.Leg.Item.Id}), " +
            $"margin {ReportText.Fixed(first.ReserveMarginWh)} Wh");
    }

    private static ChecklistRow Warnings(OperationalReadiness readiness)
    {
        string[] codes = [.. readiness.Warnings.Select(WarningCodes.Set.NameOf)];
        if (codes.Length == 0)
            return new ChecklistRow(' ', "Warnings", "NONE", "");
        string more = codes.Length > ListedCodes ? $" + {Count(codes.Length - ListedCodes)} more" : "";
        return new ChecklistRow(' ', "Warnings", Count(codes.Length), string.Join(", ", codes.Take(ListedCodes)) + more);
    }

    /// <summary>What stands in the way of a GO, in one line.</summary>
    public static string Blockers(OperationalReadiness readiness)
    {
        string[] failed = [.. readiness.FailedChecks.Where(c => c != "warnings")];
        string[] warnings =
        [
            .. readiness.Warnings.Select(WarningCodes.Set.NameOf)
                .Where(c => !readiness.AcknowledgedWarnings.Contains(c))
                .Distinct(StringComparer.Ordinal),
        ];
        var parts = new List<string>();
        if (!readiness.MissingEvidence.IsEmpty)
            parts.Add("missing evidence (" + string.Join(", ", readiness.MissingEvidence) + ")");
        if (failed.Length > 0)
            parts.Add("failed checks (" + string.Join(", ", failed) + ")");
        if (warnings.Length > 0)
            parts.Add("blocking warnings (" + string.Join(", ", warnings) + ")");
        return string.Join("; ", parts);
    }

    private static string Legs(int count) => count == 1 ? "1 leg" : Count(count) + " legs";

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
