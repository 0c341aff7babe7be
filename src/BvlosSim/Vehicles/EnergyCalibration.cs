using System.Collections.Immutable;
using BvlosSim.Values;

namespace BvlosSim.Vehicles;

/// <summary>A coefficient of the energy model that flight logs can fit.</summary>
public enum EnergyParameter
{
    /// <summary>Hover power at the reference conditions, W.</summary>
    HoverPowerW,

    /// <summary>Climb power at the reference conditions, W.</summary>
    ClimbPowerW,

    /// <summary>Cruise power at the reference conditions, W.</summary>
    CruisePowerW,

    /// <summary>Descent power at the reference conditions, W.</summary>
    DescentPowerW,

    /// <summary>Exponent of the mass ratio for hover, climb and descent power.</summary>
    InducedPowerMassExponent,

    /// <summary>Exponent of the mass ratio for cruise power.</summary>
    CruisePowerMassExponent,

    /// <summary>Exponent of the inverse density ratio for hover, climb and descent power; a check of the model's fixed 0.5.</summary>
    InducedPowerDensityExponent,

    /// <summary>Exponent of the density ratio, turned to be above 1, for cruise power; a check of the model's fixed 1.</summary>
    CruisePowerDensityExponent,
}

/// <summary>What an interval is made of: which observations are taken to be independent of one another.</summary>
public enum IntervalBasis
{
    /// <summary>Flights: the interval covers what differs from flight to flight.</summary>
    Flights,

    /// <summary>Windows within too few flights: what differs from flight to flight is not in the interval.</summary>
    Windows,
}

/// <summary>How a fit is tried on flights it has not seen.</summary>
public enum HoldoutMethod
{
    /// <summary>Each flight is predicted by a fit on all the others.</summary>
    LeaveOneFlightOut,
}

/// <summary>The contract tokens of an energy calibration.</summary>
public static class EnergyCalibrationTokens
{
    /// <summary>Tokens of <see cref="EnergyParameter"/>; but for the density exponents, each is also the key of the value in <c>energy</c>.</summary>
    public static ClosedSet<EnergyParameter> Parameters { get; } = new(
        (EnergyParameter.HoverPowerW, "hover_power_w"),
        (EnergyParameter.ClimbPowerW, "climb_power_w"),
        (EnergyParameter.CruisePowerW, "cruise_power_w"),
        (EnergyParameter.DescentPowerW, "descent_power_w"),
        (EnergyParameter.InducedPowerMassExponent, "induced_power_mass_exponent"),
        (EnergyParameter.CruisePowerMassExponent, "cruise_power_mass_exponent"),
        (EnergyParameter.InducedPowerDensityExponent, "induced_power_density_exponent"),
        (EnergyParameter.CruisePowerDensityExponent, "cruise_power_density_exponent"));

    /// <summary>Whether a coefficient is a power, and not an exponent.</summary>
    /// <param name="parameter">The coefficient.</param>
    public static bool IsPower(EnergyParameter parameter) => parameter <= EnergyParameter.DescentPowerW;

    /// <summary>The unit that a coefficient is stated in.</summary>
    /// <param name="parameter">The coefficient.</param>
    public static string UnitOf(EnergyParameter parameter) => IsPower(parameter) ? "W" : "1";

    /// <summary>Tokens of <see cref="IntervalBasis"/>.</summary>
    public static ClosedSet<IntervalBasis> Bases { get; } = new((IntervalBasis.Flights, "flights"), (IntervalBasis.Windows, "windows"));

    /// <summary>Tokens of <see cref="PowerDoubt"/>.</summary>
    public static ClosedSet<PowerDoubt> Doubts { get; } = new(
        (PowerDoubt.Missing, "missing"),
        (PowerDoubt.FewFlights, "few_flights"),
        (PowerDoubt.MassUnknown, "mass_unknown"),
        (PowerDoubt.MassNotFlown, "mass_not_flown"),
        (PowerDoubt.Wide, "wide"));

