using System.Collections.Immutable;
using BvlosSim.Environment.Obstacles;
using BvlosSim.Estimation.Checks;
using BvlosSim.Estimation.Clearance;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Sampling;
using BvlosSim.Missions;
using CsCheck;
using static BvlosSim.Tests.Estimation.Geofence.BaseFlight;

namespace BvlosSim.Tests.Estimation.Clearance;

/// <summary>What must not change the verdict, and that the index leaves nothing out.</summary>
public sealed class ClearancePropertyTests
{
    private const double ClearanceM = 20.0;

    /// <summary>An obstacle around the origin of degrees; 1.5 times the extent of the routes here.</summary>
    private static Gen<Obstacle> AnyObstacle { get; } = Gen.Select(
        Gen.Enum<ObstacleShape>(),
        Gen.Select(Gen.Int[-15_000, 15_000], Gen.Int[-30_000, 30_000], (lat, lon) => (Lat: lat * 1e-6, Lon: lon * 1e-6)).Array[3, 30],
        Gen.OneOf(Gen.Double[0, 40], Gen.Double[0, 400]),
        Gen.Double[0, 30],
        Gen.Double[5, 200],
        Gen.Double[0.0001, 0.01],
        (shape, places, radius, uncertainty, height, extent) => new Obstacle
        {
            Id = "o",
            Shape = shape,
            HeightM = height,
            RadiusM = radius,
            UncertaintyM = uncertainty,
            Positions = shape switch
            {
                ObstacleShape.Point => [At(places[0])],
                ObstacleShape.Line => [.. places.Select(At)],
                _ => Star(At(places[0]), extent, places.Length),
            },
        }).Where(IsValid);

    [Theory]
    [InlineData(52.0, 4.0)]
    [InlineData(0.001, 180.0)]
    [InlineData(-33.0, -179.99)]
    [InlineData(84.99, 179.99)]
    [InlineData(-84.97, 10.0)]
    [InlineData(88.5, 100.0)]
    [InlineData(89.99, 0.0)]
    public void The_index_leaves_nothing_out(double lat, double lon) => AnyObstacle.Array[1, 4].Sample(
        obstacles =>
        {
            double widening = 0.6 / Math.Max(0.05, Math.Cos(lat * Math.PI / 180.0));
            // A ring across the antimeridian or a pole may cross itself in the lon/lat plane.
            Obstacle[] there = [.. obstacles.Select((o, i) => Moved(o, lat, lon, widening) with { Id = $"{i}" }).Where(IsValid)];
            FlownPath path = Path(
                new GeoPoint(lat, Wrapped(lon)), [Waypoint("wp1", Math.Min(90, lat + 0.008), Wrapped(lon + (0.015 * widening))), Return]);
            Assert.Equal(
                WithoutIndex(path, there),
                Check(path, there).Violations.Select(v => (v.Leg.LegIndex, v.ObstacleId!, v.SampleLatDeg, v.SampleLonDeg)));
        }, iter: 60, threads: 1);

    [Fact]
    public void East_and_west_are_alike() => AnyObstacle.Array[1, 4].Sample(
        obstacles => AssertAlike(
            Check(BasePath(1.0), [.. obstacles.Select(o => Moved(o, 52.0, 4.0, 1.0))]),
            Check(BasePath(-1.0), [.. obstacles.Select(o => Mirrored(Moved(o, 52.0, 4.0, 1.0)))]),
            lon => -lon), iter: 100, threads: 1);

    [Fact]
    public void The_longitude_of_the_world_does_not_matter() =>
        Gen.Select(AnyObstacle.Array[1, 4], Gen.OneOf(Gen.Double[-360, 360], Gen.Double[175.97, 176.01])).Sample(
            (obstacles, shift) =>
            {
                // A ring across the antimeridian may cross itself in the lon/lat plane.
                Obstacle[] valid = [.. obstacles.Where(o => IsValid(Moved(o, 52.0, 4.0 + shift, 1.0)))];
                AssertAlike(
                    Check(BasePath(1.0), [.. valid.Select(o => Moved(o, 52.0, 4.0, 1.0))]),
                    Check(
                        Path(new GeoPoint(52.0, Wrapped(4.0 + shift)), [Waypoint("wp1", 52.01, Wrapped(4.02 + shift)), Return]),
                        [.. valid.Select(o => Moved(o, 52.0, 4.0 + shift, 1.0))]),
                    lon => Wrapped(lon + shift));
            }, iter: 100, threads: 1);

    [Fact]
    public void Which_way_a_ring_runs_does_not_matter() => AnyObstacle.Array[1, 4].Sample(
        obstacles =>
        {
            Obstacle[] there = [.. obstacles.Select(o => Moved(o, 52.0, 4.0, 1.0))];
            Obstacle[] reversed = [.. there.Select(o => o with { Positions = [.. o.Positions.Reverse()] })];
            AssertAlike(Check(BasePath(1.0), there), Check(BasePath(1.0), reversed), lon => lon);
        }, iter: 100, threads: 1);

