using System.CommandLine;
using BvlosSim.Cli.Running;
using BvlosSim.Documents.Rendering;
using BvlosSim.Missions;

namespace BvlosSim.Cli.Commands;

/// <summary><c>estimate MISSION VEHICLE</c>: simulate a mission, judge it and write the verdict with its evidence.</summary>
internal static class EstimateCommand
{
    /// <summary>Name of the command.</summary>
    public const string Name = "estimate";

    private const string About =
        """
        Simulate a mission with a vehicle and judge it.

        Exit code 0 means GO; 10 means infeasible or NO-GO. What was not evaluated counts as missing evidence, so a mission
        is GO only when every category of evidence is there, every check passed and every warning is accepted.
        With --engineering-only a feasible flight exits with 0 whatever the verdict; the document stays the same.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(CancellationToken cancellation)
    {
        var mission = new Argument<string>("MISSION") { Description = "Mission file (mission.v7, YAML or JSON)." };
        var vehicle = new Argument<string>("VEHICLE") { Description = "Vehicle file (vehicle.v5, YAML or JSON)." };
        Option<EstimateFormat?> format = CommonOptions.Choice("--format", EstimateFormats.Set, "How the estimate is shown. Default: json.");
        var document = new DocumentOptions();
        Option<bool> engineering = CommonOptions.Flag("--engineering-only", "Exit with 0 for a feasible flight, whatever the verdict.");
        Option<string?> calibration = CommonOptions.Text("--calibration", "PATH", "Apply a calibration profile to the vehicle first.");
        var windLayers = new Option<string[]>("--wind-layer")
        {
            Description = "Wind from an altitude (m AMSL) upward, blowing towards east and north (m/s). Repeatable; replaces every other wind.",
            HelpName = "ALT:EAST:NORTH",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
        Option<double?> segment = CommonOptions.Number("--max-segment-length-m", "METRES", "Longest piece of a leg that is integrated at once.");
        Option<Fidelity?> fidelity = CommonOptions.Choice("--fidelity", FidelityTokens.Set, "v1 turns on the spot, v2 flies turn arcs.");
        Option<string?> operatorId = CommonOptions.Text("--operator-id", "TEXT", "Note the operator in the result's metadata.");
        Option<string?> generatedAt = CommonOptions.Text("--generated-at", "TIME", "Note a time (ISO 8601, or 'now') in the result's metadata.");
        Option<string?> power = CommonOptions.Text(
            SensitivityOption.PowerName, "LIST", "Steps of the cruise power for --format sensitivity, percent. Default: 10,20,30.");
        Option<string?> wind = CommonOptions.Text(
            SensitivityOption.WindName, "LIST", "Steps of the wind for --format sensitivity, m/s. Default: 1,2,3.");
        Option<string?> battery = CommonOptions.Text(
            SensitivityOption.BatteryName, "LIST", "Steps of the battery capacity for --format sensitivity, percent. Default: 10,20,30.");

        var command = new Command(Name, About) { mission, vehicle, format };
        document.AddTo(command);
        foreach (Option option in (ReadOnlySpan<Option>)[engineering, calibration, windLayers, segment, fidelity, operatorId, generatedAt, power, wind, battery])
            command.Options.Add(option);
        command.SetAction(parsed => EstimateRun.Execute(
            new EstimateRequest
            {
                MissionPath = ResolvedPath.Of(parsed.GetValue(mission)!),
                VehiclePath = ResolvedPath.Of(parsed.GetValue(vehicle)!),
                CalibrationPath = parsed.GetValue(calibration) is { } path ? ResolvedPath.Of(path) : null,
                Format = parsed.GetValue(format) ?? EstimateFormat.Json,
                Sensitivity = new SensitivityOption(parsed.GetValue(power), parsed.GetValue(wind), parsed.GetValue(battery)),
                Target = document.Target(parsed),
                ValidateOnly = document.ValidateOnly(parsed),
                EngineeringOnly = parsed.IsGiven(engineering),
                WindLayers = parsed.GetValue(windLayers) ?? [],
                MaxSegmentLengthM = parsed.GetValue(segment),
                Fidelity = parsed.GetValue(fidelity),
                OperatorId = parsed.GetValue(operatorId),
                GeneratedAt = parsed.GetValue(generatedAt),
            },
            cancellation));
        return command;
    }
}
