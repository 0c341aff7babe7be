using BvlosSim.Environment.Grids;
using BvlosSim.Environment.Terrain;
using BvlosSim.Geodesy;
using CsCheck;

namespace BvlosSim.Tests.EnvironmentTests;

/// <summary>Elevations on a grid.</summary>
public sealed class TerrainGridTests
{
    private static readonly TerrainGrid Grid = Make(52, 4, 0.01, 0.02, 3, [10, 20, 35, 30, 45, 5, 12, 8, 60]);
    private static readonly TerrainGrid Edge = Make(-1, 179.9, 1, 0.05, 3, [1, 2, 3, 4, 5, 6, 7, 8, 9]);

    [Theory]
    [InlineData(52.0, 4.0, 10.0)]
    [InlineData(52.005, 4.01, 26.25000000000562)]
    [InlineData(52.0037, 4.0333, 25.692249999997735)]
    [InlineData(52.01, 4.02, 44.99999999999471)]
    [InlineData(52.02, 4.04, 60.0)]
    [InlineData(52.020000000001, 4.04, 60.0)]
    public void The_elevation_at_a_point_has_the_known_bits(double lat, double lon, double elevation) =>
        Assert.Equal(elevation, Grid.ElevationAt(lat, lon));

    [Theory]
    [InlineData(52.02000000002, 4.04)]
    [InlineData(52.0201, 4.0)]
    [InlineData(51.9999, 4.0)]
    [InlineData(52.01, 3.9999)]
    [InlineData(52.01, 4.0401)]
    [InlineData(double.NaN, 4.01)]
    [InlineData(52.01, double.NaN)]
    [InlineData(double.PositiveInfinity, 4.01)]
    [InlineData(52.01, double.NegativeInfinity)]
    public void Outside_there_is_no_coverage(double lat, double lon) => Assert.Null(Grid.ElevationAt(lat, lon));

    [Theory]
    [InlineData(52.002, 4.003, 52.006, 4.011, 15.650000000005134, 29.150000000000595)]
    [InlineData(52.002, 4.003, 52.016, 4.037, 11.000000000004484, 44.99999999999471)]
    [InlineData(52.0, 4.0, 52.02, 4.04, 5.000000000005969, 60.0)]
    public void The_range_along_a_segment_is_known(double lat1, double lon1, double lat2, double lon2, double min, double max)
    {
        ElevationRange range = Grid.RangeAlong(lat1, lon1, lat2, lon2)!.Value;
        // The box ends at the ends of the segment, so that it does not depend on the last bit of a geodesic.
        Assert.Equal(min, range.MinM, 1e-11);
        Assert.Equal(max, range.MaxM, 1e-11);
    }

    [Fact]
    public void A_leg_along_the_northern_edge_bulges_out_of_the_grid() => Assert.Null(Grid.RangeAlong(52.02, 4.0, 52.02, 4.04));

    [Theory]
    [InlineData(double.NaN, 4.01, 52.01, 4.01)]
    [InlineData(52.01, double.PositiveInfinity, 52.01, 4.01)]
    [InlineData(52.01, 4.01, 91, 4.01)]
    [InlineData(52.01, 4.01, 52.03, 4.01)]
    [InlineData(52.01, 4.01, 52.01, 4.05)]
    public void A_segment_that_leaves_the_grid_has_no_range(double lat1, double lon1, double lat2, double lon2)
    {
        Assert.Null(Grid.RangeAlong(lat1, lon1, lat2, lon2));
        Assert.Null(Grid.RangeAlong(lat2, lon2, lat1, lon1));
    }

    [Fact]
    public void A_segment_without_length_has_the_elevation_of_its_point()
    {
        double elevation = Grid.ElevationAt(52.004, 4.003)!.Value;
        Assert.Equal(new ElevationRange(elevation, elevation), Grid.RangeAlong(52.004, 4.003, 52.004, 4.003));
    }

    [Fact]
    public void The_antimeridian_is_an_edge()
    {
        Assert.Equal(5.999999999999886, Edge.ElevationAt(0, 180));
        Assert.Null(Edge.ElevationAt(0, -180));
        Assert.Null(Edge.RangeAlong(0, 179.95, 0, -179.95));
    }

