using BvlosSim.Documents.Json;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.FlightLogs.Segmentation;

/// <summary>The canonical JSON of <see cref="PhaseSegments"/>: <c>phase-segments.v1</c>.</summary>
public static class PhaseSegmentsJson
{
    /// <summary>The version of the contract.</summary>
    public const string Version = "phase-segments.v1";

    /// <summary>The one method of segmentation, as the contract names it.</summary>
    internal const string Method = "flight_mode_priority";

    /// <summary>Renders the phases.</summary>
    /// <returns>UTF-8 bytes with a final newline.</returns>
    public static byte[] Render(PhaseSegments phases)
    {
        using var json = new CanonicalJsonWriter();
        json.StartObject();
        json.StartObject("metadata");
        json.Text("method", Method);
        json.Texts("source_fields_used", phases.SourceFieldsUsed);
        json.Integer("unknown_record_count", phases.UnknownRecordCount);
        json.EndObject();
        json.Text("schema_version", Version);
        json.StartArray("segments");
        foreach (PhaseSegment segment in phases.Segments)
            Write(json, segment);
        json.EndArray();
        json.Text("trace_id", phases.TraceId);
        json.EndObject();
        return json.Finish();
    }

    /// <summary>The contract's name of the legs that a segment is compared with; null = none.</summary>
    internal static string? LegName(PhaseSegment segment) => segment.Leg is { } leg ? LegTokens.Phases.NameOf(leg) : null;

    private static void Write(CanonicalJsonWriter json, PhaseSegment segment)
    {
        json.StartObject();
        json.Integer("end_index", segment.EndIndex);
        json.Number("end_time_s", segment.EndTimeS);
        json.Text("estimator_leg_phase", LegName(segment));
        json.Text("phase", FlightPhases.Set.NameOf(segment.Phase));
        json.Integer("record_count", segment.RecordCount);
        json.Integer("start_index", segment.StartIndex);
        json.Number("start_time_s", segment.StartTimeS);
        json.EndObject();
    }
}
