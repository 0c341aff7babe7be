using System.Collections.Immutable;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Validation.Flown;

/// <summary>A sound prediction beside the flight alone, aligned (<c>validation-report.v3</c>). Immutable.</summary>
public sealed record FlownReport
{
    /// <summary>The version of the contract.</summary>
    public const string Version = "validation-report.v3";

    /// <summary>Identifier.</summary>
    public required string ValidationId { get; init; }

    /// <summary>Version of the program.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>Identifier of the trace.</summary>
    public required string TraceId { get; init; }

    /// <summary>The files that were flown, as the trace states them.</summary>
    public required MissionReference Mission { get; init; }

    /// <summary>Where the trace came from; for people, no part of the contract.</summary>
    public required TraceProvenance Provenance { get; init; }

    /// <summary>Number of records of the trace.</summary>
    public required int ObservedRecordCount { get; init; }

    /// <summary>The flown part of the trace; null = it never leaves its place.</summary>
    public required FlownSpan? Span { get; init; }

    /// <summary>How much of the flight the trace holds.</summary>
    public required FlightCoverage Coverage { get; init; }

    /// <summary>Time of the first record of <see cref="Span"/>, seconds; null without a span.</summary>
    public required double? StartTimeS { get; init; }

    /// <summary>Time of the last record of <see cref="Span"/>, seconds; null without a span.</summary>
    public required double? EndTimeS { get; init; }

    /// <summary>The mission as a whole, in the order of <see cref="MissionMetrics.All"/>.</summary>
    public required ImmutableArray<Comparison> Metrics { get; init; }

    /// <summary>Battery charge used, percentage points: whatever the charge at takeoff was.</summary>
    public required Comparison BatteryUsedPoints { get; init; }

    /// <summary>The two flights side by side; null when there is nothing to align.</summary>
    public required FlightAlignment? Alignment { get; init; }

    /// <summary>Phase by phase, sorted by name.</summary>
    public required ImmutableArray<PhaseComparison> Phases { get; init; }

    /// <summary>The verdict.</summary>
    public required Acceptance Acceptance { get; init; }

    /// <summary>What could not be compared, one sentence each.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>What the trace lacks, and what could not be compared.</summary>
    public ImmutableArray<string> AllNotes => [.. Coverage.Notes, .. Notes];
}
