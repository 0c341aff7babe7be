using BvlosSim.Estimation.Energy;

namespace BvlosSim.Estimation.Sizing;

/// <summary>Which battery a mission needs. Capacities are nameplate, in Wh.</summary>
public sealed record BatterySize
{
    /// <summary>Distance of the capacities that the search looks at, in Wh; a narrower range of feasible ones may be missed.</summary>
    public const double ToleranceWh = 1.0;

    /// <summary>The vehicle's own capacity.</summary>
    public required double CurrentCapacityWh { get; init; }

    /// <summary>The energy of the mission with it.</summary>
    public required EnergyResult Current { get; init; }

    /// <summary>Whether it is enough.</summary>
    public required bool IsCurrentFeasible { get; init; }

    /// <summary>The least feasible capacity.</summary>
    public required double MinimumCapacityWh { get; init; }

    /// <summary>The energy of the mission with it.</summary>
    public required EnergyResult AtMinimum { get; init; }

    /// <summary>The greatest capacity from which on a battery costs more than it brings, or that the take-off mass allows.</summary>
    public required double MaximumFeasibleCapacityWh { get; init; }

    /// <summary>The capacity that fills the maximum take-off mass.</summary>
    public required double MaximumCapacityAtTakeoffMassWh { get; init; }

    /// <summary>The capacity with a margin over the minimum.</summary>
    /// <param name="marginPercent">The margin, ≥ 0.</param>
    public BatteryRecommendation Recommend(int marginPercent)
    {
        double requestedWh = MinimumCapacityWh * (1.0 + (marginPercent / 100.0));
        return new BatteryRecommendation(marginPercent, requestedWh, requestedWh <= MaximumFeasibleCapacityWh ? requestedWh : null);
    }
}

/// <summary>A capacity with a margin over the minimum.</summary>
/// <param name="MarginPercent">The margin.</param>
/// <param name="RequestedWh">The capacity.</param>
/// <param name="RecommendedWh">The same when it is feasible; else null.</param>
public sealed record BatteryRecommendation(int MarginPercent, double RequestedWh, double? RecommendedWh);
