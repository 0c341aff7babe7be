using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Geodesy;
using CsCheck;

namespace BvlosSim.Tests.Estimation.Energy;

/// <summary>What holds for the turn-then-straight path whatever its numbers.</summary>
public class EmergencyPathPropertyTests
{
    private static readonly GeoPoint Start = new(0, 8);

    /// <summary>Heading, bearing of the target from it in degrees (right is positive), distance of the target, radius.</summary>
    private static Gen<(double HeadingDeg, double BearingDeg, double DistanceM, double RadiusM)> Problems { get; } = Gen.Select(
        Property.Between(0, 360), Property.Between(-180, 180), Property.Between(0.5, 3000), Property.Between(5, 400));

    [Fact]
    public void The_mirrored_problem_has_the_mirrored_path() => Property.Holds(Problems, p =>
    {
        // On the equator east and west are mirror images, so that the mirror may stand at any angle without a change of the Earth below.
        EmergencyPath? path = Plan(p.HeadingDeg, p.HeadingDeg + p.BearingDeg, p.DistanceM, p.RadiusM);
        EmergencyPath? mirrored = Plan(-p.HeadingDeg, -p.HeadingDeg - p.BearingDeg, p.DistanceM, p.RadiusM);
        Assert.Equal(path is null, mirrored is null);
        if (path is not { } a || mirrored is not { } b)
            return;
        Close(a.LengthM, b.LengthM);
        Close(a.ArcM, b.ArcM);
        Assert.Equal(a.Count, b.Count);
        for (int i = 0; i < a.Count; i++)
            Assert.Equal(0, Angles.NormSigned(a.TrackDeg(i) + b.TrackDeg(i)), 1e-5);
    });

    [Fact]
    public void Which_way_the_aircraft_heads_does_not_matter() => Property.Holds(
        Gen.Select(Problems, Property.Between(0, 360)),
        v =>
        {
            ((double HeadingDeg, double BearingDeg, double DistanceM, double RadiusM) p, double turnDeg) = v;
            EmergencyPath? path = Plan(p.HeadingDeg, p.HeadingDeg + p.BearingDeg, p.DistanceM, p.RadiusM);
            EmergencyPath? turned = Plan(p.HeadingDeg + turnDeg, p.HeadingDeg + turnDeg + p.BearingDeg, p.DistanceM, p.RadiusM);
            Assert.Equal(path is null, turned is null);
            if (path is { } a && turned is { } b)
                Close(a.LengthM, b.LengthM);
        });

    [Fact]
    public void No_path_is_shorter_than_the_straight_line() => Property.Holds(
        Problems,
        p =>
        {
            if (Plan(p.HeadingDeg, p.HeadingDeg + p.BearingDeg, p.DistanceM, p.RadiusM) is { } path)
                Assert.True(path.LengthM >= p.DistanceM - 1e-6, $"{path.LengthM}");
        },
        count: 5000);

    [Fact]
    public void The_length_changes_no_faster_than_the_target_moves_save_where_a_candidate_drops_out()
    {
        int jumps = 0;
        Property.Holds(
            Gen.Select(Problems, Property.Between(0, 360), Property.Between(0.001, 5)),
            v =>
            {
                ((double HeadingDeg, double BearingDeg, double DistanceM, double RadiusM) p, double directionDeg, double stepM) = v;
                GeoPoint here = Target(p.HeadingDeg + p.BearingDeg, p.DistanceM);
                GeodesicDirect moved = Geodesic.Direct(here.LatDeg, here.LonDeg, directionDeg, stepM);
                var there = new GeoPoint(moved.LatDeg, moved.LonDeg);
                if (DropsOut(p.HeadingDeg, p.RadiusM, here, there, stepM))
                {
                    jumps++;
                    return;
                }

                EmergencyPath? before = EmergencyPath.Plan(Start, p.HeadingDeg, p.RadiusM, here, 100, out _);
                EmergencyPath? after = EmergencyPath.Plan(Start, p.HeadingDeg, p.RadiusM, there, 100, out _);
                Assert.NotNull(before);
                Assert.NotNull(after);
                double change = Math.Abs(before.Value.LengthM - after.Value.LengthM);
                // The shortest way around a circle that is in the way is up to π/2 times as long as the way through it.
                Assert.True(change <= stepM + 1e-5, $"{before.Value.LengthM} and {after.Value.LengthM}");
            },
            count: 5000);
        Assert.InRange(jumps, 1, 1000);
    }

    [Fact]
    public void Where_a_candidate_drops_out_the_length_jumps_by_no_more_than_a_circle_and_its_width() => Property.Holds(
        Gen.Select(Property.Between(0, 360), Property.Between(5, 175), Property.Between(5, 400)),
        v =>
        {
            // A point of the right-hand circle, a little outside and a little inside of it.
            (double headingDeg, double aroundDeg, double radiusM) = v;
            double Length(double scale)
            {
                (double sin, double cos) = Math.SinCos(Angles.ToRadians(aroundDeg));
                double aheadM = radiusM * scale * sin;
                double rightM = radiusM * (1 - (scale * cos));
                double bearingDeg = Angles.ToDegrees(Math.Atan2(rightM, aheadM));
                return Plan(headingDeg, headingDeg + bearingDeg, Hypotenuse.Of(aheadM, rightM), radiusM)!.Value.LengthM;
            }

            double jumpM = Length(1 - 1e-6) - Length(1 + 1e-6);
            Assert.InRange(jumpM, 0.1 * radiusM, ((2 * Math.PI) + 3) * radiusM);
        });

    /// <summary>Whether one of the two positions, or the way between them, may lie on or in a circle that the other one is outside of.</summary>
    private static bool DropsOut(double headingDeg, double radiusM, GeoPoint here, GeoPoint there, double stepM)
    {
        foreach (int side in (int[])[1, -1])
        {
            GeodesicDirect centre = Geodesic.Direct(Start.LatDeg, Start.LonDeg, headingDeg + (side * 90), radiusM);
            double hereM = Geodesic.Inverse(centre.LatDeg, centre.LonDeg, here.LatDeg, here.LonDeg).DistanceM - radiusM;
            double thereM = Geodesic.Inverse(centre.LatDeg, centre.LonDeg, there.LatDeg, there.LonDeg).DistanceM - radiusM;
            if (hereM < stepM + 0.01 && hereM > -stepM - 0.01 && thereM < stepM + 0.01)
                return true;
        }

        return false;
    }

    private static EmergencyPath? Plan(double headingDeg, double azimuthDeg, double distanceM, double radiusM) =>
        EmergencyPath.Plan(Start, headingDeg, radiusM, Target(azimuthDeg, distanceM), 100, out _);

    private static GeoPoint Target(double azimuthDeg, double distanceM)
    {
        GeodesicDirect point = Geodesic.Direct(Start.LatDeg, Start.LonDeg, azimuthDeg, distanceM);
        return new GeoPoint(point.LatDeg, point.LonDeg);
    }

    private static void Close(double expectedM, double actualM) => Assert.Equal(expectedM, actualM, 1e-5);
}
