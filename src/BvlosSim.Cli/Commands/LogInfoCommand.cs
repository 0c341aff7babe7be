using System.CommandLine;
using BvlosSim.Cli.Running;
using BvlosSim.FlightLogs.Info;

namespace BvlosSim.Cli.Commands;

/// <summary><c>log-info LOG</c>: tell what a flight log holds.</summary>
internal static class LogInfoCommand
{
    /// <summary>Name of the command.</summary>
    public const string Name = "log-info";

    private const string About =
        """
        Tell what a flight log holds: firmware, vehicle, flights, GPS receivers and batteries, modes, parameters that changed
        in flight, and what of it is damaged or missing.

        Reads ArduPilot DataFlash (.bin, or converted to text) and PX4 ULog (.ulg), told apart by their content.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(CancellationToken cancellation)
    {
        var log = new Argument<string>("LOG") { Description = "Flight log (DataFlash or ULog)." };
        Option<LogInfoFormat?> format = CommonOptions.Choice("--format", LogInfoFormats.Set, "How it is shown. Default: text.");
        var document = new DocumentOptions();
        var command = new Command(Name, About) { log, format };
        document.AddTo(command);
        command.SetAction(parsed => LogInfoRun.Execute(
            new LogInfoRequest(
                ResolvedPath.Of(parsed.GetValue(log)!),
                parsed.GetValue(format) ?? LogInfoFormat.Text,
                document.Target(parsed),
                document.ValidateOnly(parsed)),
            cancellation));
        return command;
    }
}
