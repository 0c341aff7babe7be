using BvlosSim.Geodesy;

namespace BvlosSim.Estimation.LandingZones;

/// <summary>A box in space, its sides along the axes of <see cref="EarthPoint"/>; metres.</summary>
internal readonly record struct EarthBox(EarthPoint Low, EarthPoint High)
{
    /// <summary>The middle.</summary>
    public EarthPoint Centre => new((Low.X + High.X) * 0.5, (Low.Y + High.Y) * 0.5, (Low.Z + High.Z) * 0.5);

    /// <summary>A box around all surface between two latitudes and two longitudes, degrees.</summary>
    public static EarthBox Around(double southDeg, double westDeg, double northDeg, double eastDeg)
    {
        (double southAxisM, double southZ) = EarthPoint.Meridian(southDeg);
        (double northAxisM, double northZ) = EarthPoint.Meridian(northDeg);
        double leastAxisM = Math.Min(southAxisM, northAxisM);
        double greatestAxisM = southDeg <= 0.0 && northDeg >= 0.0 ? Wgs84.EquatorialRadiusM : Math.Max(southAxisM, northAxisM);
        // x follows the cosine of the longitude, y its sine, which is the cosine of 90° less.
        (double westmostX, double eastmostX) = Across(leastAxisM, greatestAxisM, westDeg, eastDeg);
        (double westmostY, double eastmostY) = Across(leastAxisM, greatestAxisM, westDeg - 90.0, eastDeg - 90.0);
        return new EarthBox(new EarthPoint(westmostX, westmostY, southZ), new EarthPoint(eastmostX, eastmostY, northZ));
    }

    /// <summary>The least box around two.</summary>
    public EarthBox With(in EarthBox other) => new(
        new EarthPoint(Math.Min(Low.X, other.Low.X), Math.Min(Low.Y, other.Low.Y), Math.Min(Low.Z, other.Low.Z)),
        new EarthPoint(Math.Max(High.X, other.High.X), Math.Max(High.Y, other.High.Y), Math.Max(High.Z, other.High.Z)));

    /// <summary>Straight distance from a point in metres; 0 inside.</summary>
    public double ChordM(in EarthPoint point)
    {
        double x = Outside(point.X, Low.X, High.X);
        double y = Outside(point.Y, Low.Y, High.Y);
        double z = Outside(point.Z, Low.Z, High.Z);
        return Math.Sqrt((x * x) + (y * y) + (z * z));
    }

    private static double Outside(double value, double low, double high) => Math.Max(0.0, Math.Max(low - value, value - high));

    /// <summary>The range of (distance from the axis)·cos(longitude).</summary>
    private static (double Low, double High) Across(double leastAxisM, double greatestAxisM, double fromDeg, double toDeg)
    {
        double fromCos = Math.Cos(Angles.ToRadians(fromDeg));
        double toCos = Math.Cos(Angles.ToRadians(toDeg));
        double high = Contains(fromDeg, toDeg, 0.0) ? 1.0 : Math.Max(fromCos, toCos);
        double low = Contains(fromDeg, toDeg, 180.0) ? -1.0 : Math.Min(fromCos, toCos);
        return (low * (low < 0.0 ? greatestAxisM : leastAxisM), high * (high < 0.0 ? leastAxisM : greatestAxisM));
    }

    /// <summary>Whether a range of angles contains one, at any number of turns.</summary>
    private static bool Contains(double fromDeg, double toDeg, double angleDeg) =>
        (Math.Ceiling((fromDeg - angleDeg) / 360.0) * 360.0) + angleDeg <= toDeg;
}
