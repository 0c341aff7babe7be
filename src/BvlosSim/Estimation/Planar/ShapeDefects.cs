using System.Collections.Immutable;
using BvlosSim.Environment;
using BvlosSim.Environment.Airspace;
using BvlosSim.Environment.LandingZones;
using BvlosSim.Environment.Obstacles;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Estimation.Planar;

/// <summary>
/// Finds every shape that a mission would be refused for once a check uses it: by the simple-feature rules of the OGC, in the plane of
/// longitude and latitude. A ring, a polygon or a set of parts is reported once, whatever else is wrong with it.
/// </summary>
public static class ShapeDefects
{
    /// <summary>The defects of a geofence: of each of its polygons, or else of them together.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="cancellation">Ends a long search.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ImmutableArray<ShapeDefect> Of(GeofenceZone zone, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ImmutableArray<ShapeDefect> parts = OfParts(zone.Polygons, cancellation);
        return zone.Polygons.Length < 2 || !parts.IsEmpty || PlanarShapes.FindInvalidity(zone.Polygons, cancellation) is not { } together
            ? parts
            : [Locate(ShapeFault.Parts, together, zone.Polygons)];
    }

    /// <summary>The defects of a landing zone: of each of its polygons. They may overlap.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="cancellation">Ends a long search.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ImmutableArray<ShapeDefect> Of(LandingZone zone, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return OfParts(zone.Polygons, cancellation);
    }

    /// <summary>The defect of an obstacle's footprint.</summary>
    /// <param name="obstacle">The obstacle.</param>
    /// <param name="cancellation">Ends a long search.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ImmutableArray<ShapeDefect> Of(Obstacle obstacle, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(obstacle);
        if (FindInvalidity(obstacle, cancellation) is not { } found)
            return [];
        ShapeFault fault = obstacle.Shape == ObstacleShape.Line ? ShapeFault.Line : ShapeFault.Ring;
        return [Locate(fault, found, [new GeoPolygon([obstacle.Positions])])];
    }

    /// <summary>Why the footprint of an obstacle is not one; null when it is.</summary>
    internal static Invalidity? FindInvalidity(Obstacle obstacle, CancellationToken cancellation) => obstacle.Shape switch
    {
        ObstacleShape.Polygon => PlanarShapes.FindInvalidity(new GeoPolygon([obstacle.Positions]), cancellation),
        ObstacleShape.Line => PlanarShapes.FindLineInvalidity(obstacle.Positions),
        _ => null,
    };

    private static ImmutableArray<ShapeDefect> OfParts(ImmutableArray<GeoPolygon> polygons, CancellationToken cancellation)
    {
        ImmutableArray<ShapeDefect>.Builder found = ImmutableArray.CreateBuilder<ShapeDefect>();
        for (int part = 0; part < polygons.Length; part++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (ShapeDefect defect in OfPolygon(polygons[part], cancellation))
                found.Add(defect with { Part = part });
        }

        return found.ToImmutable();
    }

    private static ImmutableArray<ShapeDefect> OfPolygon(GeoPolygon polygon, CancellationToken cancellation)
    {
        if (PlanarShapes.FindInvalidity(polygon, cancellation) is not { } whole)
            return [];
        ImmutableArray<ShapeDefect>.Builder found = ImmutableArray.CreateBuilder<ShapeDefect>();
        for (int ring = 0; ring < polygon.Rings.Length; ring++)
        {
            var alone = new GeoPolygon([polygon.Rings[ring]]);
            if (PlanarShapes.FindInvalidity(alone, cancellation) is { } own)
                found.Add(Locate(ShapeFault.Ring, own, [alone]) with { Ring = ring });
        }

        // Rings that are sound each for itself do not fit together.
        return found.Count > 0 ? found.ToImmutable() : [Locate(ShapeFault.Hole, whole, [polygon])];
    }

    /// <summary>The edge that a defect lies on, or is nearest to.</summary>
    private static ShapeDefect Locate(ShapeFault fault, Invalidity found, ImmutableArray<GeoPolygon> polygons)
    {
        var nearest = new ShapeDefect(fault, found.At, 0, 0, 0);
        if (found.At is not { } at)
            return nearest;
        double least = double.PositiveInfinity;
        for (int part = 0; part < polygons.Length; part++)
        {
            for (int ring = 0; ring < polygons[part].Rings.Length; ring++)
            {
                // Parts and holes are wrong beside what comes before them: of equals, the later ring is told.
                (int position, double distance) = Nearest(at, polygons[part].Rings[ring]);
                if (distance > least)
                    continue;
                least = distance;
                nearest = nearest with { Part = part, Ring = ring, Position = position };
            }
        }

        return nearest;
    }

    private static (int Position, double SquaredDistance) Nearest(GeoPoint at, ImmutableArray<GeoPoint> positions)
    {
        int corner = positions.IndexOf(at);
        if (corner >= 0)
            return (corner, 0.0);
        (int nearest, double least) = (0, double.PositiveInfinity);
        for (int i = 0; i + 1 < positions.Length; i++)
        {
            double distance = SquaredDistance(at, positions[i], positions[i + 1]);
            if (distance < least)
                (nearest, least) = (i, distance);
        }

        return (nearest, least);
    }

    private static double SquaredDistance(GeoPoint point, GeoPoint start, GeoPoint end)
    {
        (double x, double y) = (end.LonDeg - start.LonDeg, end.LatDeg - start.LatDeg);
        (double dx, double dy) = (point.LonDeg - start.LonDeg, point.LatDeg - start.LatDeg);
        double length = (x * x) + (y * y);
        double along = length > 0.0 ? Math.Clamp(((dx * x) + (dy * y)) / length, 0.0, 1.0) : 0.0;
        double east = dx - (along * x);
        double north = dy - (along * y);
        return (east * east) + (north * north);
    }
}
