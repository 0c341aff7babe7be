using System.Text;
using System.Text.Json;
using BvlosSim.FlightLogs.Info;
using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Tests.Info;

public class LogInfoTests
{
    private static readonly FlightLog Log = ReadLogs.Of(
        [ReadLogs.Fix(1) with { Instance = 0 }, ReadLogs.Fix(1.2) with { Instance = 0 }, ReadLogs.Fix(1.4) with { Instance = 0 }],
        [ReadLogs.Battery(1, 25.0, 0), ReadLogs.Battery(1.1, 25.0, 0), ReadLogs.Battery(1, 25.0, 1)],
        [new ModeRow(1_000_000, 0, "AUTO"), new ModeRow(1_100_000, 0, "AUTO"), new ModeRow(1_200_000, 0, "R\u001bTL")]) with
    {
        Inventory = new LogInventory
        {
            Messages = [new MessageCount("GPS", 3), new MessageCount("\"\u00e9", 1)],
            Completeness = LogCompleteness.Truncated,
            Skipped = [new SkippedBytes(90, 7, "ends inside a message")],
            SkippedCount = 1,
            SkippedBytesTotal = 7,
            FirstTimeUs = 1_000_000,
            LastTimeUs = 1_400_000,
            Firmware = "ArduPlane V4.5.1",
            Vehicle = VehicleKind.Plane,
            ParameterChanges = [new ParameterChange(1_100_000, "RTL_ALT", 100.0, double.NaN)],
        },
    };

    [Fact]
    public void The_document_tells_what_the_log_holds()
    {
        using JsonDocument document = JsonDocument.Parse(LogInfoJson.Render(LogInfo.Of(Log), "1.2.3"));
        JsonElement root = document.RootElement;
        Assert.Equal("log-info.v1", root.GetProperty("schema_version").GetString());
        Assert.Equal("truncated", root.GetProperty("completeness").GetString());
        Assert.Equal(1000, root.GetProperty("bytes").GetInt64());
        Assert.Equal(3, root.GetProperty("messages").GetProperty("GPS").GetInt64());
        Assert.Equal(1, root.GetProperty("messages").GetProperty("%22%E9").GetInt64());
        Assert.Equal(5.0, root.GetProperty("gps_receivers")[0].GetProperty("rate_hz").GetDouble(), 9);
        Assert.Equal([2, 1], root.GetProperty("batteries").EnumerateArray().Select(b => b.GetProperty("rows").GetInt32()));
        Assert.Equal(["AUTO", "R\u001bTL"], root.GetProperty("modes").EnumerateArray().Select(m => m.GetProperty("mode").GetString()!));
        Assert.Equal(90, root.GetProperty("skipped")[0].GetProperty("offset").GetInt64());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("parameter_changes")[0].GetProperty("to").ValueKind);
    }

    [Fact]
    public void Counters_do_not_hide_what_a_pilot_changed()
    {
        FlightLog log = Log with
        {
            Inventory = Log.Inventory with
            {
                ParameterChanges =
                [
                    .. Enumerable.Range(0, 50).Select(i => new ParameterChange(i, "STAT_RUNTIME", i, i + 1)), new ParameterChange(60, "WPNAV_SPEED", 500, 1500),
                ],
            },
        };
        string text = Encoding.UTF8.GetString(LogInfoText.Render(LogInfo.Of(log)));

        Assert.Contains("WPNAV_SPEED: 500 -> 1500", text, StringComparison.Ordinal);
        Assert.Contains("and 50 changes of the counters STAT_", text, StringComparison.Ordinal);
        Assert.DoesNotContain("STAT_RUNTIME", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Flights_name_the_receiver_that_they_are_of()
    {
        FlightLog log = ReadLogs.Of([ReadLogs.Fix(1) with { Instance = 0, Status = 0 }, ReadLogs.Fix(1) with { Instance = 1 }]);
        LogInfo info = LogInfo.Of(log);
        using JsonDocument document = JsonDocument.Parse(LogInfoJson.Render(info, "1.2.3"));

        Assert.Equal(1, document.RootElement.GetProperty("flight_gps_instance").GetInt64());
        Assert.Equal([0, 1], document.RootElement.GetProperty("gps_receivers").EnumerateArray().Select(r => r.GetProperty("fixes").GetInt32()));
        Assert.Contains(document.RootElement.GetProperty("assumptions").EnumerateArray(), a => a.GetString()!.Contains("never had a fix", StringComparison.Ordinal));
        Assert.Contains("GPS 1 ", Encoding.UTF8.GetString(LogInfoText.Render(info)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_holds_nothing_that_steers_a_terminal()
    {
        string text = Encoding.UTF8.GetString(LogInfoText.Render(LogInfo.Of(Log)));
        Assert.Contains("ArduPlane V4.5.1", text, StringComparison.Ordinal);
        Assert.Contains("truncated", text, StringComparison.Ordinal);
        Assert.Contains("7 bytes at 90", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\n');
    }

    [Fact]
    public void The_modes_of_several_flights_name_theirs()
    {
        FlightLog log = ReadLogs.Of(
            [ReadLogs.Fix(1), ReadLogs.Fix(2), ReadLogs.Fix(1) with { Boot = 1 }],
            [],
            [new ModeRow(1_000_000, 0, "AUTO"), new ModeRow(1_500_000, 1, "RTL"), new ModeRow(1_000_000, 2, "LAND")]);
        string text = Encoding.UTF8.GetString(LogInfoText.Render(LogInfo.Of(log)));
        Assert.Contains("mode        flight 1, 1.000 s  AUTO\n", text, StringComparison.Ordinal);
        Assert.Contains("mode        flight 2, 1.500 s  RTL\n", text, StringComparison.Ordinal);
        Assert.Contains("mode        no flight, 1.000 s  LAND\n", text, StringComparison.Ordinal);
    }
}
