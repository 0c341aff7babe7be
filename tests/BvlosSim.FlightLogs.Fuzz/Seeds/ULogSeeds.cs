using BvlosSim.FlightLogs.Tests.ULog;

namespace BvlosSim.FlightLogs.Fuzz.Seeds;

/// <summary>ULog as PX4 writes it.</summary>
internal static class ULogSeeds
{
    private const string Gps =
        "vehicle_gps_position:uint64_t timestamp;uint64_t time_utc_usec;int32_t lat;int32_t lon;int32_t alt;float vel_m_s;float cog_rad;uint8_t fix_type;uint8_t[3] _padding0;";

    private const string Battery = "battery_status:uint64_t timestamp;float voltage_v;float current_a;float remaining;";
    private const string Status = "vehicle_status:uint64_t timestamp;uint8_t nav_state;uint8_t vehicle_type;bool is_vtol;uint8_t[5] _padding0;";
    private const string Wind = "wind:uint64_t timestamp;float windspeed_north;float windspeed_east;";

    /// <summary>All topics that are read, information, parameters, a loss, sync bytes.</summary>
    public static byte[] Plain() => Of(log =>
    {
        log.Flags();
        Define(log);
        log.Info("sys_name", "PX4");
        log.Info("ver_sw_release", 0x010D03FFu);
        log.Parameter("MAV_TYPE", 22);
        log.Parameter("MPC_XY_CRUISE", 5f);
        Subscribe(log);
        Fly(log, 5_000_000, 8);
        log.Dropout(120);
        log.Sync();
        Fly(log, 6_800_000, 4);
        log.Parameter("MPC_XY_CRUISE", 6f);
        log.Text(7_700_000, "landed");
    });

    /// <summary>Formats within formats, arrays, another version of the topics, several instances.</summary>
    public static byte[] Nested() => Of(log =>
    {
        log.Format("cell:float voltage;uint16_t[3] raw;");
        log.Format("pack:cell[2] cells;char[4] name;");
        log.Format("battery_status:uint64_t timestamp;pack inside;float voltage_v;float current_a;float remaining;");
        log.Format("vehicle_global_position:uint64_t timestamp;double lat;double lon;float alt;float vel_n;float vel_e;");
        log.Format("estimator_wind:uint64_t timestamp;float windspeed_north;float windspeed_east;");
        log.Subscribe(0, 0, "vehicle_global_position");
        log.Subscribe(0, 1, "battery_status");
        log.Subscribe(1, 2, "battery_status");
        log.Subscribe(1, 3, "estimator_wind");
        for (int i = 0; i < 6; i++)
        {
            ulong us = 5_000_000 + ((ulong)i * 200_000);
            log.Data(0, new ULogBody().U64(us).F64(47.1 + (i * 1e-5)).F64(8.5).F32(500f).F32(3f).F32(4f).Bytes);
            log.Data((ushort)(1 + (i % 2)), new ULogBody().U64(us + 1000).Zeros(24).F32(24f).F32(-1f).F32(0.7f).Bytes);
            log.Data(3, new ULogBody().U64(us + 2000).F32(1f).F32(-2f).Bytes);
        }
    });

    /// <summary>Data appended later, at a place that the flags tell.</summary>
    public static byte[] Appended()
    {
        byte[] body = Of(log =>
        {
            log.Flags(incompatible: 1, offsets: 0);
            Define(log);
            Subscribe(log);
            Fly(log, 5_000_000, 6);
        });
        using var stream = new MemoryStream();
        var log = new ULogWriter(stream);
        log.Flags(incompatible: 1, offsets: (ulong)body.Length);
        stream.Write(body.AsSpan((int)stream.Length));
        Fly(log, 6_500_000, 3);
        return stream.ToArray();
    }

    /// <summary>A second log in the same file.</summary>
    public static byte[] Restarted() => Of(log =>
    {
        Define(log);
        Subscribe(log);
        Fly(log, 900_000_000, 5);
        log.Header(2000);
        Define(log);
        Subscribe(log);
        Fly(log, 5_000_000, 5);
    });

    private static byte[] Of(Action<ULogWriter> content)
    {
        using var stream = new MemoryStream();
        content(new ULogWriter(stream));
        return stream.ToArray();
    }

    private static void Define(ULogWriter log)
    {
        foreach (string format in (string[])[Gps, Battery, Status, Wind])
            log.Format(format);
    }

    private static void Subscribe(ULogWriter log)
    {
        log.Subscribe(0, 0, "vehicle_gps_position");
        log.Subscribe(0, 1, "battery_status");
        log.Subscribe(0, 2, "vehicle_status");
        log.Subscribe(0, 3, "wind");
    }

    private static void Fly(ULogWriter log, ulong startUs, int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            ulong us = startUs + ((ulong)i * 200_000);
            log.Data(0, new ULogBody().U64(us).U64(1_700_000_000_000_000 + us).I32(471_234_567 + (i * 900)).I32(85_000_000).I32(500_000).F32(5f).F32(0.5f).U8(3).Zeros(3).Bytes);
            log.Data(1, new ULogBody().U64(us + 1000).F32(24f).F32(7f).F32(0.8f).Bytes);
            if (i % 3 == 0)
                log.Data(2, new ULogBody().U64(us + 2000).U8((byte)(3 + i)).U8(1).U8(0).Zeros(5).Bytes);
            log.Data(3, new ULogBody().U64(us + 3000).F32(1f).F32(-2f).Bytes);
        }
    }
}
