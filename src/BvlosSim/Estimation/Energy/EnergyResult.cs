using System.Collections.Immutable;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.WindCoverage;

namespace BvlosSim.Estimation.Energy;

/// <summary>Whether the reserve survives a return home from the end of a leg.</summary>
/// <param name="Leg">The leg.</param>
/// <param name="DistanceM">Length of the way home in metres.</param>
/// <param name="EnergyWh">Energy of the way home in Wh.</param>
/// <param name="EnergyRemainingBeforeWh">Deliverable energy left at the end of the leg.</param>
/// <param name="ReserveAfterWh">Energy left at home.</param>
/// <param name="ReserveMarginWh">That less the reserve threshold; negative = the reserve is eaten into.</param>
/// <param name="Way">The way home.</param>
public sealed record RthPoint(
    Leg Leg, double DistanceM, double EnergyWh, double EnergyRemainingBeforeWh, double ReserveAfterWh, double ReserveMarginWh, EmergencyWay Way)
{
    /// <summary>Whether the reserve survives.</summary>
    public bool IsFeasible => ReserveMarginWh >= 0.0;

    /// <summary>Where the wind of the way home lay beyond a grid; null = nowhere.</summary>
    internal WindOvershoot? Overshoot { get; init; }
}

/// <summary>The energy of a mission against its battery. Energies in Wh.</summary>
public sealed record EnergyResult
{
    /// <summary>Cost of every leg.</summary>
    public required ImmutableArray<LegEnergy> Legs { get; init; }

    /// <summary>Sum over the legs.</summary>
    public required double TotalEnergyWh { get; init; }

    /// <summary>Nameplate capacity.</summary>
    public required double BatteryCapacityWh { get; init; }

    /// <summary>Share of the nameplate capacity that the battery delivers, 0…1.</summary>
    public required double UsableFraction { get; init; }

    /// <summary>Whether the vehicle states a usable-capacity curve at all.</summary>
    public required bool IsDerated { get; init; }

    /// <summary>Reserve in percent of the nameplate capacity.</summary>
    public required double ReserveThresholdPercent { get; init; }

    /// <summary>A return home from the end of every leg.</summary>
    public ImmutableArray<RthPoint> RthTimeline { get; init; } = [];

    /// <summary>Reserve.</summary>
    public double ReserveThresholdWh => BatteryCapacityWh * ReserveThresholdPercent / 100.0;

    /// <summary>What the battery delivers.</summary>
    public double DeliverableEnergyWh => BatteryCapacityWh * UsableFraction;

    /// <summary>What the battery delivers less the reserve; may be negative.</summary>
    public double UsableEnergyWh => DeliverableEnergyWh - ReserveThresholdWh;

    /// <summary>Nameplate capacity left at landing; not derated, may be negative.</summary>
    public double ReserveAtLandingWh => BatteryCapacityWh - TotalEnergyWh;

    /// <summary>The same in percent of the nameplate capacity.</summary>
    public double ReserveAtLandingPercent => ReserveAtLandingWh / BatteryCapacityWh * 100.0;

    /// <summary>Whether battery and reserve hold for the mission. Does not include the return home.</summary>
    public bool IsFeasible =>
        TotalEnergyWh <= BatteryCapacityWh && ReserveAtLandingWh >= ReserveThresholdWh && (!IsDerated || TotalEnergyWh <= UsableEnergyWh);

    /// <summary>Whether the reserve survives a return home from the end of every leg.</summary>
    public bool RthIsFeasible
    {
        get
        {
            foreach (RthPoint point in RthTimeline)
            {
                if (!point.IsFeasible)
                    return false;
            }

            return true;
        }
    }
}
