using BvlosSim.Values;

namespace BvlosSim.Missions;

/// <summary>What the aircraft does at a route item.</summary>
public enum RouteAction
{
    /// <summary>Take off under hover power, vertically or towards the given position.</summary>
    Takeoff,

    /// <summary>The same for an aircraft with a separate lift system.</summary>
    VtolTakeoff,

    /// <summary>Fly to a position and altitude.</summary>
    Waypoint,

    /// <summary>Fly to a position and stay there for a time.</summary>
    LoiterTime,

    /// <summary>Fly to a position and land.</summary>
    Land,

    /// <summary>Return to the planned home.</summary>
    Rtl,
}

/// <summary>What an altitude of the route is measured from.</summary>
public enum AltitudeReference
{
    /// <summary>Above the altitude of the planned home.</summary>
    RelativeHome,

    /// <summary>Above mean sea level.</summary>
    Amsl,

    /// <summary>Above the terrain at the item's position.</summary>
    Terrain,
}

/// <summary>The contract tokens of <see cref="RouteAction"/> and <see cref="AltitudeReference"/>.</summary>
public static class RouteTokens
{
    /// <summary>Tokens of <see cref="RouteAction"/>.</summary>
    public static ClosedSet<RouteAction> Actions { get; } = new(
        (RouteAction.Takeoff, "takeoff"),
        (RouteAction.VtolTakeoff, "vtol_takeoff"),
        (RouteAction.Waypoint, "waypoint"),
        (RouteAction.LoiterTime, "loiter_time"),
        (RouteAction.Land, "land"),
        (RouteAction.Rtl, "rtl"));

    /// <summary>Tokens of <see cref="AltitudeReference"/>.</summary>
    public static ClosedSet<AltitudeReference> AltitudeReferences { get; } = new(
        (AltitudeReference.RelativeHome, "relative_home"),
        (AltitudeReference.Amsl, "amsl"),
        (AltitudeReference.Terrain, "terrain"));
}

/// <summary>
/// One item of the route, flat for all actions. The rules between the fields hold for every item that came
/// through a document; <see cref="RouteItemInvariants"/> states them once.
/// </summary>
public sealed record RouteItem
{
    /// <summary>Identifier, unique in the route.</summary>
    public required string Id { get; init; }

    /// <summary>The action.</summary>
    public required RouteAction Action { get; init; }

    /// <summary>Latitude in degrees, −90…90; null where the action has no position of its own.</summary>
    public double? LatDeg { get; init; }

    /// <summary>Longitude in degrees, −180…180.</summary>
    public double? LonDeg { get; init; }

    /// <summary>Altitude in metres above <see cref="AltitudeReference"/>, ≥ 0.</summary>
    public double? AltitudeM { get; init; }

    /// <summary>Reference of <see cref="AltitudeM"/>; null = the mission's default.</summary>
    public AltitudeReference? AltitudeReference { get; init; }

    /// <summary>Acceptance radius in metres, &gt; 0; not used by the simulation.</summary>
    public double? AcceptanceRadiusM { get; init; }

    /// <summary>Loiter time in seconds, &gt; 0.</summary>
    public double? LoiterTimeS { get; init; }

    /// <summary>Loiter radius in metres, &gt; 0; ignored with a warning.</summary>
    public double? LoiterRadiusM { get; init; }
}
