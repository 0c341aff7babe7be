using System.Collections.Immutable;
using BvlosSim.Environment;
using BvlosSim.Environment.Airspace;
using BvlosSim.Environment.LandingZones;
using BvlosSim.Environment.Obstacles;
using BvlosSim.Estimation.Clearance;
using BvlosSim.Estimation.Geofence;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.LandingZones;
using BvlosSim.Estimation.Planar;
using CsCheck;

namespace BvlosSim.Tests.Estimation.Planar;

/// <summary>Every defect of a shape, and where it is.</summary>
public sealed class ShapeDefectsTests
{
    private const string Shell = "0 0 10 0 10 10 0 10";
    private const string Bow = "20 0 30 10 30 0 20 10";

    [Theory]
    [InlineData(Shell, "")]
    [InlineData(Bow, "Ring 25 5: 0 0 0")]
    [InlineData(Shell + ", 5 5 15 5 15 6", "Hole 10 5: 0 1 0")]
    [InlineData(Shell + ", 20 20 21 20 21 21", "Hole 20 20: 0 1 0")]
    [InlineData(Shell + ", 1 1 2 2 2 1 1 2, 5 5 6 5 6 6, 7 7 8 8 8 7 7 8", "Ring 1.5 1.5: 0 1 0|Ring 7.5 7.5: 0 3 0")]
    [InlineData(Shell + "; " + Bow + "; 40 0 41 1 41 0 40 1", "Ring 25 5: 1 0 0|Ring 40.5 0.5: 2 0 0")]
    [InlineData(Shell + "; 5 5 20 5 20 20 5 20", "Parts 10 5: 1 0 0")]
    [InlineData(Shell + "; 1 1 2 1 2 2", "Parts 2 1: 1 0 1")]
    [InlineData(Shell + "; " + Bow + "; 1 1 2 1 2 2", "Ring 25 5: 1 0 0")]
    [InlineData("3 3 3 3 3 3", "Ring 3 3: 0 0 0")]
    public void A_geofence(string parts, string expected) => Assert.Equal(expected, Describe(ShapeDefects.Of(Zone(parts))));

    [Theory]
    [InlineData(Shell + "; 5 5 20 5 20 20 5 20", "")]
    [InlineData(Shell + "; " + Bow, "Ring 25 5: 1 0 0")]
    public void The_parts_of_a_landing_zone_may_overlap(string parts, string expected) =>
        Assert.Equal(expected, Describe(ShapeDefects.Of(new LandingZone { Id = "l", Polygons = Polygons(parts) })));

    [Theory]
    [InlineData(ObstacleShape.Point, "1 1", "")]
    [InlineData(ObstacleShape.Line, "0 0 5 5 0 5 5 0", "")]
    [InlineData(ObstacleShape.Line, "1 2 1 2", "Line 1 2: 0 0 0")]
    [InlineData(ObstacleShape.Polygon, Shell + " 0 0", "")]
    [InlineData(ObstacleShape.Polygon, Bow + " 20 0", "Ring 25 5: 0 0 0")]
    public void An_obstacle(ObstacleShape shape, string positions, string expected) =>
        Assert.Equal(expected, Describe(ShapeDefects.Of(Obstacle(shape, Points(positions)))));

    [Fact]
    public void A_corner_is_told_rather_than_the_edge_that_it_lies_on() =>
        Assert.Equal("Ring 5 0: 0 0 3", Describe(ShapeDefects.Of(Zone("0 0 10 0 10 10 5 0 0 10"))));

    [Fact]
    public void What_is_found_before_a_flight_is_what_fails_it() => Property.Holds(
        Gen.Int[0, 4].Array[12, 32],
        numbers =>
        {
            ImmutableArray<GeoPoint> points = [.. Enumerable.Range(0, numbers.Length / 2).Select(i => new GeoPoint(numbers[2 * i], numbers[(2 * i) + 1]))];
            int half = points.Length / 2;
            ImmutableArray<GeoPoint> first = Closed(points[..half]);
            ImmutableArray<GeoPoint> second = Closed(points[half..]);
            foreach (ImmutableArray<GeoPolygon> shape in (ImmutableArray<GeoPolygon>[])[
                [new([first])], [new([first, second])], [new([first]), new([second])]])
            {
                GeofenceZone fence = Fence(shape);
                Assert.Equal(GeofenceZones.Compile([fence], CancellationToken.None).Failure is null, ShapeDefects.Of(fence).IsEmpty);
                var zone = new LandingZone { Id = "l", Polygons = shape };
                Assert.Equal(ZoneArea.TryJoin(shape, out _) is null, ShapeDefects.Of(zone).IsEmpty);
            }

            Obstacle obstacle = Obstacle(ObstacleShape.Polygon, first);
            Assert.Equal(ObstacleSet.Compile([obstacle], 0.0, CancellationToken.None).Failure is null, ShapeDefects.Of(obstacle).IsEmpty);
        },
        count: 3000);

    [Fact]
    public void A_search_ends_when_it_is_told_to() =>
        Assert.Throws<OperationCanceledException>(() => ShapeDefects.Of(Zone(Shell), new CancellationToken(canceled: true)));

    private static string Describe(ImmutableArray<ShapeDefect> defects) => string.Join(
        '|',
        defects.Select(d => FormattableString.Invariant($"{d.Fault} {d.At!.Value.LonDeg} {d.At.Value.LatDeg}: {d.Part} {d.Ring} {d.Position}")));

    private static GeofenceZone Zone(string parts) => Fence(Polygons(parts));

    private static GeofenceZone Fence(ImmutableArray<GeoPolygon> polygons) => new() { Id = "z", Kind = GeofenceKind.Forbidden, Polygons = polygons };

    private static Obstacle Obstacle(ObstacleShape shape, ImmutableArray<GeoPoint> positions) =>
        new() { Id = "o", Shape = shape, Positions = positions, HeightM = 5 };

    /// <summary>Parts by semicolons, rings by commas, x and y by blanks; rings are closed here.</summary>
    private static ImmutableArray<GeoPolygon> Polygons(string parts) =>
        [.. parts.Split("; ").Select(part => new GeoPolygon([.. part.Split(", ").Select(ring => Closed(Points(ring)))]))];

    private static ImmutableArray<GeoPoint> Closed(ImmutableArray<GeoPoint> corners) => corners.Add(corners[0]);

    private static ImmutableArray<GeoPoint> Points(string numbers)
    {
        double[] values = [.. numbers.Split(' ').Select(n => double.Parse(n, System.Globalization.CultureInfo.InvariantCulture))];
        return [.. Enumerable.Range(0, values.Length / 2).Select(i => new GeoPoint(values[(2 * i) + 1], values[2 * i]))];
    }
}
