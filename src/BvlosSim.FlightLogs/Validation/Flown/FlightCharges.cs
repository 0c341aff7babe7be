namespace BvlosSim.FlightLogs.Validation.Flown;

/// <summary>
/// The battery charge at the start and at the end of a flight: the known one next to it, if it is near enough. A charge of long before says
/// nothing of a landing; it would hide what was drawn since.
/// </summary>
internal static class FlightCharges
{
    /// <summary>How far a charge may lie from the start or the end, seconds: as long as a trace carries a battery value forward at least.</summary>
    public const double GreatestAgeS = 30.0;

    /// <summary>Charge at the start in percent; null when none is known within 30 s after it.</summary>
    public static double? AtStart(FlightTrack track) => First(track) is { TimeS: <= GreatestAgeS } point ? point.BatteryPercent : null;

    /// <summary>Charge at the end in percent; null when none is known within 30 s before it.</summary>
    public static double? AtEnd(FlightTrack track) =>
        Last(track) is { } point && track.DurationS - point.TimeS <= GreatestAgeS ? point.BatteryPercent : null;

    /// <summary>The first moment with a charge; null when there is none.</summary>
    public static TrackPoint? First(FlightTrack track) => Known(track.Points.FirstOrDefault(p => p.BatteryPercent is not null));

    /// <summary>The last moment with a charge; null when there is none.</summary>
    public static TrackPoint? Last(FlightTrack track) => Known(track.Points.LastOrDefault(p => p.BatteryPercent is not null));

    private static TrackPoint? Known(TrackPoint point) => point.BatteryPercent is null ? null : point;
}
