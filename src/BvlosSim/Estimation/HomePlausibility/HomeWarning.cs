using System.Globalization;
using BvlosSim.Geodesy;
using BvlosSim.Missions;
using BvlosSim.Values;

namespace BvlosSim.Estimation.HomePlausibility;

/// <summary>
/// Warns of a home that has nothing to do with the route: one that a planning tool set by default and nobody changed. The flight from there,
/// every way home and every altitude above home would be those of another place.
/// </summary>
/// <remarks>
/// Waypoints are all route items with a position. Home is far when the nearest waypoint is more than <see cref="LeastDistanceM"/> away and
/// more than <see cref="SpansAway"/> times as far as any two waypoints are apart: work sites a few of their own sizes away from the launch
/// site are ordinary. A route with a single place has no span to compare
/// with: there, home is far from <see cref="LonePlaceDistanceM"/> on, for an out-and-back flight to one point is ordinary. A take-off or landing item
/// that names a position near home says that home is meant, and ends the warning.
/// </remarks>
internal static class HomeWarning
{
    /// <summary>A home within this many metres of a waypoint is never far.</summary>
    public const double LeastDistanceM = 1000.0;

    /// <summary>How many spans of the route home may lie away.</summary>
    public const double SpansAway = 5.0;

    /// <summary>How far home may lie from a route of a single place, metres.</summary>
    public const double LonePlaceDistanceM = 100_000.0;

    /// <summary>Waypoints no farther apart than this are one place, metres.</summary>
    private const double OnePlaceM = 1.0;

    /// <summary>The warning, or null.</summary>
    /// <param name="mission">The mission.</param>
    /// <param name="cancellation">Ends a long search.</param>
    public static MissionWarning? Of(Mission mission, CancellationToken cancellation)
    {
        PlannedHome home = mission.PlannedHome;
        var points = new List<(double LatDeg, double LonDeg)>(mission.Route.Length);
        double nearestM = double.PositiveInfinity;
        RouteItem? nearest = null;
        int nearestIndex = -1;
        for (int i = 0; i < mission.Route.Length; i++)
        {
            RouteItem item = mission.Route[i];
            if (item is not { LatDeg: { } latDeg, LonDeg: { } lonDeg })
                continue;
            points.Add((latDeg, lonDeg));
            double distanceM = Geodesic.Inverse(home.LatDeg, home.LonDeg, latDeg, lonDeg).DistanceM;
            if (distanceM <= LeastDistanceM)
                return null;
            if (distanceM < nearestM)
                (nearestM, nearest, nearestIndex) = (distanceM, item, i);
        }

        if (nearest is null || ReachesSpan(points, nearestM / SpansAway, cancellation))
            return null;
        double spanM = RouteSpan.Of(points, cancellation);
        double limitM = spanM <= OnePlaceM ? LonePlaceDistanceM : Math.Max(LeastDistanceM, SpansAway * spanM);
        return nearestM > limitM ? Warning(nearest, nearestIndex, nearestM, spanM) : null;
    }

    /// <summary>Whether the span is at least a length, as far as the distances from the first waypoint tell: enough for nearly every route.</summary>
    private static bool ReachesSpan(List<(double LatDeg, double LonDeg)> points, double lengthM, CancellationToken cancellation)
    {
        foreach ((double latDeg, double lonDeg) in points)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Geodesic.Inverse(points[0].LatDeg, points[0].LonDeg, latDeg, lonDeg).DistanceM >= lengthM)
                return true;
        }

        return false;
    }

    private static MissionWarning Warning(RouteItem nearest, int index, double distanceM, double spanM)
    {
        string span = spanM <= OnePlaceM
            ? "which is the only place of the route"
            : string.Create(CultureInfo.InvariantCulture, $"while no two waypoints are more than {spanM:F0} m apart");
        string message = string.Create(
            CultureInfo.InvariantCulture,
            $"planned_home is {distanceM:F0} m from the nearest waypoint {nearest.Id}, {span}. Was home left at a default? ")
            + "If it is right, give the take-off or landing item its position near home.";
        return new MissionWarning(WarningCode.HomeFarFromRoute, message, new FlightPlace(null, index, nearest.Id))
        {
            Context = ScalarMap.Of(("home_distance_m", distanceM), ("route_span_m", spanM)),
        };
    }
}
