using BvlosSim.Values;

namespace BvlosSim.Estimation;

/// <summary>Something the operator must know or accept before a GO.</summary>
public enum WarningCode
{
    /// <summary>A hover loiter is taken to cover no ground.</summary>
    LoiterAssumedZeroGroundDistance,

    /// <summary>No station-keeping limit is given; the hover speed stands in for it.</summary>
    HoverSpeedUsedAsStationKeepAuthority,

    /// <summary>Ground speed within 10 % of the least acceptable one.</summary>
    LowGroundspeedMargin,

    /// <summary>Crab angle within 10 % of the greatest acceptable one.</summary>
    HighCrabMargin,

    /// <summary>Landing reserve below the failsafe warning level.</summary>
    ReserveBelowFailsafeWarnThreshold,

    /// <summary>The loiter radius of an item was not used.</summary>
    LoiterRadiusIgnored,

    /// <summary>Items follow a return to launch.</summary>
    RouteActionsAfterRtl,

    /// <summary>A geofence has no altitude band.</summary>
    GeofenceEvaluated2DOnly,

    /// <summary>The geofence file holds no zone.</summary>
    GeofenceZeroZones,

    /// <summary>No obstacle is known.</summary>
    ObstacleZeroFeatures,

    /// <summary>Obstacles have no size and no clearance.</summary>
    ObstacleKeepOutNotConfigured,

    /// <summary>A zone has an activation window, the mission no departure time.</summary>
    DepartureTimeMissing,

    /// <summary>A divert was costed in still air.</summary>
    DivertEnergyTasOnly,

    /// <summary>Masses are given, reference conditions are not: powers are not scaled.</summary>
    EnergyReferenceConditionsMissing,

    /// <summary>A population grid is given, the aircraft's dimension is not.</summary>
    PopulationDensityDimensionMissing,

    /// <summary>Reserved; never emitted.</summary>
    GustDataUnavailable,

    /// <summary>The energy model rests on placeholder values.</summary>
    EnergyModelUncalibrated,

    /// <summary>Wind above the vehicle's advisory limit.</summary>
    MaxWindExceeded,

    /// <summary>Landing reserve below the failsafe abort level.</summary>
    ReserveBelowFailsafeAbortThreshold,

    /// <summary>Home lies in a forbidden zone at a time when the aircraft may have to return.</summary>
    HomeInForbiddenZone,

    /// <summary>A landing zone that a diversion rests on lies in a forbidden zone.</summary>
    LandingZoneInForbiddenZone,

    /// <summary>The way of a diversion or of a return home crosses a forbidden zone.</summary>
    EmergencyPathCrossesForbiddenZone,

    /// <summary>A leg passes a zone only because an edge, or the leg, is read as a straight line or as a geodesic.</summary>
    GeofenceChordAmbiguous,

    /// <summary>The wind of a leg, or of a way home or divert from it, lies beyond the wind grid.</summary>
    WindGridExtrapolated,

    /// <summary>Home lies so far from the route that it may be a default that nobody set.</summary>
    HomeFarFromRoute,

    /// <summary>A limit is set that nothing in the run held the flight against.</summary>
    LimitNotEvaluated,

    /// <summary>The flight is higher above the ground than the mission declares.</summary>
    DeclaredHeightExceeded,
}

/// <summary>The contract tokens of <see cref="WarningCode"/> and which of them an operator may accept.</summary>
public static class WarningCodes
{
    /// <summary>Tokens of <see cref="WarningCode"/>.</summary>
    public static ClosedSet<WarningCode> Set { get; } = new(
        (WarningCode.LoiterAssumedZeroGroundDistance, "LOITER_ASSUMED_ZERO_GROUND_DISTANCE"),
        (WarningCode.HoverSpeedUsedAsStationKeepAuthority, "HOVER_SPEED_USED_AS_STATION_KEEP_AUTHORITY"),
        (WarningCode.LowGroundspeedMargin, "LOW_GROUNDSPEED_MARGIN"),
        (WarningCode.HighCrabMargin, "HIGH_CRAB_MARGIN"),
        (WarningCode.ReserveBelowFailsafeWarnThreshold, "RESERVE_BELOW_FAILSAFE_WARN_THRESHOLD"),
        (WarningCode.LoiterRadiusIgnored, "LOITER_RADIUS_IGNORED"),
        (WarningCode.RouteActionsAfterRtl, "ROUTE_ACTIONS_AFTER_RTL"),
        (WarningCode.GeofenceEvaluated2DOnly, "GEOFENCE_EVALUATED_2D_ONLY"),
        (WarningCode.GeofenceZeroZones, "GEOFENCE_ZERO_ZONES"),
        (WarningCode.ObstacleZeroFeatures, "OBSTACLE_ZERO_FEATURES"),
        (WarningCode.ObstacleKeepOutNotConfigured, "OBSTACLE_KEEP_OUT_NOT_CONFIGURED"),
        (WarningCode.DepartureTimeMissing, "DEPARTURE_TIME_MISSING"),
        (WarningCode.DivertEnergyTasOnly, "DIVERT_ENERGY_TAS_ONLY"),
        (WarningCode.EnergyReferenceConditionsMissing, "ENERGY_REFERENCE_CONDITIONS_MISSING"),
        (WarningCode.PopulationDensityDimensionMissing, "POPULATION_DENSITY_DIMENSION_MISSING"),
        (WarningCode.GustDataUnavailable, "GUST_DATA_UNAVAILABLE"),
        (WarningCode.EnergyModelUncalibrated, "ENERGY_MODEL_UNCALIBRATED"),
        (WarningCode.MaxWindExceeded, "MAX_WIND_EXCEEDED"),
        (WarningCode.ReserveBelowFailsafeAbortThreshold, "RESERVE_BELOW_FAILSAFE_ABORT_THRESHOLD"),
        (WarningCode.HomeInForbiddenZone, "HOME_IN_FORBIDDEN_ZONE"),
        (WarningCode.LandingZoneInForbiddenZone, "LANDING_ZONE_IN_FORBIDDEN_ZONE"),
        (WarningCode.EmergencyPathCrossesForbiddenZone, "EMERGENCY_PATH_CROSSES_FORBIDDEN_ZONE"),
        (WarningCode.GeofenceChordAmbiguous, "GEOFENCE_CHORD_AMBIGUOUS"),
        (WarningCode.WindGridExtrapolated, "WIND_GRID_EXTRAPOLATED"),
        (WarningCode.HomeFarFromRoute, "HOME_FAR_FROM_ROUTE"),
        (WarningCode.LimitNotEvaluated, "LIMIT_NOT_EVALUATED"),
        (WarningCode.DeclaredHeightExceeded, "DECLARED_HEIGHT_EXCEEDED"));

    /// <summary>Whether <c>constraints.accepted_warning_codes</c> may name the code.</summary>
    /// <remarks>
    /// A place to land that is closed is certain, and nobody can accept it. How a way around a zone is flown, and how an edge is meant,
    /// an operator can find out.
    /// </remarks>
    public static bool IsWaivable(WarningCode code) =>
        code is not (WarningCode.MaxWindExceeded
            or WarningCode.ReserveBelowFailsafeAbortThreshold
            or WarningCode.HomeInForbiddenZone
            or WarningCode.LandingZoneInForbiddenZone
            or WarningCode.WindGridExtrapolated
            or WarningCode.HomeFarFromRoute
            or WarningCode.LimitNotEvaluated
            or WarningCode.DeclaredHeightExceeded);
}
