using System.Collections.Immutable;
using BvlosSim.FlightLogs.Segmentation;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration;

/// <summary>A profile and what a person should know before using it.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Warnings">What makes it doubtful, one sentence each.</param>
public sealed record CalibrationOutcome(CalibrationProfile Profile, ImmutableArray<string> Warnings);

/// <summary>Fits performance values of a vehicle to flights (<c>calibration-profile.v1</c>).</summary>
public static class VehicleCalibration
{
    /// <summary>
    /// Number of samples below which a value is doubtful. The mean of 30 independent samples lies within 0.37 of their standard deviation
    /// of the true mean with 95 % probability (Student's t, 29 degrees of freedom: 2.045/√30); neighbouring records of one flight are not
    /// independent, so fewer prove nothing.
    /// </summary>
    public const int RecommendedSamples = 30;

    private static readonly ImmutableArray<CalibratedParameter> NoteOrder =
    [
        CalibratedParameter.CruiseSpeedMps, CalibratedParameter.ClimbRateMps, CalibratedParameter.DescentRateMps,
        CalibratedParameter.MaxStationKeepWindMps,
    ];

    /// <summary>Fits.</summary>
    /// <param name="vehicleId">Identifier of the vehicle.</param>
    /// <param name="traces">The flights, at least one; a trace given twice counts twice.</param>
    /// <param name="minSamples">Least number of samples of a value, ≥ 1; a value with fewer is left out.</param>
    /// <param name="calibrationId">Identifier of the profile.</param>
    /// <param name="toolVersion">Version of the program.</param>
    /// <param name="cancellation">Ends the fit.</param>
    public static CalibrationOutcome Fit(
        string vehicleId,
        ImmutableArray<FlightTrace> traces,
        int minSamples,
        string calibrationId,
        string toolVersion,
        CancellationToken cancellation)
    {
        ImmutableArray<SegmentedTrace> flights =
            [.. traces.Select(t => new SegmentedTrace(t, PhaseSegmentation.Segment(t, ModeTable.Contract)))];
        string datasetId = CalibrationDataset.IdOf(flights, cancellation);
        var fitted = new List<FittedParameter>();
        var notes = new List<string>();
        foreach (CalibratedParameter parameter in NoteOrder)
        {
            cancellation.ThrowIfCancellationRequested();
            ImmutableArray<PerformanceSample> samples = [.. flights.SelectMany(f => PerformanceSamples.Of(parameter, f.Trace, f.Segments))];
            if (samples.Length >= Math.Max(1, minSamples))
                fitted.Add(PerformanceFit.Of(parameter, samples, datasetId));
            else
                notes.Add(NotFitted(parameter, samples.Length, minSamples));
        }

        var profile = new CalibrationProfile
        {
            CalibrationId = calibrationId,
            BaseVehicleId = vehicleId,
            Provenance = new CalibrationProvenance
            {
                ToolVersion = toolVersion,
                CalibrationDatasetVersion = datasetId,
                SourceTraceIds = [.. traces.Select(t => t.TraceId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            },
            Parameters = [.. fitted.OrderBy(f => CalibrationTokens.Parameters.NameOf(f.Parameter), StringComparer.Ordinal)],
            Notes = [.. notes],
        };
        return new CalibrationOutcome(profile, [.. DoubtsAbout(profile), .. DoubtsAbout(traces)]);
    }

    private static string NotFitted(CalibratedParameter parameter, int count, int minSamples)
    {
        string name = CalibrationTokens.Parameters.NameOf(parameter);
        string needed = PerformanceFit.Requirement(parameter);
        return count == 0
            ? $"{name} was not fitted: no trace holds {needed}."
            : $"{name} was not fitted: {count} samples are fewer than the {minSamples} asked for; fly more of {needed}.";
    }

    private static IEnumerable<string> DoubtsAbout(CalibrationProfile profile) => profile.Parameters
        .Where(p => p.SampleCount < RecommendedSamples)
        .Select(p => $"{CalibrationTokens.Parameters.NameOf(p.Parameter)} rests on {p.SampleCount} of at least {RecommendedSamples} samples:"
            + $" fly more of {PerformanceFit.Requirement(p.Parameter)}, or leave such values out with --min-samples.");

    private static IEnumerable<string> DoubtsAbout(ImmutableArray<FlightTrace> traces)
    {
        foreach (IGrouping<string, FlightTrace> log in traces.GroupBy(t => t.Provenance.RawLogSha256, StringComparer.OrdinalIgnoreCase))
        {
            if (log.Skip(1).Any())
                yield return $"{log.Count()} traces are of one log ({log.First().Provenance.RawLogFilename}): what they share counts more than once.";
        }
    }
}
