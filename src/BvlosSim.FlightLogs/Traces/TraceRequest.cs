using System.Collections.Immutable;

namespace BvlosSim.FlightLogs.Traces;

/// <summary>What a trace is to be made of.</summary>
public sealed record TraceRequest
{
    /// <summary>Identifier of the trace.</summary>
    public required string TraceId { get; init; }

    /// <summary>Version of the program.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The mission and vehicle that were flown; null = not stated.</summary>
    public MissionReference? Mission { get; init; }

    /// <summary>Number of the receiver; null = number 0, else the least, of those with a position.</summary>
    public long? GpsInstance { get; init; }

    /// <summary>Number of the battery; null = number 0, else the least, of those that ever have a voltage.</summary>
    public long? BatteryInstance { get; init; }

    /// <summary>Number of the flight in the log, 1-based; null = the one with the most positions.</summary>
    public int? FlightNumber { get; init; }
}

/// <summary>A trace, and what its maker should know of it.</summary>
/// <param name="Head">The trace without its records.</param>
/// <param name="Records">Its records, made anew each time they are gone through, so that a long trace need not be held.</param>
/// <param name="Warnings">What was chosen, dropped or missing in the log, one sentence each.</param>
public sealed record BuiltTrace(FlightTrace Head, IEnumerable<TraceRecord> Records, ImmutableArray<string> Warnings)
{
    /// <summary>The trace as a whole, made anew with each call.</summary>
    public FlightTrace Trace() => Head with { Records = [.. Records] };
}
