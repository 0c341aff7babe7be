using System.Collections.Immutable;
using System.Globalization;
using BvlosSim.FlightLogs.Calibration.Regression;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>
/// Performance values for version 2 of the profile: the samples of version 1, summarised by a mean that outliers do not move and with an
/// interval that is one.
/// </summary>
internal static class RobustPerformance
{
    // Within too few flights, so many samples in a row count as one: neighbours repeat each other.
    private const int BlockSamples = 10;

    /// <summary>Fits a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="flights">The flights.</param>
    /// <param name="datasetId">Identifier of the data set.</param>
    /// <param name="allowFew">Whether fewer samples than <see cref="VehicleCalibration.RecommendedSamples"/> will do.</param>
    /// <param name="cancellation">Ends the fit.</param>
    /// <param name="note">Why it was not fitted, for a person; null on success.</param>
    /// <returns>Null when it was not fitted.</returns>
    public static FittedParameter? Fit(
        CalibratedParameter parameter,
        ImmutableArray<CalibrationFlight> flights,
        string datasetId,
        bool allowFew,
        CancellationToken cancellation,
        out string? note)
    {
        note = null;
        ImmutableArray<ImmutableArray<PerformanceSample>> byFlight =
            [.. flights.GroupBy(f => f.Log).Select(log => log.SelectMany(f => PerformanceSamples.Of(parameter, f.Trace, f.Segments)).ToImmutableArray())];
        ImmutableArray<PerformanceSample> samples = [.. byFlight.SelectMany(s => s)];
        int needed = allowFew ? 1 : VehicleCalibration.RecommendedSamples;
        if (samples.Length < needed)
        {
            note = Text($"{CalibrationTokens.Parameters.NameOf(parameter)} was not fitted: {samples.Length} samples, {needed} are needed. Fly more of {PerformanceFit.Requirement(parameter)}.");
            return null;
        }

        FittedParameter plain = PerformanceFit.Of(parameter, samples, datasetId);
        int flying = byFlight.Count(s => !s.IsEmpty);
        RobustLocation? found = flying >= EnergyLimits.MinFlightsForIntervals
            ? RobustLocation.Of([.. Observations(byFlight, byFlights: true)], EnergyLimits.ConfidenceLevel, cancellation)
            : null;
        bool byFlights = found?.Effective >= EnergyLimits.MinEffectiveFlights;
        if (!byFlights)
            found = RobustLocation.Of([.. Observations(byFlight, byFlights: false)], EnergyLimits.ConfidenceLevel, cancellation);
        if (found is not { } location)
        {
            note = Text($"{CalibrationTokens.Parameters.NameOf(parameter)} was not fitted: {samples.Length} samples leave no interval. Fly more of {PerformanceFit.Requirement(parameter)}.");
            return null;
        }

        string interval = byFlights
            ? Text($"95 % interval from the scatter between {flying} flights")
            : "95 % interval from the scatter within too few flights of about the same length: too narrow";
        return plain with
        {
            FittedValue = location.Value,
            ConfidenceLow = location.Low,
            ConfidenceHigh = location.High,
            Derivation = Text($"Huber M-estimator of {samples.Length} samples; {interval}."),
        };
    }

    private static IEnumerable<Observation> Observations(ImmutableArray<ImmutableArray<PerformanceSample>> byFlight, bool byFlights)
    {
        int cluster = 0;
        foreach (ImmutableArray<PerformanceSample> flight in byFlight)
        {
            for (int i = 0; i < flight.Length; i++)
                yield return new Observation(flight[i].ValueMps, 1.0, byFlights ? cluster : cluster + (i / BlockSamples), 0);
            cluster += byFlights ? 1 : (flight.Length / BlockSamples) + 1;
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
