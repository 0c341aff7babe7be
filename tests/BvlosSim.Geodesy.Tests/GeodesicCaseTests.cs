namespace BvlosSim.Geodesy.Tests;

/// <summary>
/// Arguments out of range, degenerate cases as documented, and worked numbers to the last printed digit.
/// </summary>
public class GeodesicCaseTests
{
    private const double QuarterMeridianM = 10001965.729312722;

    [Theory]
    [InlineData(double.NaN, 0, 0, 1)]
    [InlineData(0, double.NaN, 0, 1)]
    [InlineData(0, 0, double.NaN, 1)]
    [InlineData(0, 0, 0, double.NaN)]
    [InlineData(0, double.PositiveInfinity, 0, 1)]
    [InlineData(0, 0, 0, double.NegativeInfinity)]
    [InlineData(90.00000000000001, 0, 0, 1)]
    [InlineData(0, 0, -90.00000000000001, 1)]
    [InlineData(double.PositiveInfinity, 0, 0, 1)]
    public void Inverse_of_what_is_no_point_is_nan(double lat1, double lon1, double lat2, double lon2) =>
        Assert.Equal(new GeodesicInverse(double.NaN, double.NaN, double.NaN), Geodesic.Inverse(lat1, lon1, lat2, lon2));

    [Theory]
    [InlineData(double.NaN, 0, 0, 1)]
    [InlineData(90.00000000000001, 0, 0, 1)]
    [InlineData(-91, 0, 0, 1)]
    [InlineData(0, double.NaN, 0, 1)]
    [InlineData(0, double.PositiveInfinity, 0, 1)]
    [InlineData(0, 0, double.NaN, 1)]
    [InlineData(0, 0, double.NegativeInfinity, 1)]
    [InlineData(0, 0, 0, double.NaN)]
    [InlineData(0, 0, 0, double.PositiveInfinity)]
    public void Direct_from_what_is_no_line_is_nan(double lat, double lon, double azimuth, double distance)
    {
        GeodesicDirect end = Geodesic.Direct(lat, lon, azimuth, distance);
        Assert.Equal(new GeodesicDirect(double.NaN, double.NaN, double.NaN), end);
    }

