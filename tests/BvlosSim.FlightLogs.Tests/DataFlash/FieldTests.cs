using BvlosSim.FlightLogs.DataFlash;
using BvlosSim.FlightLogs.Rows;
using CsCheck;

namespace BvlosSim.FlightLogs.Tests.DataFlash;

/// <summary>Field codes, units and the meaning of values.</summary>
public class FieldTests
{
    [Theory]
    [InlineData('b', -100, -100.0)]
    [InlineData('B', 200, 200.0)]
    [InlineData('M', -1, -1.0)]
    [InlineData('h', -30000, -30000.0)]
    [InlineData('H', 60000, 60000.0)]
    [InlineData('c', -12345, -123.45)]
    [InlineData('C', 60000, 600.0)]
    [InlineData('i', -2000000000, -2000000000.0)]
    [InlineData('I', 4000000000, 4000000000.0)]
    [InlineData('e', -1250, -12.5)]
    [InlineData('E', 4000000000, 40000000.0)]
    [InlineData('L', 471234567, 47.1234567)]
    [InlineData('q', -9007199254740993, -9007199254740993.0)]
    [InlineData('Q', 9007199254740991, 9007199254740991.0)]
    public void Whole_codes_decode(char code, long stored, double value)
    {
        byte[] bytes = new DataFlashWriter().Know(1, "X", $"{code}").Write("X", stored).ToArray();
        Assert.Equal(value, FieldCode.Decode(code, bytes.AsSpan(3)).Real());
        Assert.Equal(DataFlashWriter.SizeOf(code), FieldCode.SizeOf(code));
    }

    [Fact]
    public void Real_codes_decode_whatever_is_written() => Gen.Select(Gen.Single, Gen.Double).Sample((single, real) =>
    {
        byte[] bytes = new DataFlashWriter().Know(1, "X", "fdg").Write("X", single, real, 1.5f).ToArray();
        Assert.Equal(single, (float)FieldCode.Decode('f', bytes.AsSpan(3)).Real()!.Value);
        Assert.Equal(real, FieldCode.Decode('d', bytes.AsSpan(7)).Real());
        Assert.Equal(1.5, FieldCode.Decode('g', bytes.AsSpan(15)).Real());
    });

    [Theory]
    [InlineData('n', 4)]
    [InlineData('N', 16)]
    [InlineData('Z', 64)]
    public void Text_codes_decode(char code, int size)
    {
        byte[] bytes = new DataFlashWriter().Know(1, "X", $"{code}").Write("X", "ä b").ToArray();
        Assert.Equal(size + 3, bytes.Length);
        Assert.Equal("ä b", FieldCode.Decode(code, bytes.AsSpan(3)).Text());
        Assert.Equal("é", FieldCode.Text([0xE9, 0, 0x41]));
    }

    [Theory]
    [InlineData(" 1_0.5e1 ", 105.0)]
    [InlineData("-.5", -0.5)]
    [InlineData("5.", 5.0)]
    [InlineData("٤٢", 42.0)]
    [InlineData("-Infinity", double.NegativeInfinity)]
    [InlineData("NaN", double.NaN)]
    [InlineData("1e999", double.PositiveInfinity)]
    [InlineData("", null)]
    [InlineData("_1", null)]
    [InlineData("1_", null)]
    [InlineData("1 2", null)]
    [InlineData("0x1", null)]
    [InlineData("1,5", null)]
    public void Text_numbers_convert(string text, double? value) => Assert.Equal(value, TextNumbers.Real(text));

