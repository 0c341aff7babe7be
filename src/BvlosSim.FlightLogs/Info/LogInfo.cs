using System.Collections.Immutable;
using BvlosSim.FlightLogs.Flights;

namespace BvlosSim.FlightLogs.Info;

/// <summary>What a pilot asks of a log before anything else. Immutable.</summary>
public sealed record LogInfo
{
    /// <summary>The version of its contract.</summary>
    public const string Version = "log-info.v1";

    /// <summary>The log.</summary>
    public required FlightLog Log { get; init; }

    /// <summary>The flights that the first receiver saw.</summary>
    public required ImmutableArray<Flight> Flights { get; init; }

    /// <summary>The receivers.</summary>
    public required ImmutableArray<SensorStream> Receivers { get; init; }

    /// <summary>The battery monitors.</summary>
    public required ImmutableArray<SensorStream> Batteries { get; init; }

    /// <summary>The modes in file order.</summary>
    public required ImmutableArray<ModePeriod> Modes { get; init; }

    /// <summary>Looks at a log.</summary>
    public static LogInfo Of(FlightLog log) => new()
    {
        Log = log,
        Flights = FlightList.Of(log.Rows.Gps, ReceiverChoice.Of(log.Rows.Gps, wanted: null, r => Fix.IsUsable(r))!.Value.Choice),
        Receivers = SensorStream.Of(log.Rows.Gps.Select(r => (r.Instance, r.Boot, r.TimeUs))),
        Batteries = SensorStream.Of(log.Rows.Battery.Select(r => (r.Instance, r.Boot, (long?)r.TimeUs))),
        Modes = ModePeriod.Of(log.Rows.Modes),
    };
}
