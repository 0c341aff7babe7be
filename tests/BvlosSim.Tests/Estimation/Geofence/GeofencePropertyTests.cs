using System.Collections.Immutable;
using BvlosSim.Environment;
using BvlosSim.Environment.Airspace;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;
using BvlosSim.Estimation.Sampling;
using CsCheck;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Buffer;
using NetTopologySuite.Operation.Union;
using static BvlosSim.Tests.Estimation.Geofence.BaseFlight;

namespace BvlosSim.Tests.Estimation.Geofence;

/// <summary>What must not change the verdict.</summary>
public sealed class GeofencePropertyTests
{
    private static Gen<GeoPoint> NearRoute { get; } =
        Gen.Select(Gen.Double[51.995, 52.015], Gen.Double[3.995, 4.025], (lat, lon) => new GeoPoint(lat, lon));

    /// <summary>A ring around a point: corners at increasing angles, at any distance.</summary>
    private static Gen<ImmutableArray<GeoPoint>> Ring { get; } =
        Gen.Select(NearRoute, Gen.Double[0.0005, 0.01].Array[3, 12], (centre, radii) =>
        {
            GeoPoint[] corners = [.. radii.Select((r, i) => new GeoPoint(
                centre.LatDeg + (r * Math.Sin(2.0 * Math.PI * i / radii.Length)), centre.LonDeg + (r * Math.Cos(2.0 * Math.PI * i / radii.Length))))];
            return ImmutableArray.Create([.. corners, corners[0]]);
        });

    private static Gen<GeofenceZone> AnyZone { get; } = Gen.Select(
        Ring, Gen.Bool, Gen.Double[0, 100], Gen.Double[1, 100], Gen.Bool, (ring, required, floor, height, banded) => new GeofenceZone
        {
            Id = "z",
            Kind = required ? GeofenceKind.Required : GeofenceKind.Forbidden,
            Polygons = [new GeoPolygon([ring])],
            FloorM = banded && !required ? floor : null,
            CeilingM = banded && !required ? floor + height : null,
        });

    private static Gen<GeofenceZone[]> AnyZones { get; } = AnyZone.Array[1, 6];

    private static FlownPath Base { get; } = Path();

    [Fact]
    public void Where_a_ring_begins_does_not_matter() => Gen.Select(AnyZones, Gen.Int[1, 20]).Sample((zones, by) =>
        Assert.Equal(Zones.Check(Base, zones).Conflicts, Zones.Check(Base, Changed(zones, r => Rotated(r, by))).Conflicts), iter: 300, threads: 1);

    [Fact]
    public void Which_way_a_ring_runs_does_not_matter() => AnyZones.Sample(zones =>
        Assert.Equal(Zones.Check(Base, zones).Conflicts, Zones.Check(Base, Changed(zones, r => [.. r.Reverse()])).Conflicts), iter: 300, threads: 1);

    [Fact]
    public void A_zone_elsewhere_changes_nothing() => Gen.Select(AnyZones, Ring).Sample((zones, ring) =>
    {
        GeofenceZone far = Zones.Forbidden("far", [.. ring.Select(p => new GeoPoint(p.LatDeg - 90, p.LonDeg + 100))]);
        Assert.Equal(Zones.Check(Base, zones).Conflicts, Zones.Check(Base, [.. zones, far]).Conflicts);
    }, iter: 300, threads: 1);

    [Fact]
    public void A_position_repeated_changes_nothing() => AnyZones.Sample(zones =>
        Assert.Equal(Zones.Check(Base, zones).Conflicts, Zones.Check(Base, Changed(zones, r => r.Insert(1, r[1]))).Conflicts), iter: 300, threads: 1);

    [Fact]
    public void The_longitude_of_the_world_does_not_matter() =>
        Gen.Select(
            Gen.Select(NearRoute, Gen.Double[0.0001, 0.01], Gen.Double[0.0001, 0.01], Gen.Bool).Array[1, 5],
            Gen.OneOf(Gen.Double[-360, 360], Gen.Double[175.97, 176.01])).Sample(
                (boxes, shift) =>
                {
                    GeofenceZone[] here = [.. boxes.Select(b => Box(b, 0.0))];
                    GeofenceZone[] there = [.. boxes.Select(b => Box(b, shift))];
                    FlownPath moved = Path(new GeoPoint(52.0, Wrapped(4.0 + shift)), [Waypoint("wp1", 52.01, Wrapped(4.02 + shift)), Return]);
                    Assert.Equal(Zones.Check(Base, here).Conflicts, Zones.Check(moved, there).Conflicts);
                },
                iter: 200,
                threads: 1);