    [Fact]
    public void Whole_coordinates_are_read_by_what_the_log_declares_and_else_by_a_table()
    {
        const string Columns = "TimeUS,Status,Lat,Lng,Spd";
        DataFlashWriter writer = new DataFlashWriter().Define(2, "GPS", "QBiiH", Columns)
            .Write("GPS", 1_000_000, 3, 50, -40, 1150)
            .Define(10, "UNIT", "QbZ", "TimeUS,Id,Label").Define(11, "MULT", "Qbd", "TimeUS,Id,Mult").Define(12, "FMTU", "QBNN", "TimeUS,FmtType,UnitIds,MultIds")
            .Write("MULT", 1_000_000, (int)'E', 1e-5).Write("MULT", 1_000_000, (int)'A', (double)0.1f)
            .Write("FMTU", 1_000_000, 2, "s-DUn", "F-EEA")
            .Write("GPS", 1_200_000, 3, 50, -40, 115);
        FlightLog log = Logs.Read(writer.ToArray());
        Assert.Equal((5e-6, -4e-6, 11.5), Rounded(log.Rows.Gps[0]));
        Assert.Equal((5e-4, -4e-4, 11.5), Rounded(log.Rows.Gps[1]));
        Assert.Contains(log.Assumptions, a => a.Contains("states no unit of GPS.Latitude", StringComparison.Ordinal));
    }

    [Fact]
    public void A_multiplier_is_not_applied_to_a_code_that_scales()
    {
        DataFlashWriter writer = Logs.Definitions()
            .Define(11, "MULT", "Qbd", "TimeUS,Id,Mult").Define(12, "FMTU", "QBNN", "TimeUS,FmtType,UnitIds,MultIds")
            .Write("MULT", 1_000_000, (int)'G', 1e-7).Write("MULT", 1_000_000, (int)'B', 0.01)
            .Write("FMTU", 1_000_000, 2, "s#-s-S-DUmnhnh-", "F--C-0BGGB000--")
            .Gps(1_000_000);
        Assert.Equal(47.1234567, Assert.Single(Logs.Read(writer.ToArray()).Rows.Gps).LatitudeDeg);
    }

    [Fact]
    public void What_was_not_measured_is_absent_and_counted()
    {
        DataFlashWriter writer = Logs.Definitions()
            .Write("BAT", 1_000_000, 0, 25f, float.NaN, 0f, 255)
            .Write("BAT", 1_100_000, 0, 65535f, -1f, 0f, 50)
            .Write("BAT", 1_200_000, 1, 24f, -3f, 0f, 49);
        FlightLog log = Logs.Read(writer.ToArray());
        Assert.Equal([25, null, 24], log.Rows.Battery.Select(b => b.VoltageV));
        Assert.Equal([null, null, -3], log.Rows.Battery.Select(b => b.CurrentA));
        Assert.Equal([null, 50, 49], log.Rows.Battery.Select(b => b.RemainingPercent));
        Assert.Equal([0, 0, 1], log.Rows.Battery.Select(b => b.Instance));
        Assert.Contains(log.Assumptions, a => a.EndsWith("1 voltages, 2 currents, 1 charges.", StringComparison.Ordinal));
    }

    [Fact]
    public void CURR_is_read_in_hundredths_where_there_is_no_BAT()
    {
        DataFlashWriter writer = new DataFlashWriter().Define(9, "CURR", "IhIhhhf", "TimeMS,ThrOut,ThrInt,Volt,Curr,Vcc,CurrTot")
            .Write("CURR", 1000, 0, 0, 1234, -1, 5000, 0f).Write("CURR", 1100, 0, 0, 1230, 550, 5000, 0f);
        FlightLog log = Logs.Read(writer.ToArray());
        Assert.Equal([new BatteryRow { TimeUs = 1_000_000, Boot = 0, Instance = 0, VoltageV = 12.34 }, new BatteryRow { TimeUs = 1_100_000, Boot = 0, Instance = 0, VoltageV = 12.3, CurrentA = 5.5 }], log.Rows.Battery.AsEnumerable());
        writer.Define(3, "BAT", "Qff", "TimeUS,Volt,Curr").Write("BAT", 1_200_000, 11f, 1f);
        Assert.Equal(11, Assert.Single(Logs.Read(writer.ToArray()).Rows.Battery).VoltageV);
    }

    private static (double, double, double) Rounded(GpsRow row) =>
        (Math.Round(row.LatitudeDeg!.Value, 10), Math.Round(row.LongitudeDeg!.Value, 10), Math.Round(row.GroundspeedMps!.Value, 10));
}
