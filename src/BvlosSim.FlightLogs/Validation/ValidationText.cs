using System.Text;
using BvlosSim.Documents.Rendering;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Validation;

/// <summary>A <see cref="ValidationReport"/> as Markdown.</summary>
internal static class ValidationText
{
    /// <summary>What a report says of the completeness of a log when the trace is silent.</summary>
    internal const string NotStated = "not stated by the trace";

    /// <summary>Renders the report.</summary>
    public static byte[] Markdown(ValidationReport report)
    {
        var text = new StringBuilder();
        text.Append("# Validation: ").Append(report.ValidationId).Append("\n\n");
        AppendHead(text, report.TraceId, report.ObservedRecordCount, report.Mission, report.ToolVersion, report.Acceptance.Passed, report.Provenance);
        AppendGate(text, report.Acceptance);
        text.Append("\n## Mission\n\n");
        var mission = new MarkdownTable("Metric", "Predicted", "Observed", "Abs error", "Error");
        foreach (MissionMetric metric in MissionMetrics.All)
            AddRow(mission, MissionMetrics.Set.NameOf(metric), report.Metrics[(int)metric]);
        mission.AppendTo(text);
        AppendPhases(text, report.Phases);
        AppendNotes(text, report.Notes);
        AppendAssumptions(text, report.Provenance);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>What was compared, and the verdict.</summary>
    internal static void AppendHead(
        StringBuilder text, string traceId, int recordCount, MissionReference mission, string toolVersion, bool passed, TraceProvenance provenance)
    {
        text.Append("- Trace: ").Append(traceId).Append('\n');
        text.Append("- Records: ").Append(recordCount).Append('\n');
        text.Append("- Mission: ").Append(ReportText.OneLine(mission.MissionFile)).Append('\n');
        if (mission.VehicleFile is { } vehicle)
            text.Append("- Vehicle: ").Append(ReportText.OneLine(vehicle)).Append('\n');
        text.Append("- Tool version: ").Append(toolVersion).Append('\n');
        text.Append("- Result: **").Append(passed ? "PASS" : "FAIL").Append("**\n");
        text.Append("- Completeness of the log: **").Append(ReportText.OneLine(TraceAssumptions.CompletenessIn(provenance) ?? NotStated)).Append("**\n");
    }

    /// <summary>The gate, and why it stayed closed.</summary>
    internal static void AppendGate(StringBuilder text, Acceptance acceptance)
    {
        text.Append("\n## Gate\n\n");
        var gate = new MarkdownTable("Metric", "Error", "Maximum", "Result");
        foreach (GateResult result in acceptance.Results)
        {
            string error = result.Error is { } value ? Quantity(value, result.Unit) : ReportText.None;
            gate.Add(MissionMetrics.Set.NameOf(result.Metric), error, Quantity(result.Limit, result.Unit), result.Passed ? "PASS" : "FAIL");
        }

        gate.AppendTo(text);
        if (!acceptance.Passed)
            text.Append('\n');
        foreach (string failure in acceptance.Failures)
            text.Append("- ").Append(failure).Append('\n');
    }

    /// <summary>The phases; nothing when there is none.</summary>
    internal static void AppendPhases(StringBuilder text, IReadOnlyCollection<PhaseComparison> phases)
    {
        if (phases.Count == 0)
            return;
        text.Append("\n## Phases\n\n");
        var table = new MarkdownTable(
            "Phase", "Predicted time", "Observed time", "Predicted speed", "Observed speed", "Legs", "Segments");
        foreach (PhaseComparison phase in phases)
        {
            table.Add(
                phase.Name,
                ReportText.Fixed(phase.TimeS.Predicted),
                ReportText.Fixed(phase.TimeS.Observed),
                ReportText.Fixed(phase.MeanGroundspeedMps.Predicted),
                ReportText.Fixed(phase.MeanGroundspeedMps.Observed),
                $"{phase.PredictedLegCount}",
                $"{phase.ObservedSegmentCount}");
        }

        table.AppendTo(text);
    }

    /// <summary>The notes; nothing when there is none.</summary>
    internal static void AppendNotes(StringBuilder text, IReadOnlyCollection<string> notes)
    {
        if (notes.Count > 0)
            text.Append("\n## Notes\n\n");
        foreach (string note in notes)
            text.Append("- ").Append(note).Append('\n');
    }

    /// <summary>What the reader of the log assumed; nothing when the trace does not say.</summary>
    internal static void AppendAssumptions(StringBuilder text, TraceProvenance provenance)
    {
        if (provenance.ParsingAssumptions.IsEmpty)
            return;
        text.Append("\n## What the reader of the log assumed\n\n");
        foreach (string assumption in provenance.ParsingAssumptions)
            text.Append("- ").Append(ReportText.OneLine(assumption)).Append('\n');
    }

    /// <summary>Adds a comparison to a table of five columns.</summary>
    internal static void AddRow(MarkdownTable table, string name, Comparison comparison) => table.Add(
        name,
        ReportText.Fixed(comparison.Predicted),
        ReportText.Fixed(comparison.Observed),
        ReportText.Fixed(comparison.AbsError),
        comparison.PercentError is { } percent ? Quantity(percent, "%") : ReportText.None);

    private static string Quantity(double value, string unit) => ReportText.Fixed(value, 1) + (unit == "%" ? unit : " " + unit);
}
