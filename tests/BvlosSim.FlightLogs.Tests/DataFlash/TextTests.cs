using System.Text;
using BvlosSim.FlightLogs.Files;
using BvlosSim.FlightLogs.Reading;

namespace BvlosSim.FlightLogs.Tests.DataFlash;

/// <summary>Text logs: lines, definitions, encoding.</summary>
public class TextTests
{
    private const string Definition = "FMT, 1, 1, GPS, Q, TimeUS,Status,Lat,Lng";

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\v")]
    [InlineData("\f")]
    [InlineData("\u001C")]
    [InlineData("\u001E")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public void Every_line_end_ends_a_line(string end)
    {
        FlightLog log = Logs.Read(string.Join(end, Definition, "", "\u00A0GPS , 1, 3, 1, 1", "  GPS, 1000000, 3, 47.5, 8.5 ", "GPS,1200000,3,47.6,8.6", ""));
        Assert.Equal([47.5, 47.6], log.Rows.Gps.Select(g => g.LatitudeDeg));
    }

    [Fact]
    public void Lines_across_the_edge_of_the_window_are_whole()
    {
        var text = new StringBuilder(Definition + "\r\n");
        for (int i = 0; text.Length < 2.5 * LogWindow.CapacityBytes; i++)
            text.Append($"GPS,{i}00000,3,47.5,8.{i}\r\n").Append(i % 1000 == 7 ? "MSG, 1, grün\u2028" : "");
        FlightLog log = Logs.Read(text.ToString());
        Assert.Equal(Enumerable.Range(0, log.Rows.Gps.Length).Select(i => (long?)i * 100_000), log.Rows.Gps.Select(g => g.TimeUs));
        Assert.All(log.Rows.Gps, g => Assert.Equal(47.5, g.LatitudeDeg));
        Assert.Equal(LogCompleteness.Complete, log.Inventory.Completeness);
    }

    [Fact]
    public void A_line_of_any_length_is_skipped()
    {
        string text = Definition + "\nGPS,1000000,3,47.5,8.5\n" + new string('x', 3 * LogWindow.CapacityBytes) + "\nGPS,1200000,3,47.6,8.6\n";
        FlightLog log = Logs.Read(text);
        Assert.Equal(2, log.Rows.Gps.Length);
        Assert.Equal(3 * LogWindow.CapacityBytes, log.Inventory.SkippedBytesTotal);
    }

    [Fact]
    public void A_byte_order_mark_moves_no_column() =>
        Assert.Equal(47.5, Assert.Single(Logs.Read("\uFEFF" + Definition + "\nGPS,1000000,3,47.5,8.5\n").Rows.Gps).LatitudeDeg);

    [Fact]
    public void The_last_definition_holds_for_all_lines()
    {
        FlightLog log = Logs.Read("GPS,1000000,3,8.5,47.5\n" + Definition + "\nGPS,1200000,3,8.6,47.6\nFMT,1,1,GPS,Q,TimeUS,Status,Lng,Lat\n");
        Assert.Equal([47.5, 47.6], log.Rows.Gps.Select(g => g.LatitudeDeg));
        Assert.Equal(2, log.Inventory.Messages.Single(m => m.Name == "GPS").Count);
    }

    [Fact]
    public void A_torn_last_line_is_left_out_and_the_log_is_truncated()
    {
        FlightLog log = Logs.Read(Definition + "\nGPS,1000000,3,47.5,8.5\nGPS,1200000,3,47.");
        Assert.Single(log.Rows.Gps);
        Assert.Equal(LogCompleteness.Truncated, log.Inventory.Completeness);
        Assert.Equal(LogCompleteness.Complete, Logs.Read(Definition + "\nGPS,1000000,3,47.5,8.5").Inventory.Completeness);
    }

    [Fact]
    public void What_is_no_UTF_8_is_refused_with_its_place()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Definition + "\n" + string.Concat(Enumerable.Repeat("MSG, 1, ä\n", 500))), 0xFF, 0xFE, 0x0A];
        Assert.Null(Logs.TryRead(bytes, "a.log", out LogRefusal? refusal));
        Assert.Equal((LogRefusalReason.EncodingError, bytes.Length - 3L), (refusal!.Reason, refusal.OffsetBytes));
    }

    [Fact]
    public void A_text_log_in_two_boots_keeps_them_apart_and_one_out_of_order_stays_one()
    {
        string Lines(int start, int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"GPS,{(start + i) * 1_000_000L},3,47,8\n"));
        FlightLog two = Logs.Read(Definition + "\n" + Lines(100, 30) + Lines(20, 30));
        Assert.Equal([30, 30], two.Rows.Gps.GroupBy(g => g.Boot).Select(g => g.Count()));

        var random = new Random(3);
        string[] shuffled = (Lines(100, 200)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        random.Shuffle(shuffled);
        FlightLog one = Logs.Read(Definition + "\n" + string.Join('\n', shuffled) + "\n");
        Assert.All(one.Rows.Gps, g => Assert.Equal(0, g.Boot));
        Assert.Equal(200, one.Rows.Gps.Length);
        Assert.Equal((100_000_000L, 299_000_000L), (one.Inventory.FirstTimeUs, one.Inventory.LastTimeUs));
    }
}
