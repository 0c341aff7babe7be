using System.Collections.Immutable;
using BvlosSim.Documents.Envelopes;
using BvlosSim.Documents.Environment;
using BvlosSim.Documents.Loading;
using BvlosSim.Environment.Airspace;
using BvlosSim.Environment.LandingZones;
using BvlosSim.Environment.Obstacles;
using BvlosSim.Missions;

namespace BvlosSim.Documents.Inputs;

/// <summary>Loads the assets of a mission in the order of the contract; the first refusal ends it.</summary>
internal sealed class AssetLoader
{
    private readonly Mission _mission;
    private readonly string _folder;
    private readonly ImmutableArray<InputDocument> _before;
    private readonly CancellationToken _cancellation;

    private ImmutableArray<InputDocument> _assets = [];
    private InputFailure? _failure;
    private TerrainGridDocument? _terrain;
    private PopulationGridDocument? _population;
    private ImmutableArray<Obstacle>? _obstacles;
    private WindGridDocument? _windGrid;
    private ImmutableArray<GeofenceZone>? _geofences;
    private ImmutableArray<LandingZone>? _landingZones;

    /// <summary>Prepares the loading.</summary>
    /// <param name="mission">The mission.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="before">Mission and vehicle.</param>
    /// <param name="cancellation">Ends the loading.</param>
    public AssetLoader(Mission mission, string folder, ImmutableArray<InputDocument> before, CancellationToken cancellation)
    {
        _mission = mission;
        _folder = folder;
        _before = before;
        _cancellation = cancellation;
    }

    /// <summary>Loads the assets.</summary>
    /// <returns>Why one did not load; null on success.</returns>
    public InputFailure? Load()
    {
        MissionAssets files = _mission.Assets;
        _terrain = Grid("terrain", files.TerrainFile, TerrainGridReader.Load, d => d.Identity);
        _population = Grid("population", files.PopulationGridFile, PopulationGridReader.Load, d => d.Identity);
        _obstacles = Vector("obstacles", files.ObstaclesFile, ObstacleReader.Load);
        _windGrid = Grid("wind_grid", files.WindGridFile, WindGridReader.Load, d => d.Identity);
        _geofences = Vector("geofences", files.GeofencesFile, GeofenceReader.Load);
        _landingZones = Vector("landing_zones", files.LandingZonesFile, LandingZoneReader.Load);
        return _failure;
    }

    /// <summary>The inputs with the assets.</summary>
    public EstimateInputs AddTo(EstimateInputs inputs) => inputs with
    {
        Terrain = _terrain?.Grid,
        Population = _population?.Grid,
        Obstacles = _obstacles,
        WindGrid = _windGrid?.Grid,
        Geofences = _geofences,
        LandingZones = _landingZones,
        Documents = inputs.Documents.AddRange(_assets),
    };

    private T? Grid<T>(string name, string? file, Func<string, CancellationToken, LoadResult<T>> load, Func<T, DocumentIdentity> identity)
        where T : class
    {
        if (file is null || _failure is not null)
            return null;
        LoadResult<T> loaded = load(AssetPath.Resolve(_folder, file), _cancellation);
        if (loaded.Error is { } error)
            _failure = new InputFailure(error, _before);
        else
            _assets = _assets.Add(new InputDocument(name, identity(loaded.Value!)));
        return loaded.Value;
    }

    private ImmutableArray<T>? Vector<T>(string name, string? file, Func<string, CancellationToken, VectorLoadResult<T>> load)
    {
        if (file is null || _failure is not null)
            return null;
        VectorLoadResult<T> loaded = load(AssetPath.Resolve(_folder, file), _cancellation);
        if (loaded.Error is { } error)
            _failure = new InputFailure(error, _mission.MissionId, _before.AddRange(_assets));
        else
            _assets = _assets.Add(new InputDocument(name, loaded.Identity!));
        return loaded.Items;
    }
}
