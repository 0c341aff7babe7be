using System.Collections.Immutable;
using BvlosSim.FlightLogs.Segmentation;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>Fits performance and energy model of a vehicle to flights (<c>calibration-profile.v2</c>): from flights to windows, to coefficients, to a profile.</summary>
public static class VehicleEnergyCalibration
{
    /// <summary>Fits.</summary>
    /// <param name="request">What to fit to.</param>
    /// <param name="refusal">Why there is no profile, for a person; null on success.</param>
    /// <param name="cancellation">Ends the fit.</param>
    /// <returns>The profile; null when the flights are refused.</returns>
    public static CalibrationOutcome? Fit(EnergyCalibrationRequest request, out string? refusal, CancellationToken cancellation)
    {
        refusal = EnergyRequestCheck.ProblemOf(request);
        if (refusal is not null)
            return null;
        ImmutableArray<FlightTrace> traces = Distinct(request.Traces);
        ImmutableArray<PreparedFlight> flights = Prepare(traces, request, out refusal, cancellation);
        if (refusal is not null)
            return null;
        string datasetId = CalibrationDataset.IdOf(
            [.. flights.Select(f => new SegmentedTrace(f.Flight.Trace, f.Flight.Segments))], cancellation);
        FittedFlights fitted = FittedFlights.Of(flights, request.Vehicle, datasetId, request.AllowFewSamples, cancellation);
        EnergyCalibration energy = EnergyOf(fitted, flights);
        var profile = new CalibrationProfile
        {
            CalibrationId = request.CalibrationId,
            BaseVehicleId = request.Vehicle.VehicleId,
            Provenance = new CalibrationProvenance
            {
                ToolVersion = request.ToolVersion,
                CalibrationDatasetVersion = datasetId,
                SourceLogSha256s = [.. traces.Select(t => t.Provenance.RawLogSha256.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                SourceTraceIds = [.. traces.Select(t => t.TraceId).Distinct(StringComparer.Ordinal)],
            },
            Parameters = fitted.Performance,
            Energy = energy,
            Holdout = request.Holdout is null ? null : LeaveOneFlightOut.Try(flights, request.Vehicle, request.AllowFewSamples, cancellation),
            Notes = [.. fitted.Notes, .. EnergyNotes.SharedLogs(traces), .. EnergyNotes.Of(energy, flights, request, traces.Length)],
        };
        return new CalibrationOutcome(profile, [.. FlownMasses.DoubtsAbout(request), .. EnergyNotes.SharedLogs(traces), .. EnergyNotes.Doubts(energy, request.Vehicle)]);
    }

    /// <summary>Puts the flights into an order that does not depend on that of the arguments, each once.</summary>
    private static ImmutableArray<FlightTrace> Distinct(ImmutableArray<FlightTrace> traces)
    {
        var kept = new List<FlightTrace>();
        foreach (FlightTrace trace in traces
            .OrderBy(t => t.TraceId, StringComparer.Ordinal)
            .ThenBy(t => t.Provenance.RawLogSha256, StringComparer.OrdinalIgnoreCase)
            .ThenBy(t => t.Records.Length))
        {
            if (!kept.Any(k => EnergyRequestCheck.IsSameFlight(k, trace)))
                kept.Add(trace);
        }

        return [.. kept];
    }

    private static ImmutableArray<PreparedFlight> Prepare(
        ImmutableArray<FlightTrace> traces, EnergyCalibrationRequest request, out string? refusal, CancellationToken cancellation)
    {
        refusal = null;
        ImmutableArray<PreparedFlight>.Builder prepared = ImmutableArray.CreateBuilder<PreparedFlight>(traces.Length);
        foreach (FlightTrace trace in traces)
        {
            cancellation.ThrowIfCancellationRequested();
            var flight = new CalibrationFlight(
                trace, PhaseSegmentation.Segment(trace, ModeTable.All), FlownMasses.Of(trace, request), LogOf(trace, traces));
            if (WindowCutter.Cut(flight, prepared.Count, out refusal) is not { } cut)
                return [];
            prepared.Add(new PreparedFlight(flight, cut));
        }

        return prepared.DrainToImmutable();
    }

    /// <summary>Index of the first trace of the same log.</summary>
    private static int LogOf(FlightTrace trace, ImmutableArray<FlightTrace> traces)
    {
        int first = 0;
        while (!EnergyRequestCheck.IsSameLog(traces[first], trace))
            first++;
        return first;
    }

    private static EnergyCalibration EnergyOf(FittedFlights fitted, ImmutableArray<PreparedFlight> flights)
    {
        ImmutableArray<EnergyCoefficient> coefficients = fitted.Energy.Coefficients;
        FlightErrors? errors = coefficients.IsEmpty ? null : fitted.EnergyErrors(flights);
        return new EnergyCalibration
        {
            ReferenceMassKg = coefficients.IsEmpty ? null : fitted.Energy.Law.Reference.MassKg,
            ReferenceDensityKgm3 = coefficients.IsEmpty ? null : fitted.Energy.Law.Reference.DensityKgm3,
            Coefficients = coefficients,
            NotIdentified = fitted.Energy.NotIdentified,
            Flights =
            [
                .. flights.Select((f, i) => f.Cut.Flight with { WindowCount = fitted.Energy.Samples.Count(s => s.Window.Flight == i) }),
            ],
            FlightError = errors is { } known
                ? new FlightErrorSummary(known.Rms * 100.0, known.HalfWidth * 100.0, EnergyLimits.ConfidenceLevel, known.FlightCount)
                : null,
        };
    }
}
