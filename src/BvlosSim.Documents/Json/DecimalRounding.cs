namespace BvlosSim.Documents.Json;

/// <summary>Rounding of doubles to decimals: 8 in the canonical documents, fewer in reports.</summary>
public static class DecimalRounding
{
    private const double Scale = 1e8;
    private const double ExactIntegers = 9007199254740992.0; // 2^53

    /// <summary>
    /// The double nearest to the 8-decimal number that is nearest to the exact binary value; ties go to the even digit.
    /// </summary>
    /// <param name="value">A finite double.</param>
    /// <returns>The rounded value, never −0.</returns>
    public static double ToEightDecimals(double value) =>
        TryScale(value, out double scaled) ? scaled / Scale : value;

    /// <summary>The number of 1e-8 steps nearest to the exact binary value; ties go to the even number.</summary>
    /// <param name="value">A finite double.</param>
    /// <param name="scaled">A whole number below 2^53 in magnitude, never −0.</param>
    /// <returns>False for magnitudes above about 9e7, where 8 decimals are finer than a double and nothing is rounded.</returns>
    internal static bool TryScale(double value, out double scaled) => TryScale(value, Scale, out scaled);

    /// <summary>The number of steps of 1/<paramref name="scale"/> nearest to the exact binary value; ties go to the even number.</summary>
    /// <param name="value">A finite double.</param>
    /// <param name="scale">A power of ten that a double holds exactly.</param>
    /// <param name="scaled">A whole number below 2^53 in magnitude, never −0.</param>
    /// <returns>False for magnitudes at which the steps are finer than a double.</returns>
    internal static bool TryScale(double value, double scale, out double scaled)
    {
        double product = value * scale;
        scaled = 0.0;
        if (!(Math.Abs(product) < ExactIntegers))
            return false;

        // product + residual is the exact value; the residual only matters when the product sits on a tie.
        double residual = Math.FusedMultiplyAdd(value, scale, -product);
        double nearest = Math.Round(product, MidpointRounding.ToEven);
        double excess = product - nearest;
        if (Math.Abs(excess) == 0.5)
            nearest += Adjustment(excess, residual);
        else if (excess == 0.0 && Math.Abs(residual) == 0.5 && double.IsOddInteger(nearest))
            nearest += Math.Sign(residual);
        scaled = nearest + 0.0;
        return true;
    }

    private static double Adjustment(double excess, double residual) => (excess > 0.0, residual) switch
    {
        (true, > 0.0) => 1.0,
        (false, < 0.0) => -1.0,
        _ => 0.0,
    };
}
