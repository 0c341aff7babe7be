using System.Collections.Immutable;
using BvlosSim.Documents.Rendering;
using BvlosSim.FlightLogs.Segmentation;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Validation.Flown;

/// <summary>
/// Holds the flown part of a trace against an estimate that succeeded, as <c>validation-report.v3</c> defines it: see
/// <c>docs/VALIDATION.md</c>.
/// </summary>
public static class FlownValidation
{
    private static readonly PhaseSegments NoSegments =
        new() { TraceId = "", Segments = [], SourceFieldsUsed = [], UnknownRecordCount = 0 };

    /// <summary>Compares.</summary>
    /// <param name="request">What is to be compared; its estimate succeeded.</param>
    /// <param name="cancellation">Ends a long comparison.</param>
    public static FlownReport Compare(ValidationRequest request, CancellationToken cancellation)
    {
        FlightTrace trace = request.Trace;
        FlightTrack? predicted = PredictedTrack.Of(request.Estimate, cancellation);
        FlownSpan? span = FlownSpan.Of(trace.Records);
        FlightTrack? observed = span is null ? null : ObservedTrack.Of(trace.Records, span, cancellation);
        var coverage = FlightCoverage.Of(trace, span);
        ImmutableArray<Comparison> metrics =
        [
            new(predicted?.DurationS, observed?.DurationS),
            new(predicted?.LengthM, observed?.LengthM),
            new(Speed(predicted), Speed(observed)),
            new(request.Estimate.Energy?.ReserveAtLandingPercent, ChargeAtEnd(observed)),
        ];
        PhaseSegments segments = span is null ? NoSegments : SegmentsOf(trace, span);
        var measure = new WayMeasure(observed ?? new FlightTrack([default]));
        return new FlownReport
        {
            ValidationId = request.ValidationId,
            ToolVersion = request.ToolVersion,
            TraceId = trace.TraceId,
            Mission = trace.Mission!,
            Provenance = trace.Provenance,
            ObservedRecordCount = trace.Records.Length,
            Span = span,
            Coverage = coverage,
            StartTimeS = span is null ? null : trace.Records[span.FirstIndex].TimeS,
            EndTimeS = span is null ? null : trace.Records[span.LastIndex].TimeS,
            Metrics = metrics,
            BatteryUsedPoints = new Comparison(
                100.0 - request.Estimate.Energy?.ReserveAtLandingPercent, ChargeAtStart(observed) - ChargeAtEnd(observed)),
            Alignment = predicted is null || observed is null ? null : FlightAlignment.Of(predicted, observed, coverage.Gaps, cancellation),
            Phases = PhaseComparisons.Of(request.Estimate.Legs, segments, measure),
            Acceptance = new Acceptance([.. MissionMetrics.All.Select(m => Judge(m, metrics[(int)m], request.Limits.Of(m)))]) { Objections = coverage.Objections },
            Notes = [.. NotesOn(observed, metrics), .. PhaseComparisons.UnmappedNotes(segments, measure)],
        };
    }

    /// <summary>A reserve is a percentage already: a percent of it would grow without bounds as it runs out.</summary>
    private static GateResult Judge(MissionMetric metric, Comparison comparison, double limit) => metric == MissionMetric.Reserve
        ? new GateResult(metric, comparison.AbsError, limit, GateResult.Points)
        : new GateResult(metric, comparison.PercentError, limit, GateResult.Percent);

    private static PhaseSegments SegmentsOf(FlightTrace trace, FlownSpan span) =>
        PhaseSegmentation.Segment(trace with { Records = trace.Records.Slice(span.FirstIndex, span.RecordCount) }, ModeTable.All);

    private static double? Speed(FlightTrack? track) => track is null ? null : WayMeasure.Speed(track.LengthM, track.DurationS);

    private static double? ChargeAtStart(FlightTrack? track) => track is null ? null : FlightCharges.AtStart(track);

    private static double? ChargeAtEnd(FlightTrack? track) => track is null ? null : FlightCharges.AtEnd(track);

    private static IEnumerable<string> NotesOn(FlightTrack? observed, ImmutableArray<Comparison> metrics)
    {
        if (observed is null)
            yield return "The aircraft never leaves the place where the trace begins: nothing was flown.";
        else if (FlightCharges.First(observed) is not { } first || FlightCharges.Last(observed) is not { } last)
            yield return "No record of the flight has a battery charge: the observed reserve is unavailable.";
        else
        {
            if (FlightCharges.AtEnd(observed) is null)
                yield return $"The last battery charge of the flight was logged {ReportText.Fixed(observed.DurationS - last.TimeS, 1)} s before its end: the observed reserve is unavailable.";
            if (FlightCharges.AtStart(observed) is null)
                yield return $"The first battery charge of the flight was logged {ReportText.Fixed(first.TimeS, 1)} s after its start: the observed charge used is unavailable.";
        }

        if (metrics[(int)MissionMetric.Reserve].Predicted is null)
            yield return "The estimate has no energy: the predicted reserve is unavailable.";
    }
}
