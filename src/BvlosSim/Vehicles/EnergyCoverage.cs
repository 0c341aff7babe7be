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

    /// <summary>Whether every power that the vehicle draws was fitted.</summary>
    /// <param name="energy">The calibration; null = none.</param>
    /// <param name="vehicle">The vehicle.</param>
    public static bool IsComplete(EnergyCalibration? energy, Vehicle vehicle) =>
        energy is not null && PowersOf(vehicle).All(power => energy.Coefficients.Any(c => c.Parameter == power));

    /// <summary>The key of a coefficient in <c>energy</c> of a vehicle; null for one that the model holds fixed.</summary>
    /// <param name="parameter">The coefficient.</param>
    public static string? KeyOf(EnergyParameter parameter) =>
        parameter is EnergyParameter.InducedPowerDensityExponent or EnergyParameter.CruisePowerDensityExponent
            ? null
            : EnergyCalibrationTokens.Parameters.NameOf(parameter);
}
