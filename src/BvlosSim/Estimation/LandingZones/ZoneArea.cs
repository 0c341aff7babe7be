using System.Collections.Immutable;
using BvlosSim.Environment;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace BvlosSim.Estimation.LandingZones;

/// <summary>The area of a zone in the plane of longitude and latitude. Immutable, safe across threads.</summary>
internal sealed class ZoneArea
{
    // Below this, walking all vertices costs less than an index of them.
    private const int IndexedVertices = 64;

    private readonly Envelope _envelope;
    private readonly IPointOnGeometryLocator _locator;

    private ZoneArea(Geometry geometry, ImmutableArray<ImmutableArray<GeoPoint>> rings)
    {
        Rings = rings;
        _envelope = geometry.EnvelopeInternal;
        _locator = geometry.NumPoints < IndexedVertices
            ? new SimplePointInAreaLocator(geometry)
            : new IndexedPointInAreaLocator(geometry);
        // An index is built with the first question: ask it before others do so at the same time.
        _ = _locator.Locate(geometry.Coordinate);
    }

    /// <summary>The closed rings of the boundary; of each part its exterior first, then its holes.</summary>
    public ImmutableArray<ImmutableArray<GeoPoint>> Rings { get; }

    /// <summary>A box around the area in space.</summary>
    public EarthBox Box => EarthBox.Around(_envelope.MinY, _envelope.MinX, _envelope.MaxY, _envelope.MaxX);

    /// <summary>Joins the polygons of a zone.</summary>
    /// <param name="polygons">At least one; they may overlap.</param>
    /// <param name="area">The area; null when a polygon is not valid.</param>
    /// <returns>The defect of the first invalid polygon, or null.</returns>
    public static string? TryJoin(ImmutableArray<GeoPolygon> polygons, out ZoneArea? area)
    {
        area = null;
        foreach (GeoPolygon polygon in polygons)
        {
            if (PlanarShapes.FindInvalidity(polygon) is { } defect)
                return defect.ToString();
        }

        Polygon[] parts = [.. polygons.Select(PlanarShapes.ToPolygon)];
        // One polygon keeps its rings as they are in the file: steps along its boundary begin at its first vertex.
        area = parts.Length == 1 ? new ZoneArea(parts[0], polygons[0].Rings) : Join(OverlayNGRobust.Union(parts));
        return null;
    }

    /// <summary>Whether a point lies in the area or on its boundary.</summary>
    public bool Covers(GeoPoint point) =>
        _envelope.Intersects(point.LonDeg, point.LatDeg)
        && _locator.Locate(new Coordinate(point.LonDeg, point.LatDeg)) != Location.Exterior;

    private static ZoneArea Join(Geometry union)
    {
        ImmutableArray<ImmutableArray<GeoPoint>>.Builder rings = ImmutableArray.CreateBuilder<ImmutableArray<GeoPoint>>();
        for (int i = 0; i < union.NumGeometries; i++)
        {
            var part = (Polygon)union.GetGeometryN(i);
            rings.Add(PointsOf(part.ExteriorRing));
            rings.AddRange(part.InteriorRings.Select(PointsOf));
        }

        return new ZoneArea(union, rings.ToImmutable());
    }

    private static ImmutableArray<GeoPoint> PointsOf(LineString ring) =>
        [.. ring.Coordinates.Select(coordinate => new GeoPoint(coordinate.Y, coordinate.X))];
}
