using System.Buffers.Binary;
using System.Runtime.InteropServices;
using BvlosSim.FlightLogs.Tests.ULog;

namespace BvlosSim.FlightLogs.Bench.Generation;

/// <summary>ULog as PX4 writes it.</summary>
/// <param name="stream">Where to.</param>
internal sealed class ULogStyle(Stream stream) : ILogStyle
{
    private const int ImuBytes = 40;
    private const int RatesBytes = 48;
    private const ushort Gyro = 0;
    private const ushort RatesId = 3;
    private const ushort GpsId = 4;
    private const ushort BatteryId = 5;
    private const ushort WindId = 6;
    private const ushort StatusId = 7;

    private readonly byte[][] _readings = Noise.Table(RatesBytes / sizeof(float), values => MemoryMarshal.AsBytes(values.AsSpan()).ToArray());
    private readonly byte[] _body = new byte[sizeof(ulong) + RatesBytes];
    private readonly ULogWriter _log = new(stream);

    /// <inheritdoc/>
    public void Start()
    {
        _log.Flags();
        _log.Format("sensor_combined:uint64_t timestamp;float[3] gyro_rad;float[3] accelerometer_m_s2;float[4] integrals;");
        _log.Format("vehicle_rates:uint64_t timestamp;float[6] wanted;float[6] flown;");
        _log.Format("vehicle_gps_position:uint64_t timestamp;uint64_t time_utc_usec;int32_t lat;int32_t lon;int32_t alt;float vel_m_s;float cog_rad;uint8_t fix_type;uint8_t[3] _padding0;");
        _log.Format("battery_status:uint64_t timestamp;float voltage_v;float current_a;float remaining;");
        _log.Format("wind:uint64_t timestamp;float windspeed_north;float windspeed_east;");
        _log.Format("vehicle_status:uint64_t timestamp;uint8_t nav_state;uint8_t[7] _padding0;");
        _log.Info("sys_name", "PX4");
        _log.Info("ver_sw_release", 0x010E00FFu);
        for (byte imu = 0; imu < 3; imu++)
            _log.Subscribe(imu, (ushort)(Gyro + imu), "sensor_combined");
        _log.Subscribe(0, RatesId, "vehicle_rates");
        _log.Subscribe(0, GpsId, "vehicle_gps_position");
        _log.Subscribe(0, BatteryId, "battery_status");
        _log.Subscribe(0, WindId, "wind");
        _log.Subscribe(0, StatusId, "vehicle_status");
    }

    /// <inheritdoc/>
    public void Imu(long timeUs, int instance) => Reading((ushort)(Gyro + instance), timeUs, instance, ImuBytes);

    /// <inheritdoc/>
    public void Rates(long timeUs) => Reading(RatesId, timeUs, 0, RatesBytes);

    /// <inheritdoc/>
    public void Gps(in Moment moment) => _log.Data(GpsId, new ULogBody()
        .U64((ulong)moment.TimeUs).U64(1_760_000_000_000_000 + (ulong)moment.TimeUs).I32((int)(moment.LatitudeDeg * 1e7)).I32((int)(moment.LongitudeDeg * 1e7))
        .I32((int)(moment.AltitudeM * 1000)).F32(18f).F32(1.5f).U8(3).Zeros(3).Bytes);

    /// <inheritdoc/>
    public void Battery(in Moment moment) =>
        _log.Data(BatteryId, new ULogBody().U64((ulong)moment.TimeUs).F32((float)moment.VoltageV).F32(7.5f).F32(0.8f).Bytes);

    /// <inheritdoc/>
    public void Wind(in Moment moment) => _log.Data(WindId, new ULogBody().U64((ulong)moment.TimeUs).F32(1.5f).F32(-2.25f).Bytes);

    /// <inheritdoc/>
    public void Mode(long timeUs, int number) => _log.Data(StatusId, new ULogBody().U64((ulong)timeUs).U8((byte)(number - 8)).Zeros(7).Bytes);

    private void Reading(ushort id, long timeUs, int instance, int bytes)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_body, timeUs);
        Noise.At(_readings, timeUs, instance).AsSpan(0, bytes).CopyTo(_body.AsSpan(sizeof(ulong)));
        _log.Data(id, _body.AsSpan(0, sizeof(ulong) + bytes));
    }
}
