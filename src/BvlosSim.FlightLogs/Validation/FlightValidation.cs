using System.Collections.Immutable;
using BvlosSim.Estimation;
using BvlosSim.FlightLogs.Segmentation;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.Geodesy;

namespace BvlosSim.FlightLogs.Validation;

/// <summary>
/// Holds a trace against an estimate, as <c>validation-report.v2</c> defines it: totals and phases, whatever the status of the estimate.
/// <see cref="Flown.FlownValidation"/> is the comparison that wants a sound estimate and aligns the two flights.
/// </summary>
public static class FlightValidation
{
    /// <summary>Compares.</summary>
    /// <param name="request">What is to be compared.</param>
    public static ValidationReport Compare(ValidationRequest request)
    {
        EstimateResult estimate = request.Estimate;
        FlightTrace trace = request.Trace;
        PhaseSegments segments = PhaseSegmentation.Segment(trace, ModeTable.Contract);
        var measure = new RecordMeasure(trace.Records);
        ImmutableArray<Comparison> metrics =
        [
            new(estimate.Totals.TimeS, ObservedTimeS(trace.Records)),
            new(estimate.Totals.HorizontalDistanceM, ObservedDistanceM(trace.Records)),
            new(MeanSpeeds.OfLegs(estimate.Legs.Where(l => l.TimeS > 0.0)), MeanSpeeds.OfRecords(trace.Records)),
            new(estimate.Energy?.ReserveAtLandingPercent, trace.Records.LastOrDefault().BatteryRemainingPercent),
        ];
        return new ValidationReport
        {
            ValidationId = request.ValidationId,
            ToolVersion = request.ToolVersion,
            TraceId = trace.TraceId,
            Mission = trace.Mission!,
            Provenance = trace.Provenance,
            ObservedRecordCount = trace.Records.Length,
            Metrics = metrics,
            Phases = PhaseComparisons.Of(estimate.Legs, segments, measure),
            Acceptance = new Acceptance(
                [.. MissionMetrics.All.Select((m, i) => new GateResult(m, metrics[i].PercentError, request.Limits.Of(m), GateResult.Percent))]),
            Notes = [.. NotesOn(metrics), .. PhaseComparisons.UnmappedNotes(segments, measure)],
        };
    }

    private static double? ObservedTimeS(ImmutableArray<TraceRecord> records) =>
        records.Length < 2 ? null : records[^1].TimeS - records[0].TimeS;

    private static double? ObservedDistanceM(ImmutableArray<TraceRecord> records)
    {
        if (records.Length < 2)
            return null;
        double sumM = 0.0;
        for (int i = 1; i < records.Length; i++)
            sumM += Geodesic.Inverse(records[i - 1].LatitudeDeg, records[i - 1].LongitudeDeg, records[i].LatitudeDeg, records[i].LongitudeDeg).DistanceM;
        return sumM;
    }

    private static IEnumerable<string> NotesOn(ImmutableArray<Comparison> metrics)
    {
        if (metrics[(int)MissionMetric.MeanGroundspeed].Observed is null)
            yield return "No record has a ground speed: the observed mean is unavailable.";
        if (metrics[(int)MissionMetric.Reserve].Observed is null)
            yield return "The last record has no battery charge: the observed reserve is unavailable.";
        if (metrics[(int)MissionMetric.Reserve].Predicted is null)
            yield return "The estimate has no energy: the predicted reserve is unavailable.";
    }
}
