using BvlosSim.Estimation.Kinematics;
using BvlosSim.Values;

namespace BvlosSim.FlightLogs.Segmentation;

/// <summary>What an aircraft is doing.</summary>
public enum FlightPhase
{
    /// <summary>Rising from the ground.</summary>
    Takeoff,

    /// <summary>Climbing on the way.</summary>
    Climb,

    /// <summary>Flying level from place to place.</summary>
    Transit,

    /// <summary>Staying at a place, hovering or in circles.</summary>
    Loiter,

    /// <summary>Descending on the way.</summary>
    Descent,

    /// <summary>Sinking to the ground.</summary>
    Landing,

    /// <summary>Flying home.</summary>
    Rtl,

    /// <summary>Nothing that the logs tell: flown by hand, or values are missing.</summary>
    Unknown,
}

/// <summary>The contract tokens of <see cref="FlightPhase"/>, and the legs of an estimate that the phases stand for.</summary>
public static class FlightPhases
{
    /// <summary>Tokens of <see cref="FlightPhase"/>.</summary>
    public static ClosedSet<FlightPhase> Set { get; } = new(
        (FlightPhase.Takeoff, "takeoff"),
        (FlightPhase.Climb, "climb"),
        (FlightPhase.Transit, "transit"),
        (FlightPhase.Loiter, "loiter"),
        (FlightPhase.Descent, "descent"),
        (FlightPhase.Landing, "landing"),
        (FlightPhase.Rtl, "rtl"),
        (FlightPhase.Unknown, "unknown"));

    /// <summary>The legs of an estimate that are compared with a phase; null = none.</summary>
    /// <param name="phase">The phase.</param>
    public static LegPhase? LegOf(FlightPhase phase) => phase switch
    {
        FlightPhase.Takeoff => LegPhase.VerticalTakeoff,
        FlightPhase.Transit => LegPhase.Transit,
        FlightPhase.Loiter => LegPhase.LoiterDwell,
        FlightPhase.Landing => LegPhase.LandingTransit,
        FlightPhase.Rtl => LegPhase.RtlTransit,
        _ => null,
    };
}
