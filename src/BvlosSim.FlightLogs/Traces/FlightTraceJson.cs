using BvlosSim.Documents.Json;

namespace BvlosSim.FlightLogs.Traces;

/// <summary>The canonical JSON of a <see cref="FlightTrace"/>: <c>flight-trace.v1</c>.</summary>
public static class FlightTraceJson
{
    // A full record takes about 560 bytes: room for all of them at once keeps a long trace from being copied as it grows.
    private const int BytesPerRecord = 640;
    private const int BytesOfHead = 4096;
    private const int MaxFirstRoom = 256 * 1024 * 1024;

    /// <summary>Renders a trace.</summary>
    /// <param name="trace">The trace; every number is finite.</param>
    /// <returns>UTF-8 bytes with a final newline.</returns>
    /// <exception cref="NonFiniteNumberException">A number is NaN or infinite: <see cref="TraceCheck"/> refuses such records.</exception>
    public static byte[] Render(FlightTrace trace)
    {
        long room = BytesOfHead + (long)BytesPerRecord * trace.Records.Length;
        using var json = new CanonicalJsonWriter(initialCapacityBytes: (int)Math.Min(room, MaxFirstRoom));
        json.StartObject();
        Write(json, trace.Mission);
        Write(json, trace.Provenance);
        json.StartArray("records");
        foreach (ref readonly TraceRecord record in trace.Records.AsSpan())
            Write(json, record);
        json.EndArray();
        json.Text("schema_version", FlightTraceContract.Version);
        json.Text("trace_id", trace.TraceId);
        json.EndObject();
        return json.Finish();
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
