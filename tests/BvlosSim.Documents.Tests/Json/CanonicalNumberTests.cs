using System.Globalization;
using System.Numerics;
using System.Text;
using BvlosSim.Documents.Json;
using CsCheck;

namespace BvlosSim.Documents.Tests.Json;

public class CanonicalNumberTests
{
    [Theory]
    [InlineData(1e-8, "1e-08")]
    [InlineData(1.5e-9, "0.0")]
    [InlineData(-1e-12, "0.0")]
    [InlineData(0.0, "0.0")]
    [InlineData(1e16, "1e+16")]
    [InlineData(1e22, "1e+22")]
    [InlineData(123456789.123456789, "123456789.12345679")]
    [InlineData(0.000012345, "1.234e-05")]
    [InlineData(2.5e-8, "2e-08")]
    [InlineData(0.125, "0.125")]
    [InlineData(0.1234567850, "0.12345678")]
    [InlineData(60.0, "60.0")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00009999, "9.999e-05")]
    [InlineData(-0.00009999, "-9.999e-05")]
    [InlineData(1e15, "1000000000000000.0")]
    [InlineData(-1234567890123456.0, "-1234567890123456.0")]
    [InlineData(9007199254740993.0, "9007199254740992.0")]
    [InlineData(9999999999999998.0, "9999999999999998.0")]
    [InlineData(1e100, "1e+100")]
    [InlineData(1.7976931348623157e308, "1.7976931348623157e+308")]
    [InlineData(90071992.54740992, "90071992.54740992")]
    [InlineData(0.001953125, "0.00195312")] // 1/512: exactly between two 8-decimal numbers, the even one wins.
    [InlineData(0.005859375, "0.00585938")] // 3/512: likewise, upwards.
    [InlineData(-0.001953125, "-0.00195312")]
    [InlineData(45035997.000000005, "45035997.00000001")]
    public void Numbers_print_by_the_canonical_rules(double value, string expected) => Assert.Equal(expected, Rounded(value));

    [Fact]
    public void A_negative_zero_prints_as_zero() => Assert.Equal("0.0", Rounded(-0.0));

    [Theory]
    [InlineData(1e-300, "1e-300")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(1.0, "1.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(1.23456789012345, "1.23456789012345")]
    public void Unrounded_numbers_print_their_shortest_text(double value, string expected) => Assert.Equal(expected, Shortest(value));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_non_finite_number_has_no_text(double value)
    {
        Assert.Throws<NonFiniteNumberException>(() => Rounded(value));
        Assert.Throws<NonFiniteNumberException>(() => Shortest(value));
    }

    [Fact]
    public void Every_double_reads_back_as_its_exactly_rounded_value() =>
        Gen.Double[-1e9, 1e9].Sample(value => double.Parse(Rounded(value), CultureInfo.InvariantCulture) == ExactlyRounded(value), iter: 20_000);

    [Fact]
    public void Doubles_near_ties_round_to_even_by_their_exact_value() =>
        Gen.Select(Gen.Long[-(1L << 45), 1L << 45], Gen.Int[-2, 2]).Sample(
            t =>
            {
                double tie = t.Item1 / 512.0 / 390625.0 * 390625.0;
                double value = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(tie) + t.Item2);
                return double.Parse(Rounded(value), CultureInfo.InvariantCulture) == ExactlyRounded(value);
            },
            iter: 20_000);

    [Fact]
    public void Every_finite_double_reads_back_unrounded() =>
        Gen.Double.Where(double.IsFinite).Sample(value => double.Parse(Shortest(value), CultureInfo.InvariantCulture).Equals(value), iter: 20_000);

    private static string Rounded(double value)
    {
        Span<byte> text = stackalloc byte[CanonicalNumber.MaxLength];
        return Encoding.ASCII.GetString(text[..CanonicalNumber.WriteRounded(value, text)]);
    }

    private static string Shortest(double value)
    {
        Span<byte> text = stackalloc byte[CanonicalNumber.MaxLength];
        return Encoding.ASCII.GetString(text[..CanonicalNumber.WriteShortest(value, text)]);
    }

    /// <summary>The exact binary value as a fraction of integers, rounded to 8 decimals, ties to even.</summary>
    private static double ExactlyRounded(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        BigInteger mantissa = (bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52);
        int shift = Math.Max(exponent, 1) - 1075;
        BigInteger numerator = mantissa * 100_000_000 * (shift > 0 ? BigInteger.One << shift : 1);
        BigInteger denominator = shift < 0 ? BigInteger.One << -shift : 1;
        BigInteger quotient = BigInteger.DivRem(numerator, denominator, out BigInteger rest);
        int half = (rest * 2).CompareTo(denominator);
        if (half > 0 || (half == 0 && !quotient.IsEven))
            quotient++;
        double magnitude = double.Parse(quotient + "e-8", CultureInfo.InvariantCulture);
        return value < 0 ? -magnitude : magnitude;
    }
}
