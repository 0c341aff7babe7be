using System.Collections.Immutable;
using BvlosSim.Estimation.Checks;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Links;
using BvlosSim.Missions;
using BvlosSim.Resources;
using BvlosSim.Values;
using BvlosSim.Vehicles;

namespace BvlosSim.Estimation.Resources;

/// <summary>Holds the energy resources of a vehicle against the mission and selects the one that carries it.</summary>
internal sealed class ResourceCheck
{
    private const double SecondsPerHour = 3600.0;

    private readonly EnergyResult _energy;
    private readonly bool _requireRth;
    private readonly ResourceDemand _demand;
    private readonly double _peakWithReturnW;
    private readonly Func<double, double> _cruisePowerAt;

    private ResourceCheck(EnergyResult energy, bool requireRth, ResourceDemand demand, double peakWithReturnW, Func<double, double> cruisePowerAt)
    {
        _energy = energy;
        _requireRth = requireRth;
        _demand = demand;
        _peakWithReturnW = peakWithReturnW;
        _cruisePowerAt = cruisePowerAt;
    }

    /// <summary>Evaluates the resources. Without any, the check does not run.</summary>
    public static CheckOutcome<ResourceResult> Evaluate(Mission mission, Vehicle vehicle, EnergyResult energy)
    {
        if (vehicle.ResourceSystems.IsEmpty)
            return default;
        var scaling = new PowerScaling(vehicle);
        double CruisePowerAt(double altitudeM) => vehicle.Energy.CruisePowerW * scaling.At(PowerSource.Cruise, altitudeM).Product;
        double legPeakW = energy.Legs.Select(l => l.PowerW).DefaultIfEmpty(0.0).Max();
        double withReturnW = energy.Legs.Select(l => CruisePowerAt(l.Leg.End.AltitudeAmslM)).Append(legPeakW).Max();
        bool requireRth = mission.Constraints.RequireRthReserve;
        var demand = new ResourceDemand(
            energy.TotalEnergyWh,
            requireRth ? withReturnW : legPeakW,
            energy.Legs.Sum(l => l.Leg.PathDistanceM),
            energy.Legs.Sum(l => l.Leg.TimeS),
            HomeDistance.Greatest(mission.PlannedHome, energy.Legs.Select(l => l.Leg)));
        var check = new ResourceCheck(energy, requireRth, demand, withReturnW, CruisePowerAt);
        ImmutableArray<ResourceEvaluation> systems = [.. vehicle.ResourceSystems.Select(check.Evaluate)];
        ResourceEvaluation? selected = systems.Where(s => s.IsFeasible)
            .OrderBy(s => s.System.Priority)
            .ThenBy(s => s.System.ResourceId, StringComparer.Ordinal)
            .FirstOrDefault();
        var result = new ResourceResult(demand, systems, selected);
        return new CheckOutcome<ResourceResult>(result, selected is null ? Fails(result) : null);
    }

    private ResourceEvaluation Evaluate(ResourceSystem system) => system.Kind switch
    {
        ResourceKind.OnboardBattery or ResourceKind.Hybrid => EvaluatePack(system),
        ResourceKind.ExternalPower => EvaluateSupply(system),
        _ => new ResourceEvaluation
        {
            System = system,
            DemandWh = _demand.TotalDemandWh,
            AvailablePowerW = system.ContinuousPowerW,
            Limit = ResourceLimit.UnsupportedResourceSystem,
        },
    };

    private ResourceEvaluation EvaluateSupply(ResourceSystem system)
    {
        double powerW = system.ContinuousPowerW!.Value;
        return new ResourceEvaluation
        {
            System = system,
            DemandWh = _demand.TotalDemandWh,
            AvailablePowerW = powerW,
            RthIsFeasible = powerW >= _peakWithReturnW,
            Limit = RouteLimit(system) ?? (_demand.PeakPowerW > powerW ? ResourceLimit.PowerLimitExceeded : null),
        };
    }