    [Fact]
    public void Default_line_is_no_line() =>
        Assert.Equal(new GeodesicDirect(double.NaN, double.NaN, double.NaN), default(GeodesicLine).Position(1));

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(47.3, 8.1, 47.3, 8.1)]
    [InlineData(-47.3, -8.1, -47.3, -8.1)]
    [InlineData(12, 180, 12, -180)]
    [InlineData(-12, -180, -12, 180)]
    [InlineData(12, 5, 12, 725)]
    [InlineData(0, -0.0, -0.0, 0)]
    [InlineData(90, 0, 90, 180)]
    [InlineData(90, 10, 90, 77)]
    [InlineData(-90, 10, -90, -60)]
    [InlineData(1e-20, 0, -1e-20, 0)]
    public void Coincident_points_are_exactly_zero_apart(double lat1, double lon1, double lat2, double lon2)
    {
        double distance = Geodesic.Inverse(lat1, lon1, lat2, lon2).DistanceM;
        Assert.Equal(0, distance);
        Assert.False(double.IsNegative(distance));
    }

    [Theory]
    [InlineData(90, 10, 20, 77, 113, 180)]
    [InlineData(-90, 10, 20, 77, 67, 0)]
    [InlineData(20, 77, 90, 10, 0, -67)]
    [InlineData(20, 77, -90, 10, 180, -113)]
    [InlineData(90, 0, -90, 40, 140, 180)]
    [InlineData(-90, 0, 90, 40, 40, 0)]
    public void Azimuth_at_a_pole_counts_from_the_longitude_given(
        double lat1, double lon1, double lat2, double lon2, double azimuth1, double azimuth2)
    {
        GeodesicInverse inverse = Geodesic.Inverse(lat1, lon1, lat2, lon2);
        Assert.Equal(azimuth1, inverse.Azimuth1Deg, 1e-13);
        Assert.Equal(azimuth2, inverse.Azimuth2Deg, 1e-13);
    }

    [Theory]
    [InlineData(0, 0, 0, 180, 0, 180)]
    [InlineData(0, 0, 0, -180, 0, 180)]
    [InlineData(30, 0, -30, 180, 0, 180)]
    [InlineData(30, 0, -30, -180, 0, 180)]
    [InlineData(-30, 0, 30, 180, 180, 0)]
    [InlineData(-30, 0, 30, -180, 180, 0)]
    [InlineData(90, 5, -90, 5, 180, 180)]
    public void Exact_antipodes_are_joined_over_the_pole_of_point_1(
        double lat1, double lon1, double lat2, double lon2, double azimuth1, double azimuth2)
    {
        GeodesicInverse inverse = Geodesic.Inverse(lat1, lon1, lat2, lon2);
        Assert.Equal(2 * QuarterMeridianM, inverse.DistanceM, 1e-8);
        Assert.Equal(azimuth1, inverse.Azimuth1Deg);
        Assert.Equal(azimuth2, inverse.Azimuth2Deg);
    }

    [Theory]
    [InlineData(0, 0, 0, 179.5, 55.96649514, 124.03350486)]
    [InlineData(0, 0, 0, -179.5, -55.96649514, -124.03350486)]
    [InlineData(30, 0, -30, 179.7, 35.02111780, 144.97888220)]
    [InlineData(-30, 0, 30, 179.7, 144.97888220, 35.02111780)]
    public void Of_two_equal_paths_the_poleward_one_is_taken(
        double lat1, double lon1, double lat2, double lon2, double azimuth1, double azimuth2)
    {
        GeodesicInverse inverse = Geodesic.Inverse(lat1, lon1, lat2, lon2);
        Assert.Equal(azimuth1, inverse.Azimuth1Deg, 1e-8);
        Assert.Equal(azimuth2, inverse.Azimuth2Deg, 1e-8);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(-1)]
    [InlineData(179.3)]
    [InlineData(179.3964)]
    public void Equatorial_points_are_joined_along_the_equator(double lon)
    {
        GeodesicInverse inverse = Geodesic.Inverse(0, 12, 0, 12 + lon);
        Assert.Equal(Math.Abs(lon) * Math.PI / 180 * 6378137, inverse.DistanceM, 1e-8);
        Assert.Equal(lon > 0 ? 90 : -90, inverse.Azimuth1Deg);
        Assert.Equal(lon > 0 ? 90 : -90, inverse.Azimuth2Deg);
    }

    [Fact]
    public void Past_the_limit_the_path_leaves_the_equator()
    {
        GeodesicInverse inverse = Geodesic.Inverse(0, 0, 0, 179.4);
        Assert.True(inverse.Azimuth1Deg < 90 - 1);
        Assert.True(inverse.DistanceM < 179.4 * Math.PI / 180 * 6378137);
    }

    /// <summary>Due north and due south are 0 and +180 exactly, on whichever side zero is approached.</summary>
    [Theory]
    [InlineData(10, 8, 20, 8, 0)]
    [InlineData(20, 8, 10, 8, 180)]
    [InlineData(20, -180, 10, 180, 180)]
    [InlineData(20, 180, 10, -180, 180)]
    [InlineData(20, 0.0, 10, -0.0, 180)]
    [InlineData(50, 0, -60, -180, 180)]
    [InlineData(50, 0, -40, -180, 0)]
    public void Meridional_azimuths_are_exact(double lat1, double lon1, double lat2, double lon2, double azimuth1) =>
        Assert.Equal(azimuth1, Geodesic.Inverse(lat1, lon1, lat2, lon2).Azimuth1Deg);

    [Fact]
    public void An_azimuth_that_rounds_to_the_negative_half_turn_is_the_positive_one()
    {
        GeodesicInverse inverse = Geodesic.Inverse(20, 0, 10, -1e-16);
        Assert.Equal(180, inverse.Azimuth1Deg);
        Assert.Equal(180, inverse.Azimuth2Deg);
        Assert.Equal(180, Geodesic.Direct(20, 0, -180, 1e5).AzimuthDeg);
    }

    [Fact]
    public void Quarter_meridian_and_equator_have_their_known_lengths()
    {
        Assert.Equal(QuarterMeridianM, Geodesic.Inverse(0, 0, 90, 0).DistanceM, 5e-9);
        Assert.Equal(QuarterMeridianM, Geodesic.Inverse(-90, 0, 0, 0).DistanceM, 5e-9);
        GeodesicDirect pole = Geodesic.Direct(0, 0, 0, QuarterMeridianM);
        Assert.Equal(90, pole.LatDeg, 1e-13);
        GeodesicDirect beyond = Geodesic.Direct(0, 30, 0, 2 * QuarterMeridianM);
        Assert.Equal(0, beyond.LatDeg, 1e-13);
        Assert.Equal(150, Math.Abs(beyond.LonDeg), 1e-12);
        Assert.Equal(180, beyond.AzimuthDeg, 1e-12);
    }

    [Theory]
    [InlineData(90, 20, 30)]
    [InlineData(-90, 20, 30)]
    [InlineData(0, 20, 90)]
    [InlineData(0, 20, -90)]
    [InlineData(47, -180, 10)]
    [InlineData(47, 180, 10)]
    [InlineData(47, 540, 370)]
    public void Distance_zero_stays_at_the_start(double lat, double lon, double azimuth)
    {
        GeodesicDirect end = Geodesic.Direct(lat, lon, azimuth, 0);
        Assert.Equal(lat, end.LatDeg, 1e-13);
        Assert.Equal(0, Math.IEEERemainder(end.LonDeg - lon, 360), 1e-12);
        Assert.Equal(0, Math.IEEERemainder(end.AzimuthDeg - azimuth, 360), 1e-12);
        Assert.InRange(end.LonDeg, -180, 180);
    }

    [Fact]
    public void A_line_from_a_pole_runs_down_its_meridian()
    {
        GeodesicDirect south = Geodesic.Direct(90, 10, 180, 1e6);
        Assert.Equal(10, south.LonDeg, 1e-12);
        GeodesicDirect other = Geodesic.Direct(90, 10, 0, 1e6);
        Assert.Equal(-170, other.LonDeg, 1e-12);
        GeodesicDirect north = Geodesic.Direct(-90, 10, 30, 1e6);
        Assert.Equal(40, north.LonDeg, 1e-12);
    }

    /// <summary>GeodSolve 2.1.2, series solution in double precision: azimuths to the last bit, distances to all printed decimals.</summary>
    [Theory]
    [InlineData(47, 8, 47.02, 8.01, 18.877219379354699, 2349.8585824699635)]
    [InlineData(47.02, 8, 47.02, 8.03, 89.98902612409218, 2280.8283688934603)]
    [InlineData(47, 8, 47.02, 8, 0, 2223.4207312133544)]
    [InlineData(-12.25, 131.5, 35.5, -120.75, 56.500994035583822, 12396368.0079799667)]
    [InlineData(52, 4, -51.5, -176.5, 23.662833374771541, 19941199.5019911639)]
    [InlineData(-33.9, 18.4, 51.5, -0.1, -11.463622395920391, 9631973.1739352793)]
    [InlineData(0.5, 0, -0.25, 179.25, 49.530479676925118, 19941904.2159765698)]
    [InlineData(-65, 100, -66, -60, -169.247006224261526, 5381373.7438685559)]
    [InlineData(1, 0, 1, 1, 89.991273573837233, 111302.6493394308)]
    [InlineData(5, 0, -4.5, 100, 93.638444525481873, 11167941.0993245617)]
    public void Worked_inverse_to_the_last_bit(double lat1, double lon1, double lat2, double lon2, double azimuth1, double distance)
    {
        GeodesicInverse inverse = Geodesic.Inverse(lat1, lon1, lat2, lon2);
        Assert.Equal(azimuth1, inverse.Azimuth1Deg);
        Assert.Equal(distance, inverse.DistanceM, 1e-10);
    }

    [Fact]
    public void Interior_points_of_a_worked_line()
    {
        GeodesicInverse inverse = Geodesic.Inverse(52, 4, 52.01, 4.02);
        var line = new GeodesicLine(52, 4, inverse.Azimuth1Deg);
        GeodesicDirect first = line.Position(inverse.DistanceM / 8);
        GeodesicDirect seventh = line.Position(inverse.DistanceM * 7 / 8);
        Assert.Equal(52.001250186605205, first.LatDeg, 1e-14);
        Assert.Equal(4.002499512515626, first.LonDeg, 1e-14);
        Assert.Equal(52.00875018664231, seventh.LatDeg, 2e-14);
        Assert.Equal(4.017499512458905, seventh.LonDeg, 1e-14);
    }

    /// <summary>Polar coordinates (distance, azimuth) as a plane map: the azimuthal equidistant projection.</summary>
    [Theory]
    [InlineData(52.005, 4.01, 686.7036417341901, 556.3842275272701)]
    [InlineData(53, 5, 67138.48104207708, 111740.62683179743)]
    public void Worked_azimuthal_equidistant_map(double lat, double lon, double eastM, double northM)
    {
        GeodesicInverse inverse = Geodesic.Inverse(52, 4, lat, lon);
        (double sin, double cos) = Math.SinCos(Angles.ToRadians(inverse.Azimuth1Deg));
        Assert.Equal(eastM, inverse.DistanceM * sin, 5e-9);
        Assert.Equal(northM, inverse.DistanceM * cos, 5e-9);
    }

    /// <summary>A filleted corner at (47.02, 8), flown in northward and out to (47.03, 8.02), radius 60 m.</summary>
    [Fact]
    public void Worked_turn_arc_to_the_last_bit()
    {
        double trackOut = Geodesic.Inverse(47.02, 8, 47.03, 8.02).Azimuth1Deg;
        TurnGeometry turn = Turn.Between(0, trackOut, 60);
        GeodesicDirect entry = Geodesic.Direct(47.02, 8, 0 + 180, turn.TangentOffsetM);
        GeodesicDirect exit = Geodesic.Direct(47.02, 8, trackOut, turn.TangentOffsetM);
        GeodesicDirect centre = Geodesic.Direct(entry.LatDeg, entry.LonDeg, 0 + 90, 60);
        GeodesicDirect first = Geodesic.Direct(centre.LatDeg, centre.LonDeg, 0 - 90 + (turn.SignedAngleDeg * (1 / 11.0)), 60);

        Assert.Equal(53.81867564, turn.AngleDeg, 5e-9);
        Assert.Equal(56.35878534, turn.ArcLengthM, 5e-9);
        Assert.Equal((47.01972607990385, 8.0), (entry.LatDeg, entry.LonDeg));
        Assert.Equal((47.01977210529479, 8.000002874862465), (first.LatDeg, first.LonDeg));
        Assert.Equal((47.02016170624099, 8.000323297245993), (exit.LatDeg, exit.LonDeg));
        Assert.Equal(54.30960536, Geodesic.Inverse(entry.LatDeg, entry.LonDeg, exit.LatDeg, exit.LonDeg).DistanceM, 1e-8);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        double sum = Work(47);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            sum += Work(i * 0.05);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(0, allocated);
        Assert.True(double.IsFinite(sum));
    }

    private static double Work(double lat)
    {
        double sum = Geodesic.Inverse(lat, 8, -lat * 0.9, 187.7).DistanceM + Geodesic.Inverse(lat, 8, lat + 0.01, 8.01).Azimuth1Deg;
        sum += Geodesic.Direct(lat, 8, lat, 1e6).LatDeg + new GeodesicLine(lat, 8, 300).Position(500).LonDeg;
        sum += Hypotenuse.Of(lat, 3) + Hypotenuse.Of(5e-324, 5e-324) + StandardAtmosphere.DensityKgPerM3(lat);
        sum += Turn.Between(lat, 300, 60).ArcLengthM;
        return WindTriangle.TrySolve(lat, 15, 3, -1, out WindTriangleSolution solution) ? sum + solution.CrabDeg : sum;
    }
}
