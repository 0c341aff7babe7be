using BvlosSim.Estimation.Kinematics;
using BvlosSim.Values;
using BvlosSim.Vehicles;

namespace BvlosSim.Estimation.Energy;

/// <summary>Average power of legs: by phase and vertical motion, scaled, and mixed where a leg climbs only part of its time.</summary>
internal sealed class LegPower
{
    private const double SecondsPerHour = 3600.0;

    private readonly VehicleEnergy _energy;
    private readonly PowerScaling _scaling;
    private readonly bool _canHover;

    /// <summary>Prepares the powers of a vehicle.</summary>
    public LegPower(Vehicle vehicle, PowerScaling scaling, bool canHover)
    {
        _energy = vehicle.Energy;
        _scaling = scaling;
        _canHover = canHover;
    }

    /// <summary>Costs a leg.</summary>
    /// <param name="leg">The leg.</param>
    /// <param name="cost">The cost.</param>
    /// <returns>Why it cannot be costed, or null.</returns>
    public MissionFailure? Cost(Leg leg, out LegEnergy? cost)
    {
        cost = null;
        double meanAltitudeM = (leg.Start.AltitudeAmslM + leg.End.AltitudeAmslM) * 0.5;
        (PowerSource source, double? basePowerW) = BasePower(leg);
        if (basePowerW is not { } powerW)
            return MissingPower(leg, source);
        if (!(powerW > 0.0))
            return InvalidPower(leg, source, powerW);

        ScaledPower scaled = Scale(source, powerW, meanAltitudeM);
        if (leg.Phase != LegPhase.LoiterDwell && leg is { VerticalDeltaM: not 0.0, HorizontalDistanceM: > 0.0, TimeS: > 0.0 })
            scaled = Mix(leg, scaled, Scale(PowerSource.Cruise, _energy.CruisePowerW, meanAltitudeM));
        double energyWh = scaled.PowerW * leg.TimeS / SecondsPerHour;
        if (!double.IsFinite(energyWh))
            return InvalidPower(leg, source, scaled.PowerW);
        cost = new LegEnergy(leg, scaled.PowerW, scaled.Source, energyWh, scaled.Factors);
        return null;
    }

    private (PowerSource Source, double? PowerW) BasePower(Leg leg)
    {
        if (leg.Phase == LegPhase.LoiterDwell)
            return _canHover ? (PowerSource.Hover, _energy.HoverPowerW) : (PowerSource.Cruise, _energy.CruisePowerW);
        // A level takeoff leg is charged climb power: the aircraft is still on its lift system.
        if (leg.VerticalDeltaM > 0.0 || (leg.VerticalDeltaM == 0.0 && leg.Phase == LegPhase.VerticalTakeoff))
            return _energy.ClimbPowerW is { } climbW ? (PowerSource.Climb, climbW) : (PowerSource.Cruise, _energy.CruisePowerW);
        if (leg.VerticalDeltaM < 0.0 && _energy.DescentPowerW is { } descentW)
            return (PowerSource.Descent, descentW);
        return (PowerSource.Cruise, _energy.CruisePowerW);
    }

    private ScaledPower Scale(PowerSource source, double basePowerW, double altitudeAmslM)
    {
        PowerFactors factors = _scaling.At(source, altitudeAmslM);
        return new ScaledPower(source, basePowerW * factors.Product, factors);
    }

    /// <summary>While the altitude changes, only the vertical power is charged; for the rest of the leg, cruise power.</summary>
    private static ScaledPower Mix(Leg leg, in ScaledPower vertical, in ScaledPower cruise)
    {
        double verticalS = Math.Min(Math.Max(leg.Timing.VerticalTimeS, 0.0), leg.TimeS);
        double cruiseS = leg.TimeS - verticalS;
        if (cruiseS <= 0.0)
            return vertical;
        if (verticalS <= 0.0)
            return cruise;
        double powerW = ((vertical.PowerW * verticalS) + (cruise.PowerW * cruiseS)) / leg.TimeS;
        var factors = new PowerFactors(
            Mean(vertical.Factors.Mass, cruise.Factors.Mass, verticalS, cruiseS),
            Mean(vertical.Factors.Density, cruise.Factors.Density, verticalS, cruiseS));
        return new ScaledPower(vertical.Source, powerW, factors);
    }

    private static double? Mean(double? vertical, double? cruise, double verticalS, double cruiseS) =>
        ((vertical * verticalS) + (cruise * cruiseS)) / (verticalS + cruiseS);

    private static MissionFailure MissingPower(Leg leg, PowerSource source) => new(
        FailureKind.InvalidInput,
        FailureCode.MissingEnergyModel,
        "The vehicle states no power for this phase.",
        leg.Place,
        ScalarMap.Of(
            ("phase", LegTokens.Phases.NameOf(leg.Phase)), ("required_power_source", PowerSourceTokens.Set.NameOf(source))));

    private static MissionFailure InvalidPower(Leg leg, PowerSource source, double powerW) => new(
        FailureKind.InvalidInput,
        FailureCode.InvalidEnergyModel,
        "The power of this leg is not a positive finite number.",
        leg.Place,
        ScalarMap.Of(
            ("phase", LegTokens.Phases.NameOf(leg.Phase)),
            ("power_source", PowerSourceTokens.Set.NameOf(source)),
            ("power_w", double.IsFinite(powerW) ? powerW : default(Scalar))));

    private readonly record struct ScaledPower(PowerSource Source, double PowerW, PowerFactors Factors);
}