    /// <summary>Tokens of <see cref="HoldoutMethod"/>.</summary>
    public static ClosedSet<HoldoutMethod> Holdouts { get; } = new((HoldoutMethod.LeaveOneFlightOut, "leave_one_flight_out"));
}

/// <summary>What flight logs say of the energy model. Immutable.</summary>
public sealed record EnergyCalibration
{
    /// <summary>Mass at which the fitted powers hold, kg; null = the masses flown are not known.</summary>
    public double? ReferenceMassKg { get; init; }

    /// <summary>Air density at which the fitted powers hold, kg/m³; null = nothing was fitted.</summary>
    public double? ReferenceDensityKgm3 { get; init; }

    /// <summary>The coefficients that the data identify, each at most once, in the order of <see cref="EnergyParameter"/>.</summary>
    public ImmutableArray<EnergyCoefficient> Coefficients { get; init; } = [];

    /// <summary>The coefficients that the data do not identify, in the order of <see cref="EnergyParameter"/>.</summary>
    public ImmutableArray<UnidentifiedCoefficient> NotIdentified { get; init; } = [];

    /// <summary>The flights, in the order of their identifiers.</summary>
    public ImmutableArray<EnergyFlight> Flights { get; init; } = [];

    /// <summary>How far the fit is off on a whole flight; null = too few flights to say.</summary>
    public FlightErrorSummary? FlightError { get; init; }
}

/// <summary>A fitted coefficient of the energy model. Every number is finite.</summary>
public sealed record EnergyCoefficient
{
    /// <summary>Which coefficient.</summary>
    public required EnergyParameter Parameter { get; init; }

    /// <summary>The fitted value, in <see cref="Unit"/>.</summary>
    public required double FittedValue { get; init; }

    /// <summary>Unit of the value, as <see cref="EnergyCalibrationTokens.UnitOf"/> has it.</summary>
    public required string Unit { get; init; }

    /// <summary>Standard error of the value, ≥ 0.</summary>
    public required double StandardError { get; init; }

    /// <summary>Probability with which the interval holds the true value, between 0 and 1.</summary>
    public required double ConfidenceLevel { get; init; }

    /// <summary>Lower end of the confidence interval.</summary>
    public required double ConfidenceLow { get; init; }

    /// <summary>Upper end of the confidence interval, not below the lower one.</summary>
    public required double ConfidenceHigh { get; init; }

    /// <summary>What the interval is made of.</summary>
    public required IntervalBasis Basis { get; init; }

    /// <summary>Number of windows that say something about the coefficient, ≥ 1.</summary>
    public required long SampleCount { get; init; }

    /// <summary>Number of flights they are from, ≥ 1.</summary>
    public required long FlightCount { get; init; }

    /// <summary>Least mass that those flights were flown with, kg; null = not known.</summary>
    public double? MassLowKg { get; init; }

    /// <summary>Greatest mass that those flights were flown with, kg, not below the least; null = not known.</summary>
    public double? MassHighKg { get; init; }

    /// <summary>How far those windows are from the fit.</summary>
    public required ResidualSummary Residuals { get; init; }

    /// <summary>Conditions under which the value was seen.</summary>
    public ImmutableArray<string> ApplicableConditions { get; init; } = [];

    /// <summary>How the value was derived; not empty.</summary>
    public required string Derivation { get; init; }
}

/// <summary>Residuals of windows in percent of the fitted power.</summary>
/// <param name="RmsPercent">Root of the mean square, ≥ 0.</param>
/// <param name="MadPercent">Median of the distances from the median, ≥ 0.</param>
/// <param name="MaxPercent">The greatest distance from the fit, ≥ 0.</param>
public sealed record ResidualSummary(double RmsPercent, double MadPercent, double MaxPercent);

/// <summary>A coefficient that the data do not identify.</summary>
/// <param name="Parameter">Which coefficient.</param>
/// <param name="Reason">What is missing; not empty.</param>
/// <param name="IdentifyingFlight">The flight that would identify it; not empty.</param>
public sealed record UnidentifiedCoefficient(EnergyParameter Parameter, string Reason, string IdentifyingFlight);

