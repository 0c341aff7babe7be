using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Vehicles;

namespace BvlosSim.Documents.Calibration;

/// <summary>The keys of a fitted value in a calibration profile.</summary>
public static class FittedParameterContract
{
    private static readonly TokenField<CalibratedParameter> Parameter =
        new("parameter", CalibrationTokens.Parameters, "Which value of the vehicle's `performance`.") { IsRequired = true };

    private static readonly NumberField FittedValue = Number("fitted_value", "The value, in the unit of the vehicle's key.");

    private static readonly TextField Unit = Note("unit", "Unit, for people.");

    private static readonly IntegerField SampleCount = new("sample_count", "Number of samples.") { IsRequired = true, Min = 1 };

    private static readonly NumberField ConfidenceLow = Number("confidence_low", "Lower end of the confidence interval.");

    private static readonly NumberField ConfidenceHigh = Number("confidence_high", "Upper end of the confidence interval.");

    private static readonly NumberField Spread =
        new("spread", null, "Spread of the samples.") { IsLenient = true, IsRequired = true, Range = NumberRange.NonNegative };

    private static readonly TextField DatasetVersion = Note("calibration_dataset_version", "Version of the data set.");

    private static readonly TextListField ApplicableConditions =
        new("applicable_conditions", "Conditions under which the value holds.") { IsEmptyByDefault = true };

    private static readonly TextField Derivation = Note("derivation", "How the value was derived.");

    /// <summary>The object.</summary>
    public static ObjectContract<FittedParameter> Contract { get; } = new(
        "fitted value",
        "A value fitted to flight logs.",
        [
            Parameter, FittedValue, Unit, SampleCount, ConfidenceLow, ConfidenceHigh, Spread, DatasetVersion, ApplicableConditions, Derivation,
        ],
        values => new FittedParameter
        {
            Parameter = values.Value(Parameter),
            FittedValue = values.Value(FittedValue),
            Unit = values.Value(Unit),
            SampleCount = values.Value(SampleCount),
            ConfidenceLow = values.Value(ConfidenceLow),
            ConfidenceHigh = values.Value(ConfidenceHigh),
            Spread = values.Value(Spread),
            CalibrationDatasetVersion = values.Value(DatasetVersion),
            ApplicableConditions = values.Value(ApplicableConditions),
            Derivation = values.Value(Derivation),
        },
        Rule.That<FittedParameter>(
            "`confidence_high` is not below `confidence_low`",
            p => !(p.ConfidenceHigh < p.ConfidenceLow),
            "Swap the ends of the interval."));

    /// <summary>The key of the value.</summary>
    internal static string ValueKey => FittedValue.Name;

    private static NumberField Number(string name, string documentation) => new(name, null, documentation) { IsLenient = true, IsRequired = true };

    private static TextField Note(string name, string documentation) => new(name, documentation) { IsNotEmpty = true, IsRequired = true };
}
