using System.CommandLine;
using BvlosSim.Cli.Running;
using BvlosSim.FlightLogs.Calibration;

namespace BvlosSim.Cli.Commands;

/// <summary><c>calibrate VEHICLE TRACE…</c>: fit performance values of a vehicle to its flights.</summary>
internal static class CalibrateCommand
{
    /// <summary>Name of the command.</summary>
    public const string Name = "calibrate";

    private const string About =
        """
        Fit performance values of a vehicle to its flights: cruise speed, climb and descent rate, station-keeping wind.

        The JSON form is a profile for --calibration. A value that rests on few samples is named on standard error.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(CancellationToken cancellation)
    {
        var vehicle = new Argument<string>("VEHICLE") { Description = "Vehicle file (vehicle.v5, YAML or JSON)." };
        var traces = new Argument<string[]>("TRACE")
        {
            Description = "Trace files (flight-trace.v1, JSON or YAML).",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<CalibrationFormat?> format = CommonOptions.Choice("--format", CalibrationFormats.Set, "How the profile is shown. Default: markdown.");
        Option<string?> id = CommonOptions.Text("--calibration-id", "ID", "Identifier of the profile. Default: that of the vehicle with -calibration.");
        Option<int?> minSamples = CommonOptions.WholeNumber(
            "--min-samples", "N", $"Leave out a value with fewer samples. Default: 1; at least {VehicleCalibration.RecommendedSamples} are recommended.", min: 1);
        Option<bool> anyVehicle = CommonOptions.Flag("--any-vehicle", "Accept traces that were flown with another vehicle file.");
        var document = new DocumentOptions();

        var command = new Command(Name, About) { vehicle, traces, format };
        document.AddTo(command);
        foreach (Option option in (ReadOnlySpan<Option>)[id, minSamples, anyVehicle])
            command.Options.Add(option);
        command.SetAction(parsed => CalibrateRun.Execute(
            new CalibrateRequest
            {
                VehiclePath = ResolvedPath.Of(parsed.GetValue(vehicle)!),
                TracePaths = [.. parsed.GetValue(traces)!.Select(ResolvedPath.Of)],
                Format = parsed.GetValue(format) ?? CalibrationFormat.Markdown,
                CalibrationId = parsed.GetValue(id),
                MinSamples = parsed.GetValue(minSamples) ?? 1,
                AnyVehicle = parsed.IsGiven(anyVehicle),
                Target = document.Target(parsed),
                ValidateOnly = document.ValidateOnly(parsed),
            },
            cancellation));
        return command;
    }
}
