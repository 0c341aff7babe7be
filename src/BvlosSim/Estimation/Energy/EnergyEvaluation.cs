using System.Collections.Immutable;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Missions;
using BvlosSim.Values;
using BvlosSim.Vehicles;

namespace BvlosSim.Estimation.Energy;

/// <summary>
/// Costs the legs of a mission and a return home from the end of each, then holds them against the battery.
/// </summary>
internal sealed class EnergyEvaluation
{
    private readonly Mission _mission;
    private readonly Vehicle _vehicle;
    private readonly FlightSettings _settings;
    private readonly CancellationToken _cancellation;

    private EnergyEvaluation(Mission mission, Vehicle vehicle, FlightSettings settings, CancellationToken cancellation)
    {
        _mission = mission;
        _vehicle = vehicle;
        _settings = settings;
        _cancellation = cancellation;
    }

    /// <summary>Whether powers are not scaled although the operating mass is known.</summary>
    public static bool ReferenceConditionsAreMissing(Vehicle vehicle) =>
        vehicle.Mass.OperatingMassKg is not null && (vehicle.Energy.ReferenceMassKg is null || vehicle.Energy.ReferenceDensityKgm3 is null);

    /// <summary>Whether the vehicle has an energy model and the mission a reserve.</summary>
    /// <returns>What is missing or out of range, or null.</returns>
    public static MissionFailure? CheckModel(Mission mission, Vehicle vehicle, FlightSettings settings)
    {
        VehicleEnergy energy = vehicle.Energy;
        if (!(energy.BatteryCapacityWh > 0.0))
            return NotPositive("vehicle.energy.battery_capacity_wh", energy.BatteryCapacityWh);
        if (!(energy.CruisePowerW > 0.0))
            return NotPositive("vehicle.energy.cruise_power_w", energy.CruisePowerW);
        if (settings.CanHover && energy.HoverPowerW is null)
        {
            return ForMission(
                FailureCode.MissingEnergyModel,
                "The vehicle hovers but states no energy.hover_power_w.",
                ("energy_field", PowerSourceTokens.Set.NameOf(PowerSource.Hover)));
        }

        double reservePercent = ReservePercent(mission, vehicle);
        return reservePercent is >= 0.0 and <= 100.0
            ? null
            : ForMission(
                FailureCode.InvalidEnergyPolicy, "The reserve must lie between 0 and 100 percent.", ("reserve_threshold_percent", reservePercent));
    }

    /// <summary>Evaluates the energy of a flight whose model passed <see cref="CheckModel"/>, without judging it.</summary>
    /// <param name="mission">The mission.</param>
    /// <param name="vehicle">The vehicle.</param>
    /// <param name="settings">Limits and wind.</param>
    /// <param name="legs">The flown legs.</param>
    /// <param name="result">The energy block; null when it cannot be computed.</param>
    /// <param name="cancellation">Ends a long evaluation.</param>
    /// <returns>Why there is no block, or null.</returns>
    public static MissionFailure? Evaluate(
        Mission mission, Vehicle vehicle, FlightSettings settings, ImmutableArray<Leg> legs, out EnergyResult? result, CancellationToken cancellation)
    {
        return new EnergyEvaluation(mission, vehicle, settings, cancellation).Evaluate(legs, out result);
    }

    /// <summary>Holds the battery and the return home against their limits; the first that fails ends the mission.</summary>
    /// <param name="energy">The energy block.</param>
    /// <param name="requireRthReserve">Whether the return home counts.</param>
    /// <returns>What fails, or null.</returns>
    public static MissionFailure? Judge(EnergyResult energy, bool requireRthReserve) =>
        JudgeBattery(energy) ?? (requireRthReserve ? JudgeReturn(energy) : null);

    private MissionFailure? Evaluate(ImmutableArray<Leg> legs, out EnergyResult? result)
    {
        result = null;
        var scaling = new PowerScaling(_vehicle);
        MissionFailure? failure = CostLegs(legs, scaling, out ImmutableArray<LegEnergy> costs);
        if (failure is not null)
            return failure;

        ImmutableArray<UsableCapacityPoint>? curve = _vehicle.Energy.UsableCapacityCurve;
        var energy = new EnergyResult
        {
            Legs = costs,
            TotalEnergyWh = costs.Sum(cost => cost.EnergyWh),
            BatteryCapacityWh = _vehicle.Energy.BatteryCapacityWh,
            // A full battery is at the end of the curve, or beyond it.
            UsableFraction = curve is { } points ? points[^1].UsableFraction : 1.0,
            IsDerated = curve is not null,
            ReserveThresholdPercent = ReservePercent(_mission, _vehicle),
        };
        if (!(double.IsFinite(energy.TotalEnergyWh) && double.IsFinite(energy.ReserveThresholdWh)
            && double.IsFinite(energy.UsableEnergyWh) && double.IsFinite(energy.ReserveAtLandingPercent)))
        {
            return NotPositive("vehicle.energy.battery_capacity_wh", energy.BatteryCapacityWh);
        }

        failure = CostReturns(energy, scaling, out ImmutableArray<RthPoint> timeline);
        if (failure is null)
            result = energy with { RthTimeline = timeline };
        return failure;
    }

    private static double ReservePercent(Mission mission, Vehicle vehicle) =>
        mission.Constraints.MinLandingReservePercent ?? vehicle.Energy.ReservePercentDefault;

