using CsCheck;

namespace BvlosSim.Geodesy.Tests;

/// <summary>
/// What holds for geodesics whatever the method: round trips, symmetries, the triangle inequality.
/// </summary>
public class GeodesicPropertyTests
{
    private const double ToleranceM = 15e-9;

    /// <summary>Longitudes whose sums and differences with each other are exact.</summary>
    private static readonly Gen<double> GridLongitude = Gen.Int[-180 * 4096, 180 * 4096].Select(i => i / 4096.0);

    [Fact]
    public void Inverse_undoes_direct() => Property.Holds(
        Gen.Select(Property.Point, Gen.Double[-180, 180], Gen.Double[-3, 7.28]),
        v =>
        {
            ((double lat, double lon), double azimuth, double exponent) = v;
            double distance = Math.Pow(10, exponent);
            GeodesicDirect end = Geodesic.Direct(lat, lon, azimuth, distance);
            GeodesicInverse back = Geodesic.Inverse(lat, lon, end.LatDeg, end.LonDeg);
            Assert.Equal(distance, back.DistanceM, 2 * ToleranceM);
            GeodesicDirect again = Geodesic.Direct(lat, lon, back.Azimuth1Deg, back.DistanceM);
            Assert.True(Geodesic.Inverse(end.LatDeg, end.LonDeg, again.LatDeg, again.LonDeg).DistanceM <= 2 * ToleranceM);
            // The direction at the end is the one found there.
            double across = Angles.ToRadians(Angles.NormSigned(end.AzimuthDeg - back.Azimuth2Deg)) * Math.Min(distance, 1e6);
            Assert.Equal(0, across, 2 * ToleranceM);
        });

    [Fact]
    public void Swapping_the_points_turns_the_path_around() => Property.Holds(
        Gen.Select(Property.Point, Property.Point),
        v =>
        {
            ((double lat1, double lon1), (double lat2, double lon2)) = v;
            GeodesicInverse there = Geodesic.Inverse(lat1, lon1, lat2, lon2);
            GeodesicInverse back = Geodesic.Inverse(lat2, lon2, lat1, lon1);
            Assert.Equal(there.DistanceM, back.DistanceM);
            // The azimuths of coincident points mean nothing; of the many paths between the poles another one is taken.
            if (there.DistanceM == 0 || (Math.Abs(lat1) == 90 && Math.Abs(lat2) == 90))
                return;
            Assert.Equal(0, Angles.NormSigned(there.Azimuth1Deg + 180 - back.Azimuth2Deg), 6e-14);
            Assert.Equal(0, Angles.NormSigned(there.Azimuth2Deg + 180 - back.Azimuth1Deg), 6e-14);
        });

    [Fact]
    public void Mirroring_east_and_west_mirrors_the_azimuth() => Property.Holds(
        Gen.Select(Property.Point, Property.Point),
        v =>
        {
            ((double lat1, double lon1), (double lat2, double lon2)) = v;
            GeodesicInverse path = Geodesic.Inverse(lat1, lon1, lat2, lon2);
            GeodesicInverse mirrored = Geodesic.Inverse(lat1, -lon1, lat2, -lon2);
            Assert.Equal(
                new GeodesicInverse(path.DistanceM, Angles.NormSigned(-path.Azimuth1Deg), Angles.NormSigned(-path.Azimuth2Deg)),
                mirrored with { Azimuth1Deg = Angles.NormSigned(mirrored.Azimuth1Deg), Azimuth2Deg = Angles.NormSigned(mirrored.Azimuth2Deg) });

            GeodesicDirect end = Geodesic.Direct(lat1, lon1, lat2, 1e6);
            GeodesicDirect mirroredEnd = Geodesic.Direct(lat1, -lon1, -lat2, 1e6);
            Assert.Equal(end.LatDeg, mirroredEnd.LatDeg);
            Assert.Equal(-end.LonDeg, mirroredEnd.LonDeg);
            Assert.Equal(Angles.NormSigned(-end.AzimuthDeg), Angles.NormSigned(mirroredEnd.AzimuthDeg));
        });

    [Fact]
    public void Mirroring_north_and_south_mirrors_the_azimuth() => Property.Holds(
        Gen.Select(Property.Point, Property.Point),
        v =>
        {
            ((double lat1, double lon1), (double lat2, double lon2)) = v;
            GeodesicInverse path = Geodesic.Inverse(lat1, lon1, lat2, lon2);
            GeodesicInverse mirrored = Geodesic.Inverse(-lat1, lon1, -lat2, lon2);
            Assert.Equal(path.DistanceM, mirrored.DistanceM);
            Assert.Equal(0, Angles.NormSigned(180 - path.Azimuth1Deg - mirrored.Azimuth1Deg), 6e-14);
            Assert.Equal(0, Angles.NormSigned(180 - path.Azimuth2Deg - mirrored.Azimuth2Deg), 6e-14);
        });

