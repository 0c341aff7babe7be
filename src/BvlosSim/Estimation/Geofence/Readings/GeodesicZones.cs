using System.Collections.Immutable;
using BvlosSim.Environment;
using BvlosSim.Environment.Airspace;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;

namespace BvlosSim.Estimation.Geofence.Readings;

/// <summary>
/// The zones of a file as if their edges were geodesics. Only what a flight comes near is ever drawn. Not safe across threads.
/// </summary>
internal sealed class GeodesicZones
{
    private readonly ImmutableArray<GeofenceZone> _zones;
    private readonly ImmutableArray<PlanarBox> _boxes;
    private readonly ZoneIndex _index;
    private readonly Dictionary<int, ImmutableArray<LongEdge>> _longEdges = [];
    private readonly Dictionary<int, ZoneOutline> _outlines = [];

    /// <summary>Finds the zones with long edges.</summary>
    public GeodesicZones(ImmutableArray<GeofenceZone> zones, CancellationToken cancellation)
    {
        _zones = zones;
        _boxes = [.. zones.Select(zone => BoxOfLongEdges(zone, cancellation))];
        _index = new ZoneIndex(_boxes.Select((box, i) => (i, box)).Where(zone => zone.box != PlanarBox.Empty));
    }

    /// <summary>The zones that have long edges whose surroundings meet a box, in file order.</summary>
    public ImmutableArray<int> Near(in PlanarBox box, ImmutableArray<double> shiftsDeg) => _index.Near(box, shiftsDeg);

    /// <summary>Whether a path comes so near to a long edge of a zone that the reading of the edge may matter.</summary>
    public bool MayMatter(int zone, SegmentTree path, ImmutableArray<double> shiftsDeg)
    {
        foreach (double shiftDeg in shiftsDeg)
        {
            if (path.MayMeet(_boxes[zone].Shifted(shiftDeg)) && LongEdgesOf(zone).Any(edge => edge.IsNear(path, shiftDeg)))
                return true;
        }

        return false;
    }

    /// <summary>A zone with geodesic edges.</summary>
    public ZoneOutline OutlineOf(int zone)
    {
        if (!_outlines.TryGetValue(zone, out ZoneOutline? outline))
            _outlines.Add(zone, outline = new ZoneOutline([.. _zones[zone].Polygons.Select(Drawn)]));
        return outline;
    }

    private static GeoPolygon Drawn(GeoPolygon polygon) => new([.. polygon.Rings.Select(GeodesicEdge.Through)]);

    private ImmutableArray<LongEdge> LongEdgesOf(int zone)
    {
        if (!_longEdges.TryGetValue(zone, out ImmutableArray<LongEdge> edges))
            _longEdges.Add(zone, edges = [.. Rings(_zones[zone]).SelectMany(LongEdges)]);
        return edges;
    }

    private static PlanarBox BoxOfLongEdges(GeofenceZone zone, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        PlanarBox box = PlanarBox.Empty;
        foreach (ImmutableArray<GeoPoint> ring in Rings(zone))
        {
            for (int i = 1; i < ring.Length; i++)
            {
                if (EdgeBulge.IsLong(ring[i - 1], ring[i]))
                    box = box.Union(EdgeBulge.BoxOf(ring[i - 1], ring[i]));
            }
        }

        return box;
    }

    private static IEnumerable<ImmutableArray<GeoPoint>> Rings(GeofenceZone zone) => zone.Polygons.SelectMany(p => p.Rings);

    private static IEnumerable<LongEdge> LongEdges(ImmutableArray<GeoPoint> ring)
    {
        for (int i = 1; i < ring.Length; i++)
        {
            if (EdgeBulge.IsLong(ring[i - 1], ring[i]))
                yield return new LongEdge(ring[i - 1], ring[i], EdgeBulge.BoxOf(ring[i - 1], ring[i]));
        }
    }

    private readonly record struct LongEdge(GeoPoint From, GeoPoint To, PlanarBox Box)
    {
        public bool IsNear(SegmentTree path, double shiftDeg)
        {
            if (!path.MayMeet(Box.Shifted(shiftDeg)))
                return false;
            double reachDeg = EdgeBulge.ReachDeg(From, To);
            if (double.IsInfinity(reachDeg))
                return true;
            var visitor = new NearSearch(path, this, shiftDeg, reachDeg);
            return !path.VisitNear(new SegmentTree([From, To]), shiftDeg, reachDeg, ref visitor);
        }
    }

    private readonly struct NearSearch(SegmentTree path, LongEdge edge, double shiftDeg, double reachDeg) : ISegmentPairVisitor
    {
        public bool Visit(int first, int second) =>
            NearInterval.Of(path.Start(first), path.End(first), edge.From, edge.To, shiftDeg, reachDeg).IsEmpty;
    }
}
