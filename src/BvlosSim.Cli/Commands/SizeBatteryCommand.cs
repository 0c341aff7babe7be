using System.CommandLine;
using BvlosSim.Cli.Running;
using BvlosSim.Documents.Sizing;

namespace BvlosSim.Cli.Commands;

/// <summary><c>size-battery MISSION VEHICLE</c>: find the least battery that is enough for a mission, its own weight included.</summary>
internal static class SizeBatteryCommand
{
    /// <summary>Name of the command.</summary>
    public const string Name = "size-battery";

    private const string About =
        """
        Find the least battery that is enough for a mission, its own weight included.

        The vehicle states energy.battery_specific_energy_wh_per_kg and energy.battery_excluded_operating_mass_kg. Exit code 0
        means that there is such a battery, whether or not the vehicle's own is enough.
        """;

    private static readonly int[] DefaultMargins = [10, 20, 30];

    /// <summary>Makes the command.</summary>
    public static Command Create(CancellationToken cancellation)
    {
        var mission = new Argument<string>("MISSION") { Description = "Mission file (mission.v7, YAML or JSON)." };
        var vehicle = new Argument<string>("VEHICLE") { Description = "Vehicle file (vehicle.v5, YAML or JSON)." };
        Option<BatterySizingFormat?> format = CommonOptions.Choice(
            "--format", BatterySizingFormats.Set, "How the size is shown. Default: markdown.");
        Option<int[]> margin = CommonOptions.WholeNumbers(
            "--margin", "PERCENT", "Margin over the least battery to recommend. Repeatable. Default: 10, 20 and 30.");
        var document = new DocumentOptions();

        var command = new Command(Name, About) { mission, vehicle, format, margin };
        document.AddTo(command);
        command.SetAction(parsed => SizeBatteryRun.Execute(
            new SizeBatteryRequest
            {
                MissionPath = ResolvedPath.Of(parsed.GetValue(mission)!),
                VehiclePath = ResolvedPath.Of(parsed.GetValue(vehicle)!),
                Format = parsed.GetValue(format) ?? BatterySizingFormat.Markdown,
                Target = document.Target(parsed),
                ValidateOnly = document.ValidateOnly(parsed),
                MarginsPercent = parsed.GetValue(margin) is { Length: > 0 } given ? given : DefaultMargins,
            },
            cancellation));
        return command;
    }
}
