namespace BvlosSim.Vehicles;

/// <summary>Why a fitted power is not known well enough to be relied on.</summary>
public enum PowerDoubt
{
    /// <summary>It was not fitted.</summary>
    Missing,

    /// <summary>It rests on too few flights.</summary>
    FewFlights,

    /// <summary>The mass that the vehicle flies with, or that of the flights, is not known.</summary>
    MassUnknown,

    /// <summary>No flight was about as heavy as the vehicle is now, and how the power grows with mass was not fitted.</summary>
    MassNotFlown,

    /// <summary>Its interval is too wide, or claims too little.</summary>
    Wide,
}

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
    /// How far the interval of a power may reach to either side, as a share of the power, with which it is taken to be known. An estimate keeps a
    /// reserve of a fifth or more of the battery: an error beyond this uses most of it up.
    /// </summary>
    public const double MaxReach = 0.15;

    /// <summary>Least probability that the interval of such a power must claim.</summary>
    public const double LeastConfidenceLevel = 0.95;

    /// <summary>Least number of flights that such a power rests on.</summary>
    public const int LeastFlights = 3;

    /// <summary>
    /// How far a mass exponent that no flight told may be off to either side. The exponents of vehicles lie between 0.5 and 2: the same
    /// distance beyond which a fitted one says nothing.
    /// </summary>
    public const double AssumedExponentReach = 0.75;

    /// <summary>Masses that differ by no more than this factor are taken to be alike.</summary>
    public const double MassTolerance = 1.1;

    /// <summary>Whether every power that the vehicle draws was fitted well enough to be relied on, at the mass the vehicle has now.</summary>
    /// <param name="energy">The calibration; null = none.</param>
    /// <param name="vehicle">The vehicle.</param>
    public static bool IsComplete(EnergyCalibration? energy, Vehicle vehicle) =>
        energy is not null && PowersOf(vehicle).All(power => DoubtAbout(power, energy, vehicle) is null);

    /// <summary>Whether every power that the vehicle draws was fitted at all.</summary>
    /// <param name="energy">The calibration.</param>
    /// <param name="vehicle">The vehicle.</param>
    public static bool HasEveryPower(EnergyCalibration energy, Vehicle vehicle) =>
        PowersOf(vehicle).All(power => Fitted(power, energy) is not null);

    /// <summary>Why a power is not known well enough to be relied on.</summary>
    /// <param name="power">The power.</param>
    /// <param name="energy">The calibration.</param>
    /// <param name="vehicle">The vehicle as it is to fly.</param>
    /// <returns>The first reason; null when it is known well enough.</returns>
    public static PowerDoubt? DoubtAbout(EnergyParameter power, EnergyCalibration energy, Vehicle vehicle)
    {
        if (Fitted(power, energy) is not { } fitted)
            return PowerDoubt.Missing;
        if (fitted.Basis != IntervalBasis.Flights || fitted.FlightCount < LeastFlights)
            return PowerDoubt.FewFlights;
        if (vehicle.Mass.OperatingMassKg is not { } massKg || energy.ReferenceMassKg is null)
            return PowerDoubt.MassUnknown;
        bool wasFlown = massKg >= fitted.MassLowKg / MassTolerance && massKg <= fitted.MassHighKg * MassTolerance;
        if (!wasFlown && Fitted(MassExponentOf(power), energy) is null)
            return PowerDoubt.MassNotFlown;
        return fitted.ConfidenceLevel >= LeastConfidenceLevel && ReachAt(massKg, fitted, energy) <= MaxReach ? null : PowerDoubt.Wide;
    }

    /// <summary>
    /// How far the interval of a power reaches to the wider side at another mass than the reference, as a share of the power: that of the power, and
    /// that of the exponent by which it is scaled.
    /// </summary>
    /// <param name="massKg">The mass, kg.</param>
    /// <param name="power">The fitted power.</param>
    /// <param name="energy">The calibration it is from.</param>
    public static double ReachAt(double massKg, EnergyCoefficient power, EnergyCalibration energy)
    {
        double exponentReach = Fitted(MassExponentOf(power.Parameter), energy) is { } exponent
            ? Math.Max(exponent.ConfidenceHigh - exponent.FittedValue, exponent.FittedValue - exponent.ConfidenceLow)
            : AssumedExponentReach;
        double ratio = energy.ReferenceMassKg is { } referenceKg ? Math.Abs(Math.Log(massKg / referenceKg)) : 0.0;
        return ((1.0 + Reach(power)) * Math.Exp(exponentReach * ratio)) - 1.0;
    }

    /// <summary>How far the interval of a power reaches to the wider side, as a share of the power; infinite for one that is not above 0.</summary>
    /// <param name="power">The fitted power.</param>
    public static double Reach(EnergyCoefficient power) => power.FittedValue > 0.0
        ? Math.Max(power.ConfidenceHigh - power.FittedValue, power.FittedValue - power.ConfidenceLow) / power.FittedValue
        : double.PositiveInfinity;

    /// <summary>The exponent by which a power grows with mass.</summary>
    /// <param name="power">The power.</param>
    public static EnergyParameter MassExponentOf(EnergyParameter power) =>
        power == EnergyParameter.CruisePowerW ? EnergyParameter.CruisePowerMassExponent : EnergyParameter.InducedPowerMassExponent;

    /// <summary>A power as the vehicle's own file states it, W; null = it does not.</summary>
    /// <param name="power">The power.</param>
    /// <param name="energy">The energy model of the file.</param>
    public static double? StatedW(EnergyParameter power, VehicleEnergy energy) => power switch
    {
        EnergyParameter.HoverPowerW => energy.HoverPowerW,
        EnergyParameter.ClimbPowerW => energy.ClimbPowerW,
        EnergyParameter.CruisePowerW => energy.CruisePowerW,
        EnergyParameter.DescentPowerW => energy.DescentPowerW,
        _ => null,
    };

    /// <summary>The key of a coefficient in <c>energy</c> of a vehicle; null for one that the model holds fixed.</summary>
    /// <param name="parameter">The coefficient.</param>
    public static string? KeyOf(EnergyParameter parameter) =>
        parameter is EnergyParameter.InducedPowerDensityExponent or EnergyParameter.CruisePowerDensityExponent
            ? null
            : EnergyCalibrationTokens.Parameters.NameOf(parameter);

    private static EnergyCoefficient? Fitted(EnergyParameter parameter, EnergyCalibration energy) =>
        energy.Coefficients.FirstOrDefault(c => c.Parameter == parameter);
}
