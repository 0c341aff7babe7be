using BvlosSim.FlightLogs.Reading;

namespace BvlosSim.FlightLogs.Tests.Reading;

/// <summary>When the autopilot has started again, and when only a time is wrong.</summary>
public class BootClockTests
{
    [Fact]
    public void One_wrong_time_moves_nothing()
    {
        foreach (int place in Enumerable.Range(0, 39))
        {
            foreach (long wrong in new[] { 0, 1, 7_777_777_777_777, long.MaxValue, long.MinValue, 40_000_000, 150_000_000 })
            {
                BootClock clock = After([.. Seconds(100, 40).Select((t, i) => i == place ? wrong : t)]);
                Assert.Equal(0, clock.Boot);
                Assert.Equal(139_000_000, clock.LastTimeUs);
            }
        }
    }

    [Fact]
    public void A_restart_is_one_whichever_side_is_longer()
    {
        Assert.Equal(1, After([.. Seconds(100, 50), .. Seconds(3, 9)]).Boot);
        Assert.Equal(1, After([.. Seconds(100, 5), .. Seconds(3, 500)]).Boot);
        Assert.Equal(2, After([.. Seconds(100, 50), .. Seconds(3, 50), .. Seconds(3, 50)]).Boot);
    }

    [Fact]
    public void A_short_restart_at_the_end_counts_where_the_log_is_in_order()
    {
        Assert.Equal(1, After([.. Seconds(100, 50), .. Seconds(3, 3)]).Boot);
        Assert.Equal(0, After([.. Seconds(100, 50), .. Seconds(3, 2)]).Boot);
        Assert.Equal(0, After([.. Seconds(100, 20), 3_000_000, .. Seconds(120, 20), .. Seconds(3, 3)]).Boot);
    }

    [Fact]
    public void Repeated_definitions_tell_a_restart_of_a_short_log()
    {
        var clock = new BootClock();
        long[] times = [10_000_000, 11_000_000, 12_000_000, 13_000_000];
        foreach (long time in times)
            clock.Observe(time);
        clock.ExpectRestart();
        Assert.Equal([0, 0, 1, 1], times.Select(clock.Observe));
    }

    [Fact]
    public void Repeated_definitions_alone_are_no_restart()
    {
        var clock = new BootClock();
        foreach (long time in Seconds(10, 20))
        {
            clock.ExpectRestart();
            clock.Observe(time);
            clock.Observe(time - 20_000);
        }

        clock.Finish();
        Assert.Equal(0, clock.Boot);
    }

    [Fact]
    public void Steps_of_minutes_are_no_restarts()
    {
        BootClock clock = After([.. Enumerable.Range(0, 20).Select(i => i * 120_000_000L)]);
        Assert.Equal((0, 0L, 19 * 120_000_000L), (clock.Boot, clock.FirstTimeUs, clock.LastTimeUs));
    }

    private static long[] Seconds(int from, int count) => [.. Enumerable.Range(from, count).Select(s => s * 1_000_000L)];

    private static BootClock After(IEnumerable<long> times)
    {
        var clock = new BootClock();
        foreach (long time in times)
            clock.Observe(time);
        clock.Finish();
        return clock;
    }
}
