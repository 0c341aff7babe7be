using System.Collections.Immutable;
using System.Runtime.InteropServices;
using BvlosSim.Environment.Wind;
using BvlosSim.Values;

namespace BvlosSim.Estimation.Kinematics;

/// <summary>What the integration of a leg needs to know of it besides its path.</summary>
/// <param name="Place">The leg, for failures.</param>
/// <param name="Action">Contract token of the action under way, for failures.</param>
/// <param name="StartClockS">Seconds since departure at the start of the leg.</param>
/// <param name="StartAltitudeM">Altitude AMSL at the start, metres.</param>
/// <param name="Climb">Change of altitude along the leg.</param>
/// <param name="TasMps">True airspeed, m/s.</param>
internal readonly record struct LegFlight(
    FlightPlace Place, string Action, double StartClockS, double StartAltitudeM, VerticalMove Climb, double TasMps)
{
    /// <summary>Altitude AMSL in metres at a time of the leg.</summary>
    public double AltitudeAt(double legClockS) => StartAltitudeM + (Climb.DeltaM * Climb.ShareAt(legClockS));
}

/// <summary>The outcome of flying a path through wind.</summary>
/// <param name="TimeS">Duration of the horizontal motion.</param>
/// <param name="Timing">Progress over time.</param>
/// <param name="Extremes">What the leg reports of its samples.</param>
internal readonly record struct IntegratedPath(double TimeS, ImmutableArray<TimingPoint> Timing, SampleExtremes Extremes);

/// <summary>
/// Flies a segmented path through the wind: piece by piece, each with the wind of its midpoint, cut where the wind is
/// scheduled to change.
/// </summary>
internal static class WindIntegration
{
    /// <summary>The most pieces a leg may be cut into; more is a mistake in the segment length, not a finer result.</summary>
    public const int MaxSegments = 1_000_000;

    private const double DistanceToleranceM = 1e-9;
    private const double EventToleranceS = 1e-9;

    /// <summary>Number of pieces of a path.</summary>
    /// <param name="distanceM">Length of the path in metres.</param>
    /// <param name="maxSegmentLengthM">Greatest length of a piece.</param>
    /// <returns>At least 1; <see cref="int.MaxValue"/> when it is beyond any use.</returns>
    public static int SegmentCount(double distanceM, double maxSegmentLengthM)
    {
        double count = distanceM <= maxSegmentLengthM ? 1.0 : Math.Max(1.0, Math.Ceiling(distanceM / maxSegmentLengthM));
        return count <= MaxSegments ? (int)count : int.MaxValue;
    }

    /// <summary>Flies the path.</summary>
    /// <typeparam name="TPath">The kind of path.</typeparam>
    /// <param name="path">The path.</param>
    /// <param name="flight">The leg.</param>
    /// <param name="settings">Limits and wind.</param>
    /// <param name="flown">The outcome.</param>
    /// <param name="cancellation">Ends a long integration.</param>
    /// <returns>Why the path cannot be flown, or null.</returns>
    public static MissionFailure? Fly<TPath>(
        in TPath path, in LegFlight flight, FlightSettings settings, out IntegratedPath flown, CancellationToken cancellation)
        where TPath : struct, ISegmentedPath
    {
        flown = default;
        int count = path.Count;
        if (count > MaxSegments || path.SegmentLengthM <= DistanceToleranceM)
            return TooManySegments(path.SegmentLengthM, flight);

        var timing = new List<TimingPoint>(count + 1) { new(0.0, 0.0) };
        var extremes = new SampleExtremes();
        double legClockS = 0.0;
        for (int i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var segment = new Segment<TPath>(path, i, flight, settings);
            MissionFailure? failure = FlySegment(ref segment, ref legClockS, timing, ref extremes);
            if (failure is not null)
                return failure;
        }

        // The sum i/n + 1/n may miss 1 by a unit in the last place; consumers rely on the end being the end.
        CollectionsMarshal.AsSpan(timing)[^1] = timing[^1] with { Fraction = 1.0 };
        flown = new IntegratedPath(legClockS, [.. timing], extremes);
        return null;
    }

    private static MissionFailure? FlySegment<TPath>(
        ref Segment<TPath> segment, ref double legClockS, List<TimingPoint> timing, ref SampleExtremes extremes)
        where TPath : struct, ISegmentedPath
    {
        double lengthM = segment.LengthM;
        double remainingM = lengthM;
        double travelledM = 0.0;
        double segmentClockS = 0.0;
        while (remainingM > DistanceToleranceM)
        {
            double clockS = segment.StartClockS + legClockS + segmentClockS;
            WindRegime regime = WindRegime.At(segment.Wind, clockS);
            double windowS = Math.Max(0.0, regime.NextChangeS - clockS);
            MissionFailure? failure = segment.Solve(
                regime.Active, remainingM, legClockS + segmentClockS, windowS, out double durationS, out FlightSample sample);
            if (failure is not null)
                return failure;

            if (durationS <= windowS + EventToleranceS)
            {
                segmentClockS += durationS;
                travelledM = lengthM;
                remainingM = 0.0;
            }
            else
            {
                double flownM = sample.Triangle.GroundspeedMps * windowS;
                if (windowS <= EventToleranceS)
                    return segment.TimingFailure("non_advancing_wind_event", durationS, windowS);
                if (flownM <= DistanceToleranceM || flownM >= remainingM)
                    return segment.TimingFailure("inconsistent_event_bracket", durationS, windowS);
                travelledM += flownM;
                remainingM -= flownM;
                segmentClockS += windowS;
            }

            extremes.Add(sample);
            timing.Add(new TimingPoint(segment.FractionAt(travelledM), legClockS + segmentClockS));
        }

        legClockS += segmentClockS;
        return null;
    }

    private static MissionFailure TooManySegments(double segmentLengthM, in LegFlight flight) => new(
        FailureKind.Unsupported,
        FailureCode.SegmentCountUnsupported,
        $"The leg would be cut into more than {MaxSegments} pieces or into pieces of less than a nanometre: raise max_segment_length_m.",
        flight.Place,
        ScalarMap.Of(("action", flight.Action), ("max_segments", MaxSegments), ("segment_length_m", segmentLengthM)));
}