    [Fact]
    public void A_required_zone_that_shrinks_is_left_once_and_for_all()
    {
        int flips = 0;
        bool last = true;
        for (int i = 0; i <= 280; i++)
        {
            double margin = 0.01 - (i * 0.00005);
            ImmutableArray<GeoPoint> ring = Rectangle(52 - margin, 52.01 + margin, 4 - margin, 4.02 + margin);
            bool holds = Zones.Check(Base, Zones.Required("R", ring)).Block!.IsFeasible;
            Assert.Equal(margin > -1e-12, holds);
            flips += holds == last ? 0 : 1;
            last = holds;
        }

        Assert.Equal(1, flips);
    }

    /// <summary>Any shape with any route in it: a buffer that grows inwards is crossed once, whatever becomes of the shape.</summary>
    [Fact]
    public void A_required_zone_of_any_shape_that_shrinks_is_left_once_and_for_all()
    {
        var mitred = new BufferParameters(8, EndCapStyle.Flat, JoinStyle.Mitre, 50.0);
        int flights = 0;
        Gen.Select(Ring, Gen.Double[0.05, 0.9], Gen.Double[0.0, 360.0]).Sample(
            (ring, share, angleDeg) =>
            {
                // From the middle of the corners, which a star does not always hold, some way towards a corner and back past the middle.
                GeoPoint middle = new(ring.Take(ring.Length - 1).Average(p => p.LatDeg), ring.Take(ring.Length - 1).Average(p => p.LonDeg));
                int corner = (int)(angleDeg / 360.0 * (ring.Length - 1));
                var end = new GeoPoint(
                    middle.LatDeg + ((ring[corner].LatDeg - middle.LatDeg) * share), middle.LonDeg + ((ring[corner].LonDeg - middle.LonDeg) * share));
                FlownPath leg = SingleLeg(middle, end);
                Geometry whole = PlanarShapes.ToPolygon(new GeoPolygon([ring]));
                bool[] holds = [.. Enumerable.Range(0, 40).Select(i => Holds(leg, whole.Buffer(-0.00005 * i * i / 10.0, mitred)))];
                if (!holds[0])
                    return;
                flights++;
                Assert.Equal(1, holds.Zip(holds.Skip(1)).Count(pair => pair.First != pair.Second));
                Assert.False(holds[^1]);
            },
            iter: 300,
            threads: 1);
        Assert.InRange(flights, 50, 300);
    }

    [Fact]
    public void Tiles_hold_what_their_union_holds() => Gen.Select(Gen.Double[4.0005, 4.0195], Gen.Double[52.0005, 52.0095], Gen.Int[0, 3]).Sample(
        (lon, lat, missing) =>
        {
            GeofenceZone[] tiles =
            [
                Zones.Required("a", Rectangle(51.9, lat, 3.9, lon)),
                Zones.Required("b", Rectangle(lat, 52.1, 3.9, lon)),
                Zones.Required("c", Rectangle(51.9, lat, lon, 4.1)),
                Zones.Required("d", Rectangle(lat, 52.1, lon, 4.1)),
            ];
            Assert.Equal("", Zones.Check(Base, tiles).Conflicts);
            double slope = (lat - 52.0) / (lon - 4.0);
            if (Math.Abs(slope - 0.5) < 0.001)
                return;
            bool needed = missing is 0 or 3 || (missing == 1) == (slope < 0.5);
            Assert.Equal(needed, Zones.Check(Base, [.. tiles.Where((_, i) => i != missing)]).Conflicts.Length > 0);
        }, iter: 300, threads: 1);

