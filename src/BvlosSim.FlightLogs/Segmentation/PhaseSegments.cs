using System.Collections.Immutable;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.FlightLogs.Segmentation;

/// <summary>A stretch of a trace whose records share one phase.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="StartIndex">Index of the first record.</param>
/// <param name="EndIndex">Index of the last record, included.</param>
/// <param name="StartTimeS">Time of the first record, seconds.</param>
/// <param name="EndTimeS">Time of the last record, seconds.</param>
public sealed record PhaseSegment(FlightPhase Phase, int StartIndex, int EndIndex, double StartTimeS, double EndTimeS)
{
    /// <summary>Number of records.</summary>
    public int RecordCount => EndIndex - StartIndex + 1;

    /// <summary>Seconds from the first record to the last; the step to the next segment belongs to neither.</summary>
    public double DurationS => EndTimeS - StartTimeS;

    /// <summary>The legs of an estimate that are compared with it; null = none.</summary>
    public LegPhase? Leg => FlightPhases.LegOf(Phase);
}

/// <summary>The phases of a flight (<c>phase-segments.v1</c>).</summary>
public sealed record PhaseSegments
{
    /// <summary>Identifier of the trace.</summary>
    public required string TraceId { get; init; }

    /// <summary>The segments, gapless and in order; empty for a trace without records.</summary>
    public required ImmutableArray<PhaseSegment> Segments { get; init; }

    /// <summary>The values that took part and that at least one record has, by key, sorted.</summary>
    public required ImmutableArray<string> SourceFieldsUsed { get; init; }

    /// <summary>Number of records of unknown phase.</summary>
    public required int UnknownRecordCount { get; init; }
}
