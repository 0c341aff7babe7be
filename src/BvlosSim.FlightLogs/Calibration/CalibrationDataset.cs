using System.Collections.Immutable;
using System.Security.Cryptography;
using BvlosSim.FlightLogs.Segmentation;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Calibration;

/// <summary>
/// The identifier of a data set: the number of traces and a SHA-256 over their compact JSON and that of their phases. It does not depend
/// on the order of the traces.
/// </summary>
internal static class CalibrationDataset
{
    /// <summary>The identifier.</summary>
    public static string IdOf(ImmutableArray<SegmentedTrace> flights, CancellationToken cancellation)
    {
        var items = new List<byte[]>(flights.Length);
        foreach (SegmentedTrace flight in flights)
        {
            cancellation.ThrowIfCancellationRequested();
            items.Add(ItemOf(flight));
        }

        // The items are ASCII: the order of bytes is that of code points.
        items.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("{\"format\":\"calibration-dataset.v2\",\"items\":["u8);
        for (int i = 0; i < items.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            hash.AppendData(i == 0 ? "\""u8 : ",\""u8);
            AppendEscaped(hash, items[i]);
            hash.AppendData("\""u8);
        }

        hash.AppendData("]}"u8);
        return $"ds-{items.Count}-{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    /// <summary>An item is a text within the JSON: its quotes and backslashes are escaped, and it holds nothing else that must be.</summary>
    private static void AppendEscaped(IncrementalHash hash, ReadOnlySpan<byte> item)
    {
        while (true)
        {
            int plain = item.IndexOfAny((byte)'"', (byte)'\\');
            hash.AppendData(plain < 0 ? item : item[..plain]);
            if (plain < 0)
                return;
            hash.AppendData("\\"u8);
            hash.AppendData(item.Slice(plain, 1));
            item = item[(plain + 1)..];
        }
    }

    private static byte[] ItemOf(SegmentedTrace flight)
    {
        const int bytesPerRecord = 320;
        var json = new CompactJson(4096 + (bytesPerRecord * flight.Trace.Records.Length));
        json.Open('{');
        json.Key("segmentation");
        Write(json, flight.Segments);
        json.Key("trace");
        Write(json, flight.Trace);
        json.Close('}');
        return json.ToArray();
    }

    private static void Write(CompactJson json, PhaseSegments segments)
    {
        json.Open('{');
        json.Key("metadata");
        json.Open('{');
        json.Text("method", PhaseSegmentsJson.Method);
        json.Texts("source_fields_used", segments.SourceFieldsUsed);
        json.Integer("unknown_record_count", segments.UnknownRecordCount);
        json.Close('}');
        json.Text("schema_version", PhaseSegmentsJson.Version);
        json.Key("segments");
        json.Open('[');
        foreach (PhaseSegment segment in segments.Segments)
        {
            json.Open('{');
            json.Integer("end_index", segment.EndIndex);
            json.Number("end_time_s", segment.EndTimeS);
            json.Text("estimator_leg_phase", PhaseSegmentsJson.LegName(segment));
            json.Text("phase", FlightPhases.Set.NameOf(segment.Phase));
            json.Integer("record_count", segment.RecordCount);
            json.Integer("start_index", segment.StartIndex);
            json.Number("start_time_s", segment.StartTimeS);
            json.Close('}');
        }

        json.Close(']');
        json.Text("trace_id", segments.TraceId);
        json.Close('}');
    }

    private static void Write(CompactJson json, FlightTrace trace)
    {
        json.Open('{');
        json.Key("mission_ref");
        if (trace.Mission is { } mission)
        {
            json.Open('{');
            json.Text("mission_file", mission.MissionFile);
            json.Text("mission_sha256", mission.MissionSha256);
            json.Text("vehicle_file", mission.VehicleFile);
            json.Text("vehicle_sha256", mission.VehicleSha256);
            json.Close('}');
        }
        else
        {
            json.Null();
        }

        json.Key("provenance");
        json.Open('{');
        json.Texts("missing_fields", trace.Provenance.MissingFields);
        json.Texts("parsing_assumptions", trace.Provenance.ParsingAssumptions);
        json.Text("raw_log_filename", trace.Provenance.RawLogFilename);
        json.Text("raw_log_sha256", trace.Provenance.RawLogSha256);
        json.Text("source_format", trace.Provenance.SourceFormat);
        json.Text("tool_version", trace.Provenance.ToolVersion);
        json.Close('}');
        json.Key("records");
        json.Open('[');
        foreach (ref readonly TraceRecord record in trace.Records.AsSpan())
            Write(json, record);
        json.Close(']');
        json.Text("schema_version", FlightTraceContract.Version);
        json.Text("trace_id", trace.TraceId);
        json.Close('}');
    }

    private static void Write(CompactJson json, in TraceRecord record)
    {
        json.Open('{');
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
        json.Close('}');
    }
}
