using BvlosSim.Documents.Json;
using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Validation.Flown;

/// <summary>The canonical JSON of a <see cref="FlownReport"/>: <c>validation-report.v3</c>.</summary>
internal static class FlownReportJson
{
    /// <summary>Renders the report.</summary>
    public static byte[] Render(FlownReport report)
    {
        using var json = new CanonicalJsonWriter();
        json.StartObject();
        Write(json, report.Acceptance);
        Write(json, report.Alignment);
        ValidationJson.Write(json, "battery_used_points", report.BatteryUsedPoints);
        WriteFlight(json, report);
        json.Text("log_completeness", report.Coverage.Completeness is { } completeness ? LogCompletenessTokens.Set.NameOf(completeness) : null);
        json.StartObject("mission_metrics");
        foreach (MissionMetric metric in ValidationJson.ByName)
            ValidationJson.Write(json, MissionMetrics.Set.NameOf(metric), report.Metrics[(int)metric]);
        json.EndObject();
        FlightTraceJson.Write(json, report.Mission);
        json.Texts("notes", report.AllNotes);
        json.Integer("observed_record_count", report.ObservedRecordCount);
        json.StartArray("phase_validations");
        foreach (PhaseComparison phase in report.Phases)
            ValidationJson.Write(json, phase);
        json.EndArray();
        json.Text("schema_version", FlownReport.Version);
        json.Text("tool_version", report.ToolVersion);
        json.Text("trace_id", report.TraceId);
        json.Text("validation_id", report.ValidationId);
        json.EndObject();
        return json.Finish();
    }

    private static void Write(CanonicalJsonWriter json, Acceptance acceptance)
    {
        json.StartObject("acceptance");
        json.Texts("failures", acceptance.Failures);
        json.StartObject("metrics");
        foreach (MissionMetric metric in ValidationJson.ByName)
        {
            GateResult result = acceptance.Results[(int)metric];
            json.StartObject(MissionMetrics.Set.NameOf(metric));
            json.Number("error", result.Error);
            json.Number("limit", result.Limit);
            json.Boolean("passed", result.Passed);
            json.Text("unit", result.Unit);
            json.EndObject();
        }

        json.EndObject();
        json.Boolean("passed", acceptance.Passed);
        json.EndObject();
    }

    private static void Write(CanonicalJsonWriter json, FlightAlignment? alignment)
    {
        if (alignment is null)
        {
            json.Null("alignment");
            return;
        }

        json.StartObject("alignment");
        json.StartObject("by_distance");
        Write(json, "altitude_m", alignment.ByWay.AltitudeM);
        Write(json, "battery_points", alignment.ByWay.BatteryPoints);
        json.Number("common_distance_m", alignment.ByWay.CommonM);
        Write(json, "cross_track_m", alignment.ByWay.CrossTrackM);
        json.Integer("point_count", alignment.ByWay.Points.Length);
        Write(json, "time_s", alignment.ByWay.TimeS);
        json.EndObject();
        json.StartObject("by_time");
        Write(json, "altitude_m", alignment.ByTime.AltitudeM);
        Write(json, "battery_points", alignment.ByTime.BatteryPoints);
        json.Number("common_time_s", alignment.ByTime.CommonS);
        Write(json, "distance_m", alignment.ByTime.WayM);
        json.Integer("point_count", alignment.ByTime.Points.Length);
        Write(json, "position_m", alignment.ByTime.PositionM);
        json.EndObject();
        json.EndObject();
    }

    private static void Write(CanonicalJsonWriter json, string key, ErrorStatistics? errors)
    {
        if (errors is null)
        {
            json.Null(key);
            return;
        }

        json.StartObject(key);
        json.Integer("count", errors.Count);
        json.Number("max_abs", errors.MaxAbs);
        json.Number("max_at", errors.MaxAt);
        json.Number("mean", errors.Mean);
        json.Number("rms", errors.Rms);
        json.EndObject();
    }

    private static void WriteFlight(CanonicalJsonWriter json, FlownReport report)
    {
        if (report.Span is not { } span)
        {
            json.Null("flight");
            return;
        }

        FlightCoverage coverage = report.Coverage;
        json.StartObject("flight");
        json.Text("begins", FlightEdges.Set.NameOf(coverage.Begins!.Value));
        json.Number("end_time_s", report.EndTimeS);
        json.Text("ends", FlightEdges.Set.NameOf(coverage.Ends!.Value));
        json.Integer("first_record_index", span.FirstIndex);
        json.Integer("gap_count", coverage.Gaps.Gaps.Length);
        json.Number("gap_s", coverage.Gaps.TotalS);
        json.Integer("last_record_index", span.LastIndex);
        json.Number("start_time_s", report.StartTimeS);
        json.EndObject();
    }
}
