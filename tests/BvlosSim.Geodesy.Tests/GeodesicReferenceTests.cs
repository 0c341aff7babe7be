namespace BvlosSim.Geodesy.Tests;

/// <summary>
/// Against geodesics evaluated with elliptic integrals, a different method (Data/make.py).
/// </summary>
public class GeodesicReferenceTests
{
    private const double ToleranceM = 15e-9;

    [Theory]
    [InlineData("geodesic-random.txt", 1000)]
    [InlineData("geodesic-hard.txt", 200)]
    public void The_data_are_all_there(string name, int atLeast) => Assert.True(GeodesicReference.Read(name).Count >= atLeast);

    [Theory]
    [InlineData("geodesic-random.txt")]
    [InlineData("geodesic-hard.txt")]
    public void Direct_lands_within_15_nm_forward_and_backward(string name)
    {
        foreach (GeodesicReference r in GeodesicReference.Read(name))
        {
            GeodesicDirect forward = Geodesic.Direct(r.Lat1, r.Lon1, r.Azimuth1, r.DistanceM);
            GeodesicDirect backward = Geodesic.Direct(r.Lat2, r.Lon2, r.Azimuth2, -r.DistanceM);
            GeodesicDirect reversed = Geodesic.Direct(r.Lat2, r.Lon2, r.Azimuth2 + 180, r.DistanceM);
            AssertNear(r.Lat2, r.Lon2, forward, r);
            AssertNear(r.Lat1, r.Lon1, backward, r);
            AssertNear(r.Lat1, r.Lon1, reversed, r);
        }
    }

    [Theory]
    [InlineData("geodesic-random.txt")]
    [InlineData("geodesic-hard.txt")]
    public void Inverse_distance_is_within_15_nm(string name)
    {
        foreach (GeodesicReference r in GeodesicReference.Read(name))
        {
            double there = Geodesic.Inverse(r.Lat1, r.Lon1, r.Lat2, r.Lon2).DistanceM;
            double back = Geodesic.Inverse(r.Lat2, r.Lon2, r.Lat1, r.Lon1).DistanceM;
            Assert.True(Math.Abs(there - r.DistanceM) <= ToleranceM, r.ToString());
            Assert.True(Math.Abs(back - r.DistanceM) <= ToleranceM, r.ToString());
        }
    }

    /// <summary>
    /// An azimuth is good if the path that leaves with it arrives. Where two shortest paths exist, either may be taken.
    /// </summary>
    [Theory]
    [InlineData("geodesic-random.txt")]
    [InlineData("geodesic-hard.txt")]
    public void Inverse_azimuths_lead_there_within_15_nm(string name)
    {
        foreach (GeodesicReference r in GeodesicReference.Read(name))
        {
            GeodesicInverse inverse = Geodesic.Inverse(r.Lat1, r.Lon1, r.Lat2, r.Lon2);
            AssertNear(r.Lat2, r.Lon2, Geodesic.Direct(r.Lat1, r.Lon1, inverse.Azimuth1Deg, inverse.DistanceM), r);
            AssertNear(r.Lat1, r.Lon1, Geodesic.Direct(r.Lat2, r.Lon2, inverse.Azimuth2Deg, -inverse.DistanceM), r);
        }
    }

    /// <summary>
    /// Between points that are neither very close nor nearly antipodal the azimuth is well conditioned: it agrees to 15 nm across.
    /// </summary>
    [Fact]
    public void Inverse_azimuths_agree_where_they_are_well_conditioned()
    {
        foreach (GeodesicReference r in GeodesicReference.Read("geodesic-random.txt"))
        {
            if (r.DistanceM > 19.5e6)
                continue;
            GeodesicInverse inverse = Geodesic.Inverse(r.Lat1, r.Lon1, r.Lat2, r.Lon2);
            double leverM = Math.Min(r.DistanceM, 1e6);
            Assert.True(Math.Abs(Across(inverse.Azimuth1Deg, r.Azimuth1, leverM)) <= ToleranceM, r.ToString());
            Assert.True(Math.Abs(Across(inverse.Azimuth2Deg, r.Azimuth2, leverM)) <= ToleranceM, r.ToString());
        }
    }

    private static double Across(double azimuthDeg, double referenceDeg, double leverM) =>
        Angles.ToRadians(Angles.NormSigned(azimuthDeg - referenceDeg)) * leverM;

    /// <summary>
    /// Distance in space between two nearby points of the ellipsoid, by their Cartesian difference: independent of the code under test.
    /// </summary>
    private static void AssertNear(double lat, double lon, GeodesicDirect actual, GeodesicReference r)
    {
        double meanLat = Angles.ToRadians((lat + actual.LatDeg) / 2);
        double north = Angles.ToRadians(actual.LatDeg - lat) * 6.4e6;
        double east = Angles.ToRadians(Angles.NormSigned(actual.LonDeg - lon)) * 6.4e6 * Math.Cos(meanLat);
        // Near a pole, longitudes differ widely between close points: compare in the polar plane.
        if (Math.Abs(lat) > 89.9)
        {
            double colat1 = Angles.ToRadians(90 - Math.Abs(lat)) * 6.4e6;
            double colat2 = Angles.ToRadians(90 - Math.Abs(actual.LatDeg)) * 6.4e6;
            (double s1, double c1) = Math.SinCos(Angles.ToRadians(lon));
            (double s2, double c2) = Math.SinCos(Angles.ToRadians(actual.LonDeg));
            north = (colat1 * c1) - (colat2 * c2);
            east = (colat1 * s1) - (colat2 * s2);
        }

        Assert.True(Math.Sqrt((north * north) + (east * east)) <= ToleranceM, $"{r} but {actual}");
        Assert.InRange(actual.LonDeg, -180, 180);
        Assert.InRange(actual.AzimuthDeg, -180, 180);
    }
}
