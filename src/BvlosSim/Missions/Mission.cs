using System.Collections.Immutable;
using BvlosSim.Links;

namespace BvlosSim.Missions;

/// <summary>A mission (<c>mission.v7</c>): where to fly, under which limits, with which assets. Immutable.</summary>
public sealed record Mission
{
    /// <summary>Identifier.</summary>
    public required string MissionId { get; init; }

    /// <summary>Identifier of the vehicle the mission was planned for; must equal the vehicle's own.</summary>
    public required string VehicleProfile { get; init; }

    /// <summary>Departure; null when the mission names none. A time without zone counts as UTC.</summary>
    public DepartureTime? DepartureTime { get; init; }

    /// <summary>Start of the flight, target of a return.</summary>
    public required PlannedHome PlannedHome { get; init; }

    /// <summary>Values for route items that set none.</summary>
    public MissionDefaults Defaults { get; init; } = new();

    /// <summary>The items in flight order; at least one.</summary>
    public required ImmutableArray<RouteItem> Route { get; init; }

    /// <summary>Limits and accepted warnings.</summary>
    public MissionConstraints Constraints { get; init; } = new();

    /// <summary>Paths of the assets as written in the document.</summary>
    public MissionAssets Assets { get; init; } = new();

    /// <summary>Airspace declaration; null = none.</summary>
    public AirspaceDeclaration? Airspace { get; init; }

    /// <summary>SORA declarations; null = none.</summary>
    public SoraDeclaration? Sora { get; init; }

    /// <summary>Reserved text of the lost-link policy; null = none.</summary>
    public string? LostLinkPolicy { get; init; }

    /// <summary>Command-and-control links in document order.</summary>
    public ImmutableArray<LinkSystem> LinkSystems { get; init; } = [];

    /// <summary>Settings of the estimation; null = none given.</summary>
    public EstimationSettings? Estimation { get; init; }
}

/// <summary>The planned home.</summary>
/// <param name="LatDeg">Latitude in degrees, −90…90.</param>
/// <param name="LonDeg">Longitude in degrees, −180…180.</param>
/// <param name="AltitudeAmslM">Altitude in metres above mean sea level, any finite number.</param>
public sealed record PlannedHome(double LatDeg, double LonDeg, double AltitudeAmslM);

/// <summary>Values for route items that set none.</summary>
public sealed record MissionDefaults
{
    /// <summary>True airspeed in m/s, &gt; 0; null = the vehicle's.</summary>
    public double? CruiseSpeedMps { get; init; }

    /// <summary>Hover speed in m/s, &gt; 0; carried for export, not used by the simulation.</summary>
    public double? HoverSpeedMps { get; init; }

    /// <summary>Reference of altitudes that name none.</summary>
    public AltitudeReference AltitudeReference { get; init; } = AltitudeReference.RelativeHome;
}

/// <summary>A departure: the instant, and whether the document gave it a zone.</summary>
/// <param name="Value">The date-time; without zone it is taken as UTC.</param>
/// <param name="HasOffset">True when the document gave a zone.</param>
public readonly record struct DepartureTime(DateTimeOffset Value, bool HasOffset);

/// <summary>Settings of the estimation that a mission may carry.</summary>
public sealed record EstimationSettings
{
    /// <summary>Wind towards east in m/s.</summary>
    public double WindEastMps { get; init; }

    /// <summary>Wind towards north in m/s.</summary>
    public double WindNorthMps { get; init; }

    /// <summary>Wind by altitude; null = scalar wind. May be empty, which a run refuses.</summary>
    public ImmutableArray<Environment.Wind.WindLayer>? WindLayers { get; init; }

    /// <summary>Least acceptable ground speed in m/s; null = 3. Not bounded here: a run refuses values ≤ 0.</summary>
    public double? MinGroundspeedMps { get; init; }

    /// <summary>Longest piece of a leg that is integrated at once, metres, &gt; 0; null = 500.</summary>
    public double? MaxSegmentLengthM { get; init; }

    /// <summary>Fidelity of the corners.</summary>
    public Fidelity Fidelity { get; init; } = Fidelity.V1;
}

/// <summary>How corners are flown.</summary>
public enum Fidelity
{
    /// <summary>Sharp corners.</summary>
    V1,

    /// <summary>Turn arcs at the corners, circular loiter of fixed-wing aircraft.</summary>
    V2,
}

/// <summary>The contract tokens of <see cref="Fidelity"/>.</summary>
public static class FidelityTokens
{
    /// <summary>Tokens of <see cref="Fidelity"/>.</summary>
    public static Values.ClosedSet<Fidelity> Set { get; } = new((Fidelity.V1, "v1"), (Fidelity.V2, "v2"));
}

/// <summary>Limits of the mission. Null = not limited, which leaves that evidence missing.</summary>
public sealed record MissionConstraints
{
    /// <summary>Warning codes that the operator accepts; distinct and waivable.</summary>
    public ImmutableArray<string> AcceptedWarningCodes { get; init; } = [];

    /// <summary>Landing reserve in percent of the nameplate capacity, 0…100; null = the vehicle's.</summary>
    public double? MinLandingReservePercent { get; init; }

    /// <summary>Whether the reserve must survive a return from the end of every leg.</summary>
    public bool RequireRthReserve { get; init; } = true;

    /// <summary>Wind limit in m/s, ≥ 0.</summary>
    public double? MaxWindMps { get; init; }

    /// <summary>Gust limit in m/s, ≥ 0.</summary>
    public double? MaxGustMps { get; init; }

    /// <summary>Crosswind limit in m/s, ≥ 0.</summary>
    public double? MaxCrosswindMps { get; init; }

    /// <summary>Visibility limit in metres, ≥ 0.</summary>
    public double? MinVisibilityM { get; init; }

    /// <summary>Precipitation limit in mm/h, ≥ 0.</summary>
    public double? MaxPrecipitationMmH { get; init; }

    /// <summary>Clearance from obstacles in metres, ≥ 0.</summary>
    public double? MinObstacleClearanceM { get; init; }

    /// <summary>Clearance from terrain in metres, ≥ 0.</summary>
    public double? MinTerrainClearanceM { get; init; }

    /// <summary>Greatest distance to a landing zone in metres, ≥ 0 (an upper limit despite its contract name).</summary>
    public double? MinDistanceToLandingZoneM { get; init; }
}

/// <summary>Asset paths as written in the mission; null = not referenced; an empty text means the mission's folder.</summary>
public sealed record MissionAssets
{
    /// <summary>Geofences (GeoJSON).</summary>
    public string? GeofencesFile { get; init; }

    /// <summary>Landing zones (GeoJSON).</summary>
    public string? LandingZonesFile { get; init; }

    /// <summary>Terrain grid.</summary>
    public string? TerrainFile { get; init; }

    /// <summary>Population grid.</summary>
    public string? PopulationGridFile { get; init; }

    /// <summary>Obstacles (GeoJSON).</summary>
    public string? ObstaclesFile { get; init; }

    /// <summary>Wind grid.</summary>
    public string? WindGridFile { get; init; }

    /// <summary>Reserved; never opened.</summary>
    public string? CommsCoverageFile { get; init; }
}
