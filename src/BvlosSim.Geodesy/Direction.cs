using System.Runtime.CompilerServices;

namespace BvlosSim.Geodesy;

/// <summary>
/// An angle as its sine and cosine, perhaps with a common positive factor.
/// </summary>
internal readonly struct Direction(double sin, double cos)
{
    public readonly double Sin = sin;
    public readonly double Cos = cos;

    /// <summary>The same angle without the common factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Direction Normalized()
    {
        double length = Hypotenuse.Of(Sin, Cos);
        return new Direction(Sin / length, Cos / length);
    }

    /// <summary>The angle from another one to this one, in [0, π] by the caller's knowledge: a sine below zero is rounding noise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Direction UpwardFrom(Direction start)
    {
        double rise = (start.Cos * Sin) - (start.Sin * Cos);
        return new Direction(rise > 0 ? rise : 0, (start.Cos * Cos) + (start.Sin * Sin));
    }
}
