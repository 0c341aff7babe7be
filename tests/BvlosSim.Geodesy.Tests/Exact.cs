using System.Numerics;

namespace BvlosSim.Geodesy.Tests;

/// <summary>
/// Doubles as whole numbers, for comparisons without rounding.
/// </summary>
internal static class Exact
{
    /// <summary>A finite value in units of the smallest double.</summary>
    public static BigInteger Whole(double value)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(Math.Abs(value));
        int exponent = (int)(bits >> 52);
        ulong fraction = bits & ((1UL << 52) - 1);
        BigInteger magnitude = exponent == 0 ? fraction : (BigInteger)(fraction | (1UL << 52)) << (exponent - 1);
        return value < 0 ? -magnitude : magnitude;
    }
}
