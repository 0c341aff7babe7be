using System.Collections.Immutable;

namespace BvlosSim.FlightLogs.Validation.Flown;

/// <summary>Prediction and observation at one place or time that they have in common.</summary>
/// <param name="At">The way in metres or the time in seconds by which they are aligned.</param>
/// <param name="Predicted">The prediction there.</param>
/// <param name="Observed">The observation there.</param>
public readonly record struct AlignedPoint(double At, TrackPoint Predicted, TrackPoint Observed)
{
    /// <summary>Observed less predicted altitude, metres.</summary>
    public double? AltitudeErrorM => Observed.AltitudeAmslM - Predicted.AltitudeAmslM;

    /// <summary>Observed less predicted battery charge, percentage points.</summary>
    public double? BatteryErrorPoints => Observed.BatteryPercent - Predicted.BatteryPercent;
}

/// <summary>The two flights after the same way over ground: it tells the error of the model from a mere delay.</summary>
/// <param name="CommonM">Length of the shorter way, metres.</param>
/// <param name="Points">From the start to the end of the shorter way, evenly spaced; without those in a gap of the observation.</param>
/// <param name="TimeS">Observed less predicted time.</param>
/// <param name="AltitudeM">Observed less predicted altitude.</param>
/// <param name="BatteryPoints">Observed less predicted battery charge, percentage points.</param>
/// <param name="CrossTrackM">Distance of the observed position from the predicted track, wherever that is nearest; never negative.</param>
public sealed record WayAlignment(
    double CommonM,
    ImmutableArray<AlignedPoint> Points,
    ErrorStatistics? TimeS,
    ErrorStatistics? AltitudeM,
    ErrorStatistics? BatteryPoints,
    ErrorStatistics? CrossTrackM);

/// <summary>The two flights after the same time: where the aircraft was when it was expected elsewhere.</summary>
/// <param name="CommonS">Duration of the shorter flight, seconds.</param>
/// <param name="Points">From the start to the end of the shorter flight, evenly spaced; without those in a gap of the observation.</param>
/// <param name="WayM">Observed less predicted way over ground.</param>
/// <param name="AltitudeM">Observed less predicted altitude.</param>
/// <param name="BatteryPoints">Observed less predicted battery charge, percentage points.</param>
/// <param name="PositionM">Distance between the two positions; never negative.</param>
public sealed record TimeAlignment(
    double CommonS,
    ImmutableArray<AlignedPoint> Points,
    ErrorStatistics? WayM,
    ErrorStatistics? AltitudeM,
    ErrorStatistics? BatteryPoints,
    ErrorStatistics? PositionM);

/// <summary>A prediction laid beside the flight, by distance flown and by time.</summary>
/// <param name="Predicted">The predicted track.</param>
/// <param name="Observed">The observed track.</param>
/// <param name="ByWay">After the same way.</param>
/// <param name="ByTime">After the same time.</param>
public sealed record FlightAlignment(FlightTrack Predicted, FlightTrack Observed, WayAlignment ByWay, TimeAlignment ByTime)
{
    private const double WayStepM = 10.0;
    private const double TimeStepS = 1.0;
    private const int MaxSteps = 1000;

    /// <summary>Aligns. What lies in a gap of the observation is no observation, and left out.</summary>
    internal static FlightAlignment Of(FlightTrack predicted, FlightTrack observed, RecordGaps gaps, CancellationToken cancellation) => new(
        predicted,
        observed,
        AlignByWay(predicted, observed, gaps, cancellation),
        AlignByTime(predicted, observed, gaps));

    private static WayAlignment AlignByWay(FlightTrack predicted, FlightTrack observed, RecordGaps gaps, CancellationToken cancellation)
    {
        double commonM = Math.Min(predicted.LengthM, observed.LengthM);
        ImmutableArray<AlignedPoint> points =
        [
            .. Stations(commonM, WayStepM)
                .Select(wayM => new AlignedPoint(wayM, predicted.AtWay(wayM), observed.AtWay(wayM)))
                .Where(p => !gaps.Hold(p.Observed.TimeS)),
        ];
        return new WayAlignment(
            commonM,
            points,
            Over(points, p => p.Observed.TimeS - p.Predicted.TimeS),
            Over(points, p => p.AltitudeErrorM),
            Over(points, p => p.BatteryErrorPoints),
            Over(points, CrossTrackM));

        double? CrossTrackM(AlignedPoint point)
        {
            cancellation.ThrowIfCancellationRequested();
            return TrackDistance.ToTrack(point.Observed, predicted.Points);
        }
    }

    private static TimeAlignment AlignByTime(FlightTrack predicted, FlightTrack observed, RecordGaps gaps)
    {
        double commonS = Math.Min(predicted.DurationS, observed.DurationS);
        ImmutableArray<AlignedPoint> points =
        [
            .. Stations(commonS, TimeStepS)
                .Where(timeS => !gaps.Hold(timeS))
                .Select(timeS => new AlignedPoint(timeS, predicted.AtTime(timeS), observed.AtTime(timeS))),
        ];
        return new TimeAlignment(
            commonS,
            points,
            Over(points, p => p.Observed.WayM - p.Predicted.WayM),
            Over(points, p => p.AltitudeErrorM),
            Over(points, p => p.BatteryErrorPoints),
            Over(points, p => TrackDistance.Between(p.Predicted, p.Observed)));
    }

    private static IEnumerable<double> Stations(double length, double step)
    {
        int steps = (int)Math.Clamp(Math.Ceiling(length / step), 1.0, MaxSteps);
        return Enumerable.Range(0, steps + 1).Select(i => length * i / steps);
    }

    private static ErrorStatistics? Over(ImmutableArray<AlignedPoint> points, Func<AlignedPoint, double?> error) =>
        ErrorStatistics.Of(points.Select(p => (p.At, error(p))));
}
