using System.Runtime.InteropServices;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Traces;

/// <summary>
/// Where the aircraft was at one moment, and what the other instruments last said. Null = not known. Every number is finite and within the
/// range of <see cref="TraceRecordContract"/> once <see cref="TraceCheck"/> has passed.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TraceRecord
{
    private readonly Known _known;
    private readonly double _altitudeAmslM;
    private readonly double _groundspeedMps;
    private readonly double _trackDeg;
    private readonly double _batteryVoltageV;
    private readonly double _batteryCurrentA;
    private readonly double _batteryRemainingPercent;
    private readonly double _windEastMps;
    private readonly double _windNorthMps;
    private readonly long _missionItemIndex;

    /// <summary>Seconds since the first fix of the flight, ≥ 0.</summary>
    public required double TimeS { get; init; }

    /// <summary>Latitude in degrees, −90…90 (WGS-84).</summary>
    public required double LatitudeDeg { get; init; }

    /// <summary>Longitude in degrees, −180…180 (WGS-84).</summary>
    public required double LongitudeDeg { get; init; }

    /// <summary>Altitude above mean sea level, metres.</summary>
    public double? AltitudeAmslM { get => _known.Get(0, _altitudeAmslM); init => _altitudeAmslM = _known.Set(0, value); }

    /// <summary>Speed over ground in m/s, ≥ 0.</summary>
    public double? GroundspeedMps { get => _known.Get(1, _groundspeedMps); init => _groundspeedMps = _known.Set(1, value); }

    /// <summary>Track over ground, degrees clockwise from north, 0…360 (<c>heading_deg</c> in the contract).</summary>
    public double? TrackDeg { get => _known.Get(2, _trackDeg); init => _trackDeg = _known.Set(2, value); }

    /// <summary>Battery voltage in volts.</summary>
    public double? BatteryVoltageV { get => _known.Get(3, _batteryVoltageV); init => _batteryVoltageV = _known.Set(3, value); }

    /// <summary>Current drawn from the battery, amperes.</summary>
    public double? BatteryCurrentA { get => _known.Get(4, _batteryCurrentA); init => _batteryCurrentA = _known.Set(4, value); }

    /// <summary>Battery charge left, 0…100 percent.</summary>
    public double? BatteryRemainingPercent { get => _known.Get(5, _batteryRemainingPercent); init => _batteryRemainingPercent = _known.Set(5, value); }

    /// <summary>Name of the flight mode as logged.</summary>
    public string? FlightMode { get; init; }

    /// <summary>Wind towards east, m/s.</summary>
    public double? WindEastMps { get => _known.Get(6, _windEastMps); init => _windEastMps = _known.Set(6, value); }

    /// <summary>Wind towards north, m/s.</summary>
    public double? WindNorthMps { get => _known.Get(7, _windNorthMps); init => _windNorthMps = _known.Set(7, value); }

    /// <summary>0-based index of the mission item being flown.</summary>
    public long? MissionItemIndex { get => _known.Get(8, _missionItemIndex); init => _missionItemIndex = _known.Set(8, value); }
}
