using System.CommandLine;
using BvlosSim.Cli.Running;
using BvlosSim.FlightLogs.Calibration;
using BvlosSim.FlightLogs.Calibration.Energy;
using BvlosSim.Vehicles;

namespace BvlosSim.Cli.Commands;

/// <summary><c>calibrate VEHICLE TRACE…</c>: fit performance values of a vehicle to its flights.</summary>
internal static class CalibrateCommand
{
    /// <summary>Name of the command.</summary>
    public const string Name = "calibrate";

    private const string About =
        """
        Fit performance values of a vehicle to its flights: cruise speed, climb and descent rate, station-keeping wind.

        The JSON form is a profile for --calibration. A value that rests on few samples is named on standard error. With --energy the
        profile also holds the powers of the energy model (calibration-profile.v2), and a value without enough samples is left out.
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
        Option<bool> anyVehicle = CommonOptions.Flag(
            "--any-vehicle", "Accept traces that were flown with another vehicle file; with --energy also those that name none.");
        Option<bool> energy = CommonOptions.Flag("--energy", "Fit the energy model too: hover, climb, cruise and descent power, and their scaling.");
        var masses = new Option<string[]>("--mass-kg")
        {
            Description = "Mass that a flight was flown with. Repeatable. Default: the vehicle's operating mass. With --energy.",
            HelpName = "TRACE_ID=KG",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
        Option<HoldoutMethod?> holdout = CommonOptions.Choice(
            "--holdout", HoldoutOptions.Set, "Predict each flight by a fit on the others. With --energy.");
        Option<bool> few = CommonOptions.Flag("--allow-few-samples", "Fit values that rest on fewer samples than the minimum. With --energy.");
        var document = new DocumentOptions();

        var command = new Command(Name, About) { vehicle, traces, format };
        document.AddTo(command);
        foreach (Option option in (ReadOnlySpan<Option>)[id, minSamples, anyVehicle, energy, masses, holdout, few])
            command.Options.Add(option);
        command.SetAction(parsed => CalibrateRun.Execute(
            new CalibrateRequest
            {
                VehiclePath = ResolvedPath.Of(parsed.GetValue(vehicle)!),
                TracePaths = [.. parsed.GetValue(traces)!.Select(ResolvedPath.Of)],
                Format = parsed.GetValue(format) ?? CalibrationFormat.Markdown,
                CalibrationId = parsed.GetValue(id),
                MinSamples = parsed.GetValue(minSamples),
                AnyVehicle = parsed.IsGiven(anyVehicle),
                Energy = parsed.IsGiven(energy),
                Masses = parsed.GetValue(masses) ?? [],
                Holdout = parsed.GetValue(holdout),
                AllowFewSamples = parsed.IsGiven(few),
                Target = document.Target(parsed),
                ValidateOnly = document.ValidateOnly(parsed),
            },
            cancellation));
        return command;
    }
}