/// <summary>What a flight gave to the fit.</summary>
public sealed record EnergyFlight
{
    /// <summary>Identifier of the trace.</summary>
    public required string TraceId { get; init; }

    /// <summary>Mass flown, kg; null = not known.</summary>
    public double? MassKg { get; init; }

    /// <summary>Energy drawn from the battery over the time with power readings, Wh.</summary>
    public required double EnergyWh { get; init; }

    /// <summary>Time in the air, s.</summary>
    public required double AirborneS { get; init; }

    /// <summary>The part of it whose phase has a power in the model and whose power was read, s.</summary>
    public required double ModelledS { get; init; }

    /// <summary>Number of gaps between records in the air.</summary>
    public required long GapCount { get; init; }

    /// <summary>Time in gaps, s; its energy is not known and not made up.</summary>
    public required double GapS { get; init; }

    /// <summary>Time in the air without a usable power reading, s.</summary>
    public required double AbsentS { get; init; }

    /// <summary>Number of windows that the fit could use.</summary>
    public required long WindowCount { get; init; }
}

/// <summary>How far the fit is off on whole flights.</summary>
/// <param name="RmsPercent">Root of the mean square of the flights' energy errors, percent of the predicted energy.</param>
/// <param name="IntervalPercent">Half width of the interval for the energy of another flight, percent of the predicted energy.</param>
/// <param name="ConfidenceLevel">Probability of that interval, between 0 and 1.</param>
/// <param name="FlightCount">Number of flights, ≥ 3.</param>
public sealed record FlightErrorSummary(double RmsPercent, double IntervalPercent, double ConfidenceLevel, long FlightCount);

/// <summary>A fit tried on flights it has not seen. Immutable.</summary>
public sealed record HoldoutReport
{
    /// <summary>How.</summary>
    public required HoldoutMethod Method { get; init; }

    /// <summary>Probability that the intervals claim, between 0 and 1.</summary>
    public required double ConfidenceLevel { get; init; }

    /// <summary>Share of the flights with an energy interval that are inside it, 0…1; null = no flight has one.</summary>
    public double? EnergyShareInside { get; init; }

    /// <summary>Share of the flights with a time interval that are inside it, 0…1; null = no flight has one.</summary>
    public double? TimeShareInside { get; init; }

    /// <summary>The flights, in the order of their identifiers.</summary>
    public ImmutableArray<HoldoutFlight> Flights { get; init; } = [];
}

/// <summary>A flight predicted by the others.</summary>
/// <param name="TraceId">Identifier of the trace.</param>
/// <param name="PredictedShare">Share of the time in the air with power readings that could be predicted, 0…1.</param>
/// <param name="EnergyWh">Energy over that share, Wh; null = could not be predicted.</param>
/// <param name="TimeS">Time over that share, s; null = could not be predicted.</param>
public sealed record HoldoutFlight(string TraceId, double PredictedShare, Prediction? EnergyWh, Prediction? TimeS);

/// <summary>A prediction beside what was observed.</summary>
/// <param name="Observed">Observed.</param>
/// <param name="Predicted">Predicted.</param>
/// <param name="Low">Lower end of the stated interval; null = too few other flights to state one.</param>
/// <param name="High">Upper end of the stated interval; null with <paramref name="Low"/>.</param>
public sealed record Prediction(double Observed, double Predicted, double? Low, double? High)
{
    /// <summary>Error of the prediction in percent of the observed value; null when that is 0.</summary>
    public double? ErrorPercent => Observed > 0.0 ? (Predicted - Observed) / Observed * 100.0 : null;

    /// <summary>Whether the observed value is inside the stated interval; null = none is stated.</summary>
    public bool? IsInside => Low is { } low && High is { } high ? Observed >= low && Observed <= high : null;
}
