using System.Text;
using BvlosSim.Documents.Rendering;

namespace BvlosSim.FlightLogs.Validation.Flown;

/// <summary>A <see cref="FlownReport"/> as Markdown.</summary>
internal static class FlownReportText
{
    /// <summary>Renders the report.</summary>
    public static byte[] Markdown(FlownReport report)
    {
        var text = new StringBuilder();
        text.Append("# Validation: ").Append(report.ValidationId).Append("\n\n");
        ValidationText.AppendHead(
            text, report.TraceId, report.ObservedRecordCount, report.Mission, report.ToolVersion, report.Acceptance.Passed, report.Provenance);
        if (report.Span is { } span)
        {
            text.Append("- Flown: records ").Append(span.FirstIndex).Append(" to ").Append(span.LastIndex)
                .Append(", from ").Append(ReportText.Fixed(report.StartTimeS)).Append(" s to ").Append(ReportText.Fixed(report.EndTimeS)).Append(" s\n");
        }

        ValidationText.AppendGate(text, report.Acceptance);
        text.Append("\n## Mission\n\n");
        var mission = new MarkdownTable("Metric", "Predicted", "Observed", "Abs error", "Error");
        foreach (MissionMetric metric in MissionMetrics.All)
            ValidationText.AddRow(mission, MissionMetrics.Set.NameOf(metric), report.Metrics[(int)metric]);
        ValidationText.AddRow(mission, "battery_used_points", report.BatteryUsedPoints);
        mission.AppendTo(text);
        if (report.Alignment is { } alignment)
            AppendAlignment(text, alignment);
        ValidationText.AppendPhases(text, report.Phases);
        ValidationText.AppendNotes(text, report.AllNotes);
        ValidationText.AppendAssumptions(text, report.Provenance);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void AppendAlignment(StringBuilder text, FlightAlignment alignment)
    {
        text.Append("\n## After the same distance (").Append(ReportText.Fixed(alignment.ByWay.CommonM)).Append(" m)\n\n");
        var byWay = new MarkdownTable("Error (observed less predicted)", "Mean", "RMS", "Largest", "At distance (m)");
        AddRow(byWay, "Time (s)", alignment.ByWay.TimeS);
        AddRow(byWay, "Altitude (m)", alignment.ByWay.AltitudeM);
        AddRow(byWay, "Battery (points)", alignment.ByWay.BatteryPoints);
        AddRow(byWay, "Off the track (m)", alignment.ByWay.CrossTrackM);
        byWay.AppendTo(text);
        text.Append("\n## After the same time (").Append(ReportText.Fixed(alignment.ByTime.CommonS)).Append(" s)\n\n");
        var byTime = new MarkdownTable("Error (observed less predicted)", "Mean", "RMS", "Largest", "At time (s)");
        AddRow(byTime, "Distance (m)", alignment.ByTime.WayM);
        AddRow(byTime, "Altitude (m)", alignment.ByTime.AltitudeM);
        AddRow(byTime, "Battery (points)", alignment.ByTime.BatteryPoints);
        AddRow(byTime, "Position (m)", alignment.ByTime.PositionM);
        byTime.AppendTo(text);
    }

    private static void AddRow(MarkdownTable table, string name, ErrorStatistics? errors) => table.Add(
        name, ReportText.Fixed(errors?.Mean), ReportText.Fixed(errors?.Rms), ReportText.Fixed(errors?.MaxAbs), ReportText.Fixed(errors?.MaxAt));
}
