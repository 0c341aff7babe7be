using System.Runtime.CompilerServices;

namespace BvlosSim.Geodesy;

/// <summary>
/// A Fourier series c₁·sin 2x + c₂·sin 4x + … + c₆·sin 12x.
/// </summary>
internal readonly struct SineSeries(double c1, double c2, double c3, double c4, double c5, double c6)
{
    public readonly double C1 = c1;
    public readonly double C2 = c2;
    public readonly double C3 = c3;
    public readonly double C4 = c4;
    public readonly double C5 = c5;
    public readonly double C6 = c6;

    /// <summary>The combination <c>a·A − b·B</c> of two series.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SineSeries Combine(double a, SineSeries seriesA, double b, SineSeries seriesB) => new(
        (a * seriesA.C1) - (b * seriesB.C1),
        (a * seriesA.C2) - (b * seriesB.C2),
        (a * seriesA.C3) - (b * seriesB.C3),
        (a * seriesA.C4) - (b * seriesB.C4),
        (a * seriesA.C5) - (b * seriesB.C5),
        (a * seriesA.C6) - (b * seriesB.C6));

    /// <summary>The sum at the angle x, by Clenshaw's recurrence.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double At(Direction x)
    {
        double twoCos2x = 2 * (x.Cos - x.Sin) * (x.Cos + x.Sin);
        double odd = C6;
        double even = (twoCos2x * odd) + C5;
        odd = (twoCos2x * even) - odd + C4;
        even = (twoCos2x * odd) - even + C3;
        odd = (twoCos2x * even) - odd + C2;
        even = (twoCos2x * odd) - even + C1;
        return 2 * x.Sin * x.Cos * even;
    }

    /// <summary>The growth of the sum from one angle to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Between(Direction from, Direction to) => At(to) - At(from);
}
