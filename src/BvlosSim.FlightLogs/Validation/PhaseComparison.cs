using System.Collections.Immutable;
using BvlosSim.Documents.Rendering;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.FlightLogs.Segmentation;

namespace BvlosSim.FlightLogs.Validation;

/// <summary>The legs of one phase of an estimate beside the segments of a trace that stand for them.</summary>
/// <param name="Leg">The phase of the legs.</param>
/// <param name="TimeS">Summed durations, seconds.</param>
/// <param name="MeanGroundspeedMps">Mean speed over ground, m/s.</param>
/// <param name="PredictedLegCount">Number of legs.</param>
/// <param name="ObservedSegmentCount">Number of segments.</param>
public sealed record PhaseComparison(
    LegPhase Leg, Comparison TimeS, Comparison MeanGroundspeedMps, int PredictedLegCount, int ObservedSegmentCount)
{
    /// <summary>The contract's name of the phase.</summary>
    public string Name => LegTokens.Phases.NameOf(Leg);
}

/// <summary>How durations and speeds of a phase are measured: the versions of the report differ in it.</summary>
internal interface IPhaseMeasure
{
    /// <summary>Duration of a segment, seconds.</summary>
    double DurationS(PhaseSegment segment);

    /// <summary>Mean speed of segments over ground, m/s; null when it is not known.</summary>
    double? SpeedMps(ImmutableArray<PhaseSegment> segments);

    /// <summary>Mean speed of legs over ground, m/s; null when there is none.</summary>
    double? SpeedMps(ImmutableArray<Leg> legs);
}

/// <summary>Compares an estimate with a trace phase by phase.</summary>
internal static class PhaseComparisons
{
    /// <summary>One comparison for each phase that either side has, sorted by name.</summary>
    public static ImmutableArray<PhaseComparison> Of(ImmutableArray<Leg> legs, PhaseSegments segments, IPhaseMeasure measure)
    {
        ILookup<LegPhase, Leg> predicted = legs.ToLookup(l => l.Phase);
        ILookup<LegPhase, PhaseSegment> observed = segments.Segments.Where(s => s.Leg is not null).ToLookup(s => s.Leg!.Value);
        return
        [
            .. predicted.Select(g => g.Key)
                .Union(observed.Select(g => g.Key))
                .Select(leg => Compare(leg, [.. predicted[leg]], [.. observed[leg]], measure))
                .OrderBy(c => c.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Total durations of the phases that no leg stands for, sorted by name, one sentence each.</summary>
    public static IEnumerable<string> UnmappedNotes(PhaseSegments segments, IPhaseMeasure measure) => segments.Segments
        .Where(s => s.Leg is null)
        .GroupBy(s => FlightPhases.Set.NameOf(s.Phase))
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => $"Observed phase `{g.Key}` has no counterpart in the estimate: {ReportText.Fixed(g.Sum(measure.DurationS))} s.");

    private static PhaseComparison Compare(LegPhase phase, ImmutableArray<Leg> legs, ImmutableArray<PhaseSegment> segments, IPhaseMeasure measure) => new(
        phase,
        new Comparison(legs.IsEmpty ? null : legs.Sum(l => l.TimeS), segments.IsEmpty ? null : segments.Sum(measure.DurationS)),
        new Comparison(measure.SpeedMps(legs), measure.SpeedMps(segments)),
        legs.Length,
        segments.Length);
}
