using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Tests.ULog;

/// <summary>What the topics tell.</summary>
public class ULogTopicTests
{
    [Fact]
    public void Positions_fall_back_to_the_receivers_own_topic_and_then_to_the_estimator()
    {
        Assert.Equal([3.0], Positions(hasSensor: true, hasGps: true).Seconds());
        FlightLog sensor = Positions(hasSensor: true, hasGps: false);
        Assert.Equal([2.0], sensor.Seconds());
        Assert.Contains("Positions are of sensor_gps: the log has none of vehicle_gps_position.", sensor.Assumptions);
        FlightLog estimator = Positions(hasSensor: false, hasGps: false);
        GpsRow row = Assert.Single(estimator.Rows.Gps);
        Assert.Equal((47.5, 8.5, 431.25, 5.0), (row.LatitudeDeg!.Value, row.LongitudeDeg!.Value, row.AltitudeAmslM!.Value, row.GroundspeedMps!.Value));
        Assert.Equal(53.130102, row.TrackDeg!.Value, 6);
        Assert.Contains("Positions are of vehicle_global_position: the log has none of vehicle_gps_position or sensor_gps.", estimator.Assumptions);
    }

    [Fact]
    public void The_clock_of_the_receiver_is_GPS_time()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.Format("vehicle_gps_position:uint64_t timestamp;double latitude_deg;double longitude_deg;double altitude_msl_m;uint64_t time_utc_usec;");
            w.Subscribe(0, 0, "vehicle_gps_position");
            foreach (ulong utcUs in (ulong[])[1_400_000_000_000_000, 1_700_000_000_000_000, 0, ulong.MaxValue, 99_000_000_000_000_000])
                w.Data(0, new ULogBody().U64(1_000_000).F64(47).F64(8).F64(500).U64(utcUs).Bytes);
        });
        Assert.Equal(
            [DateTimeOffset.FromUnixTimeSeconds(1_400_000_000), DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), null, null, null],
            log.Rows.Gps.Select(r => r.Clock is { } clock ? GpsTime.ToUtc(clock) : (DateTimeOffset?)null));
        Assert.Equal(16_000, (1_400_000_000_000 - 315_964_800_000 - (log.Rows.Gps[0].Clock!.Value.Week * 604_800_000L) - log.Rows.Gps[0].Clock!.Value.MillisecondOfWeek) * -1);
        Assert.All(log.Rows.Gps, r => Assert.Equal(500.0, r.AltitudeAmslM));
    }

    [Fact]
    public void A_position_that_is_no_number_is_no_row()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.Format("vehicle_gps_position:uint64_t timestamp;double latitude_deg;double longitude_deg;float cog_rad;");
            w.Subscribe(0, 0, "vehicle_gps_position");
            w.Data(0, new ULogBody().U64(1_000_000).F64(double.NaN).F64(8).F32(0).Bytes);
            w.Data(0, new ULogBody().U64(2_000_000).F64(47).F64(8).F32(float.NaN).Bytes);
        });
        Assert.Null(Assert.Single(log.Rows.Gps).TrackDeg);
    }

    [Fact]
    public void The_wind_is_of_the_best_topic_and_its_first_instance()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.Format("wind_estimate:uint64_t timestamp;float windspeed_north;float windspeed_east;");
            w.Format("estimator_wind:uint64_t timestamp;float wind_velocity_north;float wind_velocity_east;");
            w.Subscribe(0, 0, "wind_estimate");
            w.Subscribe(2, 1, "estimator_wind");
            w.Subscribe(1, 2, "estimator_wind");
            w.Data(0, new ULogBody().U64(1_000_000).F32(1).F32(1).Bytes);
            w.Data(1, new ULogBody().U64(1_000_000).F32(2).F32(2).Bytes);
            w.Data(2, new ULogBody().U64(1_000_000).F32(3).F32(4).Bytes);
            w.Data(2, new ULogBody().U64(2_000_000).F32(float.NaN).F32(float.NaN).Bytes);
            w.Data(0, new ULogBody().U64(3_000_000).F32(1).F32(1).Bytes);
            w.Data(1, new ULogBody().U64(3_000_000).F32(2).F32(2).Bytes);
        });
        Assert.Equal(new WindRow(1_000_000, 0, 3, 4), Assert.Single(log.Rows.Wind));
        Assert.Contains("Wind is of estimator_wind[1].", log.Assumptions);
    }

    [Theory]
    [InlineData(0f, 1f, 50f, null, 1.0, 50.0)]
    [InlineData(12f, float.NaN, -1f, 12.0, null, null)]
    [InlineData(float.NaN, -2f, 100.5f, null, -2.0, null)]
    [InlineData(12f, -1f, 1f, 12.0, null, 100.0)]
    public void What_a_battery_does_not_know_is_absent(float voltage, float current, float remaining, double? v, double? a, double? percent)
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.Format(ULogs.BatteryFormat);
            w.Subscribe(0, 0, "battery_status");
            w.Data(0, new ULogBody().U64(1_000_000).F32(voltage).F32(current).F32(remaining).Bytes);
        });
        BatteryRow row = Assert.Single(log.Rows.Battery);
        Assert.Equal((v, a, percent), (row.VoltageV, row.CurrentA, row.RemainingPercent));
        Assert.Equal(new[] { v, a, percent }.Count(x => x is null), log.Assumptions.Length);
    }

    [Fact]
    public void A_battery_that_is_not_connected_says_nothing()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.Format("battery_status:uint64_t timestamp;float voltage_v;float current_a;float remaining;bool connected;");
            w.Subscribe(0, 0, "battery_status");
            w.Data(0, new ULogBody().U64(1_000_000).F32(5f).F32(0f).F32(0f).U8(0).Bytes);
            w.Data(0, new ULogBody().U64(2_000_000).F32(5f).F32(0f).F32(0f).U8(1).Bytes);
        });
        Assert.Equal([(null, null, null), (5.0, 0.0, 0.0)], log.Rows.Battery.Select(r => (r.VoltageV, r.CurrentA, r.RemainingPercent)));
    }

    [Fact]
    public void The_recording_began_when_its_header_says()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps();
            w.Fix(20);
            w.Fix(301);
            w.Header(300_000_000);
        });
        using var stream = new MemoryStream();
        var late = new ULogWriter(stream, startUs: 300_000_000);
        late.DefineGps();
        late.Fix(20);
        late.Fix(301);
        Assert.Equal(20_000_000, log.Inventory.FirstTimeUs);
        Assert.Equal(300_000_000, ULogs.Read(stream.ToArray()).Inventory.FirstTimeUs);
    }

    [Fact]
    public void A_long_format_is_not_laid_out_again_and_again_for_ever()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.Format("vehicle_gps_position:uint64_t timestamp;" + string.Concat(Enumerable.Range(0, 4000).Select(i => $"uint8_t f{i};")));
            for (int i = 0; i < 2000; i++)
                w.Subscribe(0, 0, "vehicle_gps_position");
            w.Data(0, new byte[8 + 4000]);
        });
        Assert.Contains("format has not been read", Assert.Single(log.Inventory.Skipped).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_state_has_its_name()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.Format(ULogs.StatusFormat);
            w.Subscribe(0, 0, "vehicle_status");
            foreach (byte state in (byte[])[0, 9, 15, 22, 23, 30, 31, 255])
                w.Data(0, new ULogBody().U64(1_000_000).U8(state).Bytes);
        });
        Assert.Equal(
            ["MANUAL", "FREE3", "STAB", "AUTO_VTOL_TAKEOFF", "EXTERNAL1", "EXTERNAL8", "NAV_STATE_31", "NAV_STATE_255"],
            log.Rows.Modes.Select(m => m.Mode!));
    }

    [Theory]
    [InlineData(0, 0, 2, VehicleKind.Plane)]
    [InlineData(1, 2, 1, VehicleKind.Quadplane)]
    [InlineData(0, 10, 1, VehicleKind.Rover)]
    [InlineData(0, 0, 0, VehicleKind.Sub)]
    public void The_vehicle_says_what_it_is(byte isVtol, byte systemType, byte vehicleType, VehicleKind kind)
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.Parameter("MAV_TYPE", 12);
            w.Format("vehicle_status:uint64_t timestamp;uint8_t nav_state;bool is_vtol;uint8_t system_type;uint8_t vehicle_type;");
            w.Subscribe(0, 0, "vehicle_status");
            w.Data(0, new ULogBody().U64(1_000_000).U8(0).U8(isVtol).U8(systemType).U8(vehicleType).Bytes);
        });
        Assert.Equal(kind, log.Inventory.Vehicle);
    }

    [Fact]
    public void A_VTOL_that_flies_as_a_copter_or_falls_silent_stays_one()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.Format("vehicle_status:uint64_t timestamp;uint8_t nav_state;bool is_vtol;uint8_t vehicle_type;");
            w.Subscribe(0, 0, "vehicle_status");
            w.Data(0, new ULogBody().U64(1_000_000).U8(0).U8(1).U8(1).Bytes);
            w.Data(0, new ULogBody().U64(2_000_000).U8(0).U8(0).U8(1).Bytes);
            w.Data(0, new ULogBody().U64(3_000_000).U8(0).U8(0).U8(0).Bytes);
        });
        Assert.Equal(VehicleKind.Quadplane, log.Inventory.Vehicle);
    }

    [Theory]
    [InlineData(4001, VehicleKind.Copter)]
    [InlineData(13_000, VehicleKind.Quadplane)]
    [InlineData(2100, VehicleKind.Plane)]
    [InlineData(50_000, VehicleKind.Rover)]
    [InlineData(0, VehicleKind.Unknown)]
    public void The_airframe_tells_it_where_the_vehicle_does_not(int airframe, VehicleKind kind) =>
        Assert.Equal(kind, ULogs.Read(w => w.Parameter("SYS_AUTOSTART", airframe)).Inventory.Vehicle);

    [Fact]
    public void Firmware_and_changed_parameters_are_told()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.Info("sys_name", "PX4");
            w.Info("ver_sw", "8583f1da30b63154d6ba0bc187d86135dfe33cf9");
            w.Info("ver_hw", "BOARD\u0007_V5");
            w.Info("ver_sw_release", 0x010B02FF);
            w.Parameter("RTL_RETURN_ALT", 60f);
            w.Parameter("RTL_TYPE", 1);
            w.DefineGps();
            w.Fix(5);
            w.Parameter("RTL_RETURN_ALT", 40f);
            w.Parameter("RTL_TYPE", 1);
        });
        Assert.Equal("PX4 1.11.2 (8583f1da) on BOARD_V5", log.Inventory.Firmware);
        Assert.Equal(new ParameterChange(5_000_000, "RTL_RETURN_ALT", 60, 40), Assert.Single(log.Inventory.ParameterChanges));
    }

    private static FlightLog Positions(bool hasSensor, bool hasGps) => ULogs.Read(w =>
    {
        w.Format("vehicle_global_position:uint64_t timestamp;double lat;double lon;float alt;float vel_n;float vel_e;");
        w.Format(ULogs.GpsFormat.Replace("vehicle_gps_position", "sensor_gps", StringComparison.Ordinal));
        w.Subscribe(0, 2, "vehicle_global_position");
        w.Subscribe(0, 1, "sensor_gps");
        w.DefineGps();
        byte[] estimate = new ULogBody().U64(1_000_000).F64(47.5).F64(8.5).F32(431.25f).F32(3).F32(4).Bytes;
        w.Data(2, estimate);
        if (hasSensor)
            w.Fix(2, id: 1);
        if (hasGps)
            w.Fix(3);
        if (hasSensor)
            w.Data(2, estimate);
    });
}
