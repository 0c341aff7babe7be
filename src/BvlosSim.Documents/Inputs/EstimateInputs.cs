using System.Collections.Immutable;
using BvlosSim.Documents.Calibration;
using BvlosSim.Documents.Envelopes;
using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Missions;
using BvlosSim.Documents.Vehicles;
using BvlosSim.Environment.Airspace;
using BvlosSim.Environment.LandingZones;
using BvlosSim.Environment.Obstacles;
using BvlosSim.Environment.Population;
using BvlosSim.Environment.Terrain;
using BvlosSim.Environment.Wind;
using BvlosSim.Estimation;
using BvlosSim.Missions;
using BvlosSim.Vehicles;

namespace BvlosSim.Documents.Inputs;

/// <summary>The loaded inputs of an estimate: mission, calibrated vehicle and the assets the mission refers to.</summary>
public sealed record EstimateInputs
{
    /// <summary>The mission.</summary>
    public required Mission Mission { get; init; }

    /// <summary>The vehicle, calibrated where a profile was given.</summary>
    public required Vehicle Vehicle { get; init; }

    /// <summary>The calibration profile of <see cref="Vehicle"/>; null = none was given.</summary>
    public CalibrationProfile? Calibration { get; init; }

    /// <summary>The terrain grid; null = not referenced.</summary>
    public TerrainProvider? Terrain { get; init; }

    /// <summary>The population grid; null = not referenced.</summary>
    public PopulationGrid? Population { get; init; }

    /// <summary>The obstacles; null = no file is referenced, empty = a file without obstacles.</summary>
    public ImmutableArray<Obstacle>? Obstacles { get; init; }

    /// <summary>The wind grid; null = not referenced.</summary>
    public WindProvider? WindGrid { get; init; }

    /// <summary>The geofences; null = no file is referenced, empty = a file without zones.</summary>
    public ImmutableArray<GeofenceZone>? Geofences { get; init; }

    /// <summary>The landing zones; null = no file is referenced, empty = a file without zones.</summary>
    public ImmutableArray<LandingZone>? LandingZones { get; init; }

    /// <summary>Every file that was read, for provenance.</summary>
    public required ImmutableArray<InputDocument> Documents { get; init; }

    /// <summary>What an estimate without run options works on.</summary>
    public EstimationInput ToEstimationInput() => new()
    {
        Mission = Mission,
        Vehicle = Vehicle,
        Wind = WindGrid,
        Terrain = Terrain,
        Population = Population,
        Obstacles = Obstacles,
        Geofences = Geofences,
        LandingZones = LandingZones,
    };
}

/// <summary>Loads the inputs of an estimate in the order of the contract; the first refusal ends it.</summary>
public sealed class EstimateInputLoader
{
    private readonly CancellationToken _cancellation;
    private ImmutableArray<InputDocument> _documents = [];

    private EstimateInputLoader(CancellationToken cancellation) => _cancellation = cancellation;

    /// <summary>Loads the inputs.</summary>
    /// <param name="missionPath">Path of the mission, absolute, links resolved.</param>
    /// <param name="vehiclePath">Path of the vehicle, absolute, links resolved.</param>
    /// <param name="calibrationPath">Path of a calibration profile; null = none.</param>
    /// <param name="failure">Why they did not load; null on success.</param>
    /// <param name="cancellation">Ends the loading.</param>
    /// <returns>The inputs; null when there is a failure.</returns>
    public static EstimateInputs? Load(
        string missionPath, string vehiclePath, string? calibrationPath, out InputFailure? failure, CancellationToken cancellation)
    {
        EstimateInputs? inputs = LoadDocuments(missionPath, vehiclePath, calibrationPath, out failure, cancellation);
        return inputs is null ? null : LoadAssets(inputs, missionPath, out failure, cancellation);
    }

    /// <summary>Loads mission, vehicle and profile alone, for a command that looks at them before the assets.</summary>
    /// <param name="missionPath">Path of the mission, absolute, links resolved.</param>
    /// <param name="vehiclePath">Path of the vehicle, absolute, links resolved.</param>
    /// <param name="calibrationPath">Path of a calibration profile; null = none.</param>
    /// <param name="failure">Why they did not load; null on success.</param>
    /// <param name="cancellation">Ends the loading.</param>
    /// <returns>The inputs without assets; null when there is a failure.</returns>
    public static EstimateInputs? LoadDocuments(
        string missionPath, string vehiclePath, string? calibrationPath, out InputFailure? failure, CancellationToken cancellation)
    {
        var loader = new EstimateInputLoader(cancellation);
        EstimateInputs? inputs = loader.LoadDocuments(missionPath, vehiclePath, calibrationPath, out LoadError? error);
        failure = inputs is null ? new InputFailure(error!, loader._documents) : null;
        return inputs;
    }

    /// <summary>Adds the assets of the mission.</summary>
    /// <param name="documents">What <see cref="LoadDocuments(string, string, string?, out InputFailure?, CancellationToken)"/> loaded.</param>
    /// <param name="missionPath">Path of the mission.</param>
    /// <param name="failure">Why they did not load; null on success.</param>
    /// <param name="cancellation">Ends the loading.</param>
    /// <returns>The inputs; null when there is a failure.</returns>
    public static EstimateInputs? LoadAssets(
        EstimateInputs documents, string missionPath, out InputFailure? failure, CancellationToken cancellation)
    {
        // Mission and vehicle: an error envelope does not list the profile.
        ImmutableArray<InputDocument> before = documents.Documents[..2];
        var assets = new AssetLoader(documents.Mission, Path.GetDirectoryName(missionPath) ?? "/", before, cancellation);
        failure = assets.Load();
        return failure is null ? assets.AddTo(documents) : null;
    }

    private EstimateInputs? LoadDocuments(string missionPath, string vehiclePath, string? calibrationPath, out LoadError? error)
    {
        LoadResult<BoundMission> mission = MissionReader.Load(missionPath, _cancellation);
        if (!Accept(mission.Error, out error))
            return null;
        _documents = _documents.Add(new InputDocument("mission", mission.Value!.Document.Identity));
        LoadResult<BoundVehicle> vehicle = VehicleReader.Load(vehiclePath, _cancellation);
        if (!Accept(vehicle.Error, out error))
            return null;
        _documents = _documents.Add(new InputDocument("vehicle", vehicle.Value!.Document.Identity));

        var inputs = new EstimateInputs { Mission = mission.Value.Mission, Vehicle = vehicle.Value.Vehicle, Documents = _documents };
        return calibrationPath is null ? inputs : Calibrate(inputs, vehicle.Value, calibrationPath, out error);
    }

    private EstimateInputs? Calibrate(EstimateInputs inputs, BoundVehicle vehicle, string calibrationPath, out LoadError? error)
    {
        LoadResult<BoundCalibration> profile = CalibrationReader.Load(calibrationPath, _cancellation);
        if (!Accept(profile.Error, out error))
            return null;
        LoadResult<BoundVehicle> calibrated = CalibrationApplication.Apply(profile.Value!, vehicle);
        if (!Accept(calibrated.Error, out error))
            return null;
        return inputs with
        {
            Vehicle = calibrated.Value!.Vehicle,
            Calibration = profile.Value!.Profile,
            Documents = inputs.Documents.Add(new InputDocument("calibration", profile.Value.Document.Identity)),
        };
    }

    private static bool Accept(LoadError? failed, out LoadError? error)
    {
        error = failed;
        return failed is null;
    }
}
