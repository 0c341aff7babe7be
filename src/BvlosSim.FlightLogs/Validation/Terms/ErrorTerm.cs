namespace BvlosSim.FlightLogs.Validation.Terms;

/// <summary>A term that a part of an error comes from.</summary>
public enum ErrorTerm
{
    /// <summary>Outside of what the flight is: waiting on the ground, noise of the receiver at rest, records weighed by number.</summary>
    OutsideFlight,

    /// <summary>The report measures the prediction otherwise than along its track: chords of arcs, legs weighed by time.</summary>
    PredictedMeasure,

    /// <summary>The way over ground is longer or shorter.</summary>
    WayLength,

    /// <summary>Other shares of the way are flown in climb and descent, where the ground speed differs from that of level flight.</summary>
    PhaseMix,

    /// <summary>What the wind adds to the airspeed, the crab angle included.</summary>
    Wind,

    /// <summary>Airspeed.</summary>
    Airspeed,

    /// <summary>Ground speed, where wind and airspeed cannot be told apart.</summary>
    Groundspeed,

    /// <summary>Height climbed or descended on the spot.</summary>
    Height,

    /// <summary>Climb or descent rate on the spot.</summary>
    VerticalRate,

    /// <summary>Duration of a phase.</summary>
    Duration,

    /// <summary>Way flown close to the planned line: wandering, and cutting or overshooting its corners.</summary>
    Wandering,

    /// <summary>Way flown beside the planned line: another route.</summary>
    OtherRoute,

    /// <summary>Planned way that was not flown.</summary>
    NotFlown,

    /// <summary>Charge of the battery at takeoff.</summary>
    ChargeAtTakeoff,

    /// <summary>Power in a phase.</summary>
    Power,

    /// <summary>The charge fell otherwise than the energy drawn from a battery of the modelled capacity would have it.</summary>
    ChargeGauge,
}
