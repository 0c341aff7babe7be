using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Vehicles;

namespace BvlosSim.Documents.Calibration;

/// <summary>The keys of a fitted coefficient of the energy model, and of one that the data do not identify.</summary>
public static class EnergyCoefficientContract
{
    private static readonly TokenField<EnergyParameter> Parameter = Which();

    private static readonly NumberField FittedValue = new("fitted_value", null, "The value, in `unit`.") { IsRequired = true };

    private static readonly TextField Unit = Note("unit", "Unit of the value: `W` of a power, `1` of an exponent.");

    private static readonly NumberField StandardError =
        new("standard_error", null, "Standard error of the value.") { IsRequired = true, Range = NumberRange.NonNegative };

    private static readonly NumberField ConfidenceLevel = EnergyCalibrationContract.Level();

    private static readonly NumberField ConfidenceLow = new("confidence_low", null, "Lower end of the confidence interval.") { IsRequired = true };

    private static readonly NumberField ConfidenceHigh = new("confidence_high", null, "Upper end of the confidence interval.") { IsRequired = true };

    private static readonly TokenField<IntervalBasis> Basis =
        new("interval_basis", EnergyCalibrationTokens.Bases, "What counts as independent in the interval.") { IsRequired = true };

    private static readonly IntegerField SampleCount = new("sample_count", "Number of windows.") { IsRequired = true, Min = 1 };

    private static readonly IntegerField FlightCount = new("flight_count", "Number of flights.") { IsRequired = true, Min = 1 };

    private static readonly NumberField MassLow = Mass("mass_low_kg", "Least mass flown; null = not known.");

    private static readonly NumberField MassHigh = Mass("mass_high_kg", "Greatest mass flown; null = not known.");

    private static readonly NumberField Rms = EnergyCalibrationContract.Percent("rms_percent", "Root of the mean square.");

    private static readonly NumberField Mad = EnergyCalibrationContract.Percent("mad_percent", "Median distance from the median.");

    private static readonly NumberField Max = EnergyCalibrationContract.Percent("max_percent", "Greatest distance from the fit.");

    private static readonly ObjectContract<ResidualSummary> ResidualContract = new(
        "residuals",
        "Distances of the windows from the fit, percent of the fitted power.",
        [Rms, Mad, Max],
        values => new ResidualSummary(values.Value(Rms), values.Value(Mad), values.Value(Max)));

    private static readonly ObjectField<ResidualSummary> Residuals =
        new("residuals", ResidualContract, "How far the windows are from the fit.") { IsRequired = true };

    private static readonly TextListField ApplicableConditions =
        new("applicable_conditions", "Conditions under which the value was seen.") { IsEmptyByDefault = true };

    private static readonly TextField Derivation = Note("derivation", "How the value was derived.");

    /// <summary>A fitted coefficient.</summary>
    public static ObjectContract<EnergyCoefficient> Contract { get; } = new(
        "coefficient",
        "A coefficient of the energy model, fitted to flight logs.",
        [
            Parameter, FittedValue, Unit, StandardError, ConfidenceLevel, ConfidenceLow, ConfidenceHigh, Basis, SampleCount, FlightCount, MassLow,
            MassHigh, Residuals, ApplicableConditions, Derivation,
        ],
        values => new EnergyCoefficient
        {
            Parameter = values.Value(Parameter),
            FittedValue = values.Value(FittedValue),
            Unit = values.Value(Unit),
            StandardError = values.Value(StandardError),
            ConfidenceLevel = values.Value(ConfidenceLevel),
            ConfidenceLow = values.Value(ConfidenceLow),
            ConfidenceHigh = values.Value(ConfidenceHigh),
            Basis = values.Value(Basis),
            SampleCount = values.Value(SampleCount),
            FlightCount = values.Value(FlightCount),
            MassLowKg = values.Optional(MassLow),
            MassHighKg = values.Optional(MassHigh),
            Residuals = values.Value(Residuals),
            ApplicableConditions = values.Value(ApplicableConditions),
            Derivation = values.Value(Derivation),
        },
        Rule.That<EnergyCoefficient>(
            "`confidence_high` is not below `confidence_low`",
            c => c.ConfidenceHigh >= c.ConfidenceLow,
            "Swap the ends of the interval."),
        Rule.That<EnergyCoefficient>(
            "`fitted_value` lies within its interval",
            c => c.ConfidenceHigh < c.ConfidenceLow || (c.FittedValue >= c.ConfidenceLow && c.FittedValue <= c.ConfidenceHigh),
            "Write the profile again with `calibrate --energy`."),
        Rule.That<EnergyCoefficient>(
            "`mass_high_kg` is not below `mass_low_kg`",
            c => !(c.MassHighKg < c.MassLowKg),
            "Swap the masses."),
        Rule.That<EnergyCoefficient>(
            "a power is above 0 W, and so is its interval",
            c => !EnergyCalibrationTokens.IsPower(c.Parameter) || (c.FittedValue > 0.0 && c.ConfidenceLow >= 0.0),
            "Write the profile again with `calibrate --energy`."),
        Rule.That<EnergyCoefficient>(
            "`unit` is `W` of a power and `1` of an exponent",
            c => c.Unit == EnergyCalibrationTokens.UnitOf(c.Parameter),
            "State the value in that unit."));

    private static readonly TokenField<EnergyParameter> MissingParameter = Which();

    private static readonly TextField Reason = Note("reason", "What is missing.");

    private static readonly TextField IdentifyingFlight = Note("identifying_flight", "The flight that would identify it.");

    /// <summary>A coefficient that the data do not identify.</summary>
    public static ObjectContract<UnidentifiedCoefficient> Unidentified { get; } = new(
        "coefficient that is not identified",
        "A coefficient that the data do not identify.",
        [MissingParameter, Reason, IdentifyingFlight],
        values => new UnidentifiedCoefficient(values.Value(MissingParameter), values.Value(Reason), values.Value(IdentifyingFlight)));

    /// <summary>The key of the value.</summary>
    internal static string ValueKey => FittedValue.Name;

    private static TokenField<EnergyParameter> Which() =>
        new("parameter", EnergyCalibrationTokens.Parameters, "Which coefficient.") { IsRequired = true };

    private static NumberField Mass(string name, string documentation) => new(name, "kg", documentation) { Range = NumberRange.Positive };

    private static TextField Note(string name, string documentation) => new(name, documentation) { IsNotEmpty = true, IsRequired = true };
}
