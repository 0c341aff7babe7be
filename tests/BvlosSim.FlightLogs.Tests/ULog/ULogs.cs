using BvlosSim.FlightLogs.Files;
using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.ULog;

namespace BvlosSim.FlightLogs.Tests.ULog;

/// <summary>Logs for tests, and the reading of them.</summary>
internal static class ULogs
{
    public const string GpsFormat =
        "vehicle_gps_position:uint64_t timestamp;int32_t lat;int32_t lon;int32_t alt;float vel_m_s;float vel_n_m_s;float vel_e_m_s;"
        + "float cog_rad;uint8_t fix_type;uint8_t[3] _padding0;";

    public const string BatteryFormat = "battery_status:uint64_t timestamp;float voltage_v;float current_a;float remaining;";

    public const string StatusFormat = "vehicle_status:uint64_t timestamp;uint8_t nav_state;uint8_t[7] _padding0;";

    public const string WindFormat = "wind:uint64_t timestamp;float windspeed_north;float windspeed_east;";

    public static byte[] Write(Action<ULogWriter> content)
    {
        using var stream = new MemoryStream();
        content(new ULogWriter(stream));
        return stream.ToArray();
    }

    public static FlightLog? TryRead(byte[] bytes, out LogRefusal? refusal)
    {
        using var folder = new TemporaryFolder();
        using LogFile file = LogFile.Open(folder.Write("a.ulg", bytes), null, out _)!;
        return ULogReader.Read(file, ReadingPurpose.Trace, out refusal, CancellationToken.None);
    }

    public static FlightLog Read(byte[] bytes)
    {
        FlightLog? log = TryRead(bytes, out LogRefusal? refusal);
        Assert.Null(refusal);
        return log!;
    }

    public static FlightLog Read(Action<ULogWriter> content) => Read(Write(content));

    /// <summary>The format and the subscription of a receiver.</summary>
    public static void DefineGps(this ULogWriter log, ushort id = 0, byte instance = 0)
    {
        log.Format(GpsFormat);
        log.Subscribe(instance, id, "vehicle_gps_position");
    }

    /// <summary>A fix at a second; its latitude tells which one.</summary>
    public static void Fix(this ULogWriter log, double second, ushort id = 0, int padding = 0) => log.Data(id, FixBody(second, padding));

    public static byte[] FixBody(double second, int padding = 0) => new ULogBody()
        .U64((ulong)(second * 1e6)).I32(470_000_000 + (int)(second * 10)).I32(80_000_000).I32(500_000)
        .F32(5f).F32(3f).F32(4f).F32(0.5f).U8(3).Zeros(padding).Bytes;

    /// <summary>The seconds of the fixes that were read.</summary>
    public static double[] Seconds(this FlightLog log) => [.. log.Rows.Gps.Select(r => r.TimeUs!.Value / 1e6)];
}
