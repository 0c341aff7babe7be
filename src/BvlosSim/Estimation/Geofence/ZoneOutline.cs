using System.Collections.Immutable;
using BvlosSim.Environment;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;

namespace BvlosSim.Estimation.Geofence;

/// <summary>
/// The area of a zone in the lon/lat plane, its boundary and everything within 1e-9° of it included; holes are no part of it.
/// </summary>
internal sealed class ZoneOutline
{
    /// <summary>How far from a boundary still counts as on it, in degrees.</summary>
    public const double ToleranceDeg = 1e-9;

    private readonly ImmutableArray<SegmentTree> _rings;

    /// <summary>Prepares the rings of a valid area.</summary>
    public ZoneOutline(ImmutableArray<GeoPolygon> polygons)
    {
        _rings = [.. polygons.SelectMany(p => p.Rings).Select(r => new SegmentTree(r))];
        Box = _rings.Aggregate(PlanarBox.Empty, (box, ring) => box.Union(ring.Box)).Grown(ToleranceDeg);
    }

    /// <summary>The box around the area.</summary>
    public PlanarBox Box { get; }

    /// <summary>Whether a path and the area, moved along the longitude, share a point.</summary>
    public bool Touches(SegmentTree path, double shiftDeg)
    {
        if (!Box.Shifted(shiftDeg).Meets(path.Box))
            return false;
        foreach (SegmentTree ring in _rings)
        {
            var visitor = new ContactSearch(path, ring, shiftDeg);
            if (!path.VisitNear(ring, shiftDeg, ToleranceDeg, ref visitor))
                return true;
        }

        return Holds(path.Start(0), shiftDeg);
    }

    /// <summary>Whether a path and the area, wherever it repeats along the longitude, share a point.</summary>
    public bool Touches(SegmentTree path, ImmutableArray<double> shiftsDeg)
    {
        foreach (double shiftDeg in shiftsDeg)
        {
            if (Touches(path, shiftDeg))
                return true;
        }

        return false;
    }

    /// <summary>How far a point is from the boundary of the area, wherever it repeats along the longitude; metres.</summary>
    public double BoundaryDistanceM(GeoPoint point, ImmutableArray<double> shiftsDeg)
    {
        double leastM = double.PositiveInfinity;
        foreach (double shiftDeg in shiftsDeg)
        {
            GeoPoint unshifted = point with { LonDeg = point.LonDeg - shiftDeg };
            foreach (SegmentTree ring in _rings)
                leastM = Math.Min(leastM, ring.DistanceM(unshifted));
        }

        return leastM;
    }

    /// <summary>Collects the parts of a path that lie on the boundary of the area, as parameters along the path.</summary>
    public void CollectBoundary(SegmentTree path, double shiftDeg, List<NearInterval> parts)
    {
        foreach (SegmentTree ring in _rings)
        {
            var visitor = new PartCollector(path, ring, shiftDeg, parts);
            path.VisitNear(ring, shiftDeg, ToleranceDeg, ref visitor);
        }
    }

    /// <summary>Whether a point that is not on the boundary lies in the area, wherever it repeats along the longitude.</summary>
    public bool Holds(GeoPoint point, ImmutableArray<double> shiftsDeg)
    {
        foreach (double shiftDeg in shiftsDeg)
        {
            if (Holds(point, shiftDeg))
                return true;
        }

        return false;
    }

    /// <summary>The first and the last segment of a path whose box is near the boundary; null when none is.</summary>
    /// <param name="path">The path.</param>
    /// <param name="shiftsDeg">Where the area repeats along the longitude.</param>
    /// <param name="reachDeg">How near, degrees of longitude and of latitude.</param>
    public (int First, int Last)? SpanNear(SegmentTree path, ImmutableArray<double> shiftsDeg, double reachDeg)
    {
        var span = new SpanSearch();
        foreach (double shiftDeg in shiftsDeg)
        {
            foreach (SegmentTree ring in _rings)
                path.VisitNear(ring, shiftDeg, reachDeg, ref span);
        }

        return span.First <= span.Last ? (span.First, span.Last) : null;
    }

    /// <summary>Whether a point that is not on the boundary lies in the area.</summary>
    public bool Holds(GeoPoint point, double shiftDeg)
    {
        var unshifted = new GeoPoint(point.LatDeg, point.LonDeg - shiftDeg);
        bool odd = false;
        foreach (SegmentTree ring in _rings)
            odd ^= ring.IsCrossedOddly(unshifted);
        return odd;
    }

    private static NearInterval Near(SegmentTree path, int segment, SegmentTree ring, int edge, double shiftDeg) =>
        NearInterval.Of(path.Start(segment), path.End(segment), ring.Start(edge), ring.End(edge), shiftDeg, ToleranceDeg);

    private readonly struct ContactSearch(SegmentTree path, SegmentTree ring, double shiftDeg) : ISegmentPairVisitor
    {
        public bool Visit(int first, int second) => Near(path, first, ring, second, shiftDeg).IsEmpty;
    }

    private struct SpanSearch() : ISegmentPairVisitor
    {
        public int First { get; private set; } = int.MaxValue;

        public int Last { get; private set; } = -1;

        public bool Visit(int first, int second)
        {
            First = Math.Min(First, first);
            Last = Math.Max(Last, first);
            return true;
        }
    }

    private readonly struct PartCollector(SegmentTree path, SegmentTree ring, double shiftDeg, List<NearInterval> parts)
        : ISegmentPairVisitor
    {
        public bool Visit(int first, int second)
        {
            NearInterval part = Near(path, first, ring, second, shiftDeg);
            if (!part.IsEmpty)
                parts.Add(new NearInterval(first + part.Begin, first + part.End));
            return true;
        }
    }
}
