using System.Collections.Immutable;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>A flight with its windows and the speeds it shows.</summary>
/// <param name="Flight">The flight.</param>
/// <param name="Cut">Its windows.</param>
internal sealed record PreparedFlight(CalibrationFlight Flight, CutFlight Cut);

/// <summary>Performance and energy fitted to some flights: all of them, or all but one.</summary>
internal sealed class FittedFlights
{
    private static readonly ImmutableArray<CalibratedParameter> Order =
    [
        CalibratedParameter.CruiseSpeedMps, CalibratedParameter.ClimbRateMps, CalibratedParameter.DescentRateMps,
        CalibratedParameter.MaxStationKeepWindMps,
    ];

    private FittedFlights(ImmutableArray<FittedParameter> performance, ImmutableArray<string> notes, FlownRates rates, EnergyFit energy)
    {
        Performance = performance;
        Notes = notes;
        Rates = rates;
        Energy = energy;
    }

    /// <summary>The fitted performance values, in the order of their names.</summary>
    public ImmutableArray<FittedParameter> Performance { get; }

    /// <summary>Why some were not fitted.</summary>
    public ImmutableArray<string> Notes { get; }

    /// <summary>The speeds by which the windows were told apart: fitted, or the vehicle's own.</summary>
    public FlownRates Rates { get; }

    /// <summary>The energy model.</summary>
    public EnergyFit Energy { get; }

    /// <summary>Fits.</summary>
    public static FittedFlights Of(
        ImmutableArray<PreparedFlight> flights, Vehicle vehicle, string datasetId, bool allowFew, CancellationToken cancellation)
    {
        var performance = new SortedDictionary<string, FittedParameter>(StringComparer.Ordinal);
        var notes = new List<string>();
        foreach (CalibratedParameter parameter in Order)
        {
            cancellation.ThrowIfCancellationRequested();
            FittedParameter? fitted = parameter == CalibratedParameter.MaxStationKeepWindMps
                ? StationKeeping.Fit(flights, vehicle, datasetId, allowFew, out string? note)
                : RobustPerformance.Fit(parameter, [.. flights.Select(f => f.Flight)], datasetId, allowFew, cancellation, out note);
            if (fitted is not null)
                performance.Add(CalibrationTokens.Parameters.NameOf(parameter), fitted);
            if (note is not null)
                notes.Add(note);
        }

        double Speed(CalibratedParameter parameter, double otherwiseMps) =>
            performance.GetValueOrDefault(CalibrationTokens.Parameters.NameOf(parameter))?.FittedValue ?? otherwiseMps;
        var rates = new FlownRates(
            Speed(CalibratedParameter.CruiseSpeedMps, vehicle.Performance.CruiseSpeedMps),
            Speed(CalibratedParameter.ClimbRateMps, vehicle.Performance.ClimbRateMps),
            Speed(CalibratedParameter.DescentRateMps, vehicle.Performance.DescentRateMps),
            vehicle.EffectiveCapabilities.Hover);
        EnergyFit energy = EnergyFit.Of([.. flights.SelectMany(f => f.Cut.Windows)], vehicle, rates, allowFew, cancellation);
        return new FittedFlights([.. performance.Values], [.. notes], rates, energy);
    }

    /// <summary>Errors of energy on the logs it was fitted to; null = too few.</summary>
    public FlightErrors? EnergyErrors(ImmutableArray<PreparedFlight> flights) =>
        FlightErrors.Of(PredictLogs(flights).Select(p => p.EnergyRatioError), Energy.Coefficients.Any(c => IsMassExponent(c.Parameter)) ? 2 : 1);

    /// <summary>Errors of time on the logs it was fitted to; null = too few.</summary>
    public FlightErrors? TimeErrors(ImmutableArray<PreparedFlight> flights) =>
        FlightErrors.Of(PredictLogs(flights).Select(p => p.TimeRatioError), unknowns: 1);

    private static bool IsMassExponent(EnergyParameter parameter) =>
        parameter is EnergyParameter.InducedPowerMassExponent or EnergyParameter.CruisePowerMassExponent;

    /// <summary>Predicts flights, those of one log taken together.</summary>
    private ImmutableArray<FlightPrediction> PredictLogs(ImmutableArray<PreparedFlight> flights) =>
        [.. flights.GroupBy(f => f.Flight.Log).Select(log => FlightPrediction.Sum(log.Select(Predict)))];

    /// <summary>Predicts a flight, one of those fitted or another.</summary>
    public FlightPrediction Predict(PreparedFlight flight) => FlightPrediction.Of(flight.Cut.Windows, Energy.Law, Rates);
}
