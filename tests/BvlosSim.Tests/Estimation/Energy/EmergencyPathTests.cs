using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Geodesy;
using CsCheck;

namespace BvlosSim.Tests.Estimation.Energy;

/// <summary>The ground path of an aircraft that breaks off: straight, or a turn and then straight.</summary>
public class EmergencyPathTests
{
    private const double RadiusM = 60;

    private static readonly GeoPoint Start = new(47, 8);

    private static GeoPoint Target(double azimuthDeg, double distanceM)
    {
        GeodesicDirect point = Geodesic.Direct(Start.LatDeg, Start.LonDeg, azimuthDeg, distanceM);
        return new GeoPoint(point.LatDeg, point.LonDeg);
    }

    private static EmergencyPath Plan(double? headingDeg, GeoPoint target, double? radiusM = RadiusM, double sampleM = 100)
    {
        EmergencyPath? path = EmergencyPath.Plan(Start, headingDeg, radiusM, target, sampleM, out double distanceM);
        Assert.Equal(Geodesic.Inverse(Start.LatDeg, Start.LonDeg, target.LatDeg, target.LonDeg).DistanceM, distanceM);
        Assert.NotNull(path);
        Assert.Equal(path.Value.ArcM + path.Value.StraightM, path.Value.LengthM);
        Assert.Equal(path.Value.ArcSegments + path.Value.StraightSegments, path.Value.Count);
        return path.Value;
    }

    [Theory]
    [InlineData(null, RadiusM)]
    [InlineData(90.0, null)]
    [InlineData(null, null)]
    public void Without_heading_or_radius_the_path_is_straight(double? headingDeg, double? radiusM)
    {
        EmergencyPath path = Plan(headingDeg, Target(250, 1250), radiusM);
        Assert.Equal(1250, path.LengthM, 1e-8);
        Assert.Equal((0.0, 0, 13), (path.ArcM, path.ArcSegments, path.StraightSegments));
        for (int i = 0; i < 13; i++)
        {
            // As the geodesic gives it: west is negative.
            Assert.Equal(-110, path.TrackDeg(i), 1e-9);
            Assert.Equal(1250 / 13.0, path.SegmentLengthM(i), 1e-8);
            GeoPoint middle = path.Midpoint(i);
            GeodesicInverse place = Geodesic.Inverse(Start.LatDeg, Start.LonDeg, middle.LatDeg, middle.LonDeg);
            Assert.Equal(1250 * (i + 0.5) / 13, place.DistanceM, 1e-6);
            Assert.Equal(-110, place.Azimuth1Deg, 1e-9);
        }
    }

    [Theory]
    [InlineData(100.0, 100, 1)]
    [InlineData(100.1, 100, 2)]
    [InlineData(50.0, 7, 8)]
    [InlineData(1e-5, 100, 1)]
    public void A_straight_path_is_cut_into_pieces(double distanceM, double sampleM, int pieces) =>
        Assert.Equal(pieces, Plan(null, Target(0, distanceM - 1e-7), sampleM: sampleM).Count);

    [Theory]
    [InlineData(null)]
    [InlineData(123.0)]
    public void At_the_target_there_is_no_path(double? headingDeg)
    {
        EmergencyPath path = Plan(headingDeg, Start);
        Assert.Equal((0.0, 0), (path.LengthM, path.Count));
    }

    [Fact]
    public void A_turning_aircraft_within_a_micrometre_of_the_target_is_there()
    {
        GeoPoint near = Target(0, 9e-7);
        Assert.NotEqual(Start, near);
        Assert.Equal((0.0, 0), (Plan(77, near).LengthM, Plan(77, near).Count));
        // Without a turn to make, the path is as long as it is.
        Assert.InRange(Plan(null, near).LengthM, 1e-7, 1.1e-6);
        // Just beyond, the way back to a point beside the aircraft is a full circle or nearly.
        Assert.InRange(Plan(77, Target(77 + 90, 1e-5)).LengthM, 6 * RadiusM, 6.3 * RadiusM);
    }

    [Fact]
    public void A_target_straight_ahead_needs_no_turn_whatever_the_last_bit_says() => Property.Holds(
        Gen.Select(Property.Between(0, 360), Property.Between(1, 5000), Property.Between(10, 500)),
        v =>
        {
            (double azimuthDeg, double distanceM, double radiusM) = v;
            GeoPoint target = Target(azimuthDeg, distanceM);
            double headingDeg = Geodesic.Inverse(Start.LatDeg, Start.LonDeg, target.LatDeg, target.LonDeg).Azimuth1Deg;
            EmergencyPath path = Plan(headingDeg, target, radiusM);
            Assert.Equal(distanceM, path.LengthM, 1e-5);
            Assert.True(path.ArcM < 1e-5);
        },
        count: 20_000);

