using System.Collections.Immutable;
using BvlosSim.Environment.Airspace;
using BvlosSim.Environment.LandingZones;
using BvlosSim.Environment.Obstacles;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Documents.Interchange;

/// <summary>What a map of an estimate shows: the result beside the assets it was judged against; null = not loaded.</summary>
/// <param name="Result">The result.</param>
/// <param name="LandingZones">Landing zones.</param>
/// <param name="Geofences">Geofences.</param>
/// <param name="Obstacles">Obstacles.</param>
public sealed record EstimateMap(
    EstimateResult Result,
    ImmutableArray<LandingZone>? LandingZones,
    ImmutableArray<GeofenceZone>? Geofences,
    ImmutableArray<Obstacle>? Obstacles)
{
    /// <summary>Identifiers of the landing zones that some state of the route can reach.</summary>
    public HashSet<string> ReachableZones { get; } =
        [.. (Result.LandingZone?.States ?? []).Where(s => s.Diversion is not null).Select(s => s.Diversion!.ZoneId)];

    /// <summary>Identifiers of the geofences in conflict with the route.</summary>
    public HashSet<string> ConflictingZones { get; } =
        [.. (Result.Geofence?.Conflicts ?? []).Where(c => c.ZoneId is not null).Select(c => c.ZoneId!)];

    /// <summary>Identifiers of the obstacles that the route comes too close to.</summary>
    public HashSet<string> ViolatedObstacles { get; } =
        [.. (Result.Obstacle?.Violations ?? []).Where(v => v.ObstacleId is not null).Select(v => v.ObstacleId!)];

    /// <summary>
    /// Where a landing zone is drawn: its point, or the mean of the exterior vertices of its first polygon. The closing vertex counts
    /// like the others, as the contract has it.
    /// </summary>
    public static GeoPoint Marker(LandingZone zone)
    {
        if (zone.Point is { } point)
            return point;
        ImmutableArray<GeoPoint> ring = zone.Polygons[0].Rings[0];
        return new GeoPoint(ring.Average(p => p.LatDeg), ring.Average(p => p.LonDeg));
    }
}
