using System.Numerics;
using CsCheck;

namespace BvlosSim.Geodesy.Tests;

public class HypotenuseTests
{
    private static readonly Gen<double> Mantissa = Gen.Double[1, 2];
    private static readonly Gen<(double X, double Y)> Pairs = Gen.Select(Mantissa, Mantissa);

    [Theory]
    [InlineData(3, 4, 5)]
    [InlineData(-3, 4, 5)]
    [InlineData(4, -3, 5)]
    [InlineData(0, 0, 0)]
    [InlineData(-0.0, -0.0, 0)]
    [InlineData(0, -7.5, 7.5)]
    [InlineData(7.5, 0, 7.5)]
    [InlineData(1, 1e-20, 1)]
    [InlineData(1e308, 1e308, 1.4142135623730951e308)]
    [InlineData(1.7976931348623157e308, 1.7976931348623157e308, double.PositiveInfinity)]
    [InlineData(1.7976931348623157e308, 1, 1.7976931348623157e308)]
    [InlineData(3e-320, 4e-320, 5e-320)]
    [InlineData(5e-324, 0, 5e-324)]
    [InlineData(5e-324, 5e-324, 5e-324)]
    [InlineData(double.PositiveInfinity, 1, double.PositiveInfinity)]
    [InlineData(1, double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, double.NaN, double.PositiveInfinity)]
    [InlineData(double.NaN, 1, double.NaN)]
    [InlineData(1, double.NaN, double.NaN)]
    [InlineData(0, double.NaN, double.NaN)]
    public void Known_values(double x, double y, double expected)
    {
        Assert.Equal(expected, Hypotenuse.Of(x, y));
        Assert.Equal(expected, Hypotenuse.Of(y, x));
        Assert.Equal(double.IsNaN(expected), !(double.IsPositive(Hypotenuse.Of(x, y)) && Hypotenuse.Of(x, y) >= 0));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, -1)]
    [InlineData(0, -26)]
    [InlineData(10, -10)]
    [InlineData(510, 508)]
    [InlineData(511, 500)]
    [InlineData(1022, 1020)]
    [InlineData(-455, -457)]
    [InlineData(-456, -460)]
    [InlineData(-700, -701)]
    [InlineData(-1020, -1021)]
    [InlineData(-1022, -1022)]
    [InlineData(-1023, -1023)]
    [InlineData(-1030, -1028)]
    [InlineData(-1022, -1040)]
    [InlineData(-1060, -1062)]
    public void Is_the_nearest_double_at_every_scale(int exponentX, int exponentY) => Property.Holds(
        Pairs,
        v => AssertNearest(Math.ScaleB(v.X, exponentX), Math.ScaleB(v.Y, exponentY)),
        500);

    [Fact]
    public void Is_the_nearest_double_where_the_plain_root_of_the_sum_is_not()
    {
        int corrected = 0;
        Property.Holds(
            Pairs,
            v =>
            {
                AssertNearest(v.X, v.Y);
                corrected += Hypotenuse.Of(v.X, v.Y) != Math.Sqrt((v.X * v.X) + (v.Y * v.Y)) ? 1 : 0;
            },
            4000);
        Assert.InRange(corrected, 4000 / 10, 4000 / 4);
    }

    /// <summary>|h − exact| ≤ half a unit in the last place, in whole numbers: (2h − ulp)² ≤ 4(x² + y²) ≤ (2h + ulp)².</summary>
    private static void AssertNearest(double x, double y)
    {
        double h = Hypotenuse.Of(x, y);
        BigInteger wholeX = Exact.Whole(x);
        BigInteger wholeY = Exact.Whole(y);
        BigInteger sum = 4 * ((wholeX * wholeX) + (wholeY * wholeY));
        BigInteger low = Exact.Whole(h) + Exact.Whole(Math.BitDecrement(h));
        BigInteger high = Exact.Whole(h) + Exact.Whole(Math.BitIncrement(h));
        Assert.True(low * low <= sum && sum <= high * high, $"{x:R} {y:R} {h:R}");
    }
}
