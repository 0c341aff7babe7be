using System.CommandLine;
using BvlosSim.Cli.Running;
using BvlosSim.FlightLogs.Segmentation;

namespace BvlosSim.Cli.Commands;

/// <summary><c>segment TRACE</c>: divide a flight into phases.</summary>
internal static class SegmentCommand
{
    /// <summary>Name of the command.</summary>
    public const string Name = "segment";

    private const string About =
        """
        Divide a flight into phases: takeoff, climb, transit, loiter, descent, landing, rtl, unknown.

        The flight mode tells the phase; where it only says that the autopilot flies, the motion does. Writes phase-segments.v1.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(CancellationToken cancellation)
    {
        var trace = new Argument<string>("TRACE") { Description = "Trace file (flight-trace.v1, JSON or YAML)." };
        Option<PhaseSegmentsFormat?> format = CommonOptions.Choice("--format", PhaseSegmentsFormats.Set, "How the phases are shown. Default: json.");
        Option<ModeTable?> modes = CommonOptions.Choice(
            "--modes",
            ModeTables.Set,
            "Flight modes that tell a phase: all, or those that validation-report.v2 and calibration-profile.v1 go by. Default: all.");
        var document = new DocumentOptions();

        var command = new Command(Name, About) { trace, format, modes };
        document.AddTo(command);
        command.SetAction(parsed => SegmentRun.Execute(
            new SegmentRequest
            {
                TracePath = ResolvedPath.Of(parsed.GetValue(trace)!),
                Format = parsed.GetValue(format) ?? PhaseSegmentsFormat.Json,
                Modes = parsed.GetValue(modes) ?? ModeTable.All,
                Target = document.Target(parsed),
                ValidateOnly = document.ValidateOnly(parsed),
            },
            cancellation));
        return command;
    }
}
