using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Vehicles;

namespace BvlosSim.Documents.Calibration;

/// <summary>The keys of <c>energy</c> in a calibration profile of version 2.</summary>
public static class EnergyCalibrationContract
{
    private static readonly TextField TraceId = new("trace_id", "Identifier of the trace.") { IsIdentifier = true, IsRequired = true };

    private static readonly NumberField Mass = new("mass_kg", "kg", "Mass flown.") { Range = NumberRange.Positive };

    private static readonly NumberField Energy = new("energy_wh", "Wh", "Energy drawn over the time with power readings.") { IsRequired = true };

    private static readonly NumberField Airborne = Seconds("airborne_s", "Time in the air.");

    private static readonly NumberField Modelled = Seconds("modelled_s", "Time whose phase has a power in the model and whose power was read.");

    private static readonly IntegerField GapCount = new("gap_count", "Number of gaps in the air.") { IsRequired = true, Min = 0 };

    private static readonly NumberField Gap = Seconds("gap_s", "Time in gaps, whose energy is not known.");

    private static readonly NumberField Absent = Seconds("absent_s", "Time in the air without a usable power reading.");

    private static readonly IntegerField WindowCount = new("window_count", "Number of windows that the fit could use.") { IsRequired = true, Min = 0 };

    private static readonly ObjectContract<EnergyFlight> Flight = new(
        "flight",
        "What a flight gave to the fit.",
        [TraceId, Mass, Energy, Airborne, Modelled, GapCount, Gap, Absent, WindowCount],
        values => new EnergyFlight
        {
            TraceId = values.Value(TraceId),
            MassKg = values.Optional(Mass),
            EnergyWh = values.Value(Energy),
            AirborneS = values.Value(Airborne),
            ModelledS = values.Value(Modelled),
            GapCount = values.Value(GapCount),
            GapS = values.Value(Gap),
            AbsentS = values.Value(Absent),
            WindowCount = values.Value(WindowCount),
        });

    private static readonly NumberField Rms = Percent("rms_percent", "Root of the mean square of the energy errors.");

    private static readonly NumberField Interval = Percent("interval_percent", "Half width of the interval for the energy of another flight.");

    private static readonly NumberField ConfidenceLevel = Level();

    private static readonly IntegerField FlightCount = new("flight_count", "Number of flights.") { IsRequired = true, Min = 1 };

    private static readonly ObjectContract<FlightErrorSummary> FlightErrors = new(
        "flight error",
        "How far the fit is off on whole flights, percent of the predicted energy.",
        [Rms, Interval, ConfidenceLevel, FlightCount],
        values => new FlightErrorSummary(
            values.Value(Rms), values.Value(Interval), values.Value(ConfidenceLevel), values.Value(FlightCount)));

    private static readonly NumberField ReferenceMass =
        new("reference_mass_kg", "kg", "Mass at which the fitted powers hold.") { Range = NumberRange.Positive };

    private static readonly NumberField ReferenceDensity =
        new("reference_density_kgm3", "kg/m³", "Air density at which the fitted powers hold.")
        {
            Range = NumberRange.Between(CalibrationBounds.LeastDensityKgm3, CalibrationBounds.GreatestDensityKgm3),
        };

    private static readonly ObjectListField<EnergyCoefficient> Coefficients =
        new("coefficients", EnergyCoefficientContract.Contract, "The coefficients that the data identify.") { IsEmptyByDefault = true };

    private static readonly ObjectListField<UnidentifiedCoefficient> NotIdentified =
        new("not_identified", EnergyCoefficientContract.Unidentified, "The coefficients that the data do not identify.") { IsEmptyByDefault = true };

    private static readonly ObjectListField<EnergyFlight> Flights = new("flights", Flight, "The flights.") { IsEmptyByDefault = true };

    private static readonly ObjectField<FlightErrorSummary> FlightError = new("flight_error", FlightErrors, "Errors on whole flights.");

    /// <summary>The object.</summary>
    public static ObjectContract<EnergyCalibration> Contract { get; } = new(
        "energy calibration",
        "What flight logs say of the energy model.",
        [ReferenceMass, ReferenceDensity, Coefficients, NotIdentified, Flights, FlightError],
        values => new EnergyCalibration
        {
            ReferenceMassKg = values.Optional(ReferenceMass),
            ReferenceDensityKgm3 = values.Optional(ReferenceDensity),
            Coefficients = values.Value(Coefficients),
            NotIdentified = values.Value(NotIdentified),
            Flights = values.Value(Flights),
            FlightError = values.Optional(FlightError),
        },
        Rule.That<EnergyCalibration>(
            "each coefficient is fitted at most once",
            e => e.Coefficients.Select(c => c.Parameter).Distinct().Count() == e.Coefficients.Length,
            "Remove the repeated one."),
        Rule.That<EnergyCalibration>(
            "fitted coefficients state the density at which they hold",
            e => e.Coefficients.IsEmpty || e.ReferenceDensityKgm3 is not null,
            "Add `reference_density_kgm3`."));

    /// <summary>The key of the list of coefficients.</summary>
    internal static string CoefficientsKey => Coefficients.Name;

    /// <summary>The key of the mass at which the powers hold.</summary>
    internal static string ReferenceMassKey => ReferenceMass.Name;

    /// <summary>The key of the density at which the powers hold.</summary>
    internal static string ReferenceDensityKey => ReferenceDensity.Name;

    /// <summary>A probability that an interval claims.</summary>
    internal static NumberField Level() =>
        new("confidence_level", null, "Probability that the interval claims.") { IsRequired = true, Range = NumberRange.Inside(0.0, 1.0) };

    /// <summary>A distance in percent.</summary>
    internal static NumberField Percent(string name, string documentation) =>
        new(name, "%", documentation) { IsRequired = true, Range = NumberRange.NonNegative };

    private static NumberField Seconds(string name, string documentation) =>
        new(name, "s", documentation) { IsRequired = true, Range = NumberRange.NonNegative };
}
