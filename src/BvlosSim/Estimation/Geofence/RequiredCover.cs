using System.Collections.Immutable;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;

namespace BvlosSim.Estimation.Geofence;

/// <summary>Whether areas together hold a whole path.</summary>
internal static class RequiredCover
{
    /// <summary>Whether every point of a path lies in one of the areas or on a boundary.</summary>
    /// <param name="path">The path.</param>
    /// <param name="areas">The areas near the path.</param>
    /// <param name="shiftsDeg">Where the areas repeat along the longitude.</param>
    /// <remarks>
    /// The parts of the path on a boundary are covered. What lies between two of them keeps away from every boundary, so that it is
    /// inside or outside as a whole: one point of it tells. No area is ever cut or united, and no verdict hangs on a point near a
    /// boundary.
    /// </remarks>
    public static bool Holds(SegmentTree path, ImmutableArray<ZoneOutline> areas, ImmutableArray<double> shiftsDeg)
    {
        var boundary = new List<NearInterval>();
        foreach (ZoneOutline area in areas)
        {
            foreach (double shiftDeg in shiftsDeg)
                area.CollectBoundary(path, shiftDeg, boundary);
        }

        boundary.Sort((a, b) => a.Begin.CompareTo(b.Begin));
        double covered = 0.0;
        foreach (NearInterval part in boundary)
        {
            if (part.Begin > covered && !AnyHolds(path, covered, part.Begin, areas, shiftsDeg))
                return false;
            covered = Math.Max(covered, part.End);
        }

        return covered >= path.SegmentCount || AnyHolds(path, covered, path.SegmentCount, areas, shiftsDeg);
    }

    private static bool AnyHolds(
        SegmentTree path, double from, double to, ImmutableArray<ZoneOutline> areas, ImmutableArray<double> shiftsDeg)
    {
        GeoPoint middle = path.PointAt(from + ((to - from) / 2.0));
        foreach (ZoneOutline area in areas)
        {
            foreach (double shiftDeg in shiftsDeg)
            {
                if (area.Holds(middle, shiftDeg))
                    return true;
            }
        }

        return false;
    }
}
