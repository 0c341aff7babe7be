using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using BvlosSim.Documents.Environment;
using BvlosSim.Environment.Airspace;
using BvlosSim.Environment.LandingZones;
using BvlosSim.Environment.Obstacles;
using BvlosSim.Estimation.Clearance;
using BvlosSim.Estimation.Geofence;
using BvlosSim.Estimation.LandingZones;
using BvlosSim.Scale.Generation;
using BvlosSim.Scale.Measuring;

namespace BvlosSim.Bench;

/// <summary>Checks of a route among everything that a country holds; compiling is what a check does once, before the first leg.</summary>
[MemoryDiagnoser]
public class ScaleBenchmarks
{
    private string _folder = null!;
    private Flight _long = null!;
    private ImmutableArray<GeofenceZone> _airspace;
    private GeofenceZones _zones = null!;
    private ImmutableArray<Obstacle> _obstacles;
    private ObstacleSet _obstacleSet = null!;
    private ImmutableArray<LandingZone> _landingZones;
    private LandingZoneInput _landing = null!;

    /// <summary>How much there is of the country.</summary>
    [Params(1, 10, 100)]
    public int Times { get; set; }

    /// <summary>Generates and loads the inputs.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _folder = Path.Combine(Path.GetTempPath(), $"bvlos-scale-{Guid.NewGuid():N}");
        ScaleFolder.Write(_folder, new ScaleSizes(200 * Times, 10_000 * Times, null, 100 * Times, 50 * Times));
        _airspace = GeofenceReader.Load(Path.Combine(_folder, ScaleFolder.Airspace)).Items!.Value;
        _obstacles = ObstacleReader.Load(Path.Combine(_folder, ScaleFolder.Obstacles)).Items!.Value;
        _landingZones = LandingZoneReader.Load(Path.Combine(_folder, ScaleFolder.LandingZones)).Items!.Value;
        _long = Flight.Of(_folder, MissionFiles.Long);
        _zones = CompileAirspace();
        _obstacleSet = CompileObstacles();
        _landing = LandingInput.Of(Flight.Of(_folder, MissionFiles.Short), CompileLandingZones());
    }

    /// <summary>Removes the inputs.</summary>
    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_folder, recursive: true);

    /// <summary>Validates and indexes the airspace.</summary>
    [Benchmark]
    public bool AirspaceCompile() => CompileAirspace().Failure is null;

    /// <summary>Holds 300 km against it.</summary>
    [Benchmark]
    public bool AirspaceCheck() =>
        GeofenceCheck.Evaluate(_zones, _long.Path, _long.Mission.DepartureTime?.Value, out _, CancellationToken.None).Failure is null;

    /// <summary>Validates and indexes the obstacles.</summary>
    [Benchmark]
    public bool ObstaclesCompile() => CompileObstacles().Failure is null;

    /// <summary>Holds 300 km against them.</summary>
    [Benchmark]
    public bool ObstaclesCheck() =>
        ClearanceCheck.Evaluate(_obstacleSet, null, _long.Mission.Constraints, _long.Path, CancellationToken.None).Failure is null;

    /// <summary>Validates and indexes the landing zones.</summary>
    [Benchmark]
    public bool LandingZonesCompile() => CompileLandingZones().Failure is null;

    /// <summary>Looks for a landing zone from 200 states.</summary>
    [Benchmark]
    public bool LandingZonesCheck() => LandingZoneCheck.Evaluate(_landing, CancellationToken.None).Failure is null;

    private GeofenceZones CompileAirspace() => GeofenceZones.Compile(_airspace, CancellationToken.None);

    private ObstacleSet CompileObstacles() =>
        ObstacleSet.Compile(_obstacles, _long.Mission.Constraints.MinObstacleClearanceM ?? 0.0, CancellationToken.None);

    private LandingSites CompileLandingZones() => LandingSites.Compile(_landingZones, CancellationToken.None);
}
