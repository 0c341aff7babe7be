using BvlosSim.FlightLogs.Validation.Flown;

namespace BvlosSim.FlightLogs.Validation.Terms;

/// <summary>
/// Lays the observed track along the predicted one: to evenly spaced stations of the first, places of the second in the same order, so that the
/// sum of the squared distances is least (a monotone alignment by dynamic programming; H. Sakoe and S. Chiba, IEEE Trans. ASSP 26, 1978). It
/// follows a route that crosses itself or flies home along the way out.
/// </summary>
/// <param name="Steps">From each station to the next.</param>
/// <param name="FirstM">Way of the predicted track before the place of the first station.</param>
/// <param name="LastM">Way of the predicted track up to the place of the last.</param>
internal sealed record TrackMatch(TrackMatch.Step[] Steps, double FirstM, double LastM)
{
    private const double SpacingM = 10.0;
    private const int MaxStations = 1000;

    /// <summary>The way between two stations.</summary>
    /// <param name="ObservedM">As observed.</param>
    /// <param name="PlannedM">Between their places on the predicted track.</param>
    /// <param name="OffsetM">How far the station at its end lies from its place.</param>
    internal readonly record struct Step(double ObservedM, double PlannedM, double OffsetM);

    /// <summary>Matches two tracks.</summary>
    public static TrackMatch Of(FlightTrack predicted, FlightTrack observed, CancellationToken cancellation)
    {
        TrackPoint[] planned = Stations(predicted);
        TrackPoint[] flown = Stations(observed);
        (double East, double North)[] places = [.. planned.Select(p => TrackDistance.From(planned[0], p))];
        (double East, double North)[] stations = [.. flown.Select(p => TrackDistance.From(planned[0], p))];
        int[] match = LeastWay(places, stations, cancellation);
        var steps = new Step[stations.Length - 1];
        for (int i = 0; i < steps.Length; i++)
        {
            steps[i] = new Step(
                flown[i + 1].WayM - flown[i].WayM,
                planned[match[i + 1]].WayM - planned[match[i]].WayM,
                Math.Sqrt(SquaredDistance(stations[i + 1], places[match[i + 1]])));
        }

        return new TrackMatch(steps, planned[match[0]].WayM, planned[match[^1]].WayM);
    }

    private static TrackPoint[] Stations(FlightTrack track)
    {
        int steps = (int)Math.Clamp(Math.Ceiling(track.LengthM / SpacingM), 1.0, MaxStations);
        return [.. Enumerable.Range(0, steps + 1).Select(i => i == steps ? track.Points[^1] : track.AtWay(track.LengthM * i / steps))];
    }

    private static int[] LeastWay((double East, double North)[] places, (double East, double North)[] stations, CancellationToken cancellation)
    {
        // best[i, j] is the place of station i in the cheapest match of the stations up to i with places up to j.
        int[,] best = new int[stations.Length, places.Length];
        double[] cost = new double[places.Length];
        for (int i = 0; i < stations.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int j = 0; j < places.Length; j++)
            {
                double here = cost[j] + SquaredDistance(stations[i], places[j]);
                bool isBetter = j == 0 || here < cost[j - 1];
                cost[j] = isBetter ? here : cost[j - 1];
                best[i, j] = isBetter ? j : best[i, j - 1];
            }
        }

        int[] match = new int[stations.Length];
        int last = places.Length - 1;
        for (int i = stations.Length - 1; i >= 0; i--)
            match[i] = last = best[i, last];
        return match;
    }

    private static double SquaredDistance((double East, double North) a, (double East, double North) b)
    {
        double east = a.East - b.East;
        double north = a.North - b.North;
        return (east * east) + (north * north);
    }
}
