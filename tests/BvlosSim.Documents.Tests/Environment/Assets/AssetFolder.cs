using System.Text;

namespace BvlosSim.Documents.Tests.Environment.Assets;

/// <summary>A folder with a mission, a vehicle and the assets of a test.</summary>
internal sealed class AssetFolder : IDisposable
{
    public const string Terrain = "{origin_lat: 52, origin_lon: 4, step_lat_deg: 1, step_lon_deg: 1, elevations_m: [[1, 2], [3, 4]]}";
    public const string Population = "{origin_lat: 52, origin_lon: 4, step_lat_deg: 1, step_lon_deg: 1, density_ppl_km2: [[1, 2], [3, 4]]}";
    public const string Wind = "{axes: {time_s: [0, 1], altitude_m: [0, 1], lat: [52, 53], lon: [4, 5]}, values: [[[[[1, 0], [1, 0]], [[1, 0], [1, 0]]], "
        + "[[[1, 0], [1, 0]], [[1, 0], [1, 0]]]], [[[[1, 0], [1, 0]], [[1, 0], [1, 0]]], [[[1, 0], [1, 0]], [[1, 0], [1, 0]]]]]}";

    public const string AllAssets = "{terrain_file: t.yaml, population_grid_file: p.yaml, obstacles_file: o.geojson, wind_grid_file: w.yaml, "
        + "geofences_file: g.geojson, landing_zones_file: l.json}";

    private const string Vehicle = """
        vehicle_id: q
        vehicle_class: vtol
        mass: {empty_kg: 8, max_takeoff_kg: 10}
        performance: {cruise_speed_mps: 20, hover_speed_mps: 5, max_speed_mps: 25, climb_rate_mps: 4, descent_rate_mps: 2, turn_radius_m: 50}
        energy: {battery_capacity_wh: 900, reserve_percent_default: 25, cruise_power_w: 450, hover_power_w: 1200}
        """;

    private const string Mission = """
        schema_version: mission.v7
        mission_id: ex
        vehicle_profile: q
        planned_home: {lat: 52, lon: 4, altitude_amsl_m: 0}
        route:
        - {id: t, action: vtol_takeoff, altitude_m: 100}
        - {id: r, action: rtl}

        """;

    public AssetFolder(string assets)
    {
        Path = Directory.CreateTempSubdirectory("bvlos-sim-").FullName;
        Write("mission.yaml", $"{Mission}assets: {assets}\n");
        Write("vehicle.yaml", Vehicle);
    }

    public string Path { get; }

    public string MissionPath => In("mission.yaml");

    public string VehiclePath => In("vehicle.yaml");

    /// <summary>A folder with all six assets, all of them sound.</summary>
    public static AssetFolder Full()
    {
        var folder = new AssetFolder(AllAssets);
        folder.Write("t.yaml", Terrain);
        folder.Write("p.yaml", Population);
        folder.Write("w.yaml", Wind);
        folder.Write("o.geojson", Vector.Obstacle("""{"height_m": 5}"""));
        folder.Write("g.geojson", Vector.Zone("{}"));
        folder.Write("l.json", Vector.Collection());
        return folder;
    }

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(In(name), bytes);
        return In(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
