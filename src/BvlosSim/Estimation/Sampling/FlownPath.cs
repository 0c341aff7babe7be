using System.Collections.Immutable;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Values;

namespace BvlosSim.Estimation.Sampling;

/// <summary>
/// The flown path, computed once and handed to every check: the legs, and their samples at the spacings that checks ask
/// for. Samples are taken on first use and kept. Not safe across threads.
/// </summary>
public sealed class FlownPath
{
    private const double CoarsestSpacingM = 50.0;
    private const double FinestSpacingM = 0.01;

    private readonly double _maxSegmentLengthM;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<double, ImmutableArray<ImmutableArray<RouteSample>>> _bySpacing = [];

    /// <summary>Wraps the legs of a flight.</summary>
    /// <param name="legs">The legs; at least one.</param>
    /// <param name="maxSegmentLengthM">Resolved longest segment in metres.</param>
    /// <param name="cancellation">Ends a long sampling.</param>
    public FlownPath(ImmutableArray<Leg> legs, double maxSegmentLengthM, CancellationToken cancellation)
    {
        Legs = legs;
        _maxSegmentLengthM = maxSegmentLengthM;
        _cancellation = cancellation;
    }

    /// <summary>The legs in flight order.</summary>
    public ImmutableArray<Leg> Legs { get; }

    /// <summary>The samples of every leg.</summary>
    /// <param name="samples">By leg, then along it; a leg has at least one.</param>
    /// <param name="gridIntervalM">Recommended interval of a grid by latitude; null = no grid takes part.</param>
    /// <param name="context">Context of the failure.</param>
    /// <returns>Why the path cannot be sampled, or null.</returns>
    public MissionFailure? Sample(
        out ImmutableArray<ImmutableArray<RouteSample>> samples, Func<double, double>? gridIntervalM = null, ScalarMap? context = null)
    {
        double spacingM = SpacingM(gridIntervalM);
        samples = [];
        if (!double.IsFinite(_maxSegmentLengthM) || !(spacingM >= FinestSpacingM))
        {
            return new MissionFailure(
                FailureKind.InvalidInput,
                FailureCode.InvalidGeometry,
                "The route cannot be sampled: max_segment_length_m must be finite and at least 0.01 m.",
                Legs[0].Place,
                context ?? ScalarMap.Empty);
        }

        if (!_bySpacing.TryGetValue(spacingM, out samples))
        {
            samples = [.. Legs.Select(leg => SampleLeg(leg, spacingM))];
            _bySpacing.Add(spacingM, samples);
        }

        return null;
    }

    private ImmutableArray<RouteSample> SampleLeg(Leg leg, double spacingM)
    {
        _cancellation.ThrowIfCancellationRequested();
        return LegSampling.Sample(leg, spacingM, _cancellation);
    }

    private double SpacingM(Func<double, double>? gridIntervalM)
    {
        double spacing = Math.Min(CoarsestSpacingM, _maxSegmentLengthM);
        if (gridIntervalM is null)
            return spacing;
        foreach (Leg leg in Legs)
            spacing = Math.Min(spacing, Math.Min(gridIntervalM(leg.Start.LatDeg), gridIntervalM(leg.End.LatDeg)));
        return spacing;
    }
}
