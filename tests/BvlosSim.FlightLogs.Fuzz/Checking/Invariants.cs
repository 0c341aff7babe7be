using System.Text.Json;
using BvlosSim.Documents.Loading;
using BvlosSim.FlightLogs.Info;
using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Rows;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Fuzz.Checking;

/// <summary>What holds for every log, whatever is in it.</summary>
internal static class Invariants
{
    /// <summary>Holds what was read of a log to the rules.</summary>
    public static void Check(FlightLog log, long lengthBytes)
    {
        Must(log.LengthBytes == lengthBytes && log.Sha256.Length == 64, "the log has its length and a hash");
        Check(log.Inventory, lengthBytes);
        Check(log.Rows, lengthBytes);
    }

    /// <summary>Holds what is told of a log to the rules.</summary>
    public static void Check(LogInfo info, FlightLog log)
    {
        Must(info.Flights.Sum(f => (long)f.FixCount) <= log.Rows.Gps.Length, "flights have no more positions than the log");
        Must(info.Flights.All(f => f.DurationS >= 0.0 && f.DistanceM >= 0.0 && double.IsFinite(f.DistanceM)), "no flight is shorter than nothing");
        Must(info.Receivers.Sum(s => (long)s.RowCount) == log.Rows.Gps.Length, "each GPS row is of one receiver");
        Must(info.Batteries.Sum(s => (long)s.RowCount) == log.Rows.Battery.Length, "each battery row is of one battery");
    }

    /// <summary>Holds a trace to the rules.</summary>
    public static void Check(FlightTrace trace, FlightLog log)
    {
        Must(!trace.Records.IsEmpty && trace.Records.Length <= log.Rows.Gps.Length, "a record for a GPS row at most, and one at least");
        Must(trace.Records[0].TimeS == 0.0, "the first record is at 0 s");
        Must(TraceCheck.FirstViolation(trace.Records) is null, "the records keep their contract, and their times increase");
    }

    /// <summary>Reads a trace again as its users do.</summary>
    public static void CheckIsRead(byte[] json, FlightTrace trace)
    {
        LoadResult<LoadedDocument> loaded = DocumentLoader.Parse(json, DocumentFormat.Json, "/trace.json", FlightTraceContract.Contract.InputName);
        Must(loaded.Error is null, "the trace is a document");
        LoadResult<FlightTrace> bound = FlightTraceContract.Contract.Bind(loaded.Value!);
        Must(bound.Error is null, "the trace keeps its contract: " + bound.Error?.Message);
        Must(bound.Value!.Records.Length == trace.Records.Length, "the trace has its records");
    }

    /// <summary>Walks through JSON.</summary>
    public static void CheckIsJson(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
            Must(reader.TokenType != JsonTokenType.None, "JSON");
    }

    /// <summary>Looks for what would steer a terminal.</summary>
    public static void CheckIsPlain(byte[] text) =>
        Must(text.AsSpan().IndexOfAnyInRange((byte)0, (byte)9) < 0 && text.AsSpan().IndexOfAnyInRange((byte)11, (byte)31) < 0, "the text steers no terminal");

    private static void Check(LogInventory inventory, long lengthBytes)
    {
        long end = 0;
        foreach (SkippedBytes skipped in inventory.Skipped)
        {
            Must(skipped.OffsetBytes >= end || skipped.Bytes == 0 || IsOfTime(skipped), "skipped stretches are in order and apart");
            Must(skipped.OffsetBytes >= 0 && skipped.Bytes >= 0 && skipped.OffsetBytes + skipped.Bytes <= lengthBytes, "skipped stretches are in the log");
            Must(skipped.Why.Length > 0, "skipped stretches have a reason");
            end = IsOfTime(skipped) ? end : skipped.OffsetBytes + skipped.Bytes;
        }

        Must(inventory.SkippedBytesTotal >= 0 && inventory.SkippedBytesTotal <= lengthBytes, "no more is skipped than there is");
        Must(inventory.SkippedCount >= inventory.Skipped.Length, "all that is listed is counted");
        bool isComplete = inventory.Completeness == LogCompleteness.Complete;
        Must(isComplete ? inventory.SkippedBytesTotal == 0 : inventory.SkippedCount > 0, "complete is what has no bytes skipped");
        Must(inventory.Messages.All(m => m.Count >= 0) && inventory.Messages.Sum(m => m.Count) <= lengthBytes, "no more messages than bytes");
        Must(inventory.FirstTimeUs is null == inventory.LastTimeUs is null && !(inventory.FirstTimeUs > inventory.LastTimeUs), "the first time is not after the last");
    }

    // Rows that are dropped for their time span other messages, which were read.
    private static bool IsOfTime(SkippedBytes skipped) => skipped.Why.StartsWith("The time of the message", StringComparison.Ordinal);

    private static void Check(LogRows rows, long lengthBytes)
    {
        Must((long)rows.Gps.Length + rows.Battery.Length + rows.Modes.Length + rows.Wind.Length <= lengthBytes, "no more rows than bytes");
        Must(AreInOrder(rows.Gps.Select(r => r.Boot)) && AreInOrder(rows.Modes.Select(r => r.Boot)), "starts of the autopilot follow one another");
        Must(AreInOrder(rows.Battery.Select(r => r.Boot)) && AreInOrder(rows.Wind.Select(r => r.Boot)), "starts of the autopilot follow one another");
    }

    private static bool AreInOrder(IEnumerable<int> boots)
    {
        int last = 0;
        foreach (int boot in boots)
        {
            if (boot < last)
                return false;
            last = boot;
        }

        return true;
    }

    private static void Must(bool holds, string rule)
    {
        if (!holds)
            throw new RuleBrokenException(rule);
    }
}
