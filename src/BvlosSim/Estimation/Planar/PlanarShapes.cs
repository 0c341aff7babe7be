using System.Collections.Immutable;
using BvlosSim.Environment;
using BvlosSim.Estimation.Kinematics;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace BvlosSim.Estimation.Planar;

/// <summary>Shapes of assets in the plane whose x is the longitude and whose y is the latitude, in degrees.</summary>
internal static class PlanarShapes
{
    private static readonly GeometryFactory Factory = new();

    /// <summary>Why a polygon is not a valid area by the simple-feature rules of the OGC; null when it is.</summary>
    /// <param name="polygon">The polygon, holes included.</param>
    /// <param name="cancellation">Ends a long search.</param>
    /// <returns>The defect and its place.</returns>
    public static Invalidity? FindInvalidity(GeoPolygon polygon, CancellationToken cancellation = default) =>
        IsPlainlyValid(polygon, cancellation) ? null : FindInvalidity(ToPolygon(polygon));

    /// <summary>
    /// Why polygons are not a valid area together; null when they are. Parts may touch at points only: they must not overlap, lie in each
    /// other or share an edge.
    /// </summary>
    /// <param name="polygons">At least one polygon.</param>
    /// <param name="cancellation">Ends a long search.</param>
    /// <returns>The defect and its place.</returns>
    public static Invalidity? FindInvalidity(ImmutableArray<GeoPolygon> polygons, CancellationToken cancellation = default) =>
        polygons.Length == 1 ? FindInvalidity(polygons[0], cancellation) : FindInvalidity(ToGeometry(polygons));

    /// <summary>Why a line is not one; null when it is. Lines may cross themselves.</summary>
    /// <param name="positions">At least two positions.</param>
    public static Invalidity? FindLineInvalidity(ImmutableArray<GeoPoint> positions)
    {
        foreach (GeoPoint position in positions)
        {
            if (position != positions[0])
                return null;
        }

        return new Invalidity("Too few distinct points in geometry component", positions[0]);
    }

    /// <summary>A polygon as the geometry library has it.</summary>
    public static Polygon ToPolygon(GeoPolygon polygon)
    {
        var holes = new LinearRing[polygon.Rings.Length - 1];
        for (int i = 0; i < holes.Length; i++)
            holes[i] = ToRing(polygon.Rings[i + 1]);
        return Factory.CreatePolygon(ToRing(polygon.Rings[0]), holes);
    }

    /// <summary>Polygons as one geometry: a polygon when there is one, else a multipolygon.</summary>
    public static Geometry ToGeometry(ImmutableArray<GeoPolygon> polygons) =>
        polygons.Length == 1 ? ToPolygon(polygons[0]) : Factory.CreateMultiPolygon([.. polygons.Select(ToPolygon)]);

    private static Invalidity? FindInvalidity(Geometry geometry)
    {
        TopologyValidationError? error = new IsValidOp(geometry).ValidationError;
        return error is null ? null : new Invalidity(error.Message, error.Coordinate is { } at ? new GeoPoint(at.Y, at.X) : null);
    }

    /// <summary>One ring that nowhere touches itself needs no further proof; most polygons of real files are that.</summary>
    private static bool IsPlainlyValid(GeoPolygon polygon, CancellationToken cancellation) =>
        polygon.Rings.Length == 1 && SimpleRing.Is(new SegmentTree(polygon.Rings[0]), cancellation);

    private static LinearRing ToRing(ImmutableArray<GeoPoint> positions)
    {
        var coordinates = new Coordinate[positions.Length];
        for (int i = 0; i < coordinates.Length; i++)
            coordinates[i] = new Coordinate(positions[i].LonDeg, positions[i].LatDeg);
        return Factory.CreateLinearRing(coordinates);
    }
}
