using System.Collections.Immutable;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.FlightLogs.Segmentation;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Validation;

/// <summary>The mean speeds of the second version of the contract. The two sides weigh differently, by time and by record.</summary>
internal static class MeanSpeeds
{
    /// <summary>Mean over time of the legs that have a speed, m/s; null when they take no time.</summary>
    public static double? OfLegs(IEnumerable<Leg> legs)
    {
        double wayM = 0.0;
        double timeS = 0.0;
        foreach (Leg leg in legs)
        {
            if (leg.Track is not { } track)
                continue;
            wayM += track.GroundspeedMps * leg.TimeS;
            timeS += leg.TimeS;
        }

        return timeS == 0.0 ? null : wayM / timeS;
    }

    /// <summary>Mean over the records that have a speed, m/s; null when none has.</summary>
    public static double? OfRecords(IEnumerable<TraceRecord> records)
    {
        double sum = 0.0;
        int count = 0;
        foreach (TraceRecord record in records)
        {
            if (record.GroundspeedMps is not { } speedMps)
                continue;
            sum += speedMps;
            count++;
        }

        return count == 0 ? null : sum / count;
    }
}

/// <summary>The measure of the second version of the contract: a segment ends with its last record, and its speed is the mean over its records.</summary>
/// <param name="records">The records of the trace.</param>
internal sealed class RecordMeasure(ImmutableArray<TraceRecord> records) : IPhaseMeasure
{
    /// <inheritdoc />
    public double DurationS(PhaseSegment segment) => segment.DurationS;

    /// <inheritdoc />
    public double? SpeedMps(ImmutableArray<PhaseSegment> segments) =>
        MeanSpeeds.OfRecords(segments.SelectMany(s => records.Skip(s.StartIndex).Take(s.RecordCount)));

    /// <inheritdoc />
    public double? SpeedMps(ImmutableArray<Leg> legs) => MeanSpeeds.OfLegs(legs);
}