    private ResourceEvaluation EvaluatePack(ResourceSystem system)
    {
        double nameplateWh = system.BatteryCapacityWh ?? _energy.BatteryCapacityWh;
        double usable = (_energy.UsableEnergyWh + _energy.ReserveThresholdWh) / _energy.BatteryCapacityWh;
        double availableWh = nameplateWh * usable;
        double reserveWh = nameplateWh * (system.ReservePercent ?? _energy.ReserveThresholdPercent) / 100.0;
        double[] legDemandsWh = [.. _energy.Legs.Select(l => LegDemandWh(system, l))];
        double demandWh = system.Kind == ResourceKind.Hybrid ? legDemandsWh.Sum() : _demand.TotalDemandWh;
        bool rth = ReturnsKeepReserve(system, legDemandsWh, availableWh, reserveWh);
        return new ResourceEvaluation
        {
            System = system,
            DemandWh = demandWh,
            AvailableWh = availableWh,
            ReserveThresholdWh = reserveWh,
            ReserveAfterWh = availableWh - demandWh,
            AvailablePowerW = system.Kind == ResourceKind.Hybrid ? system.ContinuousPowerW : null,
            RthIsFeasible = rth,
            Limit = RouteLimit(system) ?? PackLimit(demandWh, availableWh, reserveWh, rth),
        };
    }

    private ResourceLimit? PackLimit(double demandWh, double availableWh, double reserveWh, bool rth)
    {
        if (demandWh > availableWh)
            return ResourceLimit.ResourceEnergyExhausted;
        if (availableWh - demandWh < reserveWh)
            return ResourceLimit.ResourceReserveBelowThreshold;
        return _requireRth && !rth ? ResourceLimit.ResourceRthReserveBelowThreshold : null;
    }

    private ResourceLimit? RouteLimit(ResourceSystem system)
    {
        if (_demand.RouteDistanceM > system.MaxRouteDistanceM)
            return ResourceLimit.RouteDistanceLimitExceeded;
        if (_demand.RouteTimeS > system.MaxRouteTimeS)
            return ResourceLimit.RouteTimeLimitExceeded;
        return _demand.MaxHomeDistanceM > system.MaxTetherLengthM ? ResourceLimit.TetherLengthExceeded : null;
    }

    private static double LegDemandWh(ResourceSystem system, LegEnergy leg) => system.Kind == ResourceKind.Hybrid
        ? Math.Max(0.0, leg.PowerW - system.ContinuousPowerW!.Value) * leg.Leg.TimeS / SecondsPerHour
        : leg.EnergyWh;

    private bool ReturnsKeepReserve(ResourceSystem system, double[] legDemandsWh, double availableWh, double reserveWh)
    {
        double usedWh = 0.0;
        for (int i = 0; i < _energy.RthTimeline.Length; i++)
        {
            RthPoint point = _energy.RthTimeline[i];
            usedWh += legDemandsWh[i];
            double share = system.Kind == ResourceKind.Hybrid
                ? Math.Max(0.0, 1.0 - (system.ContinuousPowerW!.Value / _cruisePowerAt(point.Leg.End.AltitudeAmslM)))
                : 1.0;
            if (availableWh - usedWh - (point.EnergyWh * share) < reserveWh)
                return false;
        }

        return true;
    }

    /// <summary>The first resource of the document, not the preferred one, says why.</summary>
    private static MissionFailure Fails(ResourceResult result)
    {
        ResourceEvaluation first = result.Systems[0];
        return new MissionFailure(
            first.Limit == ResourceLimit.UnsupportedResourceSystem ? FailureKind.Unsupported : FailureKind.Infeasible,
            FailureCode.ResourceFeasibilityFailed,
            "No energy resource of the vehicle can carry the mission.",
            FlightPlace.Mission,
            ScalarMap.Of(
                ("resource_system_count", result.Systems.Length),
                ("resource_failure_reason", ResourceLimitTokens.Set.NameOf(first.Limit!.Value)),
                ("total_demand_wh", result.Demand.TotalDemandWh),
                ("peak_power_w", result.Demand.PeakPowerW),
                ("resource_id", first.System.ResourceId),
                ("resource_kind", ResourceTokens.Kinds.NameOf(first.System.Kind))));
    }
}
