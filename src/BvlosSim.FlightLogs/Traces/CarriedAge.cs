namespace BvlosSim.FlightLogs.Traces;

/// <summary>How long a value of a slower sensor is taken to hold.</summary>
internal static class CarriedAge
{
    private const long SecondUs = 1_000_000;
    private const long LeastUs = 30 * SecondUs;
    private const long Intervals = 20;

    /// <summary>
    /// A battery or wind value: 30 s, or 20 of its own intervals where the log was thinned. After that the sensor has stopped.
    /// </summary>
    public static long OfSensor(long middleIntervalUs) => Math.Max(LeastUs, Intervals * Math.Min(middleIntervalUs, long.MaxValue / Intervals));

    /// <summary>A mode: 12 h. It is logged when it changes, and holds until the next change.</summary>
    public static long OfMode(long middleIntervalUs) => 12 * 3600 * SecondUs;
}
