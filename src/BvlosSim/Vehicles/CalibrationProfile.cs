using System.Collections.Immutable;
using BvlosSim.Values;

namespace BvlosSim.Vehicles;

/// <summary>A performance value of a vehicle that flight logs can fit.</summary>
public enum CalibratedParameter
{
    /// <summary>Cruise true airspeed.</summary>
    CruiseSpeedMps,

    /// <summary>Climb rate.</summary>
    ClimbRateMps,

    /// <summary>Descent rate.</summary>
    DescentRateMps,

    /// <summary>Greatest wind in which the aircraft keeps its station.</summary>
    MaxStationKeepWindMps,
}

/// <summary>The contract tokens of calibration profiles.</summary>
public static class CalibrationTokens
{
    /// <summary>Tokens of <see cref="CalibratedParameter"/>; each is also the key of the value in <c>performance</c>.</summary>
    public static ClosedSet<CalibratedParameter> Parameters { get; } = new(
        (CalibratedParameter.CruiseSpeedMps, "cruise_speed_mps"),
        (CalibratedParameter.ClimbRateMps, "climb_rate_mps"),
        (CalibratedParameter.DescentRateMps, "descent_rate_mps"),
        (CalibratedParameter.MaxStationKeepWindMps, "max_station_keep_wind_mps"));
}

/// <summary>
/// A calibration profile: performance values fitted to flight logs (<c>calibration-profile.v1</c>), and in its second version
/// (<c>calibration-profile.v2</c>) the coefficients of the energy model. Immutable.
/// </summary>
public sealed record CalibrationProfile
{
    /// <summary>Identifier.</summary>
    public required string CalibrationId { get; init; }

    /// <summary>Identifier of the vehicle it was fitted for; must equal the vehicle's own.</summary>
    public required string BaseVehicleId { get; init; }

    /// <summary>What it was made of.</summary>
    public required CalibrationProvenance Provenance { get; init; }

    /// <summary>The fitted values in document order; of a repeated one the last counts.</summary>
    public ImmutableArray<FittedParameter> Parameters { get; init; } = [];

    /// <summary>The energy model; null = not fitted.</summary>
    public EnergyCalibration? Energy { get; init; }

    /// <summary>The fit tried on flights it has not seen; null = not tried.</summary>
    public HoldoutReport? Holdout { get; init; }

    /// <summary>Notes for people.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}

/// <summary>What a calibration profile was made of.</summary>
public sealed record CalibrationProvenance
{
    /// <summary>Version of the tool.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>Version of the data set.</summary>
    public required string CalibrationDatasetVersion { get; init; }

    /// <summary>SHA-256 of the logs of the flight traces, 64 hex digits each; empty in version 1, which does not hold them.</summary>
    public ImmutableArray<string> SourceLogSha256s { get; init; } = [];

    /// <summary>Identifiers of the flight traces.</summary>
    public ImmutableArray<string> SourceTraceIds { get; init; } = [];

    /// <summary>Identifiers of the validation reports.</summary>
    public ImmutableArray<string> ValidationReportIds { get; init; } = [];
}

/// <summary>A value fitted to flight logs. Numbers other than the spread may be NaN or infinite.</summary>
public sealed record FittedParameter
{
    /// <summary>Which value of the vehicle.</summary>
    public required CalibratedParameter Parameter { get; init; }

    /// <summary>The fitted value; checked against the vehicle's bounds only when it is applied.</summary>
    public required double FittedValue { get; init; }

    /// <summary>Unit for people.</summary>
    public required string Unit { get; init; }

    /// <summary>Number of samples, ≥ 1.</summary>
    public required long SampleCount { get; init; }

    /// <summary>Lower end of the confidence interval.</summary>
    public required double ConfidenceLow { get; init; }

    /// <summary>Upper end of the confidence interval, not below the lower one.</summary>
    public required double ConfidenceHigh { get; init; }

    /// <summary>Spread of the samples, ≥ 0; may be infinite.</summary>
    public required double Spread { get; init; }

    /// <summary>Version of the data set.</summary>
    public required string CalibrationDatasetVersion { get; init; }

    /// <summary>Conditions under which the value holds.</summary>
    public ImmutableArray<string> ApplicableConditions { get; init; } = [];

    /// <summary>How the value was derived; not empty.</summary>
    public required string Derivation { get; init; }
}
