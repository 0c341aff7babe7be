using System.Collections.Immutable;
using BvlosSim.Documents.Calibration;
using BvlosSim.Documents.Environment;
using BvlosSim.Documents.Inputs;
using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Missions;
using BvlosSim.Documents.Vehicles;
using BvlosSim.Missions;

namespace BvlosSim.Documents.Preflight;

/// <summary>Checks the files of an estimate, each for itself: a refused file does not stop the others.</summary>
public static class EstimatePreflight
{
    /// <summary>Checks mission, vehicle, profile and, when the mission loads, its assets.</summary>
    /// <param name="missionPath">Path of the mission.</param>
    /// <param name="vehiclePath">Path of the vehicle.</param>
    /// <param name="calibrationPath">Path of a calibration profile; null = none.</param>
    /// <param name="cancellation">Ends the checks.</param>
    public static ImmutableArray<FileCheck> Run(
        string missionPath, string vehiclePath, string? calibrationPath, CancellationToken cancellation)
    {
        LoadResult<BoundMission> mission = MissionReader.Load(missionPath, cancellation);
        var checks = new List<FileCheck>
        {
            FileCheck.OfFile("mission", missionPath, mission.Error, mission.Value?.AbsentBlocksNote),
            FileCheck.OfFile("vehicle", vehiclePath, VehicleReader.Load(vehiclePath, cancellation).Error),
        };
        if (calibrationPath is not null)
            checks.Add(FileCheck.OfFile("calibration", calibrationPath, CalibrationReader.Load(calibrationPath, cancellation).Error));
        if (mission.Value is { } loaded)
            checks.AddRange(CheckAssets(loaded.Mission.Assets, Path.GetDirectoryName(missionPath) ?? "/", cancellation));
        return [.. checks];
    }

    private static IEnumerable<FileCheck> CheckAssets(MissionAssets assets, string folder, CancellationToken cancellation)
    {
        if (assets.GeofencesFile is { } geofences)
            yield return Vector("geofence", geofences, GeofenceReader.Check(Resolve(geofences), cancellation));
        if (assets.LandingZonesFile is { } zones)
            yield return Vector("landing-zone", zones, LandingZoneReader.Check(Resolve(zones), cancellation));
        if (assets.TerrainFile is { } terrain)
            yield return Grid("terrain", terrain, TerrainGridReader.Load(Resolve(terrain), cancellation).Error);
        if (assets.PopulationGridFile is { } population)
            yield return Grid("population", population, PopulationGridReader.Load(Resolve(population), cancellation).Error);
        if (assets.ObstaclesFile is { } obstacles)
            yield return Vector("obstacle", obstacles, ObstacleReader.Check(Resolve(obstacles), cancellation));
        if (assets.WindGridFile is { } wind)
            yield return Grid("wind-grid", wind, WindGridReader.Load(Resolve(wind), cancellation).Error);

        string Resolve(string written) => AssetPath.Resolve(folder, written);
    }

    private static FileCheck Grid(string role, string written, LoadError? error) =>
        new(role, AssetPath.Normalise(written), error is null ? null : CheckFailure.Of(error), IsAsset: true);

    private static FileCheck Vector(string role, string written, VectorLoadError? error) =>
        new(role, AssetPath.Normalise(written), error is null ? null : CheckFailure.Of(error), IsAsset: true);
}
