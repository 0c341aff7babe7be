using BvlosSim.Values;

namespace BvlosSim.Estimation;

/// <summary>Whose fault a failure is; decides status and exit code.</summary>
public enum FailureKind
{
    /// <summary>The mission asks for something that has no model.</summary>
    Unsupported,

    /// <summary>The inputs contradict themselves.</summary>
    InvalidInput,

    /// <summary>The aircraft cannot fly the mission within its limits.</summary>
    Infeasible,
}

/// <summary>Why a run ended without success.</summary>
public enum FailureCode
{
    /// <summary>Mission and vehicle do not belong together, or the vehicle cannot perform an action.</summary>
    InvalidMissionProfile,

    /// <summary>A speed or rate is not positive.</summary>
    InvalidSpeedProfile,

    /// <summary>A speed or rate is not given.</summary>
    MissingRequiredSpeedProfile,

    /// <summary>Altitude above terrain without terrain.</summary>
    UnsupportedAltitudeReferenceTerrain,

    /// <summary>The terrain grid does not cover a point that needs it.</summary>
    TerrainCoverageMissing,

    /// <summary>The wind across the track is stronger than the airspeed.</summary>
    WindTriangleNoSolution,

    /// <summary>Crab angle above the limit.</summary>
    CrabAngleLimitExceeded,

    /// <summary>The aircraft is blown backwards.</summary>
    GroundspeedNonPositive,

    /// <summary>Ground speed below the limit.</summary>
    GroundspeedBelowMin,

    /// <summary>The geometry cannot be flown or timed.</summary>
    InvalidGeometry,

    /// <summary>The vehicle cannot loiter.</summary>
    UnsupportedLoiterForVehicleClass,

    /// <summary>The wind is stronger than the aircraft can hold against.</summary>
    StationKeepInfeasibleWind,

    /// <summary>The mission's wind layers are empty or share an altitude.</summary>
    InvalidWindLayers,

    /// <summary>The integration would need more pieces than is reasonable.</summary>
    SegmentCountUnsupported,

    /// <summary>No energy model.</summary>
    MissingEnergyModel,

    /// <summary>A capacity or power is not positive.</summary>
    InvalidEnergyModel,

    /// <summary>The reserve percentage is out of range.</summary>
    InvalidEnergyPolicy,

    /// <summary>No power is defined for a phase.</summary>
    UnsupportedPhaseEnergyModel,

    /// <summary>The battery does not hold the mission's energy.</summary>
    InsufficientEnergy,

    /// <summary>Landing reserve below its threshold.</summary>
    ReserveBelowThreshold,

    /// <summary>A return home would eat into the reserve.</summary>
    RthReserveBelowThreshold,

    /// <summary>No resource can carry the mission.</summary>
    ResourceFeasibilityFailed,

    /// <summary>No required link reaches along the mission.</summary>
    LinkFeasibilityFailed,

    /// <summary>The route enters a forbidden zone.</summary>
    RouteEntersForbiddenZone,

    /// <summary>The route leaves the required zones.</summary>
    RouteExitsRequiredZone,

    /// <summary>An asset file cannot be read.</summary>
    AssetLoadError,

    /// <summary>A geometry type that zones and obstacles do not have.</summary>
    UnsupportedGeometryType,

    /// <summary>A geometry type that landing zones do not have.</summary>
    UnsupportedLandingZoneGeometry,

    /// <summary>No landing zone can be reached from a point of the route.</summary>
    NoReachableLandingZone,

    /// <summary>A landing zone can be reached, but below the reserve.</summary>
    LandingZoneReachableButBelowReserve,

    /// <summary>All landing zones are declared unavailable.</summary>
    AllLandingZonesUnavailable,

    /// <summary>Wind above the mission's limit.</summary>
    WindLimitExceeded,

    /// <summary>Crosswind above the mission's limit.</summary>
    CrosswindLimitExceeded,

    /// <summary>A weather limit is set for which there is no data.</summary>
    WeatherDataUnavailable,

    /// <summary>Reserved; never raised.</summary>
    GustLimitExceeded,

    /// <summary>Too close to an obstacle.</summary>
    ObstacleClearanceViolated,

    /// <summary>Too close to the ground.</summary>
    TerrainClearanceViolated,

    /// <summary>The population grid does not cover the route and its buffer.</summary>
    PopulationCoverageMissing,

    /// <summary>The ground-risk table has no answer.</summary>
    SoraInputUnsupported,
}

/// <summary>The contract tokens of <see cref="FailureKind"/> and <see cref="FailureCode"/>.</summary>
public static class FailureTokens
{
    /// <summary>Tokens of <see cref="FailureKind"/>.</summary>
    public static ClosedSet<FailureKind> Kinds { get; } = new(
        (FailureKind.Unsupported, "unsupported"),
        (FailureKind.InvalidInput, "invalid_input"),
        (FailureKind.Infeasible, "infeasible"));

