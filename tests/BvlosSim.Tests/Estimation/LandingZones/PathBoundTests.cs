using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.LandingZones;
using BvlosSim.Geodesy;
using CsCheck;

namespace BvlosSim.Tests.Estimation.LandingZones;

/// <summary>The bound is one, everywhere on Earth and at every distance, and close enough to be of use.</summary>
public class PathBoundTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(1e-9)]
    [InlineData(90.0)]
    public void No_path_is_shorter_than_its_bound(double bearingScale)
    {
        int useful = 0;
        Property.Holds(
            Gen.Select(
                Property.Between(-90, 90), Property.Between(-180, 180), Property.Between(0, 360), Property.Between(-2, 2), Property.Between(0, 6), Property.Between(0.5, 3.5)),
            v =>
            {
                (double latDeg, double lonDeg, double trackDeg, double bearing, double distancePower, double radiusPower) = v;
                double distanceM = Math.Pow(10, distancePower);
                double radiusM = Math.Pow(10, radiusPower);
                GeodesicDirect end = Geodesic.Direct(latDeg, lonDeg, trackDeg + (bearing * bearingScale), distanceM);
                var start = new GeoPoint(latDeg, lonDeg);
                double lengthM = EmergencyPath.Length(start, trackDeg, radiusM, new GeoPoint(end.LatDeg, end.LonDeg));
                EarthPoint target = EarthPoint.Of(end.LatDeg, end.LonDeg);
                double chordM = EarthPoint.Of(latDeg, lonDeg).ChordM(target);
                double leastM = new PathBound(start, trackDeg, radiusM).LeastM(target, chordM);
                Assert.True(leastM <= lengthM + 1e-6, $"{leastM} and {lengthM}");
                Assert.True(leastM >= chordM);
                useful += leastM > chordM && lengthM - leastM < 1.0 ? 1 : 0;
            },
            count: 20_000);
        Assert.True(bearingScale < 1.0 || useful > 5000, $"{useful}");
    }

    [Fact]
    public void Without_a_turn_to_make_the_bound_is_the_chord()
    {
        EarthPoint target = EarthPoint.Of(47.1, 8.1);
        Assert.Equal(7.0, new PathBound(new GeoPoint(47, 8), null, 50).LeastM(target, 7.0));
        Assert.Equal(7.0, new PathBound(new GeoPoint(47, 8), 90, null).LeastM(target, 7.0));
    }
}
