using System.Collections.Immutable;
using BvlosSim.Environment;
using BvlosSim.Environment.Wind;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.LandingZones;
using BvlosSim.Geodesy;
using CsCheck;
using static BvlosSim.Tests.Estimation.LandingZones.Scene;

namespace BvlosSim.Tests.Estimation.LandingZones;

/// <summary>The bounds that the search relies on, the boundaries of zones and the lengths of turning paths.</summary>
public class GeometryTests
{
    private static readonly Gen<GeoPoint> Anywhere =
        Gen.Select(Gen.Double[-90.0, 90.0], Gen.Double[-180.0, 180.0], (lat, lon) => new GeoPoint(lat, lon));
    private static readonly Gen<(double X, double Y)> Plane = Gen.Select(Gen.Double[-500.0, 500.0], Gen.Double[-500.0, 500.0]);
    private static readonly GeoPoint Origin = new(52.0, 4.0);

    [Fact]
    public void ChordsAreNoLongerThanGeodesics() => Gen.Select(Anywhere, Anywhere).Sample((a, b) =>
    {
        double chordM = EarthPoint.Of(a.LatDeg, a.LonDeg).ChordM(EarthPoint.Of(b.LatDeg, b.LonDeg));
        Assert.True(chordM <= Geodesic.Inverse(a.LatDeg, a.LonDeg, b.LatDeg, b.LonDeg).DistanceM + 1e-7);
    });

    [Fact]
    public void ShortChordsAreAsLongAsGeodesics()
    {
        double chordM = EarthPoint.Of(52.0, 4.0).ChordM(EarthPoint.Of(52.005, 4.01));
        Assert.Equal(Geodesic.Inverse(52.0, 4.0, 52.005, 4.01).DistanceM, chordM, 4);
    }

    [Fact]
    public void BoxesHoldTheirSurface() =>
        Gen.Select(Anywhere, Gen.Double[-90.0, 90.0], Gen.Double[0.0, 380.0], Gen.Double[0.0, 1.0], Gen.Double[0.0, 1.0])
            .Sample((corner, lat2, width, latShare, lonShare) =>
            {
                (double lat1, double west) = (corner.LatDeg, corner.LonDeg);
                EarthBox box = EarthBox.Around(Math.Min(lat1, lat2), west, Math.Max(lat1, lat2), west + width);
                EarthPoint inside = EarthPoint.Of(lat1 + ((lat2 - lat1) * latShare), west + (width * lonShare));
                Assert.InRange(box.ChordM(inside), 0.0, 1e-7);
            });

    [Fact]
    public void WindNeverExceedsItsBound() =>
        Gen.Select(Gen.Int, Gen.Double[51.8, 52.2], Gen.Double[3.8, 4.2], Gen.Double[-20.0, 200.0], Gen.Double[0.0, 100.0]).Sample(
            (seed, lat, lon, altitude, clock) =>
            {
                WindProvider wind = RandomScenes.Wind(new Random(seed));
                Assert.True(wind.At(lat, lon, altitude, clock).SpeedMps <= wind.SpeedBoundMps(altitude) * (1.0 + 1e-12));
            });

