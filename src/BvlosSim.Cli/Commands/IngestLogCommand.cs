using System.CommandLine;
using BvlosSim.Cli.Running;

namespace BvlosSim.Cli.Commands;

/// <summary><c>ingest-log LOG --trace-id T</c>: make the trace of a flight from a flight log.</summary>
internal static class IngestLogCommand
{
    /// <summary>Name of the command.</summary>
    public const string Name = "ingest-log";

    private const string About =
        """
        Make the trace of a flight (flight-trace.v1, JSON) from a flight log: one record for each GPS position, with what the
        battery, the flight mode and the wind estimate last said.

        Reads ArduPilot DataFlash (.bin, or converted to text) and PX4 ULog (.ulg), told apart by their content. A cut or
        damaged log is read as far as it is whole; what was skipped is told on standard error and in the trace.
        With --mission and --vehicle the trace states what was flown, which validate asks for.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(CancellationToken cancellation)
    {
        var log = new Argument<string>("LOG") { Description = "Flight log (DataFlash or ULog)." };
        Option<string?> traceId = CommonOptions.Text("--trace-id", "ID", "Identifier of the trace: letters, digits, '_' and '-'.");
        traceId.Required = true;
        Option<string?> mission = CommonOptions.Path("--mission", "The mission that was flown (with --vehicle).");
        Option<string?> vehicle = CommonOptions.Path("--vehicle", "The vehicle that flew it (with --mission).");
        Option<int?> maxSize = CommonOptions.WholeNumber("--max-size-mib", "MIB", "Refuse a larger log. Default: no limit.", min: 1);
        Option<int?> gps = CommonOptions.WholeNumber("--gps", "N", "Read GPS receiver N. Default: 0, else the least number, of those with a position.", min: 0);
        Option<int?> battery = CommonOptions.WholeNumber("--battery", "N", "Read battery N. Default: 0, else the least number, of those that ever have a voltage.", min: 0);
        Option<int?> flight = CommonOptions.WholeNumber(
            "--flight", "N", "Take flight N of a log with several, as log-info numbers them. Default: the one with the most positions.", min: 1);
        var document = new DocumentOptions();

        var command = new Command(Name, About) { log, traceId, mission, vehicle, maxSize, gps, battery, flight };
        document.AddTo(command);
        command.SetAction(parsed => IngestLogRun.Execute(
            new IngestLogRequest
            {
                LogPath = ResolvedPath.Of(parsed.GetValue(log)!),
                TraceId = parsed.GetValue(traceId) ?? "",
                MissionPath = parsed.GetValue(mission) is { } m ? ResolvedPath.Of(m) : null,
                VehiclePath = parsed.GetValue(vehicle) is { } v ? ResolvedPath.Of(v) : null,
                MaxSizeMib = parsed.GetValue(maxSize),
                Gps = parsed.GetValue(gps),
                Battery = parsed.GetValue(battery),
                Flight = parsed.GetValue(flight),
                Target = document.Target(parsed),
                ValidateOnly = document.ValidateOnly(parsed),
            },
            cancellation));
        return command;
    }
}
