using System.Collections.Immutable;
using BvlosSim.Estimation.Planar;

namespace BvlosSim.Estimation.Geofence;

/// <summary>Whether areas together hold a whole path.</summary>
internal static class RequiredCover
{
    /// <summary>Whether every point of a path lies in one of the areas or on a boundary.</summary>
    /// <param name="path">The path.</param>
    /// <param name="areas">The areas near the path.</param>
    /// <param name="shiftsDeg">Where the areas repeat along the longitude.</param>
    public static bool Holds(SegmentTree path, ImmutableArray<ZoneOutline> areas, ImmutableArray<double> shiftsDeg) =>
        PathCover.Walk(path, areas, shiftsDeg).All(part => part.IsHeld);
}
