using System.Collections.Immutable;
using BvlosSim.FlightLogs.Validation.Flown;

namespace BvlosSim.FlightLogs.Validation.Terms;

/// <summary>
/// The two flights beside each other, divided by their motion, and where the errors of a report come from. It serves both versions of the
/// report: what a version counts beyond the flight is a part of its own.
/// </summary>
/// <param name="Predicted">The predicted track; null when the estimate has no leg.</param>
/// <param name="Observed">The flown part of the trace, or all of it where the aircraft never left; null without records.</param>
/// <param name="PredictedProfile">The predicted flight by phase; null without a track.</param>
/// <param name="ObservedProfile">The observed flight by phase; null without a track.</param>
/// <param name="HasAltitudes">Whether both flights have altitudes; else neither is divided by its climb rate, and what climbs on the spot hovers.</param>
/// <param name="IsEnergyMeasured">Whether voltage and current tell the energy of the observed flight.</param>
/// <param name="Coverage">How much of the observed flight the trace holds.</param>
/// <param name="Errors">The errors that are known, in the order of <see cref="MissionMetrics.All"/>.</param>
public sealed record FlightPair(
    FlightTrack? Predicted,
    FlightTrack? Observed,
    MotionProfile? PredictedProfile,
    MotionProfile? ObservedProfile,
    bool HasAltitudes,
    bool IsEnergyMeasured,
    FlightCoverage Coverage,
    ImmutableArray<ErrorBreakdown> Errors)
{
    /// <summary>Puts the flights side by side.</summary>
    /// <param name="request">What is compared.</param>
    /// <param name="metrics">The metrics of the report, in the order of <see cref="MissionMetrics.All"/>.</param>
    /// <param name="cancellation">Ends a long comparison.</param>
    public static FlightPair Of(ValidationRequest request, ImmutableArray<Comparison> metrics, CancellationToken cancellation)
    {
        var predicted = FlightSide.Predicted(request.Estimate, cancellation);
        var observed = FlightSide.Observed(request.Trace, cancellation);
        // Without altitudes on one side a climb on the other would have no counterpart.
        bool hasAltitudes = KnowsAltitudes(predicted) && KnowsAltitudes(observed);
        MotionProfile? predictedProfile = predicted is null ? null : MotionProfile.Of(predicted, hasAltitudes || observed is null, cancellation);
        MotionProfile? observedProfile = observed is null ? null : MotionProfile.Of(observed, hasAltitudes || predicted is null, cancellation);
        return new FlightPair(
            predicted?.Track,
            observed?.Track,
            predictedProfile,
            observedProfile,
            hasAltitudes,
            observed?.EnergyUpToWh is not null,
            FlightCoverage.Of(request.Trace, FlownSpan.Of(request.Trace.Records)),
            [.. MissionMetrics.All.Select(Error).OfType<ErrorBreakdown>()]);

        ErrorBreakdown? Error(MissionMetric metric)
        {
            Comparison comparison = metrics[(int)metric];
            if (comparison.Observed - comparison.Predicted is not { } error || !double.IsFinite(error))
                return null;
            return new ErrorBreakdown(
                metric,
                error,
                predicted is null || observed is null ? [] : [.. Shares(metric, comparison).Where(s => double.IsFinite(s.Amount) && s.Amount != 0.0)]);
        }

        IEnumerable<ErrorShare> Shares(MissionMetric metric, Comparison comparison) =>
        [
            .. Outside(comparison, Value(metric, predicted!), Value(metric, observed!)),
            .. metric switch
            {
                MissionMetric.Time => TimeTerms.Of(predictedProfile!, observedProfile!),
                MissionMetric.HorizontalDistance => WayTerms.Of(predicted!.Track, observed!.Track, cancellation),
                MissionMetric.MeanGroundspeed => SpeedTerms(predicted!.Track, observed!.Track),
                _ => ReserveTerms.Of(predicted!, predictedProfile!, observed!, observedProfile!),
            },
        ];
    }

    private static bool KnowsAltitudes(FlightSide? side) => side?.Track.Points.Any(p => p.AltitudeAmslM is not null) ?? false;

    /// <summary>What the report counts otherwise than the two tracks do.</summary>
    private static IEnumerable<ErrorShare> Outside(Comparison comparison, double? predicted, double? observed)
    {
        if (comparison.Observed - observed is { } outside)
            yield return new ErrorShare(ErrorTerm.OutsideFlight, null, outside);
        if (predicted - comparison.Predicted is { } measure)
            yield return new ErrorShare(ErrorTerm.PredictedMeasure, null, measure);
    }

    private static double? Value(MissionMetric metric, FlightSide side) => metric switch
    {
        MissionMetric.Time => side.Track.DurationS,
        MissionMetric.HorizontalDistance => side.Track.LengthM,
        MissionMetric.MeanGroundspeed => WayMeasure.Speed(side.Track.LengthM, side.Track.DurationS),
        _ => ReserveTerms.Charges(side)?.To,
    };

    /// <summary>A mean speed is way × (1 ÷ time).</summary>
    private static IEnumerable<ErrorShare> SpeedTerms(FlightTrack predicted, FlightTrack observed)
    {
        if (!(predicted.DurationS > 0.0 && observed.DurationS > 0.0))
            yield break;
        (double ofWay, double ofTime) = Difference.Split(predicted.LengthM, 1.0 / predicted.DurationS, observed.LengthM, 1.0 / observed.DurationS);
        yield return new ErrorShare(ErrorTerm.WayLength, null, ofWay);
        yield return new ErrorShare(ErrorTerm.Duration, null, ofTime);
    }
}
