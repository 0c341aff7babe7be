using BvlosSim.Cli.Outputs;
using BvlosSim.FlightLogs.Validation;

namespace BvlosSim.Cli.Running;

/// <summary>What the command line asked of <c>validate</c>.</summary>
internal sealed record ValidateRequest
{
    /// <summary>Mission file, resolved.</summary>
    public required string MissionPath { get; init; }

    /// <summary>Vehicle file, resolved.</summary>
    public required string VehiclePath { get; init; }

    /// <summary>Trace file, resolved.</summary>
    public required string TracePath { get; init; }

    /// <summary>Calibration profile, resolved; null = none.</summary>
    public string? CalibrationPath { get; init; }

    /// <summary>How the report is shown.</summary>
    public ValidationFormat Format { get; init; }

    /// <summary>Which report.</summary>
    public ReportVersion Version { get; init; }

    /// <summary>Identifier of the report; null or empty = made of that of the trace.</summary>
    public string? ValidationId { get; init; }

    /// <summary>The gate.</summary>
    public required GateLimits Limits { get; init; }

    /// <summary>Where the report goes.</summary>
    public required OutputTarget Target { get; init; }

    /// <summary>How the files alone are to be checked; null = validate.</summary>
    public PreflightFormat? ValidateOnly { get; init; }
}
