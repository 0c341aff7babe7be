using System.Globalization;
using System.Text;
using BvlosSim.Documents.Envelopes;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Energy;
using BvlosSim.Readiness;
using BvlosSim.Values;

namespace BvlosSim.Documents.Rendering;

/// <summary>The go/no-go checklist: one line per category of evidence, then the verdict and what stands in its way.</summary>
public static class ChecklistText
{
    private const int CategoryWidth = 25;
    private const int OutcomeWidth = 4;
    private const int ListedCodes = 5;

    /// <summary>Renders the checklist.</summary>
    public static byte[] Render(EstimatorEnvelope envelope)
    {
        var text = new StringBuilder();
        text.Append("# Pre-flight checklist: ").Append(envelope.Subject).Append("\n\n");
        foreach (Row row in envelope.Result is { } result ? Rows(envelope, result) : ErrorRows(envelope))
            row.AppendTo(text);
        text.Append('\n').Append("Status: ").Append(envelope.Readiness.IsGo ? "GO" : "NO-GO").Append('\n');
        if (!envelope.Readiness.IsGo && envelope.Result is not null)
            text.Append("Blocked by: ").Append(Blockers(envelope.Readiness)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static IEnumerable<Row> Rows(EstimatorEnvelope envelope, EstimateResult result)
    {
        yield return Energy(result.Energy);
        yield return Row.NotEvaluated("Geofence clearance");
        yield return Row.NotEvaluated("Landing-zone coverage");
        yield return Row.NotEvaluated("Resource availability");
        yield return Row.NotEvaluated("Link availability");
        yield return Row.NotEvaluated("Obstacle clearance");
        yield return Row.NotEvaluated("Weather limits");
        if (result.RthIsFeasible is { } rth)
            yield return Return(rth, result.Energy!);
        yield return Row.NotEvaluated("Ground risk class");
        if (result.Metadata.Find("departure_time") is { Kind: ScalarKind.Text } departure)
            yield return new Row(' ', "Departure time", "INFO", departure.Text);
        yield return Warnings(envelope.Readiness);
        if (!envelope.Readiness.AcknowledgedWarnings.IsEmpty)
        {
            yield return new Row(
                ' ', "Acknowledged warnings", Count(envelope.Readiness.AcknowledgedWarnings.Length),
                string.Join(", ", envelope.Readiness.AcknowledgedWarnings));
        }
    }

    private static IEnumerable<Row> ErrorRows(EstimatorEnvelope envelope)
    {
        foreach (Diagnostic diagnostic in envelope.Diagnostics)
        {
            Scalar path = diagnostic.Context.Find("path");
            string place = path.Kind == ScalarKind.Text ? $" ({path.Text})" : "";
            yield return Row.Failed("Estimate", $"{diagnostic.Code}{place}: {diagnostic.Message}");
        }
    }

    private static Row Energy(EnergyResult? energy)
    {
        if (energy is null)
            return Row.NotEvaluated("Energy feasibility");
        double margin = energy.ReserveAtLandingWh - energy.ReserveThresholdWh;
        string detail =
            $"{ReportText.Fixed(Math.Abs(margin))} Wh {(margin < 0.0 ? "below" : "above")} reserve; " +
            $"at landing {ReportText.Fixed(energy.ReserveAtLandingWh)} Wh, threshold {ReportText.Fixed(energy.ReserveThresholdWh)} Wh";
        return energy.IsFeasible ? Row.Passed("Energy feasibility", detail) : Row.Failed("Energy feasibility", detail);
    }

    private static Row Return(bool feasible, EnergyResult energy)
    {
        if (feasible)
            return Row.Passed("RTH reserve", $"reserve survives a return home from the end of {Legs(energy.RthTimeline.Length)}");
        RthPoint first = energy.RthTimeline.First(p => !p.IsFeasible);
        int failed = energy.RthTimeline.Count(p => !p.IsFeasible);
        return Row.Failed(
            "RTH reserve",
            $"{failed} of {Legs(energy.RthTimeline.Length)} infeasible; first leg {first.Leg.LegIndex} ({first.Leg.Item.Id}), " +
            $"margin {ReportText.Fixed(first.ReserveMarginWh)} Wh");
    }

    private static Row Warnings(OperationalReadiness readiness)
    {
        string[] codes = [.. readiness.Warnings.Select(WarningCodes.Set.NameOf)];
        if (codes.Length == 0)
            return new Row(' ', "Warnings", "NONE", "");
        string more = codes.Length > ListedCodes ? $" + {Count(codes.Length - ListedCodes)} more" : "";
        return new Row(' ', "Warnings", Count(codes.Length), string.Join(", ", codes.Take(ListedCodes)) + more);
    }

    private static string Blockers(OperationalReadiness readiness)
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

    /// <summary>A line of the checklist.</summary>
    private readonly record struct Row(char Icon, string Category, string Outcome, string Detail)
    {
        public static Row Passed(string category, string detail) => new('✓', category, "PASS", detail);

        public static Row Failed(string category, string detail) => new('✗', category, "FAIL", detail);

        public static Row NotEvaluated(string category) => new('◌', category, "N/A", "not evaluated");

        public void AppendTo(StringBuilder text)
        {
            string line = $"{Icon} {Category.PadRight(CategoryWidth)} {Outcome.PadRight(OutcomeWidth)}   {Detail}";
            text.Append(line.TrimEnd()).Append('\n');
        }
    }
}
