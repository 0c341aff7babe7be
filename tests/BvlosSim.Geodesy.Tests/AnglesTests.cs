using CsCheck;

namespace BvlosSim.Geodesy.Tests;

public class AnglesTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(359.5, 359.5)]
    [InlineData(360, 0)]
    [InlineData(361.25, 1.25)]
    [InlineData(-90, 270)]
    [InlineData(-360, 0)]
    [InlineData(-361.25, 358.75)]
    [InlineData(540, 180)]
    [InlineData(-1e-20, 360)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, double.NaN)]
    public void Norm360_is_the_floored_modulo(double angle, double expected) => Assert.Equal(expected, Angles.Norm360(angle));

    [Theory]
    [InlineData(-0.0)]
    [InlineData(-360)]
    [InlineData(0)]
    public void Norm360_of_whole_turns_is_positive_zero(double angle) => Assert.False(double.IsNegative(Angles.Norm360(angle)));

    [Fact]
    public void Norm360_stays_in_range_and_keeps_the_direction() => Property.Holds(
        Gen.Double[-1e4, 1e4],
        angle =>
        {
            double reduced = Angles.Norm360(angle);
            Assert.InRange(reduced, 0, 360);
            Assert.Equal(0, Math.IEEERemainder(reduced - angle, 360), 1e-12);
        });

    [Theory]
    [InlineData(0, 0)]
    [InlineData(180, 180)]
    [InlineData(-180, 180)]
    [InlineData(540, 180)]
    [InlineData(-540, 180)]
    [InlineData(181, -179)]
    [InlineData(-181, 179)]
    [InlineData(-90, -90)]
    [InlineData(450, 90)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    public void NormSigned_is_the_half_open_turn_around_zero(double angle, double expected) =>
        Assert.Equal(expected, Angles.NormSigned(angle));

    [Fact]
    public void NormSigned_stays_in_range_and_keeps_the_direction() => Property.Holds(
        Gen.Double[-1e4, 1e4],
        angle =>
        {
            double reduced = Angles.NormSigned(angle);
            Assert.True(reduced is > -180 and <= 180);
            Assert.Equal(0, Math.IEEERemainder(reduced - angle, 360), 1e-11);
        });

    [Fact]
    public void Conversions_form_the_quotient_first()
    {
        Assert.Equal(0.017453292519943295, Angles.ToRadians(1));
        Assert.Equal(57.29577951308232, Angles.ToDegrees(1));
        Assert.Equal(47.02 * 0.017453292519943295, Angles.ToRadians(47.02));
        Assert.Equal(-0.3 * 57.29577951308232, Angles.ToDegrees(-0.3));
        Assert.Equal(double.PositiveInfinity, Angles.ToRadians(double.PositiveInfinity));
        Assert.Equal(double.NaN, Angles.ToDegrees(double.NaN));
    }
}
