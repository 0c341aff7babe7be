using BvlosSim.Documents.Json;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Validation;

/// <summary>The canonical JSON of a <see cref="ValidationReport"/>: <c>validation-report.v2</c>.</summary>
internal static class ValidationJson
{
    /// <summary>Renders the report.</summary>
    public static byte[] Render(ValidationReport report)
    {
        using var json = new CanonicalJsonWriter();
        json.StartObject();
        Write(json, report.Acceptance);
        json.StartObject("mission_metrics");
        foreach (MissionMetric metric in ByName)
            Write(json, MissionMetrics.Set.NameOf(metric), report.Metrics[(int)metric]);
        json.EndObject();
        FlightTraceJson.Write(json, report.Mission);
        json.Texts("notes", report.Notes);
        json.Integer("observed_record_count", report.ObservedRecordCount);
        json.StartArray("phase_validations");
        foreach (PhaseComparison phase in report.Phases)
            Write(json, phase);
        json.EndArray();
        json.Text("schema_version", ValidationReport.Version);
        json.Text("tool_version", report.ToolVersion);
        json.Text("trace_id", report.TraceId);
        json.Text("validation_id", report.ValidationId);
        json.EndObject();
        return json.Finish();
    }

    /// <summary>The metrics in the order of their keys.</summary>
    internal static IEnumerable<MissionMetric> ByName => MissionMetrics.All.OrderBy(MissionMetrics.Set.NameOf, StringComparer.Ordinal);

    /// <summary>Writes a comparison under a key.</summary>
    internal static void Write(CanonicalJsonWriter json, string key, Comparison comparison)
    {
        json.StartObject(key);
        json.Number("abs_error", comparison.AbsError);
        json.Number("observed", comparison.Observed);
        json.Number("pct_error", comparison.PercentError);
        json.Number("predicted", comparison.Predicted);
        json.EndObject();
    }

    /// <summary>Writes a phase as an item.</summary>
    internal static void Write(CanonicalJsonWriter json, PhaseComparison phase)
    {
        json.StartObject();
        Write(json, "mean_groundspeed_mps", phase.MeanGroundspeedMps);
        json.Integer("observed_segment_count", phase.ObservedSegmentCount);
        json.Text("phase", phase.Name);
        json.Integer("predicted_leg_count", phase.PredictedLegCount);
        Write(json, "time_s", phase.TimeS);
        json.EndObject();
    }

    private static void Write(CanonicalJsonWriter json, Acceptance acceptance)
    {
        json.StartObject("acceptance");
        json.StartObject("errors_pct");
        foreach (MissionMetric metric in ByName)
            json.Number(MissionMetrics.Set.NameOf(metric), acceptance.Results[(int)metric].Error);
        json.EndObject();
        json.Texts("failures", acceptance.Failures);
        json.Boolean("passed", acceptance.Passed);
        json.StartObject("thresholds_pct");
        foreach (MissionMetric metric in ByName)
            json.Number(MissionMetrics.Set.NameOf(metric), acceptance.Results[(int)metric].Limit);
        json.EndObject();
        json.EndObject();
    }
}
