using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Tests.DataFlash;

/// <summary>The worked examples of the contract, as far as they are the reader's.</summary>
public class WorkedExampleTests
{
    private const string Text = """
        FMT, 15, 45, GPS, QBLLeff, TimeUS,Status,Lat,Lng,Alt,Spd,GCrs
        FMT, 11, 50, BAT, QBfff, TimeUS,Instance,Volt,Curr,RemPct
        FMT, 90, 14, MODE, QMB, TimeUS,Mode,ModeNum
        FMT, 44, 49, XKF6, QBff, TimeUS,C,VWN,VWE
        GPS, 1000000, 1, 47.0, 8.0, 500.0, 0.0, 0.0
        BAT, 1500000, 0, 25.2, 4.5, 99
        MODE, 1600000, TAKEOFF, 13
        GPS, 2000000, 3, 47.0, 8.0, 500.5, 0.3, 0.0
        XKF6, 2500000, 0, 1.25, -3.5
        XKF6, 2500000, 1, 9.0, 9.0
        GPS, 4000000, 3, 47.0, 8.0, 510.0, 0.4, 12.5
        BAT, 4000000, 0, 24.9, , 97
        MODE, 4500000, AUTO, 10
        GPS, 6000000, 3, 47.0005, 8.0001, 520.0, 12.123456789, 7.25
        GPS, 5000000, 3, 47.0002, 8.0, 516.0, 6.0, 7.0
        GPS, 7000000, 3, 0, 0, 520.0, 12.0, 7.25
        GPS, x, 3, 47.1, 8.1, 520.0, 12.0, 7.25

        """;

    [Fact]
    public void The_text_log_reads_as_written()
    {
        FlightLog log = Logs.Read(Text, "e1.log");
        Assert.Equal("18261ed253a65fe047228672e09a80bd3f46509da809e7ad70c10e6d3bc2726d", log.Sha256);
        Assert.Equal(LogFormat.DataFlashText, log.Format);
        Assert.Equal([1_000_000, 2_000_000, 4_000_000, 6_000_000, 5_000_000, 7_000_000, null], log.Rows.Gps.Select(g => g.TimeUs));
        Assert.All(log.Rows.Gps, g => Assert.Equal(0, g.Boot));
        Assert.Equal(12.123456789, log.Rows.Gps[3].GroundspeedMps);
        Assert.Equal(1, log.Rows.Gps[0].Status);
        Assert.Equal(new BatteryRow { TimeUs = 4_000_000, Boot = 0, Instance = 0, VoltageV = 24.9, RemainingPercent = 97 }, log.Rows.Battery[1]);
        Assert.Equal([new ModeRow(1_600_000, 0, "TAKEOFF"), new ModeRow(4_500_000, 0, "AUTO")], log.Rows.Modes.AsEnumerable());
        Assert.Equal([new WindRow(2_500_000, 0, 1.25, -3.5)], log.Rows.Wind.AsEnumerable());
        Assert.Equal(LogCompleteness.Complete, log.Inventory.Completeness);
    }

    [Fact]
    public void Missing_parts_are_absent()
    {
        GpsRow row = Assert.Single(Logs.Read("GPS, 100000000, 3, 0, 0, 14, 0.90, 47.6, 9.3\n", "a.LOG").Rows.Gps);
        Assert.Equal((100_000_000L, 47.6, 9.3), (row.TimeUs, row.LatitudeDeg, row.LongitudeDeg));
        Assert.Null(row.AltitudeAmslM);
        Assert.Null(row.TrackDeg);
    }

    [Theory]
    [InlineData("1_000_000", 1_000_000L)]
    [InlineData("+2000000", 2_000_000L)]
    [InlineData("-5", -5L)]
    [InlineData("3000000.0", null)]
    [InlineData("0x10", null)]
    [InlineData("1__0", null)]
    [InlineData("٣٠", 30L)]
    public void Times_are_whole_numbers(string text, long? timeUs) =>
        Assert.Equal(timeUs, Assert.Single(Logs.Read($"GPS, {text}, 3, 0, 0, 14, 0.90, 47.6, 9.3\n").Rows.Gps).TimeUs);

