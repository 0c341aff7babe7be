using System.Collections.Immutable;
using BvlosSim.Missions;
using BvlosSim.Values;

namespace BvlosSim.Estimation.Kinematics;

/// <summary>What a leg does in the flight.</summary>
public enum LegPhase
{
    /// <summary>Transit of a takeoff item, vertical or not.</summary>
    VerticalTakeoff,

    /// <summary>Transit to a waypoint.</summary>
    Transit,

    /// <summary>Turn arc at a corner.</summary>
    TurnArc,

    /// <summary>Transit to a loiter point.</summary>
    LoiterTransit,

    /// <summary>Staying at the loiter point.</summary>
    LoiterDwell,

    /// <summary>Transit to the landing point.</summary>
    LandingTransit,

    /// <summary>Transit to the planned home.</summary>
    RtlTransit,
}

/// <summary>Where the true airspeed of a leg comes from.</summary>
public enum SpeedSource
{
    /// <summary>The mission's default cruise speed.</summary>
    MissionDefault,

    /// <summary>The vehicle's cruise speed.</summary>
    VehicleCruise,

    /// <summary>The leg keeps its station.</summary>
    StationKeepAuthority,
}

/// <summary>The contract tokens of legs.</summary>
public static class LegTokens
{
    /// <summary>Tokens of <see cref="LegPhase"/>.</summary>
    public static ClosedSet<LegPhase> Phases { get; } = new(
        (LegPhase.VerticalTakeoff, "vertical_takeoff"),
        (LegPhase.Transit, "transit"),
        (LegPhase.TurnArc, "turn_arc"),
        (LegPhase.LoiterTransit, "loiter_transit"),
        (LegPhase.LoiterDwell, "loiter_dwell"),
        (LegPhase.LandingTransit, "landing_transit"),
        (LegPhase.RtlTransit, "rtl_transit"));

    /// <summary>Tokens of <see cref="SpeedSource"/>.</summary>
    public static ClosedSet<SpeedSource> SpeedSources { get; } = new(
        (SpeedSource.MissionDefault, "mission.defaults.cruise_speed_mps"),
        (SpeedSource.VehicleCruise, "vehicle.cruise_speed_mps"),
        (SpeedSource.StationKeepAuthority, "station_keep_authority"));
}

/// <summary>A position on the ellipsoid, degrees.</summary>
/// <param name="LatDeg">Latitude, −90…90.</param>
/// <param name="LonDeg">Longitude, −180…180.</param>
public readonly record struct GeoPoint(double LatDeg, double LonDeg);

/// <summary>A position with its altitude.</summary>
/// <param name="LatDeg">Latitude in degrees.</param>
/// <param name="LonDeg">Longitude in degrees.</param>
/// <param name="AltitudeAmslM">Altitude in metres AMSL.</param>
public readonly record struct FlightPoint(double LatDeg, double LonDeg, double AltitudeAmslM)
{
    /// <summary>The position without altitude.</summary>
    public GeoPoint Position => new(LatDeg, LonDeg);
}

/// <summary>The wind that a leg reports: of its strongest sample, towards east and north, m/s.</summary>
/// <param name="EastMps">Motion of the air towards east.</param>
/// <param name="NorthMps">Motion of the air towards north.</param>
/// <param name="SpeedMps">Wind speed.</param>
public readonly record struct LegWind(double EastMps, double NorthMps, double SpeedMps);

/// <summary>How a leg with horizontal motion is flown through the wind. The members may stem from different samples of the leg.</summary>
/// <param name="GroundTrackDeg">Track at the start, degrees, 0…360.</param>
/// <param name="GroundspeedMps">Least ground speed, m/s.</param>
/// <param name="WindAlongTrackMps">Wind along the track where the ground speed is least, m/s.</param>
/// <param name="RequiredHeadingDeg">Heading where the crab angle is greatest, degrees, 0…360.</param>
/// <param name="CrabAngleDeg">Greatest crab angle, degrees, positive = nose right of track.</param>
/// <param name="WindCrossTrackMps">Greatest crosswind, m/s, positive = towards the right of the track.</param>
public sealed record LegTrack(
    double GroundTrackDeg,
    double GroundspeedMps,
    double WindAlongTrackMps,
    double RequiredHeadingDeg,
    double CrabAngleDeg,
    double WindCrossTrackMps);

/// <summary>One leg of the flown route. Lengths in metres, times in seconds, speeds in m/s.</summary>
public sealed record Leg
{
    /// <summary>0-based index, consecutive.</summary>
    public required int LegIndex { get; init; }

    /// <summary>0-based index of the route item the leg belongs to.</summary>
    public required int RouteItemIndex { get; init; }

    /// <summary>The route item the leg belongs to.</summary>
    public required RouteItem Item { get; init; }

    /// <summary>What the leg does.</summary>
    public required LegPhase Phase { get; init; }

    /// <summary>Start.</summary>
    public required FlightPoint Start { get; init; }

    /// <summary>End.</summary>
    public required FlightPoint End { get; init; }

    /// <summary>Geodesic distance; of an arc its chord.</summary>
    public required double HorizontalDistanceM { get; init; }

    /// <summary>Change of altitude, signed.</summary>
    public double VerticalDeltaM { get; init; }

    /// <summary>Length flown, without slant correction.</summary>
    public required double PathDistanceM { get; init; }

    /// <summary>Duration.</summary>
    public required double TimeS { get; init; }

    /// <summary>True airspeed; null when the leg is vertical or keeps its station.</summary>
    public double? TasMps { get; init; }

    /// <summary>Source of the airspeed; null when the leg is vertical.</summary>
    public SpeedSource? SpeedSource { get; init; }

    /// <summary>The strongest wind; null when the leg is vertical.</summary>
    public LegWind? Wind { get; init; }

    /// <summary>Motion along a track; null when the leg has none.</summary>
    public LegTrack? Track { get; init; }

    /// <summary>Greatest crosswind where the leg has no track: of a circular dwell, the wind speed itself.</summary>
    public double? DwellCrossWindMps { get; init; }

    /// <summary>Warnings that hold for this leg.</summary>
    public ImmutableArray<WarningCode> Warnings { get; init; } = [];

    /// <summary>Progress over time.</summary>
    public required LegTiming Timing { get; init; }

    /// <summary>The points of a turn arc from entry to exit; empty for all other legs, which are geodesics.</summary>
    public ImmutableArray<GeoPoint> ArcPoints { get; init; } = [];

    /// <summary>Where in the flight the leg is, for failures and warnings.</summary>
    public FlightPlace Place => new(LegIndex, RouteItemIndex, Item.Id);
}