    private static MissionFailure NotPositive(string field, double value) => ForMission(
        FailureCode.InvalidEnergyModel, $"{field} must be positive, and small enough to calculate with.", ("energy_field", field), ("value", value));

    private static MissionFailure ForMission(FailureCode code, string message, params ReadOnlySpan<(string Key, Scalar Value)> context) =>
        new(FailureKind.InvalidInput, code, message, FlightPlace.Mission, ScalarMap.Of(context));

    private MissionFailure? CostLegs(ImmutableArray<Leg> legs, PowerScaling scaling, out ImmutableArray<LegEnergy> costs)
    {
        var power = new LegPower(_vehicle, scaling, _settings.CanHover);
        ImmutableArray<LegEnergy>.Builder builder = ImmutableArray.CreateBuilder<LegEnergy>(legs.Length);
        foreach (Leg leg in legs)
        {
            MissionFailure? failure = power.Cost(leg, out LegEnergy? cost);
            if (failure is not null)
                return Without(out costs, failure);
            builder.Add(cost!);
        }

        costs = builder.DrainToImmutable();
        return null;
    }

    private MissionFailure? CostReturns(EnergyResult energy, PowerScaling scaling, out ImmutableArray<RthPoint> timeline)
    {
        MissionFailure? failure = TrueAirspeed.Resolve(_mission, _vehicle, FlightPlace.Mission, out TrueAirspeed speed);
        if (failure is not null)
            return Without(out timeline, failure);

        var flight = new EmergencyFlight(_vehicle, _settings, scaling, speed.Mps);
        var home = new FlightPoint(_mission.PlannedHome.LatDeg, _mission.PlannedHome.LonDeg, _mission.PlannedHome.AltitudeAmslM);
        ImmutableArray<RthPoint>.Builder builder = ImmutableArray.CreateBuilder<RthPoint>(energy.Legs.Length);
        double clockS = 0.0;
        double usedWh = 0.0;
        foreach (LegEnergy cost in energy.Legs)
        {
            clockS += cost.Leg.TimeS;
            usedWh += cost.EnergyWh;
            var start = new EmergencyStart(cost.Leg.Place, cost.Leg.End, cost.Leg.Track?.GroundTrackDeg, clockS);
            failure = flight.Cost(start, home, out EmergencyCost way, _cancellation);
            if (failure is not null)
                return Without(out timeline, failure);
            double remainingWh = energy.DeliverableEnergyWh - usedWh;
            double afterWh = remainingWh - way.EnergyWh;
            builder.Add(new RthPoint(
                cost.Leg,
                way.DistanceM,
                way.EnergyWh,
                remainingWh,
                afterWh,
                afterWh - energy.ReserveThresholdWh,
                new EmergencyWay(start.Position, start.TrackDeg, home, clockS, way.TimeS))
            {
                Overshoot = way.Overshoot,
            });
        }

        timeline = builder.DrainToImmutable();
        return null;
    }

    private static MissionFailure Without<T>(out ImmutableArray<T> values, MissionFailure failure)
    {
        values = [];
        return failure;
    }

    private static MissionFailure? JudgeBattery(EnergyResult energy)
    {
        if (energy.TotalEnergyWh > energy.BatteryCapacityWh)
            return BatteryFails(energy, FailureCode.InsufficientEnergy, "The mission needs more energy than the battery holds.");
        if (energy.ReserveAtLandingWh < energy.ReserveThresholdWh)
            return BatteryFails(energy, FailureCode.ReserveBelowThreshold, "The mission lands with less than the required reserve.");
        double nameplateLessReserveWh = energy.BatteryCapacityWh - energy.ReserveThresholdWh;
        if (energy.UsableEnergyWh < nameplateLessReserveWh && energy.TotalEnergyWh > energy.UsableEnergyWh)
            return BatteryFails(energy, FailureCode.InsufficientEnergy, "The mission needs more energy than the derated battery delivers above its reserve.");
        return null;
    }

    private static MissionFailure BatteryFails(EnergyResult energy, FailureCode code, string message) => new(
        FailureKind.Infeasible,
        code,
        message,
        FlightPlace.Mission,
        ScalarMap.Of(
            ("total_energy_wh", energy.TotalEnergyWh),
            ("battery_capacity_wh", energy.BatteryCapacityWh),
            ("usable_energy_wh", energy.UsableEnergyWh),
            ("reserve_at_landing_wh", energy.ReserveAtLandingWh),
            ("reserve_at_landing_percent", energy.ReserveAtLandingPercent),
            ("reserve_threshold_wh", energy.ReserveThresholdWh),
            ("reserve_threshold_percent", energy.ReserveThresholdPercent)));

    private static MissionFailure? JudgeReturn(EnergyResult energy)
    {
        foreach (RthPoint point in energy.RthTimeline)
        {
            if (point.IsFeasible)
                continue;
            return new MissionFailure(
                FailureKind.Infeasible,
                FailureCode.RthReserveBelowThreshold,
                "A return home from the end of this leg would eat into the reserve.",
                point.Leg.Place,
                ScalarMap.Of(
                    ("rth_distance_m", point.DistanceM),
                    ("rth_energy_wh", point.EnergyWh),
                    ("energy_remaining_before_rth_wh", point.EnergyRemainingBeforeWh),
                    ("reserve_after_rth_wh", point.ReserveAfterWh),
                    ("reserve_margin_wh", point.ReserveMarginWh),
                    ("reserve_threshold_wh", energy.ReserveThresholdWh)));
        }

        return null;
    }
}
