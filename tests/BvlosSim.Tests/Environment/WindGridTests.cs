using System.Collections.Immutable;
using BvlosSim.Environment.Wind;
using CsCheck;

namespace BvlosSim.Tests.EnvironmentTests;

/// <summary>Wind on a grid of time, altitude, latitude and longitude.</summary>
public sealed class WindGridTests
{
    private static readonly WindGrid Grid = new(
        [0, 600],
        [0, 200],
        [52, 52.01],
        [4, 4.02],
        [
            new(1, 0), new(2, 1), new(3, -1), new(5, 2),
            new(4, 0.5), new(6, 1.5), new(7, 2), new(9, -2),
            new(2, 1), new(3, 2), new(4, 0), new(6, 3),
            new(5, 1.5), new(7, 2.5), new(8, 3), new(10, -1),
        ]);

    [Theory]
    [InlineData(52.0025, 4.005, 50, 150, 2.921874999999567, 0.5468750000000555)]
    [InlineData(52.005, 4.01, 100, 300, 5.125000000000977, 0.9999999999998224)]
    [InlineData(53, 5, 500, 9999, 10, -1)]
    [InlineData(51, 3, -50, -5, 1, 0)]
    public void The_interpolation_gives_the_known_bits(double lat, double lon, double altitudeM, double elapsedS, double east, double north) =>
        Assert.Equal(new WindVector(east, north), Grid.At(lat, lon, altitudeM, elapsedS));

    [Fact]
    public void Beyond_an_axis_its_end_value_holds()
    {
        Assert.Equal(Grid.At(52, 4, 0, 0), Grid.At(-90, -180, double.NegativeInfinity, -1e300));
        Assert.Equal(Grid.At(52.01, 4.02, 200, 600), Grid.At(90, 180, double.PositiveInfinity, 1e300));
    }

    [Fact]
    public void Longitude_is_not_wrapped()
    {
        var grid = new WindGrid([0, 1], [0, 1], [0, 1], [179, 180], [.. Enumerable.Range(0, 16).Select(i => new WindVector(i % 2, 0))]);
        Assert.Equal(0, grid.At(0, -179.9, 0, 0).EastMps);
        Assert.Equal(1, grid.At(0, 180, 0, 0).EastMps);
    }

    [Fact]
    public void The_answer_agrees_with_an_interpolation_written_out()
    {
        Gen<(double[], double[], double[], double[])> axes = Gen.Select(Axis(0, 900), Axis(0, 300), Axis(-80, 80), Axis(-170, 170));
        Gen<(double, double, double, double)> queries =
            Gen.Select(Gen.Double[-100, 1000], Gen.Double[-50, 400], Gen.Double[-90, 90], Gen.Double[-180, 180]);
        Property.Holds(Gen.Select(axes, queries, Gen.Int[0, 1000]), sample =>
        {
            ((double[] t, double[] a, double[] y, double[] x), (double qt, double qa, double qy, double qx), int seed) = sample;
            var winds = new WindVector[t.Length * a.Length * y.Length * x.Length];
            for (int i = 0; i < winds.Length; i++)
                winds[i] = new WindVector((i * 7919 + seed) % 101 / 10.0, (i * 104729 + seed) % 89 / -10.0);
            var grid = new WindGrid([.. t], [.. a], [.. y], [.. x], [.. winds]);
            Assert.Equal(Naive(t, a, y, x, winds, qt, qa, qy, qx), grid.At(qy, qx, qa, qt));
        });
    }

    [Fact]
    public void A_query_allocates_nothing()
    {
        _ = Grid.At(52.003, 4.003, 30, 10);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            _ = Grid.At(52.003, 4.003, i, i);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void An_axis_that_is_none_makes_no_grid()
    {
        ImmutableArray<WindVector> winds = [.. new WindVector[16]];
        Assert.Throws<ArgumentException>(() => new WindGrid([0], [0, 1], [0, 1], [0, 1], winds));
        Assert.Throws<ArgumentException>(() => new WindGrid([1, 1], [0, 1], [0, 1], [0, 1], winds));
        Assert.Throws<ArgumentException>(() => new WindGrid([0, 1], [1, 0], [0, 1], [0, 1], winds));
        Assert.Throws<ArgumentException>(() => new WindGrid([0, double.NaN], [0, 1], [0, 1], [0, 1], winds));
        Assert.Throws<ArgumentException>(() => new WindGrid([double.NegativeInfinity, 1], [0, 1], [0, 1], [0, 1], winds));
        Assert.Throws<ArgumentException>(() => new WindGrid([-1e308, 1e308], [0, 1], [0, 1], [0, 1], winds));
        Assert.Throws<ArgumentException>(() => new WindGrid([0, 1], [0, 1], [-90.1, 1], [0, 1], winds));
        Assert.Throws<ArgumentException>(() => new WindGrid([0, 1], [0, 1], [0, 1], [0, 180.1], winds));
        Assert.Throws<ArgumentException>(() => new WindGrid([0, 1], [0, 1], [0, 1], [0, 1], winds[1..]));
        Assert.Throws<ArgumentException>(() => new WindGrid([0, 1], [0, 1], [0, 1], [0, 1], winds.SetItem(3, new(0, double.NaN))));
    }

    private static Gen<double[]> Axis(int low, int high) =>
        Gen.Int[low, high].Array[2, 5].Select(v => v.Distinct().Order().Select(i => (double)i).ToArray()).Where(v => v.Length > 1);

    private static WindVector Naive(
        double[] t, double[] a, double[] y, double[] x, WindVector[] winds, double qt, double qa, double qy, double qx)
    {
        (int it, double wt) = Place(t, qt);
        (int ia, double wa) = Place(a, qa);
        (int iy, double wy) = Place(y, qy);
        (int ix, double wx) = Place(x, qx);
        return new WindVector(Component(w => w.EastMps), Component(w => w.NorthMps));

        double Component(Func<WindVector, double> of)
        {
            double At(int dt, int da, int dy, int dx) =>
                of(winds[((((((it + dt) * a.Length) + ia + da) * y.Length) + iy + dy) * x.Length) + ix + dx]);
            double OverLon(int dt, int da, int dy) => Lerp(At(dt, da, dy, 0), At(dt, da, dy, 1), wx);
            double OverLat(int dt, int da) => Lerp(OverLon(dt, da, 0), OverLon(dt, da, 1), wy);
            double OverAltitude(int dt) => Lerp(OverLat(dt, 0), OverLat(dt, 1), wa);
            return Lerp(OverAltitude(0), OverAltitude(1), wt);
        }
    }

    private static (int Lower, double Weight) Place(double[] axis, double query)
    {
        int lower = Math.Min(Math.Max(axis.Count(v => v <= query) - 1, 0), axis.Length - 2);
        return (lower, Math.Min(Math.Max((query - axis[lower]) / (axis[lower + 1] - axis[lower]), 0), 1));
    }

    private static double Lerp(double a, double b, double weight) => a + ((b - a) * weight);
}
