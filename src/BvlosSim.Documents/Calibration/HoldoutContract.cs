using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Vehicles;

namespace BvlosSim.Documents.Calibration;

/// <summary>The keys of <c>holdout</c> in a calibration profile of version 2.</summary>
public static class HoldoutContract
{
    private static readonly TextField TraceId = new("trace_id", "Identifier of the trace.") { IsIdentifier = true, IsRequired = true };

    private static readonly NumberField PredictedShare =
        new("predicted_share", null, "Share of the time in the air that could be predicted.") { IsRequired = true, Range = NumberRange.Fraction };

    private static readonly ObjectField<Prediction> Energy = new("energy_wh", PredictionOf("Wh"), "Energy.");

    private static readonly ObjectField<Prediction> Time = new("time_s", PredictionOf("s"), "Time.");

    private static readonly ObjectContract<HoldoutFlight> Flight = new(
        "flight left out",
        "A flight predicted by the others.",
        [TraceId, PredictedShare, Energy, Time],
        values => new HoldoutFlight(
            values.Value(TraceId), values.Value(PredictedShare), values.Optional(Energy), values.Optional(Time)));

    private static readonly TokenField<HoldoutMethod> Method =
        new("method", EnergyCalibrationTokens.Holdouts, "How the fit was tried.") { IsRequired = true };

    private static readonly NumberField ConfidenceLevel = EnergyCalibrationContract.Level();

    private static readonly NumberField EnergyShare = Share("energy_share_inside", "Share of the flights inside the energy interval.");

    private static readonly NumberField TimeShare = Share("time_share_inside", "Share of the flights inside the time interval.");

    private static readonly ObjectListField<HoldoutFlight> Flights = new("flights", Flight, "The flights.") { IsEmptyByDefault = true };

    /// <summary>The object.</summary>
    public static ObjectContract<HoldoutReport> Contract { get; } = new(
        "holdout",
        "The fit tried on flights it has not seen.",
        [Method, ConfidenceLevel, EnergyShare, TimeShare, Flights],
        values => new HoldoutReport
        {
            Method = values.Value(Method),
            ConfidenceLevel = values.Value(ConfidenceLevel),
            EnergyShareInside = values.Optional(EnergyShare),
            TimeShareInside = values.Optional(TimeShare),
            Flights = values.Value(Flights),
        });

    private static ObjectContract<Prediction> PredictionOf(string unit)
    {
        var observed = new NumberField("observed", unit, "Observed.") { IsRequired = true };
        var predicted = new NumberField("predicted", unit, "Predicted.") { IsRequired = true };
        var low = new NumberField("low", unit, "Lower end of the stated interval.");
        var high = new NumberField("high", unit, "Upper end of the stated interval.");
        // What follows from the others is written for people and not read.
        var error = new NumberField("error_percent", "%", "Error of the prediction, of the observed value.");
        var inside = new BooleanField("inside", "Whether the observed value is inside the interval.");
        return new ObjectContract<Prediction>(
            "prediction",
            "A prediction beside what was observed.",
            [observed, predicted, low, high, error, inside],
            values => new Prediction(values.Value(observed), values.Value(predicted), values.Optional(low), values.Optional(high)));
    }

    private static NumberField Share(string name, string documentation) => new(name, null, documentation) { Range = NumberRange.Fraction };
}