    /// <summary>The rules as they are written: zones grown with mitred corners, cut and united by a polygon library.</summary>
    [Fact]
    public void A_polygon_library_finds_the_same() => Gen.Select(AnyZones, Ring, Gen.Double[0.2, 0.8]).Sample((zones, ring, share) =>
    {
        // One zone with a hole of its own shape, and a part of its own elsewhere.
        GeoPoint centre = new(ring.Take(ring.Length - 1).Average(p => p.LatDeg), ring.Take(ring.Length - 1).Average(p => p.LonDeg));
        ImmutableArray<GeoPoint> hole = [.. ring.Select(p => new GeoPoint(
            centre.LatDeg + ((p.LatDeg - centre.LatDeg) * share), centre.LonDeg + ((p.LonDeg - centre.LonDeg) * share)))];
        var holed = new GeofenceZone
        {
            Id = "z",
            Kind = GeofenceKind.Required,
            Polygons = [new GeoPolygon([ring, hole]), new GeoPolygon([Rectangle(52.02, 52.03, 4.0, 4.02)])],
        };
        GeofenceZone[] valid = [.. zones.Append(holed).Append(holed with { Kind = GeofenceKind.Forbidden })
            .Where(z => PlanarShapes.FindInvalidity(z.Polygons) is null)
            .Select(z => z with { FloorM = null, CeilingM = null })];
        if (valid.Length > 0)
            Assert.Equal(ByPolygonLibrary(valid), Zones.Check(Base, valid).Block!.Conflicts.Select(c => (c.Leg.LegIndex, c.ZoneKind)));
    }, iter: 300, threads: 1);

    private static IEnumerable<(int Leg, GeofenceKind Kind)> ByPolygonLibrary(GeofenceZone[] zones)
    {
        var mitred = new BufferParameters(8, EndCapStyle.Flat, JoinStyle.Mitre, 5.0);
        ILookup<GeofenceKind, Geometry> grown = zones.ToLookup(z => z.Kind, z => PlanarShapes.ToGeometry(z.Polygons).Buffer(1e-9, mitred));
        Assert.Null(Base.Sample(out ImmutableArray<ImmutableArray<RouteSample>> samples));
        for (int leg = 0; leg < samples.Length; leg++)
        {
            var path = new LineString([.. samples[leg].Select(s => new Coordinate(s.LonDeg, s.LatDeg))]);
            Geometry line = path.Length == 0.0 ? path.StartPoint : path;
            foreach (Geometry _ in grown[GeofenceKind.Forbidden].Where(z => z.Intersects(line)))
                yield return (leg, GeofenceKind.Forbidden);
            if (grown.Contains(GeofenceKind.Required) && !UnaryUnionOp.Union(grown[GeofenceKind.Required]).Covers(line))
                yield return (leg, GeofenceKind.Required);
        }
    }

    /// <summary>Whether the polygons of a geometry, as required zones, hold a flight; without any there is nowhere to be.</summary>
    private static bool Holds(FlownPath path, Geometry area)
    {
        GeofenceZone[] zones = [.. Enumerable.Range(0, area.NumGeometries).Select(area.GetGeometryN).OfType<Polygon>().Where(p => !p.IsEmpty)
            .Select((p, i) => Zones.Required($"{i}", [.. p.ExteriorRing.Coordinates.Select(c => new GeoPoint(c.Y, c.X))]))];
        return zones.Length > 0 && Zones.Check(path, zones).Block!.IsFeasible;
    }

    private static GeofenceZone Box((GeoPoint Corner, double Height, double Width, bool IsRequired) box, double shift)
    {
        (double south, double north) = (box.Corner.LatDeg, box.Corner.LatDeg + box.Height);
        double wrapped = Wrapped(box.Corner.LonDeg + shift);
        double west = wrapped == 180.0 ? -180.0 : wrapped;
        double east = west + box.Width;
        GeofenceKind kind = box.IsRequired ? GeofenceKind.Required : GeofenceKind.Forbidden;
        return east <= 180.0
            ? Zones.Parts("z", kind, Rectangle(south, north, west, east))
            : Zones.Parts("z", kind, Rectangle(south, north, west, 180.0), Rectangle(south, north, -180.0, east - 360.0));
    }

    private static double Wrapped(double lon) => Math.IEEERemainder(lon, 360.0);

    private static GeofenceZone[] Changed(GeofenceZone[] zones, Func<ImmutableArray<GeoPoint>, ImmutableArray<GeoPoint>> change) =>
        [.. zones.Select(z => z with { Polygons = [new GeoPolygon([change(z.Polygons[0].Rings[0])])] })];

    private static ImmutableArray<GeoPoint> Rotated(ImmutableArray<GeoPoint> ring, int by)
    {
        GeoPoint[] corners = [.. ring.Take(ring.Length - 1)];
        GeoPoint[] rotated = [.. Enumerable.Range(0, corners.Length).Select(i => corners[(i + by) % corners.Length])];
        return [.. rotated, rotated[0]];
    }
}
