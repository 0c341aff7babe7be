using System.Collections.Immutable;

namespace BvlosSim.FlightLogs.Traces;

/// <summary>What was flown: one record per satellite fix (<c>flight-trace.v1</c>). Immutable.</summary>
public sealed record FlightTrace
{
    /// <summary>Identifier.</summary>
    public required string TraceId { get; init; }

    /// <summary>Where the trace came from.</summary>
    public required TraceProvenance Provenance { get; init; }

    /// <summary>The mission and the vehicle that were flown; null = not stated.</summary>
    public MissionReference? Mission { get; init; }

    /// <summary>The records, their times strictly increasing; may be empty in a trace that was read from a file.</summary>
    public ImmutableArray<TraceRecord> Records { get; init; } = [];
}

/// <summary>Where a trace came from.</summary>
public sealed record TraceProvenance
{
    /// <summary>How the log was written: a token of <see cref="LogFormatTokens"/>, or any other text in a foreign trace.</summary>
    public required string SourceFormat { get; init; }

    /// <summary>SHA-256 of the log's bytes, 64 hex digits.</summary>
    public required string RawLogSha256 { get; init; }

    /// <summary>Name of the log file, without its folder.</summary>
    public required string RawLogFilename { get; init; }

    /// <summary>Version of the program that made the trace.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>What the reader assumed, one sentence each.</summary>
    public ImmutableArray<string> ParsingAssumptions { get; init; } = [];

    /// <summary>
    /// What of the log the trace lacks, as its maker stated it: <c>truncated</c> or <c>damaged</c> and how much; null when the log was
    /// complete, or a foreign trace does not tell.
    /// </summary>
    public string? LogDefect =>
        TraceAssumptions.CompletenessIn(this) is { } stated && !stated.StartsWith("complete", StringComparison.Ordinal) ? stated : null;

    /// <summary>The values that no record has, by name, in the order of <see cref="TraceFields.Optional"/>.</summary>
    public ImmutableArray<string> MissingFields { get; init; } = [];
}

/// <summary>The files that a trace is a flight of.</summary>
/// <param name="MissionFile">Path of the mission.</param>
/// <param name="MissionSha256">SHA-256 of its bytes, 64 hex digits; null = not stated.</param>
/// <param name="VehicleFile">Path of the vehicle; null = not stated.</param>
/// <param name="VehicleSha256">SHA-256 of its bytes, 64 hex digits; null = not stated.</param>
public sealed record MissionReference(string MissionFile, string? MissionSha256, string? VehicleFile, string? VehicleSha256);