    [Fact]
    public void KnownWindsHaveAFiniteBound()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            WindProvider wind = RandomScenes.Wind(new Random(seed));
            Assert.Equal(wind.Id != "custom", double.IsFinite(wind.SpeedBoundMps(50.0)));
        }
    }

    [Theory]
    [InlineData(0.001, 24)]
    [InlineData(0.00301, 24)]
    [InlineData(0.01, 80)]
    [InlineData(1.0, 360)]
    public void BoundaryHasOnePointForEveryHalfThousandthOfADegree(double sideDeg, int count)
    {
        // A side a little longer: the perimeter must not miss the whole number by rounding.
        double side = sideDeg * (1.0 + 1e-9);
        Assert.Equal(count, BoundaryPoints.Along([Box(0.0, side, 0.0, side)]).Length);
    }

    [Fact]
    public void BoundaryStartsAtTheFirstVertex()
    {
        ImmutableArray<GeoPoint> points = BoundaryPoints.Along([Box(51.998, 51.9985, 4.002, 4.003)]);
        Assert.Equal(24, points.Length);
        Assert.Equal(new GeoPoint(51.998, 4.002), points[0]);
        Assert.Equal(4.002125, points[1].LonDeg, 12);
        Assert.Equal(51.998, points[1].LatDeg, 12);
        Assert.Equal(51.9985, points[12].LatDeg, 12);
        Assert.Equal(4.003, points[12].LonDeg, 12);
    }

    [Fact]
    public void BoundaryRunsOverTheHolesToo()
    {
        // Perimeters 0.4 and 0.04: the last of 360 points lie on the hole.
        ImmutableArray<GeoPoint> points = BoundaryPoints.Along([Box(0.0, 0.1, 0.0, 0.1), Box(0.04, 0.05, 0.04, 0.05)]);
        Assert.Equal(360, points.Length);
        Assert.Equal(32, points.Count(p => p.LatDeg is > 0.03 and < 0.06 && p.LonDeg is > 0.03 and < 0.06));
        Assert.All(points.Skip(328), p => Assert.InRange(p.LatDeg, 0.04 - 1e-12, 0.05 + 1e-12));
    }

    [Fact]
    public void OnePartOfManyIsLikeThePolygonAlone()
    {
        ImmutableArray<GeoPoint> ring = Ring((4.003, 51.9985), (4.002, 51.9985), (4.002, 51.998), (4.003, 51.998));
        Assert.Null(ZoneArea.TryJoin([new GeoPolygon([ring])], out ZoneArea? area));
        Assert.Equal(ring, area!.Rings.Single());
    }

    [Fact]
    public void PartsAreDissolved()
    {
        GeoPolygon west = new([Box(0.0, 0.01, 0.0, 0.01)]);
        GeoPolygon east = new([Box(0.0, 0.01, 0.01, 0.02)]);
        GeoPolygon apart = new([Box(1.0, 1.01, 0.0, 0.01)]);
        Assert.Null(ZoneArea.TryJoin([west, east, apart, west], out ZoneArea? area));
        Assert.Equal(2, area!.Rings.Length);
        Assert.True(area.Covers(new GeoPoint(0.005, 0.01)));
        Assert.True(area.Covers(new GeoPoint(1.0, 0.0)));
        Assert.False(area.Covers(new GeoPoint(0.5, 0.0)));
        // No entry point lies on the edge that both parts shared.
        Assert.DoesNotContain(BoundaryPoints.Along(area.Rings), p => p.LonDeg == 0.01 && p.LatDeg is > 0.001 and < 0.009);
    }

    [Fact]
    public void ManyCornersAreLocatedLikeFew()
    {
        ImmutableArray<GeoPoint> circle =
            Ring([.. Enumerable.Range(0, 500).Select(i => (Math.Cos(i * Math.Tau / 500.0), Math.Sin(i * Math.Tau / 500.0)))]);
        Assert.Null(ZoneArea.TryJoin([new GeoPolygon([circle])], out ZoneArea? area));
        Assert.True(area!.Covers(new GeoPoint(0.0, 0.0)));
        Assert.True(area.Covers(new GeoPoint(0.0, 1.0)));
        Assert.False(area.Covers(new GeoPoint(0.8, 0.8)));
    }

    [Fact]
    public void TurningPathIsNeverShorterThanTheStraightLine() =>
        Gen.Select(Plane, Gen.Double[0.0, 360.0], Gen.Double[1.0, 200.0]).Sample((target, heading, radius) =>
        {
            double lengthM = PathM(target, heading, radius);
            Assert.True(lengthM >= Math.Sqrt((target.X * target.X) + (target.Y * target.Y)) - (1e-6 * (1.0 + radius)));
        });

    [Fact]
    public void MirroredTurningPathIsAsLong() =>
        Gen.Select(Plane, Gen.Double[0.0, 360.0], Gen.Double[1.0, 200.0]).Sample((target, heading, radius) =>
            Assert.Equal(PathM(target, heading, radius), PathM((-target.X, target.Y), 360.0 - heading, radius), 1e-5));

    [Fact]
    public void TurningPathChangesLittleWithTheTargetWhereBothTurnsReachIt() =>
        Gen.Select(Plane, Gen.Double[0.0, 360.0], Gen.Double[1.0, 200.0]).Where((t, h, r) => IsOutsideBothCircles(t, h, r)).Sample(
            (target, heading, radius) =>
            {
                double here = PathM(target, heading, radius);
                double there = PathM((target.X + 0.001, target.Y - 0.001), heading, radius);
                // Near the circle the arc grows with the root of the distance, but not faster than this at a metre and more.
                Assert.InRange(Math.Abs(here - there), 0.0, 0.002 * (1.0 + radius));
            });

    [Theory]
    [InlineData(0.0, 300.0, 300.0)]
    [InlineData(0.0, 1e-7, 0.0)]
    [InlineData(160.0, 0.0, 80.0 * Math.PI)]
    public void TurningPathsOfKnownLength(double eastM, double northM, double lengthM) =>
        Assert.Equal(lengthM, PathM((eastM, northM), 0.0, 80.0), 1e-5);

    [Fact]
    public void WithoutTurnRadiusOrHeadingThePathIsTheGeodesic()
    {
        GeoPoint target = new(52.01, 4.02);
        double distanceM = Geodesic.Inverse(52.0, 4.0, 52.01, 4.02).DistanceM;
        Assert.Equal(distanceM, EmergencyPath.Length(Origin, null, 80.0, target));
        Assert.Equal(distanceM, EmergencyPath.Length(Origin, 77.0, null, target));
        Assert.Equal(0.0, EmergencyPath.Length(Origin, 77.0, 80.0, Origin));
    }

    private static double PathM((double X, double Y) target, double headingDeg, double radiusM)
    {
        double azimuthDeg = double.RadiansToDegrees(Math.Atan2(target.X, target.Y));
        double distanceM = Math.Sqrt((target.X * target.X) + (target.Y * target.Y));
        GeodesicDirect point = Geodesic.Direct(Origin.LatDeg, Origin.LonDeg, azimuthDeg, distanceM);
        return EmergencyPath.Length(Origin, headingDeg, radiusM, new GeoPoint(point.LatDeg, point.LonDeg));
    }

    private static bool IsOutsideBothCircles((double X, double Y) target, double headingDeg, double radiusM)
    {
        (double sin, double cos) = Math.SinCos(double.DegreesToRadians(headingDeg));
        double toRight = Math.Sqrt(Math.Pow(target.X - (radiusM * cos), 2.0) + Math.Pow(target.Y + (radiusM * sin), 2.0));
        double toLeft = Math.Sqrt(Math.Pow(target.X + (radiusM * cos), 2.0) + Math.Pow(target.Y - (radiusM * sin), 2.0));
        return toRight > radiusM + 1.0 && toLeft > radiusM + 1.0;
    }
}
