namespace BvlosSim.FlightLogs.Traces;

/// <summary>
/// Where the aircraft was at one moment, and what the other instruments last said. Null = not known. Every number is finite and within the
/// range of <see cref="TraceRecordContract"/> once <see cref="TraceCheck"/> has passed.
/// </summary>
public readonly record struct TraceRecord
{
    /// <summary>Seconds since the first fix of the flight, ≥ 0.</summary>
    public required double TimeS { get; init; }

    /// <summary>Latitude in degrees, −90…90 (WGS-84).</summary>
    public required double LatitudeDeg { get; init; }

    /// <summary>Longitude in degrees, −180…180 (WGS-84).</summary>
    public required double LongitudeDeg { get; init; }

    /// <summary>Altitude above mean sea level, metres.</summary>
    public double? AltitudeAmslM { get; init; }

    /// <summary>Speed over ground in m/s, ≥ 0.</summary>
    public double? GroundspeedMps { get; init; }

    /// <summary>Track over ground, degrees clockwise from north, 0…360 (<c>heading_deg</c> in the contract).</summary>
    public double? TrackDeg { get; init; }

    /// <summary>Battery voltage in volts.</summary>
    public double? BatteryVoltageV { get; init; }

    /// <summary>Current drawn from the battery, amperes.</summary>
    public double? BatteryCurrentA { get; init; }

    /// <summary>Battery charge left, 0…100 percent.</summary>
    public double? BatteryRemainingPercent { get; init; }

    /// <summary>Name of the flight mode as logged.</summary>
    public string? FlightMode { get; init; }

    /// <summary>Wind towards east, m/s.</summary>
    public double? WindEastMps { get; init; }

    /// <summary>Wind towards north, m/s.</summary>
    public double? WindNorthMps { get; init; }

    /// <summary>0-based index of the mission item being flown.</summary>
    public long? MissionItemIndex { get; init; }
}
