using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Tests.ULog;

/// <summary>A flight of all topics, with damage in it.</summary>
public class WorkedExampleTests
{
    private static readonly byte[] Log = ULogs.Write(Write);

    [Fact]
    public void Every_fix_before_the_torn_end_is_read()
    {
        FlightLog log = ULogs.Read(Log);
        Assert.Equal([1.0, 2.0, 3.0], log.Seconds());
        GpsRow first = log.Rows.Gps[0];
        Assert.Equal(47.5, first.LatitudeDeg);
        Assert.Equal(8.5, first.LongitudeDeg);
        Assert.Equal(431.25, first.AltitudeAmslM);
        Assert.Equal(5.0, first.GroundspeedMps);
        Assert.Equal(331.35211024, first.TrackDeg!.Value, 8);
        Assert.Equal(3, first.Status);
        Assert.Equal(0, first.Instance);
        GpsRow second = log.Rows.Gps[1];
        Assert.Equal(47.5001, second.LatitudeDeg);
        Assert.Equal(8.5001, second.LongitudeDeg);
        Assert.Equal(10.0, second.GroundspeedMps);
        Assert.Equal(14.32394488, second.TrackDeg!.Value, 8);
        Assert.Equal(1, log.Rows.Gps[2].Status);
    }

    [Fact]
    public void Battery_mode_and_wind_are_read_and_what_is_unknown_is_absent()
    {
        FlightLog log = ULogs.Read(Log);
        BatteryRow battery = Assert.Single(log.Rows.Battery);
        Assert.Equal(22.20000076, battery.VoltageV!.Value, 8);
        Assert.Null(battery.CurrentA);
        Assert.Equal(87.5, battery.RemainingPercent);
        Assert.Equal(1, battery.Instance);
        Assert.Equal(["AUTO_MISSION", "NAV_STATE_40"], log.Rows.Modes.Select(m => m.Mode!));
        Assert.Equal(new WindRow(950_000, 0, null, 2.5), Assert.Single(log.Rows.Wind));
        Assert.Contains("1 battery currents are −1 or no number, or of a battery that is not connected, and count as absent.", log.Assumptions);
    }

    [Fact]
    public void The_inventory_says_what_there_is_and_what_was_skipped()
    {
        FlightLog log = ULogs.Read(Log);
        Assert.Equal(
            ["battery_status[1] 1", "vehicle_gps_position[0] 3", "vehicle_status[0] 2", "wind[0] 1"],
            log.Inventory.Messages.Select(m => $"{m.Name} {m.Count}"));
        Assert.Equal(900_000, log.Inventory.FirstTimeUs);
        Assert.Equal(3_000_000, log.Inventory.LastTimeUs);
        Assert.Equal(LogCompleteness.Damaged, log.Inventory.Completeness);
        Assert.Equal(2, log.Inventory.SkippedCount);
        Assert.Equal(7, log.Inventory.Skipped[0].Bytes);
        Assert.Equal(Log.Length - 54, log.Inventory.Skipped[1].OffsetBytes);
        Assert.Equal(54, log.Inventory.Skipped[1].Bytes);
    }

    private static void Write(ULogWriter log)
    {
        log.Format("vec:float x;float y;");
        log.Format(
            "vehicle_gps_position:uint64_t timestamp;double latitude_deg;int32_t lon;int32_t alt;float vel_n_m_s;float vel_e_m_s;"
            + "float cog_rad;vec[2] q;uint8_t fix_type;uint8_t[3] _padding0;");
        log.Format(ULogs.BatteryFormat);
        log.Format(ULogs.StatusFormat);
        log.Format(ULogs.WindFormat);
        log.Subscribe(0, 0, "vehicle_gps_position");
        log.Subscribe(1, 1, "battery_status");
        log.Subscribe(0, 2, "vehicle_status");
        log.Subscribe(0, 3, "wind");
        log.Data(1, new ULogBody().U64(900_000).F32(22.2f).F32(-1f).F32(0.875f).Bytes);
        log.Data(2, new ULogBody().U64(900_000).U8(3).Bytes);
        log.Data(3, new ULogBody().U64(950_000).F32(float.NaN).F32(2.5f).Bytes);
        log.Data(0, Gps(1, 47.5, 85_000_000, 431_250, 3, 4, -0.5f, 3));
        log.Data(2, new ULogBody().U64(1_500_000).U8(40).Bytes);
        log.Raw([0, 0, 0, .. "junk"u8]);
        log.Sync();
        log.Data(0, Gps(2, 47.5001, 85_001_000, 432_000, 6, 8, 0.25f, 3));
        log.Data(0, Gps(3, 47.5002, 85_002_000, 432_000, 6, 8, 0.25f, 1));
        log.Message('D', 55, [0, 0, .. Gps(3, 47.5003, 85_003_000, 432_000, 6, 8, 0.25f, 3)[..^4]]);
    }

    private static byte[] Gps(int second, double latitude, int lon, int alt, float north, float east, float course, byte fix)
    {
        ULogBody body = new ULogBody().U64((ulong)second * 1_000_000).F64(latitude).I32(lon).I32(alt);
        return body.F32(north).F32(east).F32(course).Zeros(16).U8(fix).Bytes;
    }
}
