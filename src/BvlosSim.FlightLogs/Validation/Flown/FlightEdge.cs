using BvlosSim.Values;

namespace BvlosSim.FlightLogs.Validation.Flown;

/// <summary>Where the aircraft is when a trace begins or ends.</summary>
public enum FlightEdge
{
    /// <summary>On the ground, as far as the trace tells.</summary>
    OnGround,

    /// <summary>In the air.</summary>
    InAir,

    /// <summary>The trace does not tell.</summary>
    Unknown,
}

/// <summary>The tokens of <see cref="FlightEdge"/>.</summary>
public static class FlightEdges
{
    /// <summary>Tokens of <see cref="FlightEdge"/>.</summary>
    public static ClosedSet<FlightEdge> Set { get; } = new(
        (FlightEdge.OnGround, "on_ground"),
        (FlightEdge.InAir, "in_air"),
        (FlightEdge.Unknown, "unknown"));
}
