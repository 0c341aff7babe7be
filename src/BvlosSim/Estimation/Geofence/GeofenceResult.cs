using System.Collections.Immutable;
using BvlosSim.Environment.Airspace;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Estimation.Geofence;

/// <summary>A leg in conflict with a zone, or with the required zones together.</summary>
/// <param name="Code"><see cref="FailureCode.RouteEntersForbiddenZone"/> or <see cref="FailureCode.RouteExitsRequiredZone"/>.</param>
/// <param name="Message">What it means, for a person.</param>
/// <param name="ZoneId">The zone; null when the leg leaves several required zones together.</param>
/// <param name="ZoneKind">What the zone asks.</param>
/// <param name="Leg">The leg.</param>
public sealed record GeofenceConflict(FailureCode Code, string Message, string? ZoneId, GeofenceKind ZoneKind, Leg Leg);

/// <summary>The flight held against the geofences.</summary>
public sealed record GeofenceResult
{
    /// <summary>Whether no leg is in conflict.</summary>
    public bool IsFeasible => Conflicts.IsEmpty;

    /// <summary>Zones of the file, active or not.</summary>
    public required int CheckedZoneCount { get; init; }

    /// <summary>Legs of the flight.</summary>
    public required int CheckedLegCount { get; init; }

    /// <summary>Conflicts by leg; within a leg the forbidden zones in file order, then the required ones.</summary>
    public required ImmutableArray<GeofenceConflict> Conflicts { get; init; }
}
