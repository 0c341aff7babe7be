using System.Collections.Immutable;
using BvlosSim.FlightLogs.Calibration.Regression;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>A manner of flight that draws a power of its own; on its way an aircraft may climb and descend.</summary>
internal enum Manner
{
    /// <summary>At one place, level.</summary>
    Hovering,

    /// <summary>Straight up.</summary>
    Rising,

    /// <summary>Straight down.</summary>
    Sinking,

    /// <summary>On its way.</summary>
    Moving,
}

/// <summary>
/// Tells the manners of a flight apart, record by record. Speeds and rates are running medians, which take single readings away and leave
/// the moment of a change where it is.
/// </summary>
internal static class Manners
{
    // The median looks so far to either side, s, and a rate is taken over no less than the baseline, s.
    private const double MedianReachS = 2.0;
    private const double BaselineS = 1.0;

    // Neither looks at more records than these to either side: five times as many as the fastest receiver gives in that time.
    private const int MostNeighbours = 200;

    // What is shorter than this and between two pieces of one manner is of that manner, s.
    private const double ShortestS = 3.0;

    /// <summary>The manner at each record.</summary>
    public static Manner[] Of(ImmutableArray<TraceRecord> records)
    {
        double?[] speedsMps = RunningMedian(records, [.. records.Select(r => r.GroundspeedMps)]);
        double?[] ratesMps = RunningMedian(records, [.. Enumerable.Range(0, records.Length).Select(i => RateMps(records, i))]);
        var manners = new Manner[records.Length];
        Manner before = Manner.Hovering;
        for (int i = 0; i < manners.Length; i++)
            manners[i] = before = At(speedsMps[i], ratesMps[i], before);
        Absorb(records, manners);
        return manners;
    }

    private static Manner At(double? speedMps, double? rateMps, Manner before)
    {
        if (speedMps is null || speedMps >= EnergyLimits.FastMps || (speedMps >= EnergyLimits.SlowMps && before == Manner.Moving))
            return speedMps is null ? before : Manner.Moving;
        return rateMps switch
        {
            >= EnergyLimits.LevelRateMps => Manner.Rising,
            <= -EnergyLimits.LevelRateMps => Manner.Sinking,
            _ => Manner.Hovering,
        };
    }

    /// <summary>The change of altitude about a record, over the shortest stretch that is long enough.</summary>
    private static double? RateMps(ImmutableArray<TraceRecord> records, int index)
    {
        int first = index;
        int last = index;
        while (last == first || (records[last].TimeS - records[first].TimeS < BaselineS && last - first < MostNeighbours))
        {
            bool canGoBack = first > 0;
            bool canGoOn = last < records.Length - 1;
            if (!canGoBack && !canGoOn)
                return null;
            // The nearer of the two neighbours first, and of two as near the later one.
            if (canGoOn && (!canGoBack || records[last + 1].TimeS - records[index].TimeS <= records[index].TimeS - records[first - 1].TimeS))
                last++;
            else
                first--;
        }

        return (records[last].AltitudeAmslM - records[first].AltitudeAmslM) / (records[last].TimeS - records[first].TimeS);
    }

    private static double?[] RunningMedian(ImmutableArray<TraceRecord> records, double?[] values)
    {
        double?[] medians = new double?[values.Length];
        int first = 0;
        int last = 0;
        for (int i = 0; i < values.Length; i++)
        {
            while (records[i].TimeS - records[first].TimeS > MedianReachS || i - first > MostNeighbours)
                first++;
            while (last < values.Length - 1 && last - i < MostNeighbours && records[last + 1].TimeS - records[i].TimeS <= MedianReachS)
                last++;
            double median = Median.Of(values.AsSpan(first, last - first + 1).ToArray().Where(v => v is not null).Select(v => v!.Value));
            medians[i] = double.IsNaN(median) ? null : median;
        }

        return medians;
    }

    private static void Absorb(ImmutableArray<TraceRecord> records, Manner[] manners)
    {
        int start = 0;
        for (int i = 1; i < manners.Length; i++)
        {
            if (manners[i] == manners[start])
                continue;
            if (start > 0 && manners[i] == manners[start - 1] && records[i].TimeS - records[start].TimeS < ShortestS)
                Array.Fill(manners, manners[i], start, i - start);
            start = i;
        }
    }
}
