using System.Collections.Immutable;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.FlightLogs.Segmentation;

namespace BvlosSim.FlightLogs.Validation.Flown;

/// <summary>
/// The measure of the third version of the contract: a segment lasts until the next one begins, so that the durations add up to that of the
/// flight, and a speed is way ÷ time on both sides.
/// </summary>
/// <param name="track">The observed track, a point for each record that was segmented.</param>
internal sealed class WayMeasure(FlightTrack track) : IPhaseMeasure
{
    /// <inheritdoc />
    public double DurationS(PhaseSegment segment) => End(segment).TimeS - track.Points[segment.StartIndex].TimeS;

    /// <inheritdoc />
    public double? SpeedMps(ImmutableArray<PhaseSegment> segments) =>
        Speed(segments.Sum(s => End(s).WayM - track.Points[s.StartIndex].WayM), segments.Sum(DurationS));

    /// <inheritdoc />
    public double? SpeedMps(ImmutableArray<Leg> legs) => Speed(legs.Sum(PredictedTrack.WayOf), legs.Sum(l => l.TimeS));

    /// <summary>Way ÷ time; null when it took no time.</summary>
    public static double? Speed(double wayM, double timeS) => timeS > 0.0 ? wayM / timeS : null;

    private TrackPoint End(PhaseSegment segment) => track.Points[Math.Min(segment.EndIndex + 1, track.Points.Length - 1)];
}