    [Fact]
    public void A_line_NKF6_hides_XKF6_and_other_cores_count_for_nothing()
    {
        Assert.Empty(Logs.Read("NKF6, x\nXKF6, 1, 0, 1.0, 2.0\n").Rows.Wind);
        Assert.Single(Logs.Read("XKF6, 1, 0, 1.0, 2.0\n").Rows.Wind);
        Assert.Empty(Logs.Read("XKF6, 1, 0.0, 1.0, 2.0\nXKF6, 1, , 1.0, 2.0\n").Rows.Wind);
    }

    [Fact]
    public void A_row_without_definition_has_fixed_positions()
    {
        FlightLog log = Logs.Read("BAT, 900000, 25, 0, 5, 0, 80\nBAT, 950000, x\n");
        Assert.Equal((25, 5, 80), (log.Rows.Battery[0].VoltageV, log.Rows.Battery[0].CurrentA, log.Rows.Battery[0].RemainingPercent));
        Assert.Null(log.Rows.Battery[1].VoltageV);
    }

    [Fact]
    public void The_binary_log_reads_as_written()
    {
        DataFlashWriter log = Logs.Definitions()
            .Write("MODE", 900_000, 10, 10, 1)
            .Write("BAT", 900_000, 0, 25.1f, 7.3f, 0f, 88)
            .Write("NKF6", 950_000, 0, 1.5f, -2.25f).Write("NKF6", 950_000, 1, 9f, 9f)
            .Gps(1_000_000)
            .Raw(0x01, 0x02, 0xA3, 0x95, 0x77, 0xA3)
            .Gps(2_000_000, instance: 1)
            .Gps(3_000_000, 471236000, 11.5f);
        byte[] torn = log.Gps(4_000_000).ToArray()[..^18];
        FlightLog read = Logs.Read(torn);
        Assert.Equal([1_000_000, 2_000_000, 3_000_000], read.Rows.Gps.Select(g => g.TimeUs));
        GpsRow first = read.Rows.Gps[0];
        Assert.Equal((47.1234567, 8.7654321, 512.34), (first.LatitudeDeg, first.LongitudeDeg, first.AltitudeAmslM));
        Assert.Equal((11.30000019, 123.40000153), (Math.Round(first.GroundspeedMps!.Value, 8), Math.Round(first.TrackDeg!.Value, 8)));
        Assert.Equal(new GpsClock(2200, 1000), first.Clock);
        Assert.Equal([new ModeRow(900_000, 0, "10")], read.Rows.Modes.AsEnumerable());
        Assert.Equal([new WindRow(950_000, 0, 1.5, -2.25)], read.Rows.Wind.AsEnumerable());
        Assert.Equal(88, Assert.Single(read.Rows.Battery).RemainingPercent);
        Assert.Equal([6L, 33L], read.Inventory.Skipped.Select(s => s.Bytes));
        Assert.Equal(LogCompleteness.Damaged, read.Inventory.Completeness);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(14)]
    [InlineData(20)]
    public void Bytes_missing_inside_a_message_cost_that_message_alone(int from)
    {
        DataFlashWriter log = Logs.Definitions().Gps(1_000_000).Gps(2_000_000).Gps(3_000_000).Gps(4_000_000);
        (_, int start, _) = log.Messages[^3];
        byte[] bytes = log.ToArray();
        FlightLog read = Logs.Read([.. bytes[..(start + from)], .. bytes[(start + from + 31)..]]);
        Assert.Equal([1_000_000, 3_000_000, 4_000_000], read.Rows.Gps.Select(g => g.TimeUs));
        Assert.Equal(start, Assert.Single(read.Inventory.Skipped).OffsetBytes);
    }
}
