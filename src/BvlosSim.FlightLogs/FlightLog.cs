using System.Collections.Immutable;
using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs;

/// <summary>What was read of a flight log. Immutable.</summary>
public sealed record FlightLog
{
    /// <summary>How it is written.</summary>
    public required LogFormat Format { get; init; }

    /// <summary>Path of the file.</summary>
    public required string Path { get; init; }

    /// <summary>Its size in bytes.</summary>
    public required long LengthBytes { get; init; }

    /// <summary>SHA-256 of its bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What it holds.</summary>
    public required LogInventory Inventory { get; init; }

    /// <summary>What a trace is made of.</summary>
    public required LogRows Rows { get; init; }

    /// <summary>What the reader had to decide, one sentence each: where units came from, which of several messages was read, what counts as absent.</summary>
    public ImmutableArray<string> Assumptions { get; init; } = [];

    /// <summary>Those of the <see cref="Assumptions"/> that a person must know before the log is used.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}