    [Theory]
    [InlineData(0.0)]
    [InlineData(90.0)]
    [InlineData(217.0)]
    public void To_a_target_exactly_behind_the_aircraft_turns_right(double headingDeg)
    {
        EmergencyPath path = Plan(headingDeg, Target(headingDeg + 180, 1000));
        Assert.Equal(Angles.Norm360(headingDeg + HalfStep(path)), path.TrackDeg(0), 1e-6);
        // Half a turn and the angle from the far side of the circle: tan φ = 2R/d … by symmetry both ways are as long.
        EmergencyPath left = Plan(headingDeg, Target(headingDeg + 180 + 1e-5, 1000));
        EmergencyPath right = Plan(headingDeg, Target(headingDeg + 180 - 1e-5, 1000));
        Assert.Equal(Angles.Norm360(headingDeg - HalfStep(left)), left.TrackDeg(0), 1e-3);
        Assert.Equal(Angles.Norm360(headingDeg + HalfStep(right)), right.TrackDeg(0), 1e-3);
        Assert.Equal(path.LengthM, left.LengthM, 1e-3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void To_the_side_of_the_target_the_turn_is_a_quarter_and_a_little(int side)
    {
        // Heading north, target 1000 m abeam: exit where the tangent meets it.
        EmergencyPath path = Plan(0, Target(side * 90, 1000));
        double straightM = Math.Sqrt((940.0 * 940) - (60 * 60));
        double angleRad = (Math.PI / 2) + Math.Asin(60 / 940.0);
        Assert.Equal(straightM, path.StraightM, 1e-6);
        Assert.Equal(60 * angleRad, path.ArcM, 1e-6);
        Assert.Equal((1, 10), (path.ArcSegments, path.StraightSegments));
        Assert.Equal(Angles.Norm360(side * Angles.ToDegrees(angleRad) / 2), path.TrackDeg(0), 1e-6);
        Assert.Equal(Angles.Norm360(side * Angles.ToDegrees(angleRad)), path.TrackDeg(1), 1e-6);
        Assert.Equal(60 * angleRad, path.SegmentLengthM(0), 1e-6);
        Assert.Equal(straightM / 10, path.SegmentLengthM(1), 1e-6);

        // On the circle, halfway around it.
        GeodesicInverse middle = Inverse(path.Midpoint(0));
        Assert.Equal(2 * 60 * Math.Sin(angleRad / 4), middle.DistanceM, 1e-6);
        Assert.Equal(side * Angles.ToDegrees(angleRad / 4), middle.Azimuth1Deg, 1e-6);
    }

    [Fact]
    public void A_target_inside_one_circle_is_reached_by_the_other_one()
    {
        // 30 m abeam to the right of a circle of 60 m: a left turn of three quarters and more.
        EmergencyPath path = Plan(0, Target(90, 30));
        Assert.Equal(Angles.Norm360(-HalfStep(path)), path.TrackDeg(0), 1e-6);
        Assert.True(path.ArcM > 1.5 * Math.PI * RadiusM);
        Assert.Equal(Math.Sqrt((90.0 * 90) - (60 * 60)), path.StraightM, 1e-6);
    }

    [Fact]
    public void Flying_the_pieces_one_after_the_other_leads_to_the_target() => Property.Holds(
        Gen.Select(Gen.Double[0, 360], Gen.Double[-180, 180], Gen.Double[1, 3000], Gen.Double[5, 400]),
        v =>
        {
            (double headingDeg, double azimuthDeg, double distanceM, double radiusM) = v;
            EmergencyPath path = Plan(headingDeg, Target(azimuthDeg, distanceM), radiusM, sampleM: 1);
            double x = 0;
            double y = 0;
            double sum = 0;
            double lastDeg = headingDeg;
            for (int i = 0; i < path.Count; i++)
            {
                double trackDeg = path.TrackDeg(i);
                Assert.InRange(trackDeg, 0, 360);
                // No kinks: between pieces the track turns as far as a piece of the circle does.
                Assert.True(Math.Abs(Angles.NormSigned(trackDeg - lastDeg)) <= Angles.ToDegrees(1.01 / radiusM) + 1e-6);
                lastDeg = trackDeg;
                double stepM = path.SegmentLengthM(i);
                (double sin, double cos) = Math.SinCos(Angles.ToRadians(trackDeg));
                GeodesicInverse middle = Inverse(path.Midpoint(i));
                double midX = x + (stepM / 2 * sin);
                double midY = y + (stepM / 2 * cos);
                Assert.True(Math.Abs(Hypotenuse.Of(midX, midY) - middle.DistanceM) < 0.1 + (0.002 * radiusM));
                x += stepM * sin;
                y += stepM * cos;
                sum += stepM;
            }

            Assert.Equal(path.LengthM, sum, 1e-6);
            Assert.Equal(distanceM * Math.Sin(Angles.ToRadians(azimuthDeg)), x, 0.1);
            Assert.Equal(distanceM * Math.Cos(Angles.ToRadians(azimuthDeg)), y, 0.1);
        });

    [Fact]
    public void No_path_is_longer_than_the_same_path_mirrored() => Property.Holds(
        Gen.Select(Gen.Double[0.01, 179.9], Gen.Double[1, 1000]),
        v =>
        {
            (double azimuthDeg, double distanceM) = v;
            EmergencyPath right = Plan(0, Target(azimuthDeg, distanceM));
            EmergencyPath left = Plan(0, Target(-azimuthDeg, distanceM));
            Assert.Equal(right.LengthM, left.LengthM, 1e-5);
            Assert.Equal(right.Count, left.Count);
            // Outside the nearer circle the nearer turn is the shorter one.
            if (distanceM > 2 * RadiusM)
                Assert.True(right.TrackDeg(0) < 181);
        });

    private static GeodesicInverse Inverse(GeoPoint point) => Geodesic.Inverse(Start.LatDeg, Start.LonDeg, point.LatDeg, point.LonDeg);

    private static double HalfStep(EmergencyPath path) => Angles.ToDegrees(path.SegmentLengthM(0) / RadiusM / 2);
}
