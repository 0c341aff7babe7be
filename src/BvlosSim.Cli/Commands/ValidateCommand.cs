using System.CommandLine;
using BvlosSim.Cli.Running;
using BvlosSim.FlightLogs.Validation;

namespace BvlosSim.Cli.Commands;

/// <summary><c>validate MISSION VEHICLE TRACE</c>: hold a prediction against the flight.</summary>
internal static class ValidateCommand
{
    /// <summary>Name of the command.</summary>
    public const string Name = "validate";

    private const string About =
        """
        Hold the estimate of a mission against a flight of it.

        The trace must name the very mission and vehicle files (by SHA-256). Exit code 0 means that every error is within its
        limit, 10 that one is not. Report v2 compares totals and phases whatever the estimate says of itself; report v3 refuses
        an estimate that failed, looks at the flight alone without the time on the ground, and aligns the two by distance
        flown and by time. It fails when the log was truncated, or begins or ends in the air.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(CancellationToken cancellation)
    {
        var mission = new Argument<string>("MISSION") { Description = "Mission file (mission.v7, YAML or JSON)." };
        var vehicle = new Argument<string>("VEHICLE") { Description = "Vehicle file (vehicle.v5, YAML or JSON)." };
        var trace = new Argument<string>("TRACE") { Description = "Trace file (flight-trace.v1, JSON or YAML)." };
        Option<ValidationFormat?> format = CommonOptions.Choice("--format", ValidationFormats.Set, "How the report is shown. Default: markdown.");
        Option<ReportVersion?> version = CommonOptions.Choice("--report-version", ReportVersions.Set, "Which report. Default: v2.");
        Option<string?> calibration = CommonOptions.Text("--calibration", "PATH", "Apply a calibration profile to the vehicle first.");
        Option<string?> id = CommonOptions.Text("--validation-id", "ID", "Identifier of the report. Default: that of the trace with -validation.");
        Option<double?> time = Limit("--max-time-error-percent", "duration", GateLimits.Default.Time);
        Option<double?> distance = Limit("--max-distance-error-percent", "distance", GateLimits.Default.HorizontalDistance);
        Option<double?> speed = Limit("--max-speed-error-percent", "mean ground speed", GateLimits.Default.MeanGroundspeed);
        Option<double?> reserve = Limit("--max-reserve-error-percent", "reserve (v2: percent of it, v3: percentage points)", GateLimits.Default.Reserve);
        var document = new DocumentOptions();

        var command = new Command(Name, About) { mission, vehicle, trace, format, version };
        document.AddTo(command);
        foreach (Option option in (ReadOnlySpan<Option>)[calibration, id, time, distance, speed, reserve])
            command.Options.Add(option);
        command.SetAction(parsed => ValidateRun.Execute(
            new ValidateRequest
            {
                MissionPath = ResolvedPath.Of(parsed.GetValue(mission)!),
                VehiclePath = ResolvedPath.Of(parsed.GetValue(vehicle)!),
                TracePath = ResolvedPath.Of(parsed.GetValue(trace)!),
                CalibrationPath = parsed.GetValue(calibration) is { } path ? ResolvedPath.Of(path) : null,
                Format = parsed.GetValue(format) ?? ValidationFormat.Markdown,
                Version = parsed.GetValue(version) ?? ReportVersion.V2,
                ValidationId = parsed.GetValue(id),
                Limits = new GateLimits(
                    parsed.GetValue(time) ?? GateLimits.Default.Time,
                    parsed.GetValue(distance) ?? GateLimits.Default.HorizontalDistance,
                    parsed.GetValue(speed) ?? GateLimits.Default.MeanGroundspeed,
                    parsed.GetValue(reserve) ?? GateLimits.Default.Reserve),
                Target = document.Target(parsed),
                ValidateOnly = document.ValidateOnly(parsed),
            },
            cancellation));
        return command;
    }

    private static Option<double?> Limit(string name, string what, double otherwise) =>
        CommonOptions.NonNegative(name, "PERCENT", $"Largest error of the {what} that passes. Default: {otherwise:0}.");
}
