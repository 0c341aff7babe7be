using System.Collections.Immutable;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;
using BvlosSim.Geodesy;

namespace BvlosSim.Estimation.Geofence;

/// <summary>A part of a path that lies in areas as a whole, or outside of them as a whole.</summary>
/// <param name="Begin">Where it begins, as a parameter along the path.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsHeld">Whether it lies in one of the areas or on a boundary.</param>
internal readonly record struct PathPart(double Begin, double End, bool IsHeld)
{
    /// <summary>Length of the part in metres.</summary>
    public double LengthM(SegmentTree path)
    {
        double lengthM = 0.0;
        GeoPoint from = path.PointAt(Begin);
        for (double next = Math.Floor(Begin) + 1.0; next < End; next++)
        {
            GeoPoint to = path.PointAt(next);
            lengthM += Step(from, to);
            from = to;
        }

        return lengthM + Step(from, path.PointAt(End));
    }

    private static double Step(GeoPoint from, GeoPoint to) => Geodesic.Inverse(from.LatDeg, from.LonDeg, to.LatDeg, to.LonDeg).DistanceM;
}

/// <summary>Which parts of a path lie in areas.</summary>
internal static class PathCover
{
    /// <summary>Walks along a path, from one boundary to the next.</summary>
    /// <param name="path">The path.</param>
    /// <param name="areas">The areas near the path.</param>
    /// <param name="shiftsDeg">Where the areas repeat along the longitude.</param>
    /// <remarks>
    /// The parts of the path on a boundary are held. What lies between two of them keeps away from every boundary, so that it is
    /// inside or outside as a whole: one point of it tells. No area is ever cut or united, and no verdict hangs on a point near a
    /// boundary.
    /// </remarks>
    public static IEnumerable<PathPart> Walk(SegmentTree path, ImmutableArray<ZoneOutline> areas, ImmutableArray<double> shiftsDeg)
    {
        var boundary = new List<NearInterval>();
        foreach (ZoneOutline area in areas)
        {
            foreach (double shiftDeg in shiftsDeg)
                area.CollectBoundary(path, shiftDeg, boundary);
        }

        boundary.Sort((a, b) => a.Begin.CompareTo(b.Begin));
        double walked = 0.0;
        foreach (NearInterval part in boundary)
        {
            if (part.Begin > walked)
                yield return new PathPart(walked, part.Begin, AnyHolds(path, walked, part.Begin, areas, shiftsDeg));
            if (part.End > walked)
                yield return new PathPart(Math.Max(walked, part.Begin), part.End, true);
            walked = Math.Max(walked, part.End);
        }

        if (walked < path.SegmentCount)
            yield return new PathPart(walked, path.SegmentCount, AnyHolds(path, walked, path.SegmentCount, areas, shiftsDeg));
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
