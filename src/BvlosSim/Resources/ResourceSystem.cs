using BvlosSim.Values;

namespace BvlosSim.Resources;

/// <summary>Kind of an energy resource.</summary>
public enum ResourceKind
{
    /// <summary>Battery on board.</summary>
    OnboardBattery,

    /// <summary>Power from outside, by tether or beam.</summary>
    ExternalPower,

    /// <summary>Battery that carries what the external supply does not.</summary>
    Hybrid,

    /// <summary>Fuel; no model.</summary>
    Fuel,

    /// <summary>Hydrogen; no model.</summary>
    Hydrogen,

    /// <summary>Anything else; no model.</summary>
    Other,
}

/// <summary>An energy resource that may carry the mission instead of the vehicle's plain battery.</summary>
public sealed record ResourceSystem
{
    /// <summary>Identifier; duplicates are allowed.</summary>
    public required string ResourceId { get; init; }

    /// <summary>Kind.</summary>
    public required ResourceKind Kind { get; init; }

    /// <summary>Preference, ≥ 0; lower is preferred.</summary>
    public long Priority { get; init; }

    /// <summary>Nameplate capacity in Wh, &gt; 0; null = the vehicle's.</summary>
    public double? BatteryCapacityWh { get; init; }

    /// <summary>Reserve in percent, 0…100; null = the mission's or vehicle's.</summary>
    public double? ReservePercent { get; init; }

    /// <summary>Continuous power in W, &gt; 0; always set for external power and hybrids.</summary>
    public double? ContinuousPowerW { get; init; }

    /// <summary>Greatest route distance in metres, &gt; 0.</summary>
    public double? MaxRouteDistanceM { get; init; }

    /// <summary>Greatest route time in seconds, &gt; 0.</summary>
    public double? MaxRouteTimeS { get; init; }

    /// <summary>Tether length in metres, &gt; 0.</summary>
    public double? MaxTetherLengthM { get; init; }
}

/// <summary>The contract tokens of resources.</summary>
public static class ResourceTokens
{
    /// <summary>Tokens of <see cref="ResourceKind"/>.</summary>
    public static ClosedSet<ResourceKind> Kinds { get; } = new(
        (ResourceKind.OnboardBattery, "onboard_battery"),
        (ResourceKind.ExternalPower, "external_power"),
        (ResourceKind.Hybrid, "hybrid"),
        (ResourceKind.Fuel, "fuel"),
        (ResourceKind.Hydrogen, "hydrogen"),
        (ResourceKind.Other, "other"));

    /// <summary>Ways of delivering external power; accepted and ignored.</summary>
    public static IReadOnlyList<string> Deliveries { get; } = ["generic", "tethered", "optical_fiber"];
}
