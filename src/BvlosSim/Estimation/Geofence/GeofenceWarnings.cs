using System.Collections.Immutable;
using BvlosSim.Environment.Airspace;

namespace BvlosSim.Estimation.Geofence;

/// <summary>What an operator must know about the zones themselves.</summary>
internal static class GeofenceWarnings
{
    private const int NamedZones = 5;

    /// <summary>A zone has an activation window, the mission no departure time.</summary>
    public static MissionWarning DepartureTimeMissing { get; } = Warning(
        WarningCode.DepartureTimeMissing,
        "Zones are active at some times only, but the mission has no departure_time: all zones count as active.");

    /// <summary>The warnings that precede every evaluation.</summary>
    public static ImmutableArray<MissionWarning> BeforeEvaluation(ImmutableArray<GeofenceZone> zones)
    {
        if (zones.IsEmpty)
            return [Warning(WarningCode.GeofenceZeroZones, "The geofence file holds no zone: nothing is protected.")];
        string[] flat = [.. zones.Where(z => z.FloorM is null && z.CeilingM is null).Select(z => $"'{z.Id}'")];
        return flat.Length == 0 ? [] : [Warning(WarningCode.GeofenceEvaluated2DOnly, Describe(flat))];
    }

    private static MissionWarning Warning(WarningCode code, string message) => new(code, message, FlightPlace.Mission);

    private static string Describe(string[] flat)
    {
        string named = string.Join(", ", flat.Take(NamedZones));
        string more = flat.Length > NamedZones ? $" and {flat.Length - NamedZones} more" : "";
        return $"Zones without floor_m and ceiling_m hold at every altitude: {named}{more}.";
    }
}
