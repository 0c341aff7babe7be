using System.Runtime.CompilerServices;

namespace BvlosSim.Geodesy;

/// <summary>
/// Arithmetic of angles in degrees that loses nothing: reductions are exact, differences carry their rounding error along, and the
/// trigonometric functions are reduced to an octant while the angle is still in degrees.
/// </summary>
/// <remarks>Source: C. F. F. Karney, GeographicLib, class Math.</remarks>
internal static class DegreeArithmetic
{
    private const double RadiansPerDegree = Math.PI / 180;

    /// <summary>Reduces to [−180, 180]; ±180 keeps the sign of the argument.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Normalize(double angleDeg)
    {
        if (Math.Abs(angleDeg) <= 180)
            return angleDeg;
        double reduced = Math.IEEERemainder(angleDeg, 360);
        return Math.Abs(reduced) == 180 ? Math.CopySign(180, angleDeg) : reduced;
    }

    /// <summary><paramref name="toDeg"/> − <paramref name="fromDeg"/> in [−180, 180]; the exact value is the result plus the error.</summary>
    public static double Difference(double fromDeg, double toDeg, out double errorDeg)
    {
        double sum = ExactSum(Remainder360(-fromDeg), Remainder360(toDeg), out double error);
        double difference = ExactSum(Remainder360(sum), error, out errorDeg);
        // The sign of a half turn, and of zero, is that of the exact difference.
        if (difference == 0 || Math.Abs(difference) == 180)
            difference = Math.CopySign(difference, errorDeg == 0 ? toDeg - fromDeg : -errorDeg);
        return difference;
    }

    /// <summary>Rounds angles below 1/16° to multiples of 2⁻⁵⁷ degrees: noise near zero means nothing and must not look like a direction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double CoarsenNearZero(double angleDeg)
    {
        const double Grid = 1.0 / 16;
        // From the grid constant on, both differences are exact for any reduced angle.
        return Math.CopySign(Grid - (Grid - Math.Abs(angleDeg)), angleDeg);
    }

    /// <summary>Sine and cosine; exact at multiples of 90°.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Direction SinCos(double angleDeg)
    {
        double octantDeg = ReduceToOctant(angleDeg, out int quadrant);
        return InQuadrant(octantDeg, quadrant, angleDeg);
    }

    /// <summary>Sine and cosine of <paramref name="angleDeg"/> + <paramref name="errorDeg"/>, the first in [0, 180].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Direction SinCos(double angleDeg, double errorDeg)
    {
        double octantDeg = CoarsenNearZero(ReduceToOctant(angleDeg, out int quadrant) + errorDeg);
        return InQuadrant(octantDeg, quadrant, angleDeg + errorDeg);
    }

    /// <summary>The angle of a direction, in [−180, 180]; exact at multiples of 90°.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Atan2(double sin, double cos)
    {
        bool steep = Math.Abs(sin) > Math.Abs(cos);
        double y = steep ? cos : sin;
        double x = steep ? sin : cos;
        double octantDeg = Math.Atan2(y, Math.Abs(x)) / RadiansPerDegree;
        if (steep)
            return double.IsNegative(x) ? -90 + octantDeg : 90 - octantDeg;
        return double.IsNegative(x) ? Math.CopySign(180, y) - octantDeg : octantDeg;
    }

    /// <summary>An azimuth in (−180, 180].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Azimuth(Direction direction)
    {
        double azimuthDeg = Atan2(direction.Sin, direction.Cos);
        return azimuthDeg == -180 ? 180 : azimuthDeg;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Remainder360(double angleDeg) =>
        Math.Abs(angleDeg) <= 180 ? angleDeg : Math.IEEERemainder(angleDeg, 360);

    private static double ReduceToOctant(double angleDeg, out int quadrant)
    {
        double reduced = Remainder360(angleDeg);
        double quarters = Math.Round(reduced / 90);
        quadrant = unchecked((int)quarters); // NaN has no quadrant; any will do.
        return reduced - (90 * quarters);
    }

    private static Direction InQuadrant(double octantDeg, int quadrant, double signedLikeDeg)
    {
        (double s, double c) = Math.SinCos(octantDeg * RadiansPerDegree);
        double sin = (quadrant & 1) == 0 ? s : c;
        double cos = (quadrant & 1) == 0 ? c : -s;
        if ((quadrant & 2) != 0)
        {
            sin = -sin;
            cos = -cos;
        }

        return new Direction(sin == 0 ? Math.CopySign(sin, signedLikeDeg) : sin, cos + 0.0);
    }

    /// <summary>Knuth's two-sum: <c>a + b</c> = result + <paramref name="error"/>, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ExactSum(double a, double b, out double error)
    {
        double sum = a + b;
        double partA = sum - b;
        double partB = sum - partA;
        error = 0 - ((partA - a) + (partB - b));
        return sum;
    }
}
