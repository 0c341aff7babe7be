using System.Collections.Immutable;
using BvlosSim.Documents.Json;
using BvlosSim.FlightLogs.Flights;
using BvlosSim.FlightLogs.Reading;

namespace BvlosSim.FlightLogs.Info;

/// <summary>The canonical JSON of a <see cref="LogInfo"/>: <c>log-info.v1</c>.</summary>
public static class LogInfoJson
{
    /// <summary>Renders the document.</summary>
    /// <param name="info">What the log holds.</param>
    /// <param name="toolVersion">Version of the program.</param>
    public static byte[] Render(LogInfo info, string toolVersion)
    {
        FlightLog log = info.Log;
        LogInventory inventory = log.Inventory;
        using var json = new CanonicalJsonWriter();
        json.StartObject();
        json.Texts("assumptions", info.Notes);
        WriteStreams(json, "batteries", info.Batteries, isReceiver: false);
        json.Integer("bytes", log.LengthBytes);
        json.Text("completeness", LogCompletenessTokens.Set.NameOf(inventory.Completeness));
        json.Text("file", Path.GetFileName(log.Path));
        json.Text("firmware", inventory.Firmware);
        json.Number("first_time_s", Seconds(inventory.FirstTimeUs));
        json.Integer("flight_gps_instance", info.FlightReceiver);
        WriteFlights(json, info.Flights);
        json.Text("format", LogFormatTokens.Set.NameOf(log.Format));
        WriteStreams(json, "gps_receivers", info.Receivers, isReceiver: true);
        json.Number("last_time_s", Seconds(inventory.LastTimeUs));
        WriteMessages(json, inventory.Messages);
        WriteModes(json, info.Modes);
        WriteParameterChanges(json, inventory.ParameterChanges);
        json.Text("schema_version", LogInfo.Version);
        json.Text("sha256", log.Sha256);
        WriteSkipped(json, inventory);
        json.Text("tool_version", toolVersion);
        json.Text("vehicle", VehicleKindTokens.Set.NameOf(inventory.Vehicle));
        json.EndObject();
        return json.Finish();
    }

    private static void WriteStreams(CanonicalJsonWriter json, string key, ImmutableArray<SensorStream> streams, bool isReceiver)
    {
        json.StartArray(key);
        foreach (SensorStream stream in streams)
        {
            json.StartObject();
            if (isReceiver)
                json.Integer("fixes", stream.FixCount);
            json.Integer("instance", stream.Instance);
            json.Number("rate_hz", stream.RateHz);
            json.Integer("rows", stream.RowCount);
            json.EndObject();
        }

        json.EndArray();
    }

    private static void WriteFlights(CanonicalJsonWriter json, ImmutableArray<Flight> flights)
    {
        json.StartArray("flights");
        foreach (Flight flight in flights)
        {
            json.StartObject();
            json.Number("distance_m", flight.DistanceM);
            json.Number("duration_s", flight.DurationS);
            json.Integer("fixes", flight.FixCount);
            json.Integer("number", flight.Number);
            json.Number("start_s", Seconds(flight.FirstFixUs));
            json.Text("start_utc", flight.StartUtc is { } utc ? LogText.Utc(utc) : null);
            json.EndObject();
        }

        json.EndArray();
    }

    private static void WriteMessages(CanonicalJsonWriter json, ImmutableArray<MessageCount> messages)
    {
        json.StartObject("messages");
        foreach (IGrouping<string, MessageCount> message in messages.GroupBy(m => LogText.Plain(m.Name), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            json.Integer(message.Key, message.Sum(m => m.Count));
        json.EndObject();
    }

    private static void WriteModes(CanonicalJsonWriter json, ImmutableArray<ModePeriod> modes)
    {
        json.StartArray("modes");
        foreach (ModePeriod period in modes)
        {
            json.StartObject();
            json.Text("mode", period.Mode);
            json.Integer("power_up", period.Boot + 1);
            json.Number("start_s", Seconds(period.StartUs));
            json.EndObject();
        }

        json.EndArray();
    }

    private static void WriteParameterChanges(CanonicalJsonWriter json, ImmutableArray<ParameterChange> changes)
    {
        json.StartArray("parameter_changes");
        foreach (ParameterChange change in changes)
        {
            json.StartObject();
            json.Number("from", Finite(change.OldValue));
            json.Text("name", change.Name);
            json.Number("time_s", Seconds(change.TimeUs));
            json.Number("to", Finite(change.NewValue));
            json.EndObject();
        }

        json.EndArray();
    }

    private static void WriteSkipped(CanonicalJsonWriter json, LogInventory inventory)
    {
        json.StartArray("skipped");
        foreach (SkippedBytes skipped in inventory.Skipped)
        {
            json.StartObject();
            json.Integer("bytes", skipped.Bytes);
            json.Integer("offset", skipped.OffsetBytes);
            json.Text("why", skipped.Why);
            json.EndObject();
        }

        json.EndArray();
        json.Integer("skipped_bytes", inventory.SkippedBytesTotal);
        json.Integer("skipped_count", inventory.SkippedCount);
    }

    private static double? Seconds(long? timeUs) => timeUs / 1e6;

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
