namespace BvlosSim.Geodesy;

/// <summary>
/// Reductions and conversions of angles.
/// </summary>
/// <remarks>
/// All methods are pure. NaN gives NaN. An infinite angle has no direction: the reductions give NaN, the conversions keep the infinity.
/// </remarks>
public static class Angles
{
    private const double RadiansPerDegree = Math.PI / 180;
    private const double DegreesPerRadian = 180 / Math.PI;

    /// <summary>Reduces an angle to one turn by the floored modulo: <c>x mod 360</c>.</summary>
    /// <param name="angleDeg">Any angle, in degrees.</param>
    /// <returns>
    /// The equivalent angle in [0, 360], in degrees. The truncated remainder is exact; a negative one is lifted by 360, which rounds once,
    /// so that a negative angle smaller than half a unit in the last place of 360 gives 360 itself. Zero is always +0.
    /// </returns>
    public static double Norm360(double angleDeg)
    {
        double remainder = Math.Abs(angleDeg) < 360 ? angleDeg : angleDeg % 360;
        return remainder < 0 ? remainder + 360 : remainder + 0.0;
    }

    /// <summary>Reduces an angle to the half-open turn around zero: <c>((x + 180) mod 360) − 180</c>, with −180 replaced by +180.</summary>
    /// <param name="angleDeg">Any angle, in degrees.</param>
    /// <returns>The equivalent angle in (−180, 180], in degrees; its last bits are those of the sum with 180.</returns>
    public static double NormSigned(double angleDeg)
    {
        double signed = Norm360(angleDeg + 180) - 180;
        return signed == -180 ? 180 : signed;
    }

    /// <summary>Converts degrees to radians as <c>x·(π/180)</c>, the quotient formed first.</summary>
    /// <param name="angleDeg">An angle in degrees.</param>
    /// <returns>The angle in radians, within one unit in the last place.</returns>
    public static double ToRadians(double angleDeg) => angleDeg * RadiansPerDegree;

    /// <summary>Converts radians to degrees as <c>x·(180/π)</c>, the quotient formed first.</summary>
    /// <param name="angleRad">An angle in radians.</param>
    /// <returns>The angle in degrees, within one unit in the last place.</returns>
    public static double ToDegrees(double angleRad) => angleRad * DegreesPerRadian;
}
