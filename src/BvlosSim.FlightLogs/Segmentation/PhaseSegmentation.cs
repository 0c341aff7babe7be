using System.Collections.Immutable;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Segmentation;

/// <summary>
/// Divides a trace into phases: the flight mode tells them, or where the mode only says that the autopilot flies, the motion. A single
/// record between two of one other phase joins them.
/// </summary>
public static class PhaseSegmentation
{
    private static readonly (string Name, Func<TraceRecord, bool> IsPresent)[] Sources =
    [
        ("alt_amsl_m", r => r.AltitudeAmslM is not null),
        ("flight_mode", r => r.FlightMode is not null),
        ("groundspeed_mps", r => r.GroundspeedMps is not null),
    ];

    /// <summary>Segments a trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="modes">The flight modes that are known.</param>
    public static PhaseSegments Segment(FlightTrace trace, ModeTable modes)
    {
        FlightPhase[] phases = new FlightPhase[trace.Records.Length];
        for (int i = 0; i < phases.Length; i++)
            phases[i] = ModePhases.PhaseOf(modes, trace.Records[i].FlightMode) ?? OfMotion(trace.Records, i);
        Smooth(phases);
        return new PhaseSegments
        {
            TraceId = trace.TraceId,
            Segments = Runs(trace.Records, phases),
            SourceFieldsUsed = [.. Sources.Where(s => trace.Records.Any(s.IsPresent)).Select(s => s.Name)],
            UnknownRecordCount = phases.Count(p => p == FlightPhase.Unknown),
        };
    }

    private static FlightPhase OfMotion(ImmutableArray<TraceRecord> records, int index) =>
        MotionPhase.Of(VerticalRateMps(records, index), records[index].GroundspeedMps);

    /// <summary>The rate between the neighbours of a record; at the ends of the trace between the record and its one neighbour.</summary>
    private static double? VerticalRateMps(ImmutableArray<TraceRecord> records, int index)
    {
        int before = Math.Max(index - 1, 0);
        int after = Math.Min(index + 1, records.Length - 1);
        // Null when an altitude is; a trace of one record has no rate.
        return before == after
            ? null
            : (records[after].AltitudeAmslM - records[before].AltitudeAmslM) / (records[after].TimeS - records[before].TimeS);
    }

    /// <summary>Each record sees its predecessor as already smoothed, so that an alternation takes the phase of its first record.</summary>
    private static void Smooth(Span<FlightPhase> phases)
    {
        for (int i = 1; i < phases.Length - 1; i++)
        {
            if (phases[i - 1] == phases[i + 1])
                phases[i] = phases[i - 1];
        }
    }

    private static ImmutableArray<PhaseSegment> Runs(ImmutableArray<TraceRecord> records, ReadOnlySpan<FlightPhase> phases)
    {
        ImmutableArray<PhaseSegment>.Builder segments = ImmutableArray.CreateBuilder<PhaseSegment>();
        int start = 0;
        for (int i = 1; i <= phases.Length; i++)
        {
            if (i < phases.Length && phases[i] == phases[start])
                continue;
            segments.Add(new PhaseSegment(phases[start], start, i - 1, records[start].TimeS, records[i - 1].TimeS));
            start = i;
        }

        return segments.DrainToImmutable();
    }
}
