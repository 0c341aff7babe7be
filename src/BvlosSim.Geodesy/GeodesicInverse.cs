namespace BvlosSim.Geodesy;

/// <summary>
/// The solution of an inverse geodesic problem: the shortest path between two points.
/// </summary>
/// <param name="DistanceM">Length of the path, in metres, ≥ 0; exactly 0 for coincident points.</param>
/// <param name="Azimuth1Deg">Azimuth of the path at its start, degrees clockwise from north, in (−180, 180].</param>
/// <param name="Azimuth2Deg">Azimuth of the path at its end, still looking forward, degrees clockwise from north, in (−180, 180].</param>
public readonly record struct GeodesicInverse(double DistanceM, double Azimuth1Deg, double Azimuth2Deg);
