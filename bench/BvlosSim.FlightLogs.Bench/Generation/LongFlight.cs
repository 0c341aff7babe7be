namespace BvlosSim.FlightLogs.Bench.Generation;

/// <summary>One flight that goes on until the log is large enough.</summary>
internal static class LongFlight
{
    private const long SecondUs = 1_000_000;
    private const int Imus = 3;
    private const double CircleRadiusDeg = 0.02;
    private const double CircleS = 900;

    /// <summary>Writes it.</summary>
    /// <param name="log">How.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="bytes">How large the log shall be at least.</param>
    /// <param name="imuHz">How often an IMU is logged a second.</param>
    /// <returns>How long the flight lasts, seconds.</returns>
    public static double Write(ILogStyle log, Stream stream, long bytes, int imuHz)
    {
        log.Start();
        long timeUs = 10 * SecondUs;
        for (long tick = 0; stream.Position < bytes; tick++)
        {
            timeUs = (10 * SecondUs) + (tick * SecondUs / imuHz);
            for (int imu = 0; imu < Imus; imu++)
                log.Imu(timeUs, imu);
            log.Rates(timeUs + 100);
            if (tick % Math.Max(1, imuHz / 10) == 0)
                Slow(log, timeUs + 200, tick / Math.Max(1, imuHz / 10));
        }

        return (timeUs / (double)SecondUs) - 10;
    }

    private static void Slow(ILogStyle log, long timeUs, long tenth)
    {
        double angle = 2 * Math.PI * timeUs / SecondUs / CircleS;
        var moment = new Moment(
            timeUs, 47.1 + (CircleRadiusDeg * Math.Sin(angle)), 8.5 + (CircleRadiusDeg * Math.Cos(angle)), 500 + (20 * Math.Sin(3 * angle)), 25 - (tenth % 36000 * 1e-4));
        log.Battery(moment);
        log.Wind(moment);
        if (tenth % 2 == 0)
            log.Gps(moment);
        if (tenth % 600 == 0)
            log.Mode(timeUs, 10 + (int)(tenth / 600 % 3));
    }
}
