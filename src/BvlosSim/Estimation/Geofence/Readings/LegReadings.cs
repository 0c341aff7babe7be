using System.Collections.Immutable;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;

namespace BvlosSim.Estimation.Geofence.Readings;

/// <summary>Other ways that a leg may mean.</summary>
internal static class LegReadings
{
    /// <summary>The ways that differ from the one that the check takes.</summary>
    /// <param name="leg">The leg.</param>
    /// <param name="path">The way that the check takes.</param>
    public static IEnumerable<(OtherReading Reading, SegmentTree Path)> Of(Leg leg, SegmentTree path)
    {
        (GeoPoint start, GeoPoint end) = (path.Start(0), path.End(path.SegmentCount - 1));
        if (leg.ArcPoints.IsEmpty && EdgeBulge.IsLong(start, end))
            yield return (OtherReading.StraightLeg, new SegmentTree([start, end]));

        ImmutableArray<GeoPoint> samples = [.. Enumerable.Range(0, path.SegmentCount + 1).Select(i => path.PointAt(i))];
        ImmutableArray<GeoPoint> finer = GeodesicEdge.Through(samples);
        if (finer.Length > samples.Length)
            yield return (OtherReading.FinerLeg, new SegmentTree(finer));
    }
}
