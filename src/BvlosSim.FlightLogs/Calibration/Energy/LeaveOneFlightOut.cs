using System.Collections.Immutable;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>Predicts each flight by a fit on all the others, but for those of its own log (cross-validation after Stone, J. R. Statist. Soc. B 36, 1974).</summary>
internal static class LeaveOneFlightOut
{
    /// <summary>Tries a fit.</summary>
    /// <param name="flights">The flights, of at least two logs.</param>
    /// <param name="vehicle">The vehicle.</param>
    /// <param name="allowFew">As in the fit on all flights.</param>
    /// <param name="cancellation">Ends the trial.</param>
    public static HoldoutReport Try(ImmutableArray<PreparedFlight> flights, Vehicle vehicle, bool allowFew, CancellationToken cancellation)
    {
        ImmutableArray<HoldoutFlight> tried = [.. flights.Select(f => Predict(f, flights.RemoveAll(o => o.Flight.Log == f.Flight.Log), vehicle, allowFew, cancellation))];
        return new HoldoutReport
        {
            Method = HoldoutMethod.LeaveOneFlightOut,
            ConfidenceLevel = EnergyLimits.ConfidenceLevel,
            EnergyShareInside = ShareInside(tried.Select(f => f.EnergyWh)),
            TimeShareInside = ShareInside(tried.Select(f => f.TimeS)),
            Flights = tried,
        };
    }

    private static HoldoutFlight Predict(
        PreparedFlight left, ImmutableArray<PreparedFlight> others, Vehicle vehicle, bool allowFew, CancellationToken cancellation)
    {
        FittedFlights fitted = FittedFlights.Of(others, vehicle, "", allowFew, cancellation);
        FlightPrediction prediction = fitted.Predict(left);
        EnergyFlight flown = left.Cut.Flight;
        double readS = flown.AirborneS - flown.GapS - flown.AbsentS;
        return new HoldoutFlight(
            left.Flight.Trace.TraceId,
            readS > 0.0 ? Math.Min(1.0, prediction.ObservedS / readS) : 0.0,
            Checked(prediction.ObservedWh, prediction.PredictedWh, fitted.EnergyErrors(others)),
            Checked(prediction.ObservedS, prediction.PredictedS, fitted.TimeErrors(others)));
    }

    private static Prediction? Checked(double observed, double predicted, FlightErrors? errors)
    {
        if (!(predicted > 0.0))
            return null;
        return errors is { } known
            ? new Prediction(observed, predicted, Math.Max(0.0, predicted * (1.0 - known.HalfWidth)), predicted * (1.0 + known.HalfWidth))
            : new Prediction(observed, predicted, null, null);
    }

    private static double? ShareInside(IEnumerable<Prediction?> predictions)
    {
        bool[] judged = [.. predictions.Where(p => p?.IsInside is not null).Select(p => p!.IsInside!.Value)];
        return judged.Length == 0 ? null : (double)judged.Count(inside => inside) / judged.Length;
    }
}
