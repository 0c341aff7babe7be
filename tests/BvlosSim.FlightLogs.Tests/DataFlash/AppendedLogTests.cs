namespace BvlosSim.FlightLogs.Tests.DataFlash;

/// <summary>Logs that were appended to another, whose clock does not fall back.</summary>
public class AppendedLogTests
{
    [Fact]
    public void A_log_of_a_later_time_is_another_flight()
    {
        DataFlashWriter log = Logs.Flight(Logs.Flight(startUs: 10_000_000, steps: 30), startUs: 60_000_000, steps: 30);
        FlightLog read = Logs.Read(log.ToArray());
        Assert.Equal([.. Enumerable.Repeat(0, 30), .. Enumerable.Repeat(1, 30)], read.Rows.Gps.Select(r => r.Boot));
        Assert.Equal([0, 0, 1, 1], read.Rows.Modes.Select(r => r.Boot));
    }

    [Fact]
    public void A_pause_without_repeated_definitions_or_a_short_one_with_them_is_none()
    {
        DataFlashWriter paused = Logs.Flight(startUs: 10_000_000, steps: 30);
        for (int i = 0; i < 30; i++)
            paused.Gps(60_000_000 + (i * 200_000));
        Assert.All(Logs.Read(paused.ToArray()).Rows.Gps, r => Assert.Equal(0, r.Boot));
        byte[] repeated = Logs.Flight(Logs.Flight(startUs: 10_000_000, steps: 30), startUs: 17_000_000, steps: 30).ToArray();
        Assert.All(Logs.Read(repeated).Rows.Gps, r => Assert.Equal(0, r.Boot));
    }

    [Fact]
    public void One_damaged_time_after_repeated_definitions_is_no_start()
    {
        DataFlashWriter log = Logs.Definitions(Logs.Flight(startUs: 10_000_000, steps: 30)).Gps(900_000_000);
        for (int i = 0; i < 30; i++)
            log.Gps(16_000_000 + (i * 200_000));
        Assert.All(Logs.Read(log.ToArray()).Rows.Gps, r => Assert.Equal(0, r.Boot));
    }

    [Theory]
    [InlineData(3_600_000, 1)]
    [InlineData(0, 0)]
    [InlineData(604_800_000, 0)]
    public void A_log_of_another_day_with_a_clock_that_goes_on_is_told_by_its_receiver(long laterMs, int boot)
    {
        DataFlashWriter log = Fixes(Logs.Definitions(), 10_000_000, 0);
        Logs.Definitions(log).Write("MODE", 13_000_000, 5, 5, 1);
        Fixes(log, 13_000_000, laterMs);
        FlightLog read = Logs.Read(log.ToArray());
        Assert.Equal([.. Enumerable.Repeat(0, 10), .. Enumerable.Repeat(boot, 10)], read.Rows.Gps.Select(r => r.Boot));
        Assert.Equal(boot, Assert.Single(read.Rows.Modes).Boot);
    }

    [Fact]
    public void The_receivers_clock_alone_is_no_start()
    {
        DataFlashWriter log = Fixes(Fixes(Logs.Definitions(), 10_000_000, 0), 13_000_000, 3_600_000);
        Assert.All(Logs.Read(log.ToArray()).Rows.Gps, r => Assert.Equal(0, r.Boot));
    }

    private static DataFlashWriter Fixes(DataFlashWriter log, long fromUs, long aheadMs)
    {
        for (int i = 0; i < 10; i++)
        {
            long us = fromUs + (i * 200_000);
            long ms = 1_000_000 + (us / 1000) + aheadMs;
            log.Write("GPS", us, 0, 3, ms % 604_800_000, 2200 + (ms / 604_800_000), 14, 80, 471234567, 87654321, 51234, 5f, 0f, 0f, 0f, 1);
        }

        return log;
    }
}
