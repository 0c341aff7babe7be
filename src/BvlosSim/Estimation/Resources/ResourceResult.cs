using System.Collections.Immutable;
using BvlosSim.Resources;
using BvlosSim.Values;

namespace BvlosSim.Estimation.Resources;

/// <summary>Why a resource cannot carry the mission.</summary>
public enum ResourceLimit
{
    /// <summary>The kind has no model.</summary>
    UnsupportedResourceSystem,

    /// <summary>The mission draws more power than the supply gives.</summary>
    PowerLimitExceeded,

    /// <summary>The route is too long.</summary>
    RouteDistanceLimitExceeded,

    /// <summary>The route takes too long.</summary>
    RouteTimeLimitExceeded,

    /// <summary>The route leaves the reach of the tether.</summary>
    TetherLengthExceeded,

    /// <summary>The pack does not hold the energy.</summary>
    ResourceEnergyExhausted,

    /// <summary>The pack lands below its reserve.</summary>
    ResourceReserveBelowThreshold,

    /// <summary>A return home would eat into the reserve.</summary>
    ResourceRthReserveBelowThreshold,
}

/// <summary>The contract tokens of <see cref="ResourceLimit"/>.</summary>
public static class ResourceLimitTokens
{
    /// <summary>Tokens of <see cref="ResourceLimit"/>.</summary>
    public static ClosedSet<ResourceLimit> Set { get; } = new(
        (ResourceLimit.UnsupportedResourceSystem, "unsupported_resource_system"),
        (ResourceLimit.PowerLimitExceeded, "power_limit_exceeded"),
        (ResourceLimit.RouteDistanceLimitExceeded, "route_distance_limit_exceeded"),
        (ResourceLimit.RouteTimeLimitExceeded, "route_time_limit_exceeded"),
        (ResourceLimit.TetherLengthExceeded, "tether_length_exceeded"),
        (ResourceLimit.ResourceEnergyExhausted, "resource_energy_exhausted"),
        (ResourceLimit.ResourceReserveBelowThreshold, "resource_reserve_below_threshold"),
        (ResourceLimit.ResourceRthReserveBelowThreshold, "resource_rth_reserve_below_threshold"));
}

/// <summary>What the mission asks of any resource.</summary>
/// <param name="TotalDemandWh">Energy of the mission.</param>
/// <param name="PeakPowerW">Greatest average power of a leg, and of the way home where that counts.</param>
/// <param name="RouteDistanceM">Length flown, metres.</param>
/// <param name="RouteTimeS">Duration, seconds.</param>
/// <param name="MaxHomeDistanceM">Greatest distance of a leg's end from home, metres.</param>
public sealed record ResourceDemand(
    double TotalDemandWh, double PeakPowerW, double RouteDistanceM, double RouteTimeS, double MaxHomeDistanceM);

/// <summary>One resource against the mission. Energies in Wh; null where the kind has no such number.</summary>
public sealed record ResourceEvaluation
{
    /// <summary>The resource.</summary>
    public required ResourceSystem System { get; init; }

    /// <summary>Energy it has to deliver.</summary>
    public required double DemandWh { get; init; }

    /// <summary>What its pack delivers.</summary>
    public double? AvailableWh { get; init; }

    /// <summary>Reserve of its pack.</summary>
    public double? ReserveThresholdWh { get; init; }

    /// <summary>What is left in its pack.</summary>
    public double? ReserveAfterWh { get; init; }

    /// <summary>Power it delivers.</summary>
    public double? AvailablePowerW { get; init; }

    /// <summary>Whether a return home from the end of every leg leaves the reserve; null where that has no meaning.</summary>
    public bool? RthIsFeasible { get; init; }

    /// <summary>Why it cannot carry the mission; null when it can.</summary>
    public ResourceLimit? Limit { get; init; }

    /// <summary>Whether it can carry the mission.</summary>
    public bool IsFeasible => Limit is null;
}

/// <summary>The resources of a vehicle against the mission.</summary>
/// <param name="Demand">What the mission asks.</param>
/// <param name="Systems">Every resource in document order.</param>
/// <param name="Selected">The preferred one that can carry the mission; null = none can.</param>
public sealed record ResourceResult(ResourceDemand Demand, ImmutableArray<ResourceEvaluation> Systems, ResourceEvaluation? Selected)
{
    /// <summary>Whether a resource can carry the mission.</summary>
    public bool IsFeasible => Selected is not null;

    /// <summary>
    /// Whether the selected resource allows a return home from the end of every leg; null without selection. Of several resources with
    /// its identifier every one must allow it, since an identifier does not tell which of them flies.
    /// </summary>
    public bool? RthIsFeasible
    {
        get
        {
            if (Selected is not { } selected)
                return null;
            bool?[] answers =
                [.. Systems.Where(s => string.Equals(s.System.ResourceId, selected.System.ResourceId, StringComparison.Ordinal)).Select(s => s.RthIsFeasible)];
            return answers.Contains(false) ? false : answers[0];
        }
    }
}
