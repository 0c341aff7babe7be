using System.Collections.Immutable;
using BvlosSim.Estimation.Clearance;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Geofence;
using BvlosSim.Estimation.Geofence.Emergencies;
using BvlosSim.Estimation.Geofence.Readings;
using BvlosSim.Estimation.GroundRisk;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.LandingZones;
using BvlosSim.Estimation.Links;
using BvlosSim.Estimation.Resources;
using BvlosSim.Estimation.Sampling;
using BvlosSim.Estimation.Weather;
using BvlosSim.Missions;
using BvlosSim.Vehicles;

namespace BvlosSim.Estimation.Checks;

/// <summary>
/// The checks of a flown route, in the order of the contract. Each takes the result so far and gives it back with its
/// block, its warnings and its failure; the first failure ends the run.
/// </summary>
internal sealed class CheckPipeline
{
    private const string ReferenceConditionsMissing =
        "operating_mass_kg is given, but not both energy.reference_mass_kg and energy.reference_density_kgm3: powers are not fully scaled.";

    private const string DimensionMissing =
        "A population grid is given, but not the vehicle's characteristic_dimension_m: the ground risk is not evaluated.";

    private static readonly ImmutableArray<Func<CheckPipeline, EstimateResult, EstimateResult>> Steps =
    [
        (p, r) => p.CheckEnergyModel(r),
        (p, r) => p.CheckEnergy(r),
        (p, r) => p.CheckResources(r),
        (p, r) => p.CheckLinks(r),
        (p, r) => p.CheckGeofence(r),
        (p, r) => p.CheckLandingZones(r),
        (p, r) => p.CheckGeofenceReadings(r),
        (p, r) => p.CheckEmergencyZones(r),
        (p, r) => p.CheckClearance(r),
        (p, r) => p.CheckWeather(r),
        (p, r) => p.WarnOfFailsafe(r),
        (p, r) => p.CheckGroundRisk(r),
    ];

    private readonly EstimationInput _input;
    private readonly FlightSettings _settings;
    private readonly FlownPath _path;
    private readonly CancellationToken _cancellation;
    private GeofenceZones? _zones;
    private LandingZoneInput? _landing;

    private CheckPipeline(EstimationInput input, FlightSettings settings, ImmutableArray<Leg> legs, CancellationToken cancellation)
    {
        _input = input;
        _settings = settings;
        _path = new FlownPath(legs, settings.MaxSegmentLengthM, cancellation);
        _cancellation = cancellation;
    }

    private Mission Mission => _input.Mission;

    private Vehicle Vehicle => _input.Vehicle;

    /// <summary>Runs the checks on a route that was flown to its end.</summary>
    public static EstimateResult Run(EstimationInput input, FlightSettings settings, EstimateResult flown, CancellationToken cancellation)
    {
        var pipeline = new CheckPipeline(input, settings, flown.Legs, cancellation);
        EstimateResult result = flown;
        foreach (Func<CheckPipeline, EstimateResult, EstimateResult> step in Steps)
        {
            result = step(pipeline, result);
            if (result.Failure is not null)
                break;
        }

        return MisreadingWarnings.AddTo(result, input, settings, pipeline._path, cancellation);
    }

    private EstimateResult CheckEnergyModel(EstimateResult result)
    {
        MissionFailure? failure = EnergyEvaluation.CheckModel(Mission, Vehicle, _settings);
        if (failure is not null)
            return result with { Failure = failure };
        return EnergyEvaluation.ReferenceConditionsAreMissing(Vehicle)
            ? WithWarning(result, WarningCode.EnergyReferenceConditionsMissing, ReferenceConditionsMissing)
            : result;
    }

    private EstimateResult CheckEnergy(EstimateResult result)
    {
        MissionFailure? failure = EnergyEvaluation.Evaluate(
            Mission, Vehicle, _settings, result.Legs, out EnergyResult? energy, _cancellation);
        // Declared resources carry the mission in place of the plain battery, and are judged in its place.
        if (failure is null && Vehicle.ResourceSystems.IsEmpty)
            failure = EnergyEvaluation.Judge(energy!, Mission.Constraints.RequireRthReserve);
        return result with { Energy = energy, Failure = failure };
    }

    private EstimateResult CheckResources(EstimateResult result)
    {
        CheckOutcome<ResourceResult> outcome = ResourceCheck.Evaluate(Mission, Vehicle, result.Energy!);
        return result with { Resource = outcome.Block, Failure = outcome.Failure };
    }

