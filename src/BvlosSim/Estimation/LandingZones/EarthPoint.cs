using BvlosSim.Geodesy;

namespace BvlosSim.Estimation.LandingZones;

/// <summary>
/// A point of the ellipsoid in space, metres from the centre of the Earth. The straight line through space between two points is never
/// longer than any path over the surface, and takes no series to compute: a safe lower bound of distances, also over the antimeridian
/// and the poles.
/// </summary>
internal readonly record struct EarthPoint(double X, double Y, double Z)
{
    private const double SquaredEccentricity = Wgs84.Flattening * (2.0 - Wgs84.Flattening);

    /// <summary>The point at a latitude and longitude in degrees.</summary>
    public static EarthPoint Of(double latDeg, double lonDeg)
    {
        (double axisM, double z) = Meridian(latDeg);
        (double sin, double cos) = Math.SinCos(Angles.ToRadians(lonDeg));
        return new EarthPoint(axisM * cos, axisM * sin, z);
    }

    /// <summary>Straight distance in metres.</summary>
    public double ChordM(in EarthPoint other)
    {
        double x = X - other.X;
        double y = Y - other.Y;
        double z = Z - other.Z;
        return Math.Sqrt((x * x) + (y * y) + (z * z));
    }

    /// <summary>Distance from the axis of the Earth and height over the plane of the equator at a latitude, metres.</summary>
    internal static (double AxisM, double Z) Meridian(double latDeg)
    {
        (double sin, double cos) = Math.SinCos(Angles.ToRadians(latDeg));
        double normalM = Wgs84.EquatorialRadiusM / Math.Sqrt(1.0 - (SquaredEccentricity * sin * sin));
        return (normalM * cos, normalM * (1.0 - SquaredEccentricity) * sin);
    }
}
