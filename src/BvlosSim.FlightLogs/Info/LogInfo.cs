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

    /// <summary>The receiver that the flights are of; null = the log does not number them.</summary>
    public required long? FlightReceiver { get; init; }

    /// <summary>The flights that this receiver saw.</summary>
    public required ImmutableArray<Flight> Flights { get; init; }

    /// <summary>The receivers.</summary>
    public required ImmutableArray<SensorStream> Receivers { get; init; }

    /// <summary>The battery monitors.</summary>
    public required ImmutableArray<SensorStream> Batteries { get; init; }

    /// <summary>The modes in file order.</summary>
    public required ImmutableArray<ModePeriod> Modes { get; init; }

    /// <summary>What the reader had to decide, and which receivers and batteries are passed over; one sentence each.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>Looks at a log.</summary>
    public static LogInfo Of(FlightLog log)
    {
        ReceiverChoice receiver = ReceiverChoice.Of(log.Rows.Gps, wanted: null, r => Fix.IsUsable(r))!.Value;
        BatteryChoice battery = BatteryChoice.Of(log.Rows.Battery, wanted: null)!.Value;
        return new LogInfo
        {
            Log = log,
            FlightReceiver = receiver.Choice.Instance,
            Flights = FlightList.Of(log.Rows.Gps, receiver.Choice),
            Receivers = SensorStream.Of(log.Rows.Gps.Select(r => (r.Instance, r.Boot, r.TimeUs, Fix.IsUsable(r)))),
            Batteries = SensorStream.Of(log.Rows.Battery.Select(r => (r.Instance, r.Boot, (long?)r.TimeUs, false))),
            Modes = ModePeriod.Of(log.Rows.Modes),
            Notes = [.. log.Assumptions, .. new[] { receiver.Remark, battery.Remark }.OfType<string>()],
        };
    }
}