    [Theory]
    [InlineData(52, 556.6)]
    [InlineData(-52, 556.6)]
    [InlineData(90, 0.0011132)]
    [InlineData(80, 193.305151379)]
    public void The_sampling_interval_is_half_a_cell(double lat, double intervalM) =>
        Assert.Equal(intervalM, Grid.SamplingIntervalM(lat), 1e-5);

    [Fact]
    public void Interior_points_of_the_geodesic_are_the_known_ones()
    {
        GeodesicInverse path = Geodesic.Inverse(52.0, 4.0, 52.01, 4.02);
        var line = new GeodesicLine(52.0, 4.0, path.Azimuth1Deg);
        GeodesicDirect first = line.Position(path.DistanceM / 8);
        GeodesicDirect seventh = line.Position(7 * path.DistanceM / 8);
        Assert.Equal(52.001250186605205, first.LatDeg, 1e-12);
        Assert.Equal(4.002499512515626, first.LonDeg, 1e-12);
        Assert.Equal(52.00875018664231, seventh.LatDeg, 1e-12);
        Assert.Equal(4.017499512458905, seventh.LonDeg, 1e-12);
    }

    [Fact]
    public void Every_point_of_a_segment_lies_within_its_range()
    {
        Gen<(double, double, double, double)> segments = Gen.Select(
            Gen.Double[52.0, 52.02], Gen.Double[4.0, 4.04], Gen.Double[52.0, 52.02], Gen.Double[4.0, 4.04]);
        int covered = 0;
        Property.Holds(segments, s =>
        {
            (double lat1, double lon1, double lat2, double lon2) = s;
            if (Grid.RangeAlong(lat1, lon1, lat2, lon2) is not ElevationRange range)
                return;
            covered++;
            GeodesicInverse path = Geodesic.Inverse(lat1, lon1, lat2, lon2);
            var line = new GeodesicLine(lat1, lon1, path.Azimuth1Deg);
            for (int k = 0; k <= 40; k++)
            {
                GeodesicDirect point = line.Position(k * path.DistanceM / 40);
                double elevation = Grid.ElevationAt(point.LatDeg, point.LonDeg)!.Value;
                Assert.InRange(elevation, range.MinM - 1e-6, range.MaxM + 1e-6);
            }
        });
        Assert.True(covered > 150, $"only {covered} segments were covered");
    }

    [Fact]
    public void The_elevation_agrees_with_the_formula_written_out()
    {
        Property.Holds(Gen.Select(Gen.Double[51.995, 52.025], Gen.Double[3.99, 4.05]), p =>
        {
            (double lat, double lon) = p;
            double r = (lat - 52) / 0.01;
            double c = (lon - 4) / 0.02;
            if (r < -1e-9 || c < -1e-9 || r > 2 + 1e-9 || c > 2 + 1e-9)
            {
                Assert.Null(Grid.ElevationAt(lat, lon));
                return;
            }

            r = Math.Min(Math.Max(r, 0), 2);
            c = Math.Min(Math.Max(c, 0), 2);
            int r0 = Math.Min((int)r, 1);
            int c0 = Math.Min((int)c, 1);
            double t = r - r0;
            double u = c - c0;
            double expected = ((1 - t) * (1 - u) * Grid.ElevationsM[r0, c0]) + ((1 - t) * u * Grid.ElevationsM[r0, c0 + 1])
                + (t * (1 - u) * Grid.ElevationsM[r0 + 1, c0]) + (t * u * Grid.ElevationsM[r0 + 1, c0 + 1]);
            Assert.Equal(expected, Grid.ElevationAt(lat, lon));
        }, 1000);
    }

    [Fact]
    public void Flat_terrain_is_flat_everywhere()
    {
        var flat = new ConstantTerrain(12.5);
        Assert.Equal(12.5, flat.ElevationAt(-90, 180));
        Assert.Equal(new ElevationRange(12.5, 12.5), flat.RangeAlong(0, 179, 0, -179));
        Assert.Equal(double.PositiveInfinity, flat.SamplingIntervalM(52));
        Assert.Throws<ArgumentException>(() => new ConstantTerrain(double.NaN));
        Assert.Equal("constant", flat.Id);
        Assert.Equal("uniform_grid", Grid.Id);
    }

    private static TerrainGrid Make(double lat, double lon, double stepLat, double stepLon, int columns, double[] values) =>
        new(new RegularGrid(new RegularAxis(lat, stepLat, values.Length / columns), new RegularAxis(lon, stepLon, columns), [.. values]));
}
