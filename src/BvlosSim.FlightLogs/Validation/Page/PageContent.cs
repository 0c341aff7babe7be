using System.Collections.Immutable;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.FlightLogs.Validation.Flown;

namespace BvlosSim.FlightLogs.Validation.Page;

/// <summary>What the page shows of a report, whatever its version.</summary>
internal sealed record PageContent
{
    /// <summary>The version of the contract of the report.</summary>
    public required string Version { get; init; }

    /// <summary>Identifier of the report.</summary>
    public required string ValidationId { get; init; }

    /// <summary>Version of the program.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>Identifier of the trace.</summary>
    public required string TraceId { get; init; }

    /// <summary>The files that were flown.</summary>
    public required MissionReference Mission { get; init; }

    /// <summary>Where the trace came from.</summary>
    public required TraceProvenance Provenance { get; init; }

    /// <summary>The mission as a whole, in the order of <see cref="MissionMetrics.All"/>.</summary>
    public required ImmutableArray<Comparison> Metrics { get; init; }

    /// <summary>Phase by phase, as the report has it.</summary>
    public required ImmutableArray<PhaseComparison> Phases { get; init; }

    /// <summary>The verdict.</summary>
    public required Acceptance Acceptance { get; init; }

    /// <summary>What could not be compared.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>The flights side by side; null where the report has none.</summary>
    public FlightAlignment? Alignment { get; init; }

    /// <summary>What the page shows of <c>validation-report.v2</c>.</summary>
    public static PageContent Of(ValidationReport report) => new()
    {
        Version = ValidationReport.Version,
        ValidationId = report.ValidationId,
        ToolVersion = report.ToolVersion,
        TraceId = report.TraceId,
        Mission = report.Mission,
        Provenance = report.Provenance,
        Metrics = report.Metrics,
        Phases = report.Phases,
        Acceptance = report.Acceptance,
        Notes = report.Notes,
    };

    /// <summary>What the page shows of <c>validation-report.v3</c>.</summary>
    public static PageContent Of(FlownReport report) => new()
    {
        Version = FlownReport.Version,
        ValidationId = report.ValidationId,
        ToolVersion = report.ToolVersion,
        TraceId = report.TraceId,
        Mission = report.Mission,
        Provenance = report.Provenance,
        Metrics = report.Metrics,
        Phases = report.Phases,
        Acceptance = report.Acceptance,
        Notes = report.Notes,
        Alignment = report.Alignment,
    };
}
