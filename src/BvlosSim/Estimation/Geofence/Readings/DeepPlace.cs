using System.Collections.Immutable;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;

namespace BvlosSim.Estimation.Geofence.Readings;

/// <summary>The place of a path that lies deepest in areas, or farthest outside of them.</summary>
/// <param name="Point">The place.</param>
/// <param name="DepthM">Its distance from the nearest boundary, metres.</param>
internal readonly record struct DeepPlace(GeoPoint Point, double DepthM)
{
    private const int StepsPerPart = 16;

    /// <summary>Finds the place, as well as steps along the path tell.</summary>
    /// <param name="path">The path.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="shiftsDeg">Where they repeat along the longitude.</param>
    /// <param name="held">Whether the parts that the areas hold count, or the others.</param>
    public static DeepPlace Of(SegmentTree path, ImmutableArray<ZoneOutline> areas, ImmutableArray<double> shiftsDeg, bool held)
    {
        var deepest = new DeepPlace(path.Start(0), -1.0);
        foreach (PathPart part in PathCover.Walk(path, areas, shiftsDeg).Where(part => part.IsHeld == held))
        {
            for (int i = 0; i <= StepsPerPart; i++)
            {
                GeoPoint point = path.PointAt(part.Begin + ((part.End - part.Begin) * i / StepsPerPart));
                double depthM = BoundaryM(point, areas, shiftsDeg);
                if (depthM > deepest.DepthM)
                    deepest = new DeepPlace(point, depthM);
            }
        }

        return deepest with { DepthM = Math.Max(0.0, deepest.DepthM) };
    }

    /// <summary>How far a point is from the nearest boundary of any area, metres.</summary>
    public static double BoundaryM(GeoPoint point, ImmutableArray<ZoneOutline> areas, ImmutableArray<double> shiftsDeg) =>
        areas.Select(area => area.BoundaryDistanceM(point, shiftsDeg)).DefaultIfEmpty(0.0).Min();
}
