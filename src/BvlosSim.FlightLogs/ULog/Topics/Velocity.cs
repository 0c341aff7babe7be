namespace BvlosSim.FlightLogs.ULog.Topics;

/// <summary>Speed and track of a horizontal velocity.</summary>
internal static class Velocity
{
    private const double FullTurnDeg = 360.0;

    /// <summary>The speed in m/s; null when a component is.</summary>
    /// <param name="northMps">Towards north, m/s.</param>
    /// <param name="eastMps">Towards east, m/s.</param>
    public static double? Speed(double? northMps, double? eastMps) =>
        northMps is { } north && eastMps is { } east ? Math.Sqrt((north * north) + (east * east)) : null;

    /// <summary>The track in degrees, 0…360, of an angle in radians clockwise from north.</summary>
    public static double TrackDeg(double radians)
    {
        double rest = radians * 180.0 / Math.PI % FullTurnDeg;
        return rest < 0.0 ? rest + FullTurnDeg : rest;
    }
}
