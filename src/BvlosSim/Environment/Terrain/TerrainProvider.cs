namespace BvlosSim.Environment.Terrain;

/// <summary>The elevation of the ground. Immutable, safe across threads; queries never fail: no coverage is an answer.</summary>
public abstract class TerrainProvider
{
    /// <summary>The name that results report as <c>terrain_provider_id</c>.</summary>
    public abstract string Id { get; }

    /// <summary>The elevation at a point, metres AMSL; null when the point is not covered.</summary>
    /// <param name="latDeg">Latitude, degrees north.</param>
    /// <param name="lonDeg">Longitude, degrees east, in [−180, 180]; not wrapped.</param>
    public abstract double? ElevationAt(double latDeg, double lonDeg);

    /// <summary>
    /// Bounds that the elevation along the geodesic between two points cannot leave, as the terrain is modelled; null when a part of it is
    /// not provably covered.
    /// </summary>
    /// <param name="lat1Deg">Latitude of the start, degrees north.</param>
    /// <param name="lon1Deg">Longitude of the start, degrees east, in [−180, 180].</param>
    /// <param name="lat2Deg">Latitude of the end, degrees north.</param>
    /// <param name="lon2Deg">Longitude of the end, degrees east, in [−180, 180].</param>
    public abstract ElevationRange? RangeAlong(double lat1Deg, double lon1Deg, double lat2Deg, double lon2Deg);

    /// <summary>The widest spacing of route samples, in metres, that does not step over detail of the terrain; +∞ when there is none.</summary>
    /// <param name="latDeg">Latitude of the route, degrees.</param>
    public abstract double SamplingIntervalM(double latDeg);
}
