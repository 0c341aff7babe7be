namespace BvlosSim.Geodesy;

/// <summary>
/// The solution of a direct geodesic problem: where a path ends that starts at a point with an azimuth and has a length.
/// </summary>
/// <param name="LatDeg">Latitude of the end, degrees north, in [−90, 90].</param>
/// <param name="LonDeg">Longitude of the end, degrees east, in [−180, 180].</param>
/// <param name="AzimuthDeg">Azimuth of the path at its end, looking forward, degrees clockwise from north, in [−180, 180].</param>
public readonly record struct GeodesicDirect(double LatDeg, double LonDeg, double AzimuthDeg);
