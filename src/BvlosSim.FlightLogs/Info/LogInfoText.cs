using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BvlosSim.FlightLogs.Flights;
using BvlosSim.FlightLogs.Reading;

namespace BvlosSim.FlightLogs.Info;

/// <summary>A <see cref="LogInfo"/> for a person at a terminal.</summary>
public static class LogInfoText
{
    private const int ListedStretches = 10;
    private const int ListedChanges = 20;
    private const int ListedModes = 40;
    private const int ListedFlights = 40;

    // What an autopilot counts in parameters while it flies: nobody has changed these.
    private const string Counters = "STAT_";
    private const int Columns = 100;
    private const string Gps = "GPS";

    /// <summary>Renders the text.</summary>
    public static byte[] Render(LogInfo info)
    {
        var text = new StringBuilder();
        AppendFile(text, info);
        AppendFlights(text, info);
        AppendStreams(text, Gps, info.Receivers);
        AppendStreams(text, "battery", info.Batteries);
        AppendModes(text, info);
        AppendChanges(text, info.Log.Inventory.ParameterChanges);
        AppendDamage(text, info.Log.Inventory);
        foreach (string note in info.Notes)
            Line(text, "note", note);
        AppendMessages(text, info.Log.Inventory.Messages);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void AppendFile(StringBuilder text, LogInfo info)
    {
        FlightLog log = info.Log;
        Line(text, "log", Printable(Path.GetFileName(log.Path)));
        Line(text, "format", $"{FormatName(log.Format)}, {LogText.Size(log.LengthBytes)}, {LogCompletenessTokens.Set.NameOf(log.Inventory.Completeness)}");
        Line(text, "sha256", log.Sha256);
        Line(text, "firmware", Printable(log.Inventory.Firmware ?? "not stated"));
        Line(text, "vehicle", VehicleKindTokens.Set.NameOf(log.Inventory.Vehicle));
        if (log.Inventory is { FirstTimeUs: { } first, LastTimeUs: { } last })
            Line(text, "time", $"{Seconds(first)} to {Seconds(last)} since power-up");
    }

    private static void AppendFlights(StringBuilder text, LogInfo info)
    {
        if (info.Flights.IsEmpty)
            Line(text, "flights", "none: the log holds no usable position");
        string receiver = info.Receivers.Length > 1 ? string.Create(CultureInfo.InvariantCulture, $", GPS {info.FlightReceiver}") : "";
        foreach (Flight flight in info.Flights.Take(ListedFlights))
        {
            string start = flight.StartUtc is { } utc ? LogText.Utc(utc) : "date unknown";
            Line(
                text,
                string.Create(CultureInfo.InvariantCulture, $"flight {flight.Number}"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{start}, {LogText.Duration(flight.DurationS)}, {flight.DistanceM / 1000.0:F2} km, {flight.FixCount} positions from {Seconds(flight.FirstFixUs)}{receiver}"));
        }

        AppendRest(text, "flight", info.Flights.Length - ListedFlights);
    }

    private static void AppendStreams(StringBuilder text, string what, ImmutableArray<SensorStream> streams)
    {
        if (streams.IsEmpty)
            Line(text, what, "none");
        foreach (SensorStream stream in streams)
        {
            string name = stream.Instance is { } number ? string.Create(CultureInfo.InvariantCulture, $"{what} {number}") : what;
            string rate = stream.RateHz is { } hertz ? string.Create(CultureInfo.InvariantCulture, $" at {hertz:0.##} Hz") : "";
            string fixes = what == Gps ? string.Create(CultureInfo.InvariantCulture, $", {stream.FixCount} positions") : "";
            Line(text, name, string.Create(CultureInfo.InvariantCulture, $"{stream.RowCount} messages{rate}{fixes}"));
        }
    }

    private static void AppendModes(StringBuilder text, LogInfo info)
    {
        if (info.Modes.IsEmpty)
            Line(text, "modes", "none");
        foreach (ModePeriod period in info.Modes.Take(ListedModes))
        {
            bool isUnnamed = info.Log.Inventory.Vehicle == VehicleKind.Unknown && period.Mode.All(char.IsAsciiDigit);
            string unnamed = isUnnamed ? " (a number: the log does not tell the kind of vehicle)" : "";
            Line(text, "mode", $"{FlightOf(info.Flights, period.Boot)}{Seconds(period.StartUs)}  {Printable(period.Mode)}{unnamed}");
        }

        AppendRest(text, "mode", info.Modes.Length - ListedModes);
    }

    // The clock starts anew with every flight: of several, a time alone would not say which.
    private static string FlightOf(ImmutableArray<Flight> flights, int boot)
    {
        if (flights.Length < 2)
            return "";
        Flight? flight = flights.FirstOrDefault(f => f.Boot == boot);
        return flight is null ? "no flight, " : string.Create(CultureInfo.InvariantCulture, $"flight {flight.Number}, ");
    }

    private static void AppendChanges(StringBuilder text, ImmutableArray<ParameterChange> changes)
    {
        ParameterChange[] set = [.. changes.Where(c => !c.Name.StartsWith(Counters, StringComparison.Ordinal))];
        foreach (ParameterChange change in set.Take(ListedChanges))
        {
            string when = change.TimeUs is { } timeUs ? Seconds(timeUs) + "  " : "";
            Line(text, "parameter", string.Create(CultureInfo.InvariantCulture, $"{when}{Printable(change.Name)}: {change.OldValue:G9} -> {change.NewValue:G9}"));
        }

        AppendRest(text, "parameter", set.Length - ListedChanges);
        if (changes.Length > set.Length)
            Line(text, "parameter", string.Create(CultureInfo.InvariantCulture, $"and {changes.Length - set.Length} changes of the counters {Counters}…; --format json lists them"));
    }

    private static void AppendDamage(StringBuilder text, LogInventory inventory)
    {
        foreach (SkippedBytes skipped in inventory.Skipped.Take(ListedStretches))
            Line(text, "skipped", string.Create(CultureInfo.InvariantCulture, $"{skipped.Bytes} bytes at {skipped.OffsetBytes}: {Printable(skipped.Why)}"));
        if (inventory.SkippedCount > ListedStretches)
        {
            Line(
                text,
                "skipped",
                string.Create(CultureInfo.InvariantCulture, $"in all {inventory.SkippedCount} stretches, {inventory.SkippedBytesTotal} bytes; --format json lists more"));
        }
    }

    private static void AppendMessages(StringBuilder text, ImmutableArray<MessageCount> messages)
    {
        var line = new StringBuilder();
        foreach (MessageCount message in messages)
        {
            string entry = string.Create(CultureInfo.InvariantCulture, $"{LogText.Plain(message.Name)} {message.Count}");
            if (line.Length > 0 && line.Length + entry.Length > Columns)
            {
                Line(text, "messages", line.ToString());
                line.Clear();
            }

            line.Append(line.Length == 0 ? "" : ", ").Append(entry);
        }

        Line(text, "messages", line.Length == 0 ? "none" : line.ToString());
    }

    private static void AppendRest(StringBuilder text, string what, int rest)
    {
        if (rest > 0)
            Line(text, what, string.Create(CultureInfo.InvariantCulture, $"and {rest} more; --format json lists them"));
    }

    private static string FormatName(LogFormat format) => format switch
    {
        LogFormat.DataFlashText => "ArduPilot DataFlash, text",
        LogFormat.DataFlashBinary => "ArduPilot DataFlash, binary",
        _ => "PX4 ULog",
    };

    private static string Seconds(long timeUs) => string.Create(CultureInfo.InvariantCulture, $"{timeUs / 1e6:F3} s");

    /// <summary>Texts of a log may hold what would steer a terminal.</summary>
    private static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));

    private static void Line(StringBuilder text, string what, string value) => text.Append(what.PadRight(10)).Append("  ").Append(value).Append('\n');
}
