using BvlosSim.Cli.Outputs;
using BvlosSim.Documents.Rendering;
using BvlosSim.Missions;

namespace BvlosSim.Cli.Running;

/// <summary>What the command line asked of <c>estimate</c>.</summary>
internal sealed record EstimateRequest
{
    /// <summary>Mission file, resolved.</summary>
    public required string MissionPath { get; init; }

    /// <summary>Vehicle file, resolved.</summary>
    public required string VehiclePath { get; init; }

    /// <summary>Calibration profile, resolved; null = none.</summary>
    public string? CalibrationPath { get; init; }

    /// <summary>How the estimate is shown.</summary>
    public EstimateFormat Format { get; init; }

    /// <summary>Step lists of the sensitivity sweep as written.</summary>
    public required SensitivityOption Sensitivity { get; init; }

    /// <summary>Where it goes.</summary>
    public required OutputTarget Target { get; init; }

    /// <summary>How the files alone are to be checked; null = estimate.</summary>
    public PreflightFormat? ValidateOnly { get; init; }

    /// <summary>Exit with 0 for a feasible flight, whatever the verdict.</summary>
    public bool EngineeringOnly { get; init; }

    /// <summary>Wind layers as written.</summary>
    public IReadOnlyList<string> WindLayers { get; init; } = [];

    /// <summary>Longest integrated piece; null = not given.</summary>
    public double? MaxSegmentLengthM { get; init; }

    /// <summary>Fidelity; null = not given.</summary>
    public Fidelity? Fidelity { get; init; }

    /// <summary>Operator to note; null = none.</summary>
    public string? OperatorId { get; init; }

    /// <summary>Time to note; null = none.</summary>
    public string? GeneratedAt { get; init; }
}
