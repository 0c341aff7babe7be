using System.Runtime.CompilerServices;

namespace BvlosSim.Geodesy;

/// <summary>
/// The length of a plane vector, correctly rounded.
/// </summary>
/// <remarks>
/// <para>
/// The square root of a rounded sum of squares is one unit in the last place off for about one pair in six. Where two paths are compared
/// by their lengths, that bit decides; so one Newton step is taken with the residual h² − x² − y² as a sum of exact products.
/// </para>
/// <para>
/// Source: C. F. Borges, "Algorithm 1014: An improved algorithm for hypot(x, y)", ACM TOMS 47 (2020), doi:10.1145/3428446. The result is the
/// double nearest to the exact length, but for lengths that lie within about 1e-16 units in the last place of the middle between two doubles.
/// </para>
/// </remarks>
public static class Hypotenuse
{
    private const double Large = 6.703903964971299e153; // 2^511: squares and their sum are finite below.
    private const double Small = 5.374300886053671e-138; // 2^-456: the low halves of the products are normal above.
    private const double SmallestNormal = 2.2250738585072014e-308; // 2^-1022
    private const double ScaleUp = 4.149515568880993e180; // 2^600
    private const double ScaleDown = 2.409919865102884e-181; // 2^-600

    /// <summary>√(x² + y²), correctly rounded, without overflow or underflow on the way.</summary>
    /// <param name="x">One side, any unit.</param>
    /// <param name="y">The other side, same unit.</param>
    /// <returns>
    /// The length, ≥ +0. An infinite side gives +∞, even beside NaN (IEEE 754 <c>hypot</c>); otherwise NaN gives NaN.
    /// A length beyond the largest double gives +∞; both sides zero give +0.
    /// </returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double x, double y)
    {
        double absX = Math.Abs(x);
        double absY = Math.Abs(y);
        double longer = absX >= absY ? absX : absY;
        double shorter = absX >= absY ? absY : absX;
        return longer is > Small and < Large && shorter >= 0 ? Refined(longer, shorter) : OfExtreme(longer, shorter);
    }

    private static double Refined(double longer, double shorter)
    {
        double h = Math.Sqrt((longer * longer) + (shorter * shorter));
        double h2 = h * h;
        double x2 = longer * longer;
        double y2 = shorter * shorter;
        double low = Math.FusedMultiplyAdd(h, h, -h2);
        low -= Math.FusedMultiplyAdd(longer, longer, -x2);
        low -= Math.FusedMultiplyAdd(shorter, shorter, -y2);
        double residual = h2 - x2 - y2 + low;
        return h - (residual / (2 * h));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double OfExtreme(double longer, double shorter)
    {
        if (double.IsInfinity(longer) || double.IsInfinity(shorter))
            return double.PositiveInfinity;
        if (double.IsNaN(longer) || double.IsNaN(shorter))
            return double.NaN;
        if (longer >= Large)
            return Refined(longer * ScaleDown, shorter * ScaleDown) * ScaleUp;
        if (longer >= SmallestNormal)
            return Refined(longer * ScaleUp, shorter * ScaleUp) * ScaleDown;
        return OfSubnormals(BitConverter.DoubleToUInt64Bits(longer), BitConverter.DoubleToUInt64Bits(shorter));
    }

    /// <summary>Both sides are whole multiples of the smallest double: the root of an integer, rounded to an integer.</summary>
    private static double OfSubnormals(ulong longer, ulong shorter)
    {
        UInt128 sum = ((UInt128)longer * longer) + ((UInt128)shorter * shorter);
        ulong root = (ulong)Math.Sqrt((double)sum);
        while ((UInt128)root * root > sum)
            root--;
        // The exact root lies above root + 1/2 iff the sum exceeds root² + root: the sum is whole, so it never lies on it.
        if (sum > ((UInt128)root * root) + root)
            root++;
        return BitConverter.UInt64BitsToDouble(root);
    }
}
