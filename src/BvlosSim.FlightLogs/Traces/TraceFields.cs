using System.Collections.Immutable;

namespace BvlosSim.FlightLogs.Traces;

/// <summary>A value that a record of a trace may lack.</summary>
/// <param name="Name">Its key in the contract.</param>
/// <param name="IsPresent">Whether a record has it.</param>
public sealed record OptionalTraceField(string Name, Func<TraceRecord, bool> IsPresent);

/// <summary>The values that records may lack, and which of them a trace lacks altogether.</summary>
public static class TraceFields
{
    /// <summary>The nine values that <c>missing_fields</c> speaks of, in its order.</summary>
    public static ImmutableArray<OptionalTraceField> Optional { get; } =
    [
        new("alt_amsl_m", r => r.AltitudeAmslM is not null),
        new("groundspeed_mps", r => r.GroundspeedMps is not null),
        new("heading_deg", r => r.TrackDeg is not null),
        new("battery_voltage_v", r => r.BatteryVoltageV is not null),
        new("battery_current_a", r => r.BatteryCurrentA is not null),
        new("battery_remaining_pct", r => r.BatteryRemainingPercent is not null),
        new("flight_mode", r => r.FlightMode is not null),
        new("wind_east_mps", r => r.WindEastMps is not null),
        new("wind_north_mps", r => r.WindNorthMps is not null),
    ];

    /// <summary>The names of the values that no record has, in the order of <see cref="Optional"/>.</summary>
    /// <param name="records">The records.</param>
    public static ImmutableArray<string> MissingIn(IEnumerable<TraceRecord> records) =>
        [.. Optional.Where(f => !records.Any(f.IsPresent)).Select(f => f.Name)];
}
