namespace BvlosSim.FlightLogs.Segmentation;

/// <summary>What the motion of an aircraft tells of its phase.</summary>
internal static class MotionPhase
{
    private const double LevelRateMps = 0.5;
    private const double SlowSpeedMps = 1.5;

    // Hovering below 1.5 m/s, transit from 3 m/s: between the two bands the middle decides.
    private const double TransitSpeedMps = 2.25;

    /// <summary>The phase.</summary>
    /// <param name="rateMps">Climb rate in m/s, sinking negative; null = not known.</param>
    /// <param name="speedMps">Speed over ground in m/s; null = not known.</param>
    public static FlightPhase Of(double? rateMps, double? speedMps)
    {
        if (rateMps is { } rate && Math.Abs(rate) >= LevelRateMps)
        {
            bool isSlow = !(speedMps >= SlowSpeedMps);
            if (rate > 0.0)
                return isSlow ? FlightPhase.Takeoff : FlightPhase.Climb;
            return isSlow ? FlightPhase.Landing : FlightPhase.Descent;
        }

        if (speedMps is null)
            return FlightPhase.Unknown;
        return speedMps < TransitSpeedMps ? FlightPhase.Loiter : FlightPhase.Transit;
    }
}
