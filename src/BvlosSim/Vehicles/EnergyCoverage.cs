namespace BvlosSim.Vehicles;

/// <summary>How much of a vehicle's energy model a calibration covers.</summary>
public static class EnergyCoverage
{
    /// <summary>The powers that a vehicle draws in some phase: each must be known before its energy is.</summary>
    /// <param name="vehicle">The vehicle.</param>
    public static IEnumerable<EnergyParameter> PowersOf(Vehicle vehicle)
    {
        if (vehicle.EffectiveCapabilities.Hover)
            yield return EnergyParameter.HoverPowerW;
        yield return EnergyParameter.ClimbPowerW;
        yield return EnergyParameter.CruisePowerW;
        yield return EnergyParameter.DescentPowerW;
    }

    /// <summary>
    /// Greatest half width of the interval of a power, as a share of the power, with which it is taken to be known. An estimate keeps a
    /// reserve of a fifth or more of the battery: an error beyond this uses most of it up.
    /// </summary>
    public const double MaxRelativeHalfWidth = 0.15;

    /// <summary>Least probability that the interval of such a power must claim.</summary>
    public const double LeastConfidenceLevel = 0.95;

    /// <summary>Whether every power that the vehicle draws was fitted well enough to be relied on.</summary>
    /// <param name="energy">The calibration; null = none.</param>
    /// <param name="vehicle">The vehicle.</param>
    public static bool IsComplete(EnergyCalibration? energy, Vehicle vehicle) =>
        energy is not null && PowersOf(vehicle).All(power => energy.Coefficients.Any(c => c.Parameter == power && IsReliable(c)));

    /// <summary>Whether a power was fitted well enough to be relied on: over several flights, and within narrow limits.</summary>
    /// <param name="power">The fitted power.</param>
    public static bool IsReliable(EnergyCoefficient power) =>
        power.Basis == IntervalBasis.Flights && power.ConfidenceLevel >= LeastConfidenceLevel && RelativeHalfWidth(power) <= MaxRelativeHalfWidth;

    /// <summary>Half width of the interval of a power, as a share of the power; infinite for one that is not above 0.</summary>
    /// <param name="power">The fitted power.</param>
    public static double RelativeHalfWidth(EnergyCoefficient power) => power.FittedValue > 0.0
        ? 0.5 * (power.ConfidenceHigh - power.ConfidenceLow) / power.FittedValue
        : double.PositiveInfinity;

    /// <summary>The key of a coefficient in <c>energy</c> of a vehicle; null for one that the model holds fixed.</summary>
    /// <param name="parameter">The coefficient.</param>
    public static string? KeyOf(EnergyParameter parameter) =>
        parameter is EnergyParameter.InducedPowerDensityExponent or EnergyParameter.CruisePowerDensityExponent
            ? null
            : EnergyCalibrationTokens.Parameters.NameOf(parameter);
}
