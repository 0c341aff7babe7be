namespace BvlosSim.Geodesy;

/// <summary>
/// The reference ellipsoid of every geodesic in this library: the World Geodetic System 1984.
/// </summary>
/// <remarks>
/// Source: NGA.STND.0036 (2014). Two parameters define the shape; the other constants follow from them and are evaluated by the compiler
/// in IEEE double precision, in the operation order of GeographicLib, so that results agree with it to the last bit where possible.
/// </remarks>
public static class Wgs84
{
    /// <summary>Equatorial radius a, in metres.</summary>
    public const double EquatorialRadiusM = 6378137;

    /// <summary>Flattening f = (a − b) / a, without unit.</summary>
    public const double Flattening = 1 / (298257223563.0 / 1000000000);

    /// <summary>Polar radius b = a·(1 − f), in metres.</summary>
    public const double PolarRadiusM = EquatorialRadiusM * OneMinusF;

    /// <summary>1 − f = b / a: turns the tangent of a geographic latitude into that of a reduced one.</summary>
    internal const double OneMinusF = 1 - Flattening;

    /// <summary>First eccentricity squared, e² = f·(2 − f).</summary>
    internal const double EccentricitySquared = Flattening * (2 - Flattening);

    /// <summary>Second eccentricity squared, e'² = e² / (1 − f)².</summary>
    internal const double SecondEccentricitySquared = Flattening * (2 - Flattening) / (OneMinusF * OneMinusF);

    /// <summary>Third flattening n = f / (2 − f), the expansion parameter of the series.</summary>
    internal const double ThirdFlattening = Flattening / (2 - Flattening);
}
