using BvlosSim.Documents.Json;

namespace BvlosSim.FlightLogs.Traces;

/// <summary>The canonical JSON of a <see cref="FlightTrace"/>: <c>flight-trace.v1</c>.</summary>
public static class FlightTraceJson
{
    /// <summary>Renders a trace.</summary>
    /// <param name="trace">The trace; every number is finite.</param>
    /// <returns>UTF-8 bytes with a final newline.</returns>
    /// <exception cref="NonFiniteNumberException">A number is NaN or infinite: <see cref="TraceCheck"/> refuses such records.</exception>
    public static byte[] Render(FlightTrace trace)
    {
        using var json = new CanonicalJsonWriter();
        Write(json, trace, trace.Records);
        return json.Finish();
    }

    /// <summary>Renders a trace piece by piece.</summary>
    /// <param name="built">The trace; every number is finite.</param>
    /// <param name="receiver">Gets the pieces of the UTF-8 bytes, in order.</param>
    public static void Render(BuiltTrace built, Action<ReadOnlySpan<byte>> receiver)
    {
        using var json = new CanonicalJsonWriter(receiver);
        Write(json, built.Head, built.Records);
        json.HandOn();
    }

    /// <summary>Writes the reference to the files that were flown, as every document that copies it does.</summary>
    internal static void Write(CanonicalJsonWriter json, MissionReference? mission)
    {
        const string key = "mission_ref";
        if (mission is null)
        {
            json.Null(key);
            return;
        }

        json.StartObject(key);
        json.Text("mission_file", mission.MissionFile);
        json.Text("mission_sha256", mission.MissionSha256);
        json.Text("vehicle_file", mission.VehicleFile);
        json.Text("vehicle_sha256", mission.VehicleSha256);
        json.EndObject();
    }

    private static void Write(CanonicalJsonWriter json, FlightTrace trace, IEnumerable<TraceRecord> records)
    {
        json.StartObject();
        Write(json, trace.Mission);
        Write(json, trace.Provenance);
        json.StartArray("records");
        foreach (TraceRecord record in records)
            Write(json, record);
        json.EndArray();
        json.Text("schema_version", FlightTraceContract.Version);
        json.Text("trace_id", trace.TraceId);
        json.EndObject();
    }

    private static void Write(CanonicalJsonWriter json, TraceProvenance provenance)
    {
        json.StartObject("provenance");
        json.Texts("missing_fields", provenance.MissingFields);
        json.Texts("parsing_assumptions", provenance.ParsingAssumptions);
        json.Text("raw_log_filename", provenance.RawLogFilename);
        json.Text("raw_log_sha256", provenance.RawLogSha256);
        json.Text("source_format", provenance.SourceFormat);
        json.Text("tool_version", provenance.ToolVersion);
        json.EndObject();
    }

    private static void Write(CanonicalJsonWriter json, in TraceRecord record)
    {
        json.StartObject();
        json.Number("alt_amsl_m", record.AltitudeAmslM);
        json.Number("battery_current_a", record.BatteryCurrentA);
        json.Number("battery_remaining_pct", record.BatteryRemainingPercent);
        json.Number("battery_voltage_v", record.BatteryVoltageV);
        json.Text("flight_mode", record.FlightMode);
        json.Number("groundspeed_mps", record.GroundspeedMps);
        json.Number("heading_deg", record.TrackDeg);
        json.Number("lat_deg", record.LatitudeDeg);
        json.Number("lon_deg", record.LongitudeDeg);
        json.Integer("mission_item_index", record.MissionItemIndex);
        json.Number("timestamp_s", record.TimeS);
        json.Number("wind_east_mps", record.WindEastMps);
        json.Number("wind_north_mps", record.WindNorthMps);
        json.EndObject();
    }
}
