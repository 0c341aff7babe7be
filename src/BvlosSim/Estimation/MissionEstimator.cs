using System.Collections.Immutable;
using BvlosSim.Estimation.Checks;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Values;
using BvlosSim.Vehicles;

namespace BvlosSim.Estimation;

/// <summary>
/// Estimates a mission: flies its route, costs its energy and runs its checks, in the order of the contract. The first
/// failure ends the run and is part of the result.
/// </summary>
public static class MissionEstimator
{
    /// <summary>Runs an estimate. A pure function of its input.</summary>
    /// <param name="input">Mission, vehicle, wind and terrain.</param>
    /// <param name="cancellation">Ends a long estimate.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static EstimateResult Estimate(EstimationInput input, CancellationToken cancellation = default)
    {
        MissionFailure? mismatch = CheckIdentity(input);
        if (mismatch is not null)
            return new EstimateResult { Failure = mismatch };

        MissionFailure? invalid = FlightSettings.Resolve(input.Mission, input.Vehicle, input.Options, input.Wind, out FlightSettings? settings);
        if (invalid is not null)
            return new EstimateResult { Failure = invalid };
        return Estimate(input, settings!, cancellation);
    }

    private static EstimateResult Estimate(EstimationInput input, FlightSettings settings, CancellationToken cancellation)
    {
        var start = new EstimateResult { Metadata = ResultMetadata.Of(input, settings) };
        MissionFailure? invalid = CheckSettings(settings, input.Vehicle);
        if (invalid is not null)
            return start with { Failure = invalid };

        FlownRoute route = RouteFlight.Fly(input.Mission, input.Vehicle, settings, input.Terrain, cancellation);
        if (!FlightTotals.Of(route.Legs).AreFinite)
            return start with { Failure = BeyondNumbers };
        EstimateResult flown = start with
        {
            Legs = route.Legs,
            Totals = FlightTotals.Of(route.Legs),
            TotalsArePartial = route.Failure is not null && !route.Legs.IsEmpty,
            Warnings = route.Warnings,
            Failure = route.Failure,
        };
        if (route.Failure is not null)
            return flown;
        EstimateResult warned = flown with { Warnings = [.. flown.Warnings, .. VehicleWarnings(input.Vehicle, flown.Legs)] };
        return CheckPipeline.Run(input, settings, warned, cancellation);
    }

    private static MissionFailure BeyondNumbers { get; } = new(
        FailureKind.InvalidInput,
        FailureCode.InvalidGeometry,
        "A distance, altitude or time of the flight is beyond all numbers: look for a field that is many powers of ten too large.",
        FlightPlace.Mission,
        ScalarMap.Empty);

    private static MissionFailure? CheckIdentity(EstimationInput input) =>
        string.Equals(input.Mission.VehicleProfile, input.Vehicle.VehicleId, StringComparison.Ordinal)
            ? null
            : new MissionFailure(
                FailureKind.InvalidInput,
                FailureCode.InvalidMissionProfile,
                $"The mission was planned for vehicle '{input.Mission.VehicleProfile}', not for '{input.Vehicle.VehicleId}'.",
                FlightPlace.Mission,
                ScalarMap.Of(("mission_vehicle_profile", input.Mission.VehicleProfile), ("vehicle_id", input.Vehicle.VehicleId)));

    private static MissionFailure? CheckSettings(FlightSettings settings, Vehicle vehicle)
    {
        if (!(settings.MinGroundspeedMps > 0.0))
            return InvalidSetting("min_groundspeed_mps", settings.MinGroundspeedMps, "The least ground speed must be positive.");
        if (!(settings.MaxCrabAngleDeg is > 0.0 and < 90.0))
            return InvalidSetting("max_crab_angle_deg", settings.MaxCrabAngleDeg, "The crab limit must lie between 0 and 90 degrees.");
        return vehicle.Performance.MaxStationKeepWindMps is { } authority && !(authority >= 0.0)
            ? InvalidSetting("max_station_keep_wind_mps", authority, "The station-keeping limit must not be negative.")
            : null;
    }

    private static MissionFailure InvalidSetting(string key, double value, string message) => new(
        FailureKind.InvalidInput,
        FailureCode.InvalidSpeedProfile,
        message,
        new FlightPlace(0, null, null),
        ScalarMap.Of((key, value)));

    private static List<MissionWarning> VehicleWarnings(Vehicle vehicle, ImmutableArray<Leg> legs)
    {
        var warnings = new List<MissionWarning>();
        foreach (Leg leg in legs)
        {
            if (leg.Wind is { } wind && vehicle.Performance.MaxWindMps is { } limit && wind.SpeedMps > limit)
                warnings.Add(new MissionWarning(WarningCode.MaxWindExceeded, "The wind on this leg is above the vehicle's limit.", leg.Place));
        }

        if (vehicle.CalibrationStatus is not (CalibrationStatus.ManufacturerDerived or CalibrationStatus.LogCalibrated))
        {
            warnings.Add(new MissionWarning(
                WarningCode.EnergyModelUncalibrated,
                "The vehicle's powers are placeholders or of unknown origin (calibration_status).",
                FlightPlace.Mission));
        }

        return warnings;
    }
}
