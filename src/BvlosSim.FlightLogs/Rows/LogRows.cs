using System.Runtime.InteropServices;

namespace BvlosSim.FlightLogs.Rows;

/// <summary>The clock of a satellite receiver.</summary>
/// <param name="Week">GPS week, 1…65535: weeks since 1980-01-06, counted on beyond 1024.</param>
/// <param name="MillisecondOfWeek">Milliseconds since the start of the week, GPS time.</param>
public readonly record struct GpsClock(int Week, long MillisecondOfWeek);

/// <summary>One line of a receiver. Null = absent in the log; NaN and infinities are as logged.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GpsRow
{
    private readonly Known _known;
    private readonly short _status;
    private readonly short _instance;
    private readonly ushort _week;
    private readonly int _millisecondOfWeek;
    private readonly long _timeUs;
    private readonly double _latitudeDeg;
    private readonly double _longitudeDeg;
    private readonly double _altitudeAmslM;
    private readonly double _groundspeedMps;
    private readonly double _trackDeg;

    /// <summary>Microseconds since the autopilot started; null = the row has no usable time.</summary>
    public required long? TimeUs { get => _known.Get(0, _timeUs); init => _timeUs = _known.Set(0, value); }

    /// <summary>Which start of the autopilot, 0-based: a log may hold several.</summary>
    public required int Boot { get; init; }

    /// <summary>Number of the receiver; beyond 16 bits it is the limit.</summary>
    public long? Instance { get => _known.Get(1, _instance); init => _instance = _known.Set(1, Whole.Of(value)); }

    /// <summary>Kind of fix: below 2 none, 2 two-dimensional, 3 and more three-dimensional; beyond 16 bits it is the limit.</summary>
    public long? Status { get => _known.Get(2, _status); init => _status = _known.Set(2, Whole.Of(value)); }

    /// <summary>Latitude in degrees.</summary>
    public double? LatitudeDeg { get => _known.Get(3, _latitudeDeg); init => _latitudeDeg = _known.Set(3, value); }

    /// <summary>Longitude in degrees.</summary>
    public double? LongitudeDeg { get => _known.Get(4, _longitudeDeg); init => _longitudeDeg = _known.Set(4, value); }

    /// <summary>Altitude above mean sea level, metres.</summary>
    public double? AltitudeAmslM { get => _known.Get(5, _altitudeAmslM); init => _altitudeAmslM = _known.Set(5, value); }

    /// <summary>Speed over ground in m/s.</summary>
    public double? GroundspeedMps { get => _known.Get(6, _groundspeedMps); init => _groundspeedMps = _known.Set(6, value); }

    /// <summary>Track over ground, degrees clockwise from north.</summary>
    public double? TrackDeg { get => _known.Get(7, _trackDeg); init => _trackDeg = _known.Set(7, value); }

    /// <summary>The receiver's clock; null = unknown, or week 0.</summary>
    public GpsClock? Clock
    {
        get => _known.Get(8, new GpsClock(_week, _millisecondOfWeek));
        init => (_week, _millisecondOfWeek) = _known.Set(8, value) is var clock ? ((ushort)clock.Week, (int)clock.MillisecondOfWeek) : default;
    }
}

/// <summary>One line of a battery monitor. Null = absent.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BatteryRow
{
    private readonly Known _known;
    private readonly short _instance;
    private readonly double _voltageV;
    private readonly double _currentA;
    private readonly double _remainingPercent;

    /// <summary>Microseconds since the autopilot started.</summary>
    public required long TimeUs { get; init; }

    /// <summary>Which start of the autopilot, 0-based.</summary>
    public required int Boot { get; init; }

    /// <summary>Number of the battery; beyond 16 bits it is the limit.</summary>
    public long? Instance { get => _known.Get(0, _instance); init => _instance = _known.Set(0, Whole.Of(value)); }

    /// <summary>Voltage in volts.</summary>
    public double? VoltageV { get => _known.Get(1, _voltageV); init => _voltageV = _known.Set(1, value); }

    /// <summary>Current drawn from the battery, amperes.</summary>
    public double? CurrentA { get => _known.Get(2, _currentA); init => _currentA = _known.Set(2, value); }

    /// <summary>Charge left in percent.</summary>
    public double? RemainingPercent { get => _known.Get(3, _remainingPercent); init => _remainingPercent = _known.Set(3, value); }
}

/// <summary>A change of the flight mode.</summary>
/// <param name="TimeUs">Microseconds since the autopilot started.</param>
/// <param name="Boot">Which start of the autopilot, 0-based.</param>
/// <param name="Mode">Its name, or its number where the log does not tell the kind of vehicle; null = absent.</param>
public readonly record struct ModeRow(long TimeUs, int Boot, string? Mode);

/// <summary>One line of the autopilot's wind estimate.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WindRow
{
    private readonly Known _known;
    private readonly double _northMps;
    private readonly double _eastMps;

    /// <summary>A line.</summary>
    /// <param name="timeUs">Microseconds since the autopilot started.</param>
    /// <param name="boot">Which start of the autopilot, 0-based.</param>
    /// <param name="northMps">Wind towards north in m/s; null = absent.</param>
    /// <param name="eastMps">Wind towards east in m/s; null = absent.</param>
    public WindRow(long timeUs, int boot, double? northMps, double? eastMps)
    {
        TimeUs = timeUs;
        Boot = boot;
        _northMps = _known.Set(0, northMps);
        _eastMps = _known.Set(1, eastMps);
    }

    /// <summary>Microseconds since the autopilot started.</summary>
    public long TimeUs { get; init; }

    /// <summary>Which start of the autopilot, 0-based.</summary>
    public int Boot { get; init; }

    /// <summary>Wind towards north in m/s; null = absent.</summary>
    public double? NorthMps => _known.Get(0, _northMps);

    /// <summary>Wind towards east in m/s; null = absent.</summary>
    public double? EastMps => _known.Get(1, _eastMps);
}

/// <summary>What a trace is made of, each list in the order of the file.</summary>
/// <param name="Gps">Receivers.</param>
/// <param name="Battery">Battery monitors.</param>
/// <param name="Modes">Flight modes.</param>
/// <param name="Wind">The wind estimate of the first estimator core.</param>
public sealed record LogRows(
    RowList<GpsRow> Gps, RowList<BatteryRow> Battery, RowList<ModeRow> Modes, RowList<WindRow> Wind);
