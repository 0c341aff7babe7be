namespace BvlosSim.Documents.Envelopes;

/// <summary>A versioned contract.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Version">Its label.</param>
public sealed record ContractVersion(string Name, string Version);

/// <summary>The versions of all contracts: the one registry that documents, reports and <c>schema-versions</c> quote.</summary>
public static class ContractVersions
{
    /// <summary>Envelope of an estimate.</summary>
    public const string EstimatorEnvelope = "estimator-envelope.v10";

    /// <summary>Report of a battery sizing.</summary>
    public const string BatterySizingReport = "battery-sizing-report.v2";

    /// <summary>Report of <c>--validate-only</c>; not listed by <c>schema-versions</c>.</summary>
    public const string PreflightValidation = "preflight-validation.v1";

    /// <summary>Inputs of an estimate, by key.</summary>
    public static IReadOnlyList<ContractVersion> EstimateInputs { get; } =
    [
        new("calibration", "calibration-profile.v1"),
        new("geofences", "geofence-geojson.v1"),
        new("landing_zones", "landing-zone-geojson.v1"),
        new("mission", "mission.v7"),
        new("obstacles", "obstacle-geojson.v1"),
        new("population", "population-grid.v2"),
        new("terrain", "terrain-grid.v1"),
        new("vehicle", "vehicle.v5"),
        new("wind_grid", "wind-grid.v1"),
    ];

    /// <summary>Inputs of all commands, by key.</summary>
    public static IReadOnlyList<ContractVersion> Inputs { get; } =
    [
        .. EstimateInputs.Concat(
        [
            new("batch", "batch.v1"),
            new("scenario", "scenario.v1"),
            new("stochastic", "stochastic.v2"),
            new("uncertainty", "uncertainty.v2"),
        ]).OrderBy(c => c.Name, StringComparer.Ordinal),
    ];

    /// <summary>Documents that the program writes, by key.</summary>
    public static IReadOnlyList<ContractVersion> Outputs { get; } =
    [
        new("battery_sizing_report", BatterySizingReport),
        new("calibration_profile", "calibration-profile.v1"),
        new("estimator", EstimatorEnvelope),
        new("flight_trace", "flight-trace.v1"),
        new("phase_segments", "phase-segments.v1"),
        new("scenario_report", "scenario-report.v3"),
        new("sitl_comparison", "sitl-comparison.v1"),
        new("sitl_evidence", "sitl-evidence.v1"),
        new("sora_assessment", "sora-assessment.v3"),
        new("sora_envelope", "sora-envelope.v3"),
        new("stochastic_envelope", "stochastic-envelope.v2"),
        new("uncertainty_report", "uncertainty-report.v2"),
        new("validation_report", "validation-report.v2"),
    ];
}
