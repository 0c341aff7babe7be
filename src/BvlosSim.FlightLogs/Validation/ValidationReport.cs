using System.Collections.Immutable;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Validation;

/// <summary>A prediction beside the flight (<c>validation-report.v2</c>). Immutable.</summary>
public sealed record ValidationReport
{
    /// <summary>The version of the contract.</summary>
    public const string Version = "validation-report.v2";

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

    /// <summary>The mission as a whole, in the order of <see cref="MissionMetrics.All"/>.</summary>
    public required ImmutableArray<Comparison> Metrics { get; init; }

    /// <summary>Phase by phase, sorted by name.</summary>
    public required ImmutableArray<PhaseComparison> Phases { get; init; }

    /// <summary>The verdict.</summary>
    public required Acceptance Acceptance { get; init; }

    /// <summary>What could not be compared, one sentence each.</summary>
    public required ImmutableArray<string> Notes { get; init; }
}
