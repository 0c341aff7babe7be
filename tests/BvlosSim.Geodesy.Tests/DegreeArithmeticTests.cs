using CsCheck;

namespace BvlosSim.Geodesy.Tests;

public class DegreeArithmeticTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(180, 180)]
    [InlineData(-180, -180)]
    [InlineData(180.5, -179.5)]
    [InlineData(-180.5, 179.5)]
    [InlineData(540, 180)]
    [InlineData(-540, -180)]
    [InlineData(900, 180)]
    [InlineData(360, 0)]
    [InlineData(725, 5)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, double.NaN)]
    public void Normalize_reduces_to_half_a_turn_either_side(double angle, double expected) =>
        Assert.Equal(expected, DegreeArithmetic.Normalize(angle));

    [Theory]
    [InlineData(10, 30, 20)]
    [InlineData(170, -170, 20)]
    [InlineData(-170, 170, -20)]
    [InlineData(0, 180, 180)]
    [InlineData(0, -180, -180)]
    [InlineData(180, 0, -180)]
    [InlineData(-180, 0, 180)]
    [InlineData(90, -90, -180)]
    [InlineData(-90, 90, 180)]
    [InlineData(365, 725, 0)]
    public void Difference_is_the_shorter_way(double from, double to, double expected)
    {
        Assert.Equal(expected, DegreeArithmetic.Difference(from, to, out double error));
        Assert.Equal(0, error);
    }

    [Theory]
    [InlineData(5, 5, false)]
    [InlineData(0.0, -0.0, true)]
    [InlineData(-180, 180, false)]
    [InlineData(180, -180, true)]
    public void Difference_of_zero_has_the_sign_of_the_way(double from, double to, bool negative) =>
        Assert.Equal(negative, double.IsNegative(DegreeArithmetic.Difference(from, to, out _)));

    [Fact]
    public void Difference_and_its_error_are_exact() => Property.Holds(
        Gen.Select(Gen.Double[-180, 180], Gen.Double[-1e-3, 1e-3]),
        v =>
        {
            (double from, double to) = v;
            double difference = DegreeArithmetic.Difference(from, to, out double error);
            Assert.Equal(Exact.Whole(to) - Exact.Whole(from), Exact.Whole(difference) + Exact.Whole(error));
            Assert.True(Math.Abs(error) <= 1.5e-14);
        });

    /// <summary>Half a turn minus or plus less than a rounding: the error tells on which side it is.</summary>
    [Theory]
    [InlineData(-1e-16, 180, -180)]
    [InlineData(1e-16, 180, 180)]
    [InlineData(1e-16, -180, 180)]
    [InlineData(-1e-16, -180, -180)]
    public void Half_a_turn_has_the_sign_of_the_exact_difference(double from, double to, double expected) =>
        Assert.Equal(expected, DegreeArithmetic.Difference(from, to, out _));

    [Theory]
    [InlineData(1e-20, 0)]
    [InlineData(-1e-20, 0)]
    [InlineData(0.0625, 0.0625)]
    [InlineData(-30.1, -30.1)]
    [InlineData(0.05, 0.05)]
    [InlineData(0.0012345678901234567, 0.0012345678901234567)]
    [InlineData(-0.0000012345678901234567, -0.0000012345678901234567)]
    public void Small_angles_lie_on_a_grid(double angle, double expected)
    {
        double coarse = DegreeArithmetic.CoarsenNearZero(angle);
        Assert.Equal(expected, coarse, 1e-17);
        Assert.Equal(double.IsNegative(angle), double.IsNegative(coarse));
        Assert.Equal(0, Math.ScaleB(coarse, 57) % 1);
        if (Math.Abs(angle) > 0.06)
            Assert.Equal(angle, coarse);
    }

    [Fact]
    public void Sine_and_cosine_are_exact_at_quarter_turns()
    {
        double[] sines = [0, 1, 0, -1];
        double[] cosines = [1, 0, -1, 0];
        for (int quarter = -40; quarter <= 40; quarter++)
        {
            Direction direction = DegreeArithmetic.SinCos(90.0 * quarter);
            Assert.Equal(sines[quarter & 3], direction.Sin);
            Assert.Equal(cosines[quarter & 3], direction.Cos);
            Assert.False(direction.Cos == 0 && double.IsNegative(direction.Cos));
            if (direction.Sin == 0)
                Assert.Equal(quarter < 0, double.IsNegative(direction.Sin));
        }
    }

    [Fact]
    public void Sine_and_cosine_agree_with_those_in_radians() => Property.Holds(
        Gen.Double[-720, 720],
        angle =>
        {
            Direction direction = DegreeArithmetic.SinCos(angle);
            Assert.Equal(Math.Sin(Angles.ToRadians(angle)), direction.Sin, 3e-15);
            Assert.Equal(Math.Cos(Angles.ToRadians(angle)), direction.Cos, 3e-15);
        });

    [Fact]
    public void Sine_and_cosine_honour_the_error_of_the_angle()
    {
        Direction direction = DegreeArithmetic.SinCos(180, -1e-14);
        Assert.Equal(Angles.ToRadians(1e-14), direction.Sin, 1e-18);
        Assert.Equal(-1, direction.Cos);
        Direction quarter = DegreeArithmetic.SinCos(90, 1e-14);
        Assert.Equal(-Angles.ToRadians(1e-14), quarter.Cos, 1e-18);
        Assert.True(double.IsNegative(DegreeArithmetic.SinCos(-0.0, -0.0).Sin));
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1, 0, 90)]
    [InlineData(-1, 0, -90)]
    [InlineData(0, -1, 180)]
    [InlineData(-0.0, -1, -180)]
    [InlineData(1, 1, 45)]
    [InlineData(1, -1, 135)]
    [InlineData(-1, -1, -135)]
    [InlineData(-1, 1, -45)]
    public void Angle_of_a_direction_is_exact_at_eighths(double sin, double cos, double expected) =>
        Assert.Equal(expected, DegreeArithmetic.Atan2(sin, cos));

    [Fact]
    public void Angle_of_a_direction_undoes_sine_and_cosine() => Property.Holds(
        Gen.Double[-180, 180],
        angle =>
        {
            Direction direction = DegreeArithmetic.SinCos(angle);
            Assert.Equal(angle, DegreeArithmetic.Atan2(direction.Sin, direction.Cos), 6e-14);
        });

    [Fact]
    public void An_azimuth_is_never_minus_180() =>
        Assert.Equal(180, DegreeArithmetic.Azimuth(new Direction(-1e-20, -1)));
}
