using BvlosSim.FlightLogs.Traces;
using BvlosSim.Geodesy;

namespace BvlosSim.FlightLogs.Calibration;

/// <summary>Speed through the air.</summary>
internal static class Airspeed
{
    /// <summary>Ground speed less wind, as vectors, m/s; null when the record does not hold all of them.</summary>
    public static double? Of(in TraceRecord record)
    {
        if (record is not { GroundspeedMps: { } speedMps, TrackDeg: { } trackDeg, WindEastMps: { } eastMps, WindNorthMps: { } northMps })
            return null;
        double trackRad = trackDeg * Math.PI / 180.0;
        return Hypotenuse.Of(speedMps * Math.Sin(trackRad) - eastMps, speedMps * Math.Cos(trackRad) - northMps);
    }
}