    private EstimateResult CheckLinks(EstimateResult result)
    {
        CheckOutcome<LinkResult> outcome = LinkCheck.Evaluate(Mission, result.Legs);
        return result with { Link = outcome.Block, Failure = outcome.Failure };
    }

    private EstimateResult CheckGeofence(EstimateResult result)
    {
        if (_input.Geofences is not { } zones)
            return result;
        _zones = GeofenceZones.Compile(zones, _cancellation);
        CheckOutcome<GeofenceResult> outcome = GeofenceCheck.Evaluate(
            _zones, _path, Mission.DepartureTime?.Value, out ImmutableArray<MissionWarning> warnings, _cancellation);
        return result with { Geofence = outcome.Block, Failure = outcome.Failure, Warnings = result.Warnings.AddRange(warnings) };
    }

    private EstimateResult CheckLandingZones(EstimateResult result)
    {
        if (_input.LandingZones is not { } zones)
            return result;
        _landing = new LandingZoneInput
        {
            Mission = Mission,
            Vehicle = Vehicle,
            Settings = _settings,
            Path = _path,
            Sites = LandingSites.Compile(zones, _cancellation),
            Terrain = _input.Terrain,
            Energy = result.Energy,
        };
        CheckOutcome<LandingZoneResult> outcome = LandingZoneCheck.Evaluate(_landing, _cancellation);
        return result with { LandingZone = outcome.Block, Failure = outcome.Failure };
    }

    private EstimateResult CheckGeofenceReadings(EstimateResult result)
    {
        return _zones is null
            ? result
            : result with
            {
                Warnings = result.Warnings.AddRange(
                    GeofenceReadingCheck.Evaluate(_zones, _path, Mission.DepartureTime?.Value, _cancellation)),
            };
    }

    private EstimateResult CheckEmergencyZones(EstimateResult result)
    {
        if (_zones is null)
            return result;
        // The energy of the returns from the ends of the legs needed the same airspeed.
        _ = TrueAirspeed.Resolve(Mission, Vehicle, FlightPlace.Mission, out TrueAirspeed speed);
        ImmutableArray<MissionWarning> warnings = EmergencyZoneCheck.Evaluate(
            new EmergencyZoneInput
            {
                Flights = new EmergencyFlightInZones(_zones, Mission.DepartureTime?.Value, Vehicle.Performance.TurnRadiusM),
                Energy = result.Energy!,
                Returns = new EmergencyFlight(Vehicle, _settings, new PowerScaling(Vehicle), speed.Mps),
                Path = _path,
                Diversions = result.LandingZone?.States ?? [],
                Alternatives = _landing is null ? null : LandingZoneCheck.Alternatives(_landing),
            },
            _cancellation);
        return result with { Warnings = result.Warnings.AddRange(warnings) };
    }

    private EstimateResult CheckClearance(EstimateResult result)
    {
        CheckOutcome<ClearanceResult> outcome = ClearanceCheck.Evaluate(
            _input.Obstacles, _input.Terrain, Mission.Constraints, _path, out ImmutableArray<MissionWarning> warnings, _cancellation);
        return result with { Obstacle = outcome.Block, Failure = outcome.Failure, Warnings = result.Warnings.AddRange(warnings) };
    }

    private EstimateResult CheckWeather(EstimateResult result)
    {
        CheckOutcome<WeatherResult> outcome = WeatherCheck.Evaluate(Mission.Constraints, _settings, result.Legs, _cancellation);
        return result with { Weather = outcome.Block, Failure = outcome.Failure };
    }

    private EstimateResult WarnOfFailsafe(EstimateResult result) =>
        result with { Warnings = result.Warnings.AddRange(FailsafeWarnings.Of(Vehicle.Failsafe, result.Energy!)) };

    private EstimateResult CheckGroundRisk(EstimateResult result)
    {
        if (_input.Population is not { } population)
            return result;
        if (GroundRiskCheck.DimensionIsMissing(Vehicle))
            return WithWarning(result, WarningCode.PopulationDensityDimensionMissing, DimensionMissing);
        CheckOutcome<GroundRiskResult> outcome = GroundRiskCheck.Evaluate(Mission, Vehicle, population, _path, _cancellation);
        return result with { GroundRisk = outcome.Block, Failure = outcome.Failure };
    }

    private static EstimateResult WithWarning(EstimateResult result, WarningCode code, string message) =>
        result with { Warnings = result.Warnings.Add(new MissionWarning(code, message, FlightPlace.Mission)) };
}
