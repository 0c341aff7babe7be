using System.Collections.Immutable;
using BvlosSim.FlightLogs.Validation.Flown;

namespace BvlosSim.FlightLogs.Validation.Terms;

/// <summary>
/// A track whose gaps of altitude and charge are bridged: evenly over time between the values around them, and before the first and after the
/// last with that value. Only the division between phases depends on what is bridged, never a total.
/// </summary>
internal static class FilledTrack
{
    /// <summary>Bridges the gaps. What no point has stays null.</summary>
    public static FlightTrack Of(FlightTrack track)
    {
        double?[] altitudes = Filled(track.Points, p => p.AltitudeAmslM);
        double?[] charges = Filled(track.Points, p => p.BatteryPercent);
        return new FlightTrack([.. track.Points.Select((p, i) => p with { AltitudeAmslM = altitudes[i], BatteryPercent = charges[i] })]);
    }

    private static double?[] Filled(ImmutableArray<TrackPoint> points, Func<TrackPoint, double?> value)
    {
        double?[] values = [.. points.Select(value)];
        int last = -1;
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] is null)
                continue;
            for (int gap = last + 1; gap < i; gap++)
                values[gap] = last < 0 ? values[i] : Between(points, values, last, i, gap);
            last = i;
        }

        for (int gap = last + 1; last >= 0 && gap < values.Length; gap++)
            values[gap] = values[last];
        return values;
    }

    private static double? Between(ImmutableArray<TrackPoint> points, double?[] values, int before, int after, int at)
    {
        double spanS = points[after].TimeS - points[before].TimeS;
        double share = spanS > 0.0 ? (points[at].TimeS - points[before].TimeS) / spanS : 0.0;
        return values[before] + (share * (values[after] - values[before]));
    }
}