    /// <summary>Tokens of <see cref="FailureCode"/>.</summary>
    public static ClosedSet<FailureCode> Codes { get; } = new(
        (FailureCode.InvalidMissionProfile, "INVALID_MISSION_PROFILE"),
        (FailureCode.InvalidSpeedProfile, "INVALID_SPEED_PROFILE"),
        (FailureCode.MissingRequiredSpeedProfile, "MISSING_REQUIRED_SPEED_PROFILE"),
        (FailureCode.UnsupportedAltitudeReferenceTerrain, "UNSUPPORTED_ALTITUDE_REFERENCE_TERRAIN"),
        (FailureCode.TerrainCoverageMissing, "TERRAIN_COVERAGE_MISSING"),
        (FailureCode.WindTriangleNoSolution, "WIND_TRIANGLE_NO_SOLUTION"),
        (FailureCode.CrabAngleLimitExceeded, "CRAB_ANGLE_LIMIT_EXCEEDED"),
        (FailureCode.GroundspeedNonPositive, "GROUNDSPEED_NON_POSITIVE"),
        (FailureCode.GroundspeedBelowMin, "GROUNDSPEED_BELOW_MIN"),
        (FailureCode.InvalidGeometry, "INVALID_GEOMETRY"),
        (FailureCode.UnsupportedLoiterForVehicleClass, "UNSUPPORTED_LOITER_FOR_VEHICLE_CLASS"),
        (FailureCode.StationKeepInfeasibleWind, "STATION_KEEP_INFEASIBLE_WIND"),
        (FailureCode.InvalidWindLayers, "INVALID_WIND_LAYERS"),
        (FailureCode.SegmentCountUnsupported, "SEGMENT_COUNT_UNSUPPORTED"),
        (FailureCode.MissingEnergyModel, "MISSING_ENERGY_MODEL"),
        (FailureCode.InvalidEnergyModel, "INVALID_ENERGY_MODEL"),
        (FailureCode.InvalidEnergyPolicy, "INVALID_ENERGY_POLICY"),
        (FailureCode.UnsupportedPhaseEnergyModel, "UNSUPPORTED_PHASE_ENERGY_MODEL"),
        (FailureCode.InsufficientEnergy, "INSUFFICIENT_ENERGY"),
        (FailureCode.ReserveBelowThreshold, "RESERVE_BELOW_THRESHOLD"),
        (FailureCode.RthReserveBelowThreshold, "RTH_RESERVE_BELOW_THRESHOLD"),
        (FailureCode.ResourceFeasibilityFailed, "RESOURCE_FEASIBILITY_FAILED"),
        (FailureCode.LinkFeasibilityFailed, "LINK_FEASIBILITY_FAILED"),
        (FailureCode.RouteEntersForbiddenZone, "ROUTE_ENTERS_FORBIDDEN_ZONE"),
        (FailureCode.RouteExitsRequiredZone, "ROUTE_EXITS_REQUIRED_ZONE"),
        (FailureCode.AssetLoadError, "ASSET_LOAD_ERROR"),
        (FailureCode.UnsupportedGeometryType, "UNSUPPORTED_GEOMETRY_TYPE"),
        (FailureCode.UnsupportedLandingZoneGeometry, "UNSUPPORTED_LANDING_ZONE_GEOMETRY"),
        (FailureCode.NoReachableLandingZone, "NO_REACHABLE_LANDING_ZONE"),
        (FailureCode.LandingZoneReachableButBelowReserve, "LANDING_ZONE_REACHABLE_BUT_BELOW_RESERVE"),
        (FailureCode.AllLandingZonesUnavailable, "ALL_LANDING_ZONES_UNAVAILABLE"),
        (FailureCode.WindLimitExceeded, "WIND_LIMIT_EXCEEDED"),
        (FailureCode.CrosswindLimitExceeded, "CROSSWIND_LIMIT_EXCEEDED"),
        (FailureCode.WeatherDataUnavailable, "WEATHER_DATA_UNAVAILABLE"),
        (FailureCode.GustLimitExceeded, "GUST_LIMIT_EXCEEDED"),
        (FailureCode.ObstacleClearanceViolated, "OBSTACLE_CLEARANCE_VIOLATED"),
        (FailureCode.TerrainClearanceViolated, "TERRAIN_CLEARANCE_VIOLATED"),
        (FailureCode.PopulationCoverageMissing, "POPULATION_COVERAGE_MISSING"),
        (FailureCode.SoraInputUnsupported, "SORA_INPUT_UNSUPPORTED"));

    /// <summary>
    /// Whether the failure is found after the whole flight is known, by a check of the complete route: the totals
    /// then stay valid for the full mission.
    /// </summary>
    public static bool IsStatic(FailureCode code) => code is
        FailureCode.InsufficientEnergy or FailureCode.ReserveBelowThreshold or FailureCode.RthReserveBelowThreshold
        or FailureCode.MissingEnergyModel or FailureCode.UnsupportedPhaseEnergyModel or FailureCode.InvalidEnergyModel
        or FailureCode.InvalidEnergyPolicy or FailureCode.ResourceFeasibilityFailed or FailureCode.LinkFeasibilityFailed
        or FailureCode.RouteEntersForbiddenZone or FailureCode.RouteExitsRequiredZone
        or FailureCode.NoReachableLandingZone or FailureCode.LandingZoneReachableButBelowReserve or FailureCode.AllLandingZonesUnavailable
        or FailureCode.ObstacleClearanceViolated or FailureCode.TerrainClearanceViolated
        or FailureCode.WindLimitExceeded or FailureCode.GustLimitExceeded or FailureCode.CrosswindLimitExceeded;
}
