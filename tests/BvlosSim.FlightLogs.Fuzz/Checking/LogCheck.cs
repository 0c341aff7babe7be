using BvlosSim.FlightLogs.Files;
using BvlosSim.FlightLogs.Info;
using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Fuzz.Checking;

/// <summary>How a log ended.</summary>
internal enum Outcome
{
    /// <summary>It was refused, with a reason.</summary>
    Refused,

    /// <summary>It was read, and holds no flight that a trace could be made of.</summary>
    Read,

    /// <summary>A trace was made.</summary>
    Traced,
}

/// <summary>Reads a log as the program does, from its bytes to all outputs, and holds all of it to the rules.</summary>
internal static class LogCheck
{
    private const string Version = "0";
    private const int DeepCheckOneIn = 16;

    /// <summary>Reads one.</summary>
    /// <param name="bytes">The log.</param>
    /// <param name="index">Its number, which decides on its name and on the costlier checks.</param>
    /// <exception cref="RuleBrokenException">A rule is broken.</exception>
    public static Outcome Run(ReadOnlyMemory<byte> bytes, long index)
    {
        string path = (index % 4) switch
        {
            0 => "/logs/a.log",
            1 => "/logs/a.ulg",
            _ => "/logs/a.bin",
        };
        if (Read(path, bytes) is not { } log)
            return Outcome.Refused;
        Invariants.Check(log, bytes.Length);
        byte[] json = Tell(log);
        bool isDeep = index % DeepCheckOneIn == 0;
        if (isDeep && (ReadForSummary(path, bytes) is not { } again || !Tell(again).AsSpan().SequenceEqual(json)))
            throw new RuleBrokenException("read twice, a log tells the same, with what a trace needs and without");
        return Trace(log, isDeep) ? Outcome.Traced : Outcome.Read;
    }

    private static FlightLog? Read(string path, ReadOnlyMemory<byte> bytes)
    {
        using var file = LogFile.InMemory(path, bytes);
        FlightLog? log = FlightLogReader.Read(file, out LogRefusal? refusal, CancellationToken.None);
        if (log is null != refusal is not null || refusal is { Description.Length: 0 } || refusal?.OffsetBytes > bytes.Length)
            throw new RuleBrokenException("a log is read, or refused with a reason at a place of the log");
        return log;
    }

    private static FlightLog? ReadForSummary(string path, ReadOnlyMemory<byte> bytes)
    {
        using var file = LogFile.InMemory(path, bytes);
        return FlightLogReader.ReadForSummary(file, out _, CancellationToken.None);
    }

    private static byte[] Tell(FlightLog log)
    {
        LogInfo info = LogInfo.Of(log);
        Invariants.Check(info, log);
        Invariants.CheckIsPlain(LogInfoFormats.Render(info, LogInfoFormat.Text, Version));
        byte[] json = LogInfoFormats.Render(info, LogInfoFormat.Json, Version);
        Invariants.CheckIsJson(json);
        return json;
    }

    private static bool Trace(FlightLog log, bool isDeep)
    {
        var request = new TraceRequest { TraceId = "fuzz", ToolVersion = Version };
        BuiltTrace? built = TraceBuilder.Build(log, request, out LogRefusal? refusal);
        if (built is null != refusal is not null)
            throw new RuleBrokenException("a trace is made, or refused with a reason");
        if (built is null)
            return false;
        FlightTrace trace = built.Trace();
        Invariants.Check(trace, log);
        byte[] json = FlightTraceJson.Render(trace);
        if (isDeep)
            Invariants.CheckIsRead(json, trace);
        return true;
    }
}
