using System.Collections.Immutable;
using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;

namespace BvlosSim.FlightLogs.Traces;

/// <summary>The keys of a record of a trace, with the ranges that hold for traces of any origin.</summary>
public static class TraceRecordContract
{
    private static readonly NumberField Time = Required("timestamp_s", "s", "Seconds since the first fix.", NumberRange.NonNegative);

    private static readonly NumberField Latitude = Required("lat_deg", "degrees", "Latitude.", NumberRange.Between(-90.0, 90.0));

    private static readonly NumberField Longitude = Required("lon_deg", "degrees", "Longitude.", NumberRange.Between(-180.0, 180.0));

    private static readonly NumberField Altitude = Number("alt_amsl_m", "m", "Altitude above mean sea level.", NumberRange.Any);

    private static readonly NumberField Groundspeed = Number("groundspeed_mps", "m/s", "Speed over ground.", NumberRange.NonNegative);

    private static readonly NumberField Track =
        Number("heading_deg", "degrees", "Track over ground, clockwise from north.", NumberRange.Between(0.0, 360.0));

    private static readonly NumberField Voltage = Number("battery_voltage_v", "V", "Battery voltage.", NumberRange.Any);

    private static readonly NumberField Current = Number("battery_current_a", "A", "Current drawn from the battery.", NumberRange.Any);

    private static readonly NumberField Remaining = Number("battery_remaining_pct", "%", "Battery charge left.", NumberRange.Percent);

    private static readonly TextField Mode = new("flight_mode", "Flight mode as logged.");

    private static readonly NumberField WindEast = Number("wind_east_mps", "m/s", "Wind towards east.", NumberRange.Any);

    private static readonly NumberField WindNorth = Number("wind_north_mps", "m/s", "Wind towards north.", NumberRange.Any);

    private static readonly IntegerField MissionItem = new("mission_item_index", "0-based index of the mission item being flown.") { Min = 0 };

    /// <summary>The object.</summary>
    public static ObjectContract<TraceRecord> Contract { get; } = new(
        "trace record",
        "Where the aircraft was at one moment.",
        [Time, Latitude, Longitude, Altitude, Groundspeed, Track, Voltage, Current, Remaining, Mode, WindEast, WindNorth, MissionItem],
        values => new TraceRecord
        {
            TimeS = values.Value(Time),
            LatitudeDeg = values.Value(Latitude),
            LongitudeDeg = values.Value(Longitude),
            AltitudeAmslM = values.Optional(Altitude),
            GroundspeedMps = values.Optional(Groundspeed),
            TrackDeg = values.Optional(Track),
            BatteryVoltageV = values.Optional(Voltage),
            BatteryCurrentA = values.Optional(Current),
            BatteryRemainingPercent = values.Optional(Remaining),
            FlightMode = values.Optional(Mode),
            WindEastMps = values.Optional(WindEast),
            WindNorthMps = values.Optional(WindNorth),
            MissionItemIndex = values.Optional(MissionItem),
        });

    /// <summary>Every number of a record beside its field, so that records made of a log are held to the same ranges as those of a file.</summary>
    internal static ImmutableArray<(NumberField Field, Func<TraceRecord, double?> Value)> Numbers { get; } =
    [
        (Time, r => r.TimeS),
        (Latitude, r => r.LatitudeDeg),
        (Longitude, r => r.LongitudeDeg),
        (Altitude, r => r.AltitudeAmslM),
        (Groundspeed, r => r.GroundspeedMps),
        (Track, r => r.TrackDeg),
        (Voltage, r => r.BatteryVoltageV),
        (Current, r => r.BatteryCurrentA),
        (Remaining, r => r.BatteryRemainingPercent),
        (WindEast, r => r.WindEastMps),
        (WindNorth, r => r.WindNorthMps),
    ];

    private static NumberField Required(string name, string unit, string documentation, NumberRange range) =>
        new(name, unit, documentation) { IsLenient = true, IsFinite = true, IsRequired = true, Range = range };

    private static NumberField Number(string name, string unit, string documentation, NumberRange range) =>
        new(name, unit, documentation) { IsLenient = true, IsFinite = true, Range = range };
}
