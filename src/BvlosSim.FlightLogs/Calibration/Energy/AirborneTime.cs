using System.Collections.Immutable;
using BvlosSim.FlightLogs.Segmentation;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>
/// When an aircraft was in the air. On the ground with idling motors it looks as if it hovered, at a tenth of the power: so before it has
/// left the place of its start by some metres, once it is back at that of its landing, and wherever it stays at one place with far less power
/// than it flies with, it is not taken to fly; nor, where no power was read, between a landing and the next climb.
/// </summary>
internal static class AirborneTime
{
    /// <summary>Tells for each record whether the aircraft was in the air; nowhere in a trace without altitudes.</summary>
    public static bool[] Of(FlightTrace trace, PhaseSegments segments, PowerReadings power)
    {
        ImmutableArray<TraceRecord> records = trace.Records;
        bool[] airborne = new bool[records.Length];
        double? startM = FirstAltitude(records);
        double? endM = FirstAltitude(records.Reverse());
        if (startM is null || endM is null)
            return airborne;
        int first = 0;
        while (first < records.Length && !IsAway(records[first], startM.Value))
            first++;
        int last = records.Length - 1;
        while (last > first && !IsAway(records[last], endM.Value))
            last--;
        for (int i = first; i <= last; i++)
            airborne[i] = true;
        var stops = new GroundStops(records, power, airborne);
        ExcludeStops(segments, stops);
        stops.Exclude();
        return airborne;
    }

    private static double? FirstAltitude(IEnumerable<TraceRecord> records) => records.Select(r => r.AltitudeAmslM).FirstOrDefault(a => a is not null);

    private static bool IsAway(in TraceRecord record, double groundM) =>
        record.AltitudeAmslM >= groundM + EnergyLimits.AirborneHeightM || record.GroundspeedMps >= EnergyLimits.AirborneSpeedMps;

    /// <summary>
    /// A loiter that follows a landing is a stop on the ground, until something rises or moves; flying by hand in between is neither. A
    /// descent straight down counts as a landing too, so it is the power that tells a hover after it.
    /// </summary>
    private static void ExcludeStops(PhaseSegments segments, GroundStops stops)
    {
        FlightPhase before = FlightPhase.Unknown;
        foreach (PhaseSegment segment in segments.Segments)
        {
            if (segment.Phase == FlightPhase.Unknown)
                continue;
            if (segment.Phase == FlightPhase.Loiter && before == FlightPhase.Landing)
            {
                stops.ExcludeStay(segment.StartIndex, segment.RecordCount);
                continue;
            }

            before = segment.Phase;
        }
    }
}