    [Fact]
    public void Shifting_all_longitudes_changes_nothing() => Property.Holds(
        Gen.Select(Property.Latitude, GridLongitude, Property.Latitude, GridLongitude, GridLongitude, Gen.Int[-9, 9]),
        v =>
        {
            (double lat1, double lon1, double lat2, double lon2, double shift, int turns) = v;
            GeodesicInverse path = Geodesic.Inverse(lat1, lon1, lat2, lon2);
            Assert.Equal(path, Geodesic.Inverse(lat1, lon1 + shift, lat2, lon2 + shift));
            Assert.Equal(path, Geodesic.Inverse(lat1, lon1 + shift, lat2, lon2 + shift + (360 * turns)));

            GeodesicDirect end = Geodesic.Direct(lat1, lon1, 33, 5e6);
            GeodesicDirect shifted = Geodesic.Direct(lat1, lon1 + shift + (360 * turns), 33 - (360 * turns), 5e6);
            Assert.Equal(end.LatDeg, shifted.LatDeg);
            Assert.Equal(end.AzimuthDeg, shifted.AzimuthDeg);
            Assert.Equal(0, Math.IEEERemainder(end.LonDeg + shift - shifted.LonDeg, 360), 1e-13);
        });

    [Fact]
    public void A_detour_is_never_shorter() => Property.Holds(
        Gen.Select(Property.Point, Property.Point, Property.Point),
        v =>
        {
            ((double lat1, double lon1), (double lat2, double lon2), (double lat3, double lon3)) = v;
            double straight = Geodesic.Inverse(lat1, lon1, lat3, lon3).DistanceM;
            double detour = Geodesic.Inverse(lat1, lon1, lat2, lon2).DistanceM + Geodesic.Inverse(lat2, lon2, lat3, lon3).DistanceM;
            Assert.True(straight <= detour + (3 * ToleranceM));
            Assert.InRange(straight, 0, 20003931.4586255);
        });

    [Fact]
    public void A_line_continues_from_any_of_its_points() => Property.Holds(
        Gen.Select(Property.Point, Gen.Double[-180, 180], Gen.Double[-1e7, 1e7], Gen.Double[-1e7, 1e7]),
        v =>
        {
            ((double lat, double lon), double azimuth, double first, double second) = v;
            var line = new GeodesicLine(lat, lon, azimuth);
            GeodesicDirect middle = line.Position(first);
            GeodesicDirect end = line.Position(first + second);
            GeodesicDirect continued = Geodesic.Direct(middle.LatDeg, middle.LonDeg, middle.AzimuthDeg, second);
            Assert.True(Geodesic.Inverse(end.LatDeg, end.LonDeg, continued.LatDeg, continued.LonDeg).DistanceM <= 3 * ToleranceM);
        });

    [Fact]
    public void A_prepared_line_gives_the_bits_of_the_direct_problem() => Property.Holds(
        Gen.Select(Property.Point, Gen.Double[-540, 540], Gen.Double[0, 2e7]),
        v =>
        {
            ((double lat, double lon), double azimuth, double distance) = v;
            Assert.Equal(Geodesic.Direct(lat, lon, azimuth, distance), new GeodesicLine(lat, lon, azimuth).Position(distance));
        });

    /// <summary>All nearly antipodal pairs, where the solver works hardest, and the path must still be a geodesic that arrives.</summary>
    [Fact]
    public void Nearly_antipodal_paths_arrive() => Property.Holds(
        Gen.Select(Gen.Double[-89.9, 89.9], Gen.Double[-0.7, 0.7], Gen.Double[-0.7, 0.7]),
        v =>
        {
            (double lat, double dLat, double dLon) = v;
            double lat2 = Math.Clamp(-lat + dLat, -90, 90);
            GeodesicInverse path = Geodesic.Inverse(lat, 0, lat2, 180 + dLon);
            GeodesicDirect end = Geodesic.Direct(lat, 0, path.Azimuth1Deg, path.DistanceM);
            Assert.True(Geodesic.Inverse(end.LatDeg, end.LonDeg, lat2, 180 + dLon).DistanceM <= ToleranceM);
            Assert.InRange(path.DistanceM, 19.8e6, 20003931.4586255);
        });
}
