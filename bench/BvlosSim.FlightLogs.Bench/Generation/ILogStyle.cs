namespace BvlosSim.FlightLogs.Bench.Generation;

/// <summary>Where the aircraft is at a moment, and how it is.</summary>
/// <param name="TimeUs">Microseconds since the autopilot started.</param>
/// <param name="LatitudeDeg">Latitude in degrees.</param>
/// <param name="LongitudeDeg">Longitude in degrees.</param>
/// <param name="AltitudeM">Altitude above mean sea level, metres.</param>
/// <param name="VoltageV">Battery voltage in volts.</param>
internal readonly record struct Moment(long TimeUs, double LatitudeDeg, double LongitudeDeg, double AltitudeM, double VoltageV);

/// <summary>How a log is written.</summary>
internal interface ILogStyle
{
    /// <summary>What stands before the flight.</summary>
    void Start();

    /// <summary>An IMU.</summary>
    void Imu(long timeUs, int instance);

    /// <summary>The rates of rotation, wanted and flown.</summary>
    void Rates(long timeUs);

    /// <summary>The receiver.</summary>
    void Gps(in Moment moment);

    /// <summary>The battery.</summary>
    void Battery(in Moment moment);

    /// <summary>The wind estimate.</summary>
    void Wind(in Moment moment);

    /// <summary>A mode.</summary>
    void Mode(long timeUs, int number);
}

/// <summary>The styles by name.</summary>
internal static class LogStyles
{
    /// <summary>Makes one that writes into a stream; null = there is no such style.</summary>
    public static Func<Stream, ILogStyle>? Of(string name) => name switch
    {
        "dataflash-binary" => stream => new BinaryStyle(stream),
        "dataflash-text" => stream => new TextStyle(stream),
        "ulog" => stream => new ULogStyle(stream),
        _ => null,
    };
}
