using System.Collections.Immutable;

namespace BvlosSim.FlightLogs.Rows;

/// <summary>The clock of a satellite receiver.</summary>
/// <param name="Week">GPS week, &gt; 0: weeks since 1980-01-06, counted on beyond 1024.</param>
/// <param name="MillisecondOfWeek">Milliseconds since the start of the week, GPS time.</param>
public readonly record struct GpsClock(int Week, long MillisecondOfWeek);

/// <summary>One line of a receiver. Null = absent in the log; NaN and infinities are as logged.</summary>
public readonly record struct GpsRow
{
    /// <summary>Microseconds since the autopilot started; null = the row has no usable time.</summary>
    public required long? TimeUs { get; init; }

    /// <summary>Which start of the autopilot, 0-based: a log may hold several.</summary>
    public required int Boot { get; init; }

    /// <summary>Number of the receiver.</summary>
    public long? Instance { get; init; }

    /// <summary>Kind of fix: below 2 none, 2 two-dimensional, 3 and more three-dimensional.</summary>
    public long? Status { get; init; }

    /// <summary>Latitude in degrees.</summary>
    public double? LatitudeDeg { get; init; }

    /// <summary>Longitude in degrees.</summary>
    public double? LongitudeDeg { get; init; }

    /// <summary>Altitude above mean sea level, metres.</summary>
    public double? AltitudeAmslM { get; init; }

    /// <summary>Speed over ground in m/s.</summary>
    public double? GroundspeedMps { get; init; }

    /// <summary>Track over ground, degrees clockwise from north.</summary>
    public double? TrackDeg { get; init; }

    /// <summary>The receiver's clock; null = unknown, or week 0.</summary>
    public GpsClock? Clock { get; init; }
}

/// <summary>One line of a battery monitor. Null = absent.</summary>
public readonly record struct BatteryRow
{
    /// <summary>Microseconds since the autopilot started.</summary>
    public required long TimeUs { get; init; }

    /// <summary>Which start of the autopilot, 0-based.</summary>
    public required int Boot { get; init; }

    /// <summary>Number of the battery.</summary>
    public long? Instance { get; init; }

    /// <summary>Voltage in volts.</summary>
    public double? VoltageV { get; init; }

    /// <summary>Current drawn from the battery, amperes.</summary>
    public double? CurrentA { get; init; }

    /// <summary>Charge left in percent.</summary>
    public double? RemainingPercent { get; init; }
}

/// <summary>A change of the flight mode.</summary>
/// <param name="TimeUs">Microseconds since the autopilot started.</param>
/// <param name="Boot">Which start of the autopilot, 0-based.</param>
/// <param name="Mode">Its name, or its number where the log does not tell the kind of vehicle; null = absent.</param>
public readonly record struct ModeRow(long TimeUs, int Boot, string? Mode);

/// <summary>One line of the autopilot's wind estimate.</summary>
/// <param name="TimeUs">Microseconds since the autopilot started.</param>
/// <param name="Boot">Which start of the autopilot, 0-based.</param>
/// <param name="NorthMps">Wind towards north in m/s; null = absent.</param>
/// <param name="EastMps">Wind towards east in m/s; null = absent.</param>
public readonly record struct WindRow(long TimeUs, int Boot, double? NorthMps, double? EastMps);

/// <summary>What a trace is made of, each list in the order of the file.</summary>
/// <param name="Gps">Receivers.</param>
/// <param name="Battery">Battery monitors.</param>
/// <param name="Modes">Flight modes.</param>
/// <param name="Wind">The wind estimate of the first estimator core.</param>
public sealed record LogRows(
    ImmutableArray<GpsRow> Gps, ImmutableArray<BatteryRow> Battery, ImmutableArray<ModeRow> Modes, ImmutableArray<WindRow> Wind);
