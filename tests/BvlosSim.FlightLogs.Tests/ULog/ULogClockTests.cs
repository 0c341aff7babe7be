using BvlosSim.FlightLogs.Reading;

namespace BvlosSim.FlightLogs.Tests.ULog;

/// <summary>Time stamps that go back or leap: a new start, an old value, or damage.</summary>
public class ULogClockTests
{
    [Fact]
    public void Logs_that_follow_one_another_are_starts_of_their_own()
    {
        byte[] log = ULogs.Write(w =>
        {
            w.DefineGps(7);
            w.Fix(1, 7);
            w.Fix(2, 7);
        });
        byte[] later = ULogs.Write(w =>
        {
            w.DefineGps(9, 1);
            w.Fix(3, 9);
            w.Fix(4, 7);
        });
        FlightLog read = ULogs.Read([.. log, .. later]);
        Assert.Equal([(0, 1.0), (0, 2.0), (1, 3.0)], read.Rows.Gps.Select(r => (r.Boot, r.TimeUs!.Value / 1e6)));
        Assert.Single(read.Inventory.Skipped);
    }

    [Fact]
    public void A_log_after_one_that_was_cut_off_is_read_from_its_header_on()
    {
        byte[] log = ULogs.Write(w =>
        {
            w.DefineGps();
            w.Fix(1);
            w.Fix(2);
        });
        for (int cut = 1; cut < 42; cut++)
        {
            FlightLog read = ULogs.Read([.. log[..^cut], .. log]);
            Assert.Equal([(0, 1.0), (1, 1.0), (1, 2.0)], read.Rows.Gps.Select(r => (r.Boot, r.TimeUs!.Value / 1e6)));
        }
    }

    [Fact]
    public void A_clock_that_falls_back_for_good_is_a_new_start()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps();
            foreach (int second in (int[])[100, 101, 102, 1, 2, 3])
                w.Fix(second);
        });
        Assert.Equal([0, 0, 0, 1, 1, 1], log.Rows.Gps.Select(r => r.Boot));
    }

    [Fact]
    public void A_time_that_falls_back_for_one_message_costs_that_message()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps();
            foreach (int second in (int[])[1000, 1001, 3, 1003, 1004, 1005])
                w.Fix(second);
        });
        Assert.Equal([1000.0, 1001, 1003, 1004, 1005], log.Seconds());
        Assert.All(log.Rows.Gps, r => Assert.Equal(0, r.Boot));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_time_far_ahead_of_what_follows_costs_that_message(int place)
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps();
            for (int i = 0; i < 6; i++)
                w.Fix(i == place ? 900_000 : 1000 + i);
        });
        Assert.Equal(Enumerable.Range(0, 6).Where(i => i != place).Select(i => 1000.0 + i), log.Seconds());
        Assert.Equal(LogCompleteness.Damaged, log.Inventory.Completeness);
        Assert.All(log.Rows.Gps, r => Assert.Equal(0, r.Boot));
        Assert.Equal(1_005_000_000, log.Inventory.LastTimeUs);
    }

    [Fact]
    public void A_long_pause_is_no_damage()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps();
            foreach (int second in (int[])[1, 2, 5000, 5001, 9000])
                w.Fix(second);
        });
        Assert.Equal([1.0, 2, 5000, 5001, 9000], log.Seconds());
        Assert.Equal(LogCompleteness.Complete, log.Inventory.Completeness);
    }

    [Fact]
    public void A_state_that_was_published_long_ago_is_no_new_start()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps();
            w.Format(ULogs.StatusFormat);
            w.Subscribe(0, 1, "vehicle_status");
            w.Fix(1000);
            w.Data(1, new ULogBody().U64(20_000_000).U8(3).Bytes);
            w.Fix(1001);
            w.Data(1, new ULogBody().U64(1_001_000_000).U8(4).Bytes);
            w.Fix(1002);
        });
        Assert.Equal([(20_000_000, 0, "AUTO_MISSION"), (1_001_000_000, 0, "AUTO_LOITER")], log.Rows.Modes.Select(m => (m.TimeUs, m.Boot, m.Mode!)));
        Assert.All(log.Rows.Gps, r => Assert.Equal(0, r.Boot));
    }

    [Fact]
    public void A_burst_of_old_states_does_not_make_the_first_message_false()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps();
            w.Format("old:uint64_t timestamp;");
            w.Fix(1000);
            for (byte i = 1; i < 20; i++)
            {
                w.Subscribe(i, i, "old");
                w.Data(i, new ULogBody().U64(i * 1_000_000UL).Bytes);
            }

            w.Fix(1001);
            w.Fix(1002);
        });
        Assert.Equal([1000.0, 1001, 1002], log.Seconds());
        Assert.All(log.Rows.Gps, r => Assert.Equal(0, r.Boot));
        Assert.Equal(LogCompleteness.Complete, log.Inventory.Completeness);
    }

    [Fact]
    public void A_topic_that_nobody_reads_may_carry_any_time()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps();
            w.Format("mission:uint64_t timestamp;");
            w.Subscribe(0, 1, "mission");
            w.Fix(1);
            w.Data(1, new ULogBody().U64(5_000_000_000).Bytes);
            w.Data(1, new ULogBody().U64(ulong.MaxValue).Bytes);
            w.Fix(2);
            w.Fix(3);
        });
        Assert.Equal([1.0, 2.0, 3.0], log.Seconds());
        Assert.Equal(LogCompleteness.Complete, log.Inventory.Completeness);
        Assert.Equal(3_000_000, log.Inventory.LastTimeUs);
    }
}
