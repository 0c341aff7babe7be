using BvlosSim.Environment.Airspace;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Estimation.Geofence.Readings;

/// <summary>What is read otherwise.</summary>
internal enum OtherReading
{
    /// <summary>The edges of the zone are geodesics.</summary>
    GeodesicEdges,

    /// <summary>The leg is a straight line in the lon/lat plane, as a map draws it.</summary>
    StraightLeg,

    /// <summary>The leg is its geodesic also between the points that the check takes of it.</summary>
    FinerLeg,
}

/// <summary>A leg that conflicts with a zone under another reading.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Leg">The leg.</param>
/// <param name="Kind">What the zone asks.</param>
/// <param name="ZoneId">The zone; null = several required zones together.</param>
/// <param name="DistanceM">How far from the boundary the leg passes under the reading of the check, metres.</param>
/// <param name="DeviationM">How far apart the readings are there, metres.</param>
internal sealed record ReadingConflict(
    OtherReading Reading, Leg Leg, GeofenceKind Kind, string? ZoneId, double DistanceM, double DeviationM);
