using System.Collections.Immutable;
using BvlosSim.Cli.Outputs;
using BvlosSim.FlightLogs.Calibration;
using BvlosSim.Vehicles;

namespace BvlosSim.Cli.Running;

/// <summary>What the command line asked of <c>calibrate</c>.</summary>
internal sealed record CalibrateRequest
{
    /// <summary>Vehicle file, resolved.</summary>
    public required string VehiclePath { get; init; }

    /// <summary>Trace files in order, resolved; at least one.</summary>
    public required ImmutableArray<string> TracePaths { get; init; }

    /// <summary>How the profile is shown.</summary>
    public CalibrationFormat Format { get; init; }

    /// <summary>Identifier of the profile; null or empty = made of that of the vehicle.</summary>
    public string? CalibrationId { get; init; }

    /// <summary>Least number of samples of a value; null = not given.</summary>
    public int? MinSamples { get; init; }

    /// <summary>Whether traces of another vehicle file are accepted.</summary>
    public bool AnyVehicle { get; init; }

    /// <summary>Whether the energy model is fitted too.</summary>
    public bool Energy { get; init; }

    /// <summary>Masses flown, as written.</summary>
    public IReadOnlyList<string> Masses { get; init; } = [];

    /// <summary>How the fit is tried on flights it has not seen; null = not at all.</summary>
    public HoldoutMethod? Holdout { get; init; }

    /// <summary>Whether values may rest on fewer samples than the minimum.</summary>
    public bool AllowFewSamples { get; init; }

    /// <summary>Where the profile goes.</summary>
    public required OutputTarget Target { get; init; }

    /// <summary>How the files alone are to be checked; null = calibrate.</summary>
    public PreflightFormat? ValidateOnly { get; init; }
}
