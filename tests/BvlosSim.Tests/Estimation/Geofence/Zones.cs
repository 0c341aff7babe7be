using System.Collections.Immutable;
using BvlosSim.Environment;
using BvlosSim.Environment.Airspace;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Checks;
using BvlosSim.Estimation.Geofence;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Sampling;

namespace BvlosSim.Tests.Estimation.Geofence;

/// <summary>Small zones, and what a check of them found.</summary>
internal static class Zones
{
    public static GeofenceZone Forbidden(string id, params ReadOnlySpan<ImmutableArray<GeoPoint>> rings) => Zone(id, GeofenceKind.Forbidden, rings);

    public static GeofenceZone Required(string id, params ReadOnlySpan<ImmutableArray<GeoPoint>> rings) => Zone(id, GeofenceKind.Required, rings);

    /// <summary>A zone with one polygon: the exterior ring, then holes.</summary>
    public static GeofenceZone Zone(string id, GeofenceKind kind, params ReadOnlySpan<ImmutableArray<GeoPoint>> rings) =>
        new() { Id = id, Kind = kind, Polygons = [new GeoPolygon([.. rings])] };

    /// <summary>A zone of several polygons without holes.</summary>
    public static GeofenceZone Parts(string id, GeofenceKind kind, params ReadOnlySpan<ImmutableArray<GeoPoint>> exteriors)
    {
        ImmutableArray<GeoPolygon>.Builder polygons = ImmutableArray.CreateBuilder<GeoPolygon>();
        foreach (ImmutableArray<GeoPoint> exterior in exteriors)
            polygons.Add(new GeoPolygon([exterior]));
        return new GeofenceZone { Id = id, Kind = kind, Polygons = polygons.ToImmutable() };
    }

    public static GeofenceOutcome Check(FlownPath path, params ReadOnlySpan<GeofenceZone> zones) => Check(path, null, zones);

    public static GeofenceOutcome Check(FlownPath path, DateTimeOffset? departure, params ReadOnlySpan<GeofenceZone> zones)
    {
        CheckOutcome<GeofenceResult> outcome = GeofenceCheck.Evaluate(
            [.. zones], path, departure, out ImmutableArray<MissionWarning> warnings, CancellationToken.None);
        return new GeofenceOutcome(outcome.Block, outcome.Failure, [.. warnings.Select(w => w.Code)]);
    }
}

/// <summary>What a check found.</summary>
internal sealed record GeofenceOutcome(GeofenceResult? Block, MissionFailure? Failure, WarningCode[] Warnings)
{
    /// <summary>The conflicts as <c>leg:zone</c>, with <c>!</c> before zones that are required.</summary>
    public string Conflicts => string.Join(' ', Block!.Conflicts.Select(c =>
        $"{c.Leg.LegIndex}:{(c.ZoneKind == GeofenceKind.Required ? "!" : "")}{c.ZoneId ?? "-"}"));
}
