using System.Text;
using BvlosSim.FlightLogs.Files;
using BvlosSim.FlightLogs.Reading;

namespace BvlosSim.FlightLogs.Tests.DataFlash;

/// <summary>Logs of 2012 to 2017, before every message had its time and its unit.</summary>
public class OldFirmwareTests
{
    private const string OldGps = "Status,TimeMS,Week,NSats,HDop,Lat,Lng,RelAlt,Alt,Spd,GCrs";

    [Fact]
    public void The_current_of_old_firmware_is_in_hundredths_in_text_as_in_binary()
    {
        byte[] binary = new DataFlashWriter().Define(3, "CURR", "IhIhhhf", "TimeMS,ThrOut,ThrInt,Volt,Curr,Vcc,CurrTot")
            .Write("CURR", 1000, 5, 6, 1150, 1234, 5000, 7f).Write("CURR", 1100, 5, 6, 1150, -1, 5000, 7f).ToArray();
        const string Text = "FMT, 3, 23, CURR, IhIhhhf, TimeMS,ThrOut,ThrInt,Volt,Curr,Vcc,CurrTot\nCURR, 1000, 5, 6, 1150, 1234, 5000, 7\nCURR, 1100, 5, 6, 1150, -1, 5000, 7\n";

        foreach (FlightLog log in (FlightLog[])[Logs.Read(binary), Logs.Read(Text)])
        {
            Assert.Equal([(11.5, 12.34), (11.5, null)], log.Rows.Battery.Select(b => (b.VoltageV, b.CurrentA)));
            Assert.Contains(log.Assumptions, a => a.Contains("in steps of 0.01", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_current_with_a_fraction_in_its_definition_is_as_logged()
    {
        FlightLog log = Logs.Read("FMT, 3, 23, CURR, Qff, TimeUS,Volt,Curr\nCURR, 1000, 11.5, 12.34\n");

        Assert.Equal((11.5, 12.34), log.Rows.Battery.Select(b => (b.VoltageV, b.CurrentA)).Single());
        Assert.DoesNotContain(log.Assumptions, a => a.Contains("0.01", StringComparison.Ordinal));
    }

    [Fact]
    public void A_receiver_that_is_not_defined_is_warned_of_and_other_messages_tell_no_time()
    {
        FlightLog log = Logs.Read("ATT, 9000000000, 1, 2\nGPS, 1000000, 3, 0, 0, 9, 1, 47.5, 8.5, 500\n");

        Assert.Equal((47.5, 8.5), log.Rows.Gps.Select(g => (g.LatitudeDeg, g.LongitudeDeg)).Single());
        Assert.Contains("GPS", Assert.Single(log.Warnings), StringComparison.Ordinal);
        Assert.Contains(log.Warnings[0], log.Assumptions);
        Assert.Equal(1_000_000, log.Inventory.LastTimeUs);
    }

    [Fact]
    public void Modes_and_batteries_without_a_time_are_placed_by_fixes_that_have_only_GPS_time()
    {
        DataFlashWriter writer = new DataFlashWriter().Define(2, "GPS", "BIHBcLLeeEe", OldGps).Define(4, "MODE", "Mh", "Mode,ThrCrs").Define(3, "CURR", "hhh", "ThrOut,Volt,Curr");
        writer.Write("MODE", 0, 0);
        for (int i = 0; i < 5; i++)
            writer.Write("GPS", 3, 345_600_000 + (i * 200), 1750, 9, 100, 470000000, 80000000, 0, 50000, 500, 0).Write("CURR", 0, 1100, 900);
        writer.Write("MODE", 10, 0);
        FlightLog log = Logs.Read(writer.ToArray());

        Assert.Equal([0, 200_000, 400_000, 600_000, 800_000], log.Rows.Gps.Select(g => g.TimeUs!.Value));
        Assert.Equal([0, 200_000, 400_000, 600_000, 800_000], log.Rows.Battery.Select(b => b.TimeUs));
        Assert.Equal([0, 800_000], log.Rows.Modes.Select(m => m.TimeUs));
    }

    [Fact]
    public void Time_of_a_receiver_without_a_week_is_time_of_week_and_goes_on_over_Sunday()
    {
        DataFlashWriter writer = new DataFlashWriter().Define(2, "GPS", "BIBcLLeeEe", "Status,Time,NSats,HDop,Lat,Lng,RelAlt,Alt,Spd,GCrs")
            .Write("GPS", 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        foreach (int ms in (int[])[604_799_600, 604_799_800, 0, 200])
            writer.Write("GPS", 2, ms, 9, 100, 470000000, 80000000, 0, 50000, 500, 0);
        FlightLog log = Logs.Read(writer.ToArray());

        Assert.Equal([null, 0, 200_000, 400_000, 600_000], log.Rows.Gps.Select(g => g.TimeUs));
        Assert.All(log.Rows.Gps, g => Assert.Equal((0, null), (g.Boot, g.Clock)));
    }

    [Fact]
    public void A_counter_of_32_bits_that_starts_again_is_no_restart()
    {
        DataFlashWriter writer = new DataFlashWriter().Define(2, "ATT", "Ic", "TimeMS,Roll").Define(3, "ACC1", "IIf", "TimeMS,TimeUS,AccX");
        for (int ms = 4_294_000; ms < 4_296_000; ms += 20)
            writer.Write("ATT", ms, 0).Write("ACC1", ms, unchecked((int)(ms * 1000L)), 1f);
        FlightLog log = Logs.Read(writer.Write("ATT", 4_296_000, 0).ToArray());

        Assert.Equal((4_294_000_000, 4_296_000_000), (log.Inventory.FirstTimeUs, log.Inventory.LastTimeUs));
        Assert.Equal(LogCompleteness.Complete, log.Inventory.Completeness);
    }

    [Fact]
    public void Further_batteries_have_messages_of_their_own()
    {
        FlightLog log = Logs.Read("FMT,1,1,BAT,Qf,TimeUS,Volt\nFMT,2,1,BAT3,Qf,TimeUS,Volt\nFMT,3,1,BAT9,Qf,TimeUS,Volt\nBAT,1,11\nBAT3,1,12\nBAT9,1,13\n");

        Assert.Equal([(0L, 11.0), (2L, 12.0), (8L, 13.0)], log.Rows.Battery.Select(b => (b.Instance!.Value, b.VoltageV!.Value)));
    }

    [Theory]
    [InlineData("APM:Copter solo-1.2.19 (62acdf5c)", VehicleKind.Copter)]
    [InlineData("Blimp V4.5.0 (abc)", VehicleKind.Blimp)]
    [InlineData("AntennaTracker V1.1.0", VehicleKind.Tracker)]
    public void Vehicles_that_are_rare_are_told(string text, VehicleKind kind)
    {
        FlightLog log = Logs.Read($"MSG, 1, {text}\nMODE, 2, 10\n");

        Assert.Equal((text, kind), (log.Inventory.Firmware, log.Inventory.Vehicle));
    }

    [Fact]
    public void The_name_of_a_build_of_ones_own_is_the_firmware()
    {
        FlightLog log = Logs.Read("FMT,1,1,VER,QBZ,TimeUS,BU,FWS\nVER, 1, 3, F1 v1.0.2dev\n");

        Assert.Equal(("F1 v1.0.2dev", VehicleKind.Plane), (log.Inventory.Firmware, log.Inventory.Vehicle));
    }

    [Fact]
    public void A_greeting_before_the_first_message_is_no_damage()
    {
        FlightLog log = Logs.Read("ArduCopter V3.1.5 (3c57e771)\nFree RAM: 1331\nAPM 2\nFMT,1,1,GPS,Q,TimeUS,Status,Lat,Lng\nGPS,1000000,3,47,8\nnoise\n");

        Assert.Equal(("ArduCopter V3.1.5 (3c57e771)", VehicleKind.Copter), (log.Inventory.Firmware, log.Inventory.Vehicle));
        Assert.Equal(5, Assert.Single(log.Inventory.Skipped).Bytes);
    }

    [Fact]
    public void A_log_of_the_old_logger_of_PX4_is_named()
    {
        byte[] bytes = new DataFlashWriter().Define(0x80, "FMT", "BBnNZ", "Type,Length,Name,Format,Columns").Define(129, "TIME", "Q", "StartTime").Write("TIME", 5).ToArray();

        Assert.Contains("sdlog2", Assert.Single(Logs.Read(bytes).Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_definition_that_lost_a_comma_moves_no_column()
    {
        byte[] sound = Logs.Definitions().Gps(1_000_000).ToArray();
        int comma = sound.AsSpan().IndexOf("NSats,HDop"u8) + "NSats".Length;
        byte[] blank = [.. sound];
        blank[comma] = (byte)' ';
        byte[] point = [.. sound];
        point[comma] = (byte)'.';

        Assert.Single(Logs.Read(sound).Rows.Gps);
        Assert.Equal(LogCompleteness.Damaged, Logs.Read(blank).Inventory.Completeness);
        Assert.Empty(Logs.Read(blank).Rows.Gps);
        Assert.Empty(Logs.Read(point).Rows.Gps);
        Assert.Contains("GPS", Assert.Single(Logs.Read(point).Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_receiver_without_a_time_of_its_own_moves_no_clock_but_its_own()
    {
        DataFlashWriter writer = new DataFlashWriter().Define(1, "ATT", "Ic", "TimeMS,Roll").Define(2, "GPS2", "BIHBcLLeeEe", OldGps);
        for (int i = 0; i < 40; i++)
        {
            int week = i < 20 ? 1700 : 1750;
            writer.Write("ATT", 1000 + (i * 200), 0).Write("GPS2", 3, 345_600_000 + (i * 200), week, 9, 100, 470000000, 80000000, 0, 50000, 500, 0);
        }

        Assert.Equal(8_800_000, Logs.Read(writer.ToArray()).Inventory.LastTimeUs);
    }

    [Fact]
    public void The_time_of_a_receiver_counts_from_its_first_fix_on()
    {
        DataFlashWriter writer = new DataFlashWriter().Define(2, "GPS", "BIHBcLLeeEe", OldGps);
        for (int i = 0; i < 10; i++)
            writer.Write("GPS", 1, i * 200, 1700, 0, 100, 0, 0, 0, 0, 0, 0);
        for (int i = 0; i < 10; i++)
            writer.Write("GPS", 3, 345_600_000 + (i * 200), 1750, 9, 100, 470000000, 80000000, 0, 50000, 500, 0);
        FlightLog log = Logs.Read(writer.ToArray());

        Assert.Equal((0, 1_800_000), (log.Inventory.FirstTimeUs, log.Inventory.LastTimeUs));
        Assert.Equal(10, log.Rows.Gps.Count(g => g.TimeUs is null));
    }

    [Fact]
    public void Milliseconds_beside_microseconds_of_64_bits_are_any_column()
    {
        byte[] bytes = Logs.Definitions().Define(200, "LUA", "QIf", "TimeUS,TimeMS,V").Gps(1_000_000).Write("LUA", 1_100_000, 345_600_000, 1f).Gps(1_200_000).ToArray();

        Assert.Equal(1_200_000, Logs.Read(bytes).Inventory.LastTimeUs);
    }

    [Fact]
    public void What_is_not_printable_before_the_first_message_is_damage()
    {
        const string Rest = "\nFMT,1,1,GPS,Q,TimeUS,Status,Lat,Lng\nGPS,1000000,3,47,8\n";

        Assert.Equal(LogCompleteness.Damaged, Logs.Read(new string('\0', 900) + Rest).Inventory.Completeness);
        Assert.Equal(LogCompleteness.Complete, Logs.Read("Free RAM: 1331" + Rest).Inventory.Completeness);
        Assert.Equal(LogCompleteness.Damaged, Logs.Read("Free RAM: 1331\n").Inventory.Completeness);
    }

    [Fact]
    public void A_log_cut_inside_a_character_is_truncated()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("FMT,1,1,GPS,Q,TimeUS,Status,Lat,Lng\nGPS,1000000,3,47,8\n" + string.Concat(Enumerable.Repeat("MSG, 1, x\n", 500)) + "MSG, 2, "), 0xC3];
        FlightLog log = Logs.Read(bytes, "a.log");

        Assert.Single(log.Rows.Gps);
        Assert.Equal(LogCompleteness.Truncated, log.Inventory.Completeness);
    }

    [Fact]
    public void A_script_names_its_messages_and_columns_as_it_likes()
    {
        byte[] bytes = Logs.Definitions().Define(200, "A-1", "Qff", "TimeUS, One, Two!").Gps(1_000_000).Write("A-1", 1_000_000, 1f, 2f).Gps(1_200_000).ToArray();
        FlightLog log = Logs.Read(bytes);

        Assert.Equal(LogCompleteness.Complete, log.Inventory.Completeness);
        Assert.Contains(new MessageCount("A-1", 1), log.Inventory.Messages);
    }

    [Fact]
    public void A_week_that_lags_again_and_again_is_counted_on_each_time()
    {
        var text = new StringBuilder("FMT, 1, 1, GPS, Q, TimeUS,Status,GMS,GWk,Lat,Lng\n");
        // Every fix is a week and 200 ms after the one before, and says so two fixes late.
        for (int i = 0; i < 20; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"GPS,{1_000_000 + (i * 200_000)},3,{i * 200},{2200 + (i / 2)},47,8\n");
        FlightLog log = Logs.Read(text.ToString());

        Assert.Equal(20, log.Rows.Gps.Length);
        Assert.Equal(2209, log.Rows.Gps[19].Clock!.Value.Week);
    }

    [Fact]
    public void A_summary_goes_on_after_a_line_that_is_not_UTF_8()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("FMT,1,1,GPS,Q,TimeUS,Status,Lat,Lng\nGPS,1000000,3,47,8\n"), 0xFF, 0xFE, 0x0A, .. Encoding.UTF8.GetBytes("GPS,2000000,3,47,8\n")];
        using var folder = new TemporaryFolder();
        using LogFile file = LogFile.Open(folder.Write("a.log", bytes), null, out _)!;
        FlightLog log = FlightLogReader.ReadForSummary(file, out _, CancellationToken.None)!;

        Assert.Equal(2, log.Rows.Gps.Length);
        Assert.Equal(LogCompleteness.Damaged, log.Inventory.Completeness);
        Assert.Null(Logs.TryRead(bytes, "a.log", out LogRefusal? refusal));
        Assert.NotNull(refusal);
    }
}
