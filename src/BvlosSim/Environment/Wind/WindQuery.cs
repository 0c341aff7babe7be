namespace BvlosSim.Environment.Wind;

/// <summary>Where and when a wind is asked for.</summary>
/// <param name="LatDeg">Latitude, degrees north.</param>
/// <param name="LonDeg">Longitude, degrees east.</param>
/// <param name="AltitudeAmslM">Altitude, metres AMSL.</param>
/// <param name="ElapsedS">Seconds since departure.</param>
internal readonly record struct WindQuery(double LatDeg, double LonDeg, double AltitudeAmslM, double ElapsedS);