    [Fact]
    public void The_contact_is_on_the_rim_of_the_keep_out_or_where_the_piece_begins() => AnyObstacle.Sample(
        obstacle =>
        {
            Obstacle there = Moved(obstacle, 52.0, 4.0, 1.0);
            double reachM = there.RadiusM + there.UncertaintyM + ClearanceM;
            foreach (ClearanceViolation violation in Check(BasePath(1.0), [there]).Violations)
                Assert.InRange(violation.HorizontalDistanceM!.Value, 0.0, reachM * (1.0 + 1e-9));
        }, iter: 200, threads: 1);

    private static FlownPath BasePath(double east) => Path(new GeoPoint(52.0, 4.0 * east), [Waypoint("wp1", 52.01, 4.02 * east), Return]);

    private static bool IsValid(Obstacle obstacle) => ObstacleSet.Compile([obstacle], ClearanceM, CancellationToken.None).Failure is null;

    private static ClearanceResult Check(FlownPath path, Obstacle[] obstacles)
    {
        CheckOutcome<ClearanceResult> outcome = ClearanceCheck.Evaluate(
            [.. obstacles], null, new MissionConstraints { MinObstacleClearanceM = ClearanceM }, path, out _, CancellationToken.None);
        return outcome.Block!;
    }

    /// <summary>The legs and obstacles in conflict and where, every piece of route held against every obstacle.</summary>
    private static IEnumerable<(int Leg, string Obstacle, double LatDeg, double LonDeg)> WithoutIndex(FlownPath path, Obstacle[] obstacles)
    {
        Assert.Null(path.Sample(out ImmutableArray<ImmutableArray<RouteSample>> samples));
        for (int leg = 0; leg < path.Legs.Length; leg++)
        {
            foreach (Obstacle obstacle in obstacles)
            {
                KeepOutContact? contact = Enumerable.Range(0, samples[leg].Length - 1)
                    .Select(i => ContactOf(samples[leg][i], samples[leg][i + 1], obstacle)).FirstOrDefault(c => c is not null);
                if (contact is { } found)
                    yield return (leg, obstacle.Id, found.Point.LatDeg, found.Point.LonDeg);
            }
        }
    }

    private static KeepOutContact? ContactOf(RouteSample start, RouteSample end, Obstacle obstacle)
    {
        var piece = new RoutePiece(start, end);
        double verticalM = ClearanceM + obstacle.UncertaintyM;
        double horizontalM = obstacle.RadiusM + verticalM;
        var shape = new PlaneShape(obstacle.Shape, obstacle.Positions.Select(piece.Project));
        return piece.AltitudeM - obstacle.HeightM < verticalM && piece.DistanceTo(shape) <= horizontalM
            ? piece.FirstContact(shape, horizontalM)
            : null;
    }

    private static void AssertAlike(ClearanceResult here, ClearanceResult there, Func<double, double> lonOf)
    {
        Assert.Equal(here.Violations.Length, there.Violations.Length);
        foreach ((ClearanceViolation a, ClearanceViolation b) in here.Violations.Zip(there.Violations))
        {
            Assert.Equal((a.Leg.LegIndex, a.RequiredClearanceM), (b.Leg.LegIndex, b.RequiredClearanceM));
            Assert.Equal(a.SampleLatDeg, b.SampleLatDeg, 1e-9);
            Assert.Equal(0.0, Wrapped(lonOf(a.SampleLonDeg) - b.SampleLonDeg), 1e-9);
            Assert.Equal(a.HorizontalDistanceM!.Value, b.HorizontalDistanceM!.Value, 1e-4);
            Assert.Equal(a.VerticalClearanceM, b.VerticalClearanceM, 1e-6);
        }
    }

    private static GeoPoint At((double Lat, double Lon) place) => new(place.Lat, place.Lon);

    private static ImmutableArray<GeoPoint> Star(GeoPoint centre, double extent, int corners)
    {
        GeoPoint[] ring = [.. Enumerable.Range(0, corners).Select(i =>
        {
            double angle = 2.0 * Math.PI * i / corners;
            double radius = extent * (i % 2 == 0 || corners < 5 ? 1.0 : 0.4);
            return new GeoPoint(centre.LatDeg + (radius * Math.Sin(angle)), centre.LonDeg + (radius * Math.Cos(angle)));
        })];
        return [.. ring, ring[0]];
    }

    private static Obstacle Moved(Obstacle obstacle, double lat, double lon, double widening) => obstacle with
    {
        Positions = [.. obstacle.Positions.Select(p => new GeoPoint(Math.Clamp(lat + p.LatDeg, -90, 90), Wrapped(lon + (p.LonDeg * widening))))],
    };

    private static Obstacle Mirrored(Obstacle obstacle) =>
        obstacle with { Positions = [.. obstacle.Positions.Select(p => new GeoPoint(p.LatDeg, -p.LonDeg))] };

    private static double Wrapped(double lon) => Math.IEEERemainder(lon, 360.0);
}
