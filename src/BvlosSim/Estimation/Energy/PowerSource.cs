using BvlosSim.Values;

namespace BvlosSim.Estimation.Energy;

/// <summary>Which power of the vehicle a leg draws.</summary>
public enum PowerSource
{
    /// <summary>Cruise power.</summary>
    Cruise,

    /// <summary>Hover power.</summary>
    Hover,

    /// <summary>Climb power.</summary>
    Climb,

    /// <summary>Descent power.</summary>
    Descent,
}

/// <summary>The contract tokens of <see cref="PowerSource"/>.</summary>
public static class PowerSourceTokens
{
    /// <summary>Tokens of <see cref="PowerSource"/>: the vehicle field the power comes from.</summary>
    public static ClosedSet<PowerSource> Set { get; } = new(
        (PowerSource.Cruise, "vehicle.energy.cruise_power_w"),
        (PowerSource.Hover, "vehicle.energy.hover_power_w"),
        (PowerSource.Climb, "vehicle.energy.climb_power_w"),
        (PowerSource.Descent, "vehicle.energy.descent_power_w"));
}
