using System.Runtime.CompilerServices;
using BvlosSim.Documents.Inputs;
using BvlosSim.Documents.Interchange;
using BvlosSim.Documents.Tests.Environment.Assets;
using BvlosSim.Estimation;
using BvlosSim.Missions;

namespace BvlosSim.Documents.Tests.Interchange;

/// <summary>Maps of very different flights.</summary>
internal static class Maps
{
    /// <summary>What XML, JSON and a terminal would rather not see.</summary>
    public const string AwkwardName = "<a&b>\"c\"'d' ]]> %20 Zürich 飛行場 😀";

    private const string ControlCharacters = "a\0b\u0001\u001f\u007f\u0085\u2028\ufffe\uffff\ud800 \udc00\r\n\tz";

    private const string VehicleText = """
        vehicle_id: q
        vehicle_class: vtol
        mass: {empty_kg: 8, max_takeoff_kg: 10}
        performance: {cruise_speed_mps: 20, hover_speed_mps: 5, max_speed_mps: 25, climb_rate_mps: 4, descent_rate_mps: 2, turn_radius_m: 50}
        energy: {battery_capacity_wh: 900, reserve_percent_default: 25, cruise_power_w: 450, hover_power_w: 1200}
        """;

    private static readonly string[] Examples = ["full-evidence", "quadplane-corridor", "multirotor-inspection", "downwind-delivery"];

    private static readonly Dictionary<string, EstimateMap> All = Make();

    /// <summary>Their names.</summary>
    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>A map.</summary>
    public static EstimateMap Named(string name) => All[name];

    private static Dictionary<string, EstimateMap> Make()
    {
        var maps = new Dictionary<string, EstimateMap>(StringComparer.Ordinal);
        foreach (string example in Examples)
            maps.Add(example, Estimate(Path.Combine(RepositoryFolder(), "examples", example)));
        maps.Add("violations", Fly(4.0, 4.02));
        maps.Add("antimeridian", Fly(179.99, -179.99));
        maps.Add("awkward", Rename(maps["violations"], AwkwardName));
        maps.Add("control characters", Rename(maps["violations"], ControlCharacters));
        maps.Add("no legs", maps["violations"] with { Result = maps["violations"].Result with { Legs = [], Energy = null } });
        maps.Add("no assets", maps["violations"] with { LandingZones = null, Geofences = null, Obstacles = null });
        return maps;
    }

    /// <summary>Take-off, waypoint, dwell and return, through a forbidden zone and close to obstacles of every shape.</summary>
    private static EstimateMap Fly(double homeLonDeg, double lonDeg)
    {
        using var folder = new AssetFolder("{}");
        folder.Write("mission.yaml", FormattableString.Invariant($$"""
            schema_version: mission.v7
            mission_id: ex
            vehicle_profile: q
            planned_home: {lat: 52, lon: {{homeLonDeg}}, altitude_amsl_m: 0}
            route:
            - {id: t, action: vtol_takeoff, altitude_m: 100}
            - {id: w, action: waypoint, lat: 52.01, lon: {{lonDeg}}, altitude_m: 150}
            - {id: l, action: loiter_time, lat: 52.01, lon: {{lonDeg}}, altitude_m: 100, loiter_time_s: 30, loiter_radius_m: 80}
            - {id: r, action: rtl}
            constraints: {min_obstacle_clearance_m: 30}
            assets: {geofences_file: g.geojson, landing_zones_file: l.geojson, obstacles_file: o.geojson}
            """));
        folder.Write("vehicle.yaml", VehicleText);
        string square = Square(homeLonDeg);
        folder.Write("g.geojson", Vector.Collection(Vector.Feature(Vector.Polygon(square, Hole(homeLonDeg))), Vector.Feature(TwoParts())));
        folder.Write("l.geojson", Vector.Collection(
            Vector.Feature(Vector.Polygon(square)), Vector.Feature(Vector.Point(FormattableString.Invariant($"[{homeLonDeg}, 52, 7]")))));
        folder.Write("o.geojson", Vector.Collection(
            Vector.Feature(Vector.Polygon(square), """{"height_m": 140}"""),
            Vector.Feature(Vector.Point(), """{"height_m": 1}"""),
            Vector.Feature("""{"type": "LineString", "coordinates": [[4, 52], [4.1, 52.1], [4, 52.1]]}""", """{"height_m": 1, "radius_m": 2.5}""")));
        EstimateMap map = Estimate(folder.Path);
        Assert.NotNull(map.Result.Failure);
        Assert.NotEmpty(map.Result.Legs);
        return map;
    }

    // Counterclockwise, as RFC 7946 wants exteriors.
    private static string Square(double westDeg) => FormattableString.Invariant(
        $"[[{westDeg}, 52.002], [{westDeg + 0.005}, 52.002], [{westDeg + 0.005}, 52.01], [{westDeg}, 52.01], [{westDeg}, 52.002]]");

    private static string Hole(double westDeg) => FormattableString.Invariant(
        $"[[{westDeg + 0.001}, 52.003], [{westDeg + 0.001}, 52.004], [{westDeg + 0.002}, 52.004], [{westDeg + 0.001}, 52.003]]");

    private static string TwoParts() => """
        {"type": "MultiPolygon", "coordinates": [[[[179.5, 51], [180, 51], [180, 52], [179.5, 51]]], [[[-180, 51], [-179.5, 51], [-180, 52], [-180, 51]]]]}
        """;

    // The loaders refuse some of these names; a caller of the library may use them.
    private static EstimateMap Rename(EstimateMap map, string name) => map with
    {
        Result = map.Result with { Legs = [.. map.Result.Legs.Select(l => l with { Item = l.Item with { Id = name } })] },
        LandingZones = [.. map.LandingZones!.Value.Select(z => z with { Id = name })],
        Geofences = [.. map.Geofences!.Value.Select(z => z with { Id = name })],
        Obstacles = [.. map.Obstacles!.Value.Select(o => o with { Id = name })],
    };

    private static EstimateMap Estimate(string folder)
    {
        EstimateInputs? inputs = EstimateInputLoader.Load(
            Path.Combine(folder, "mission.yaml"), Path.Combine(folder, "vehicle.yaml"), null, out InputFailure? failure, CancellationToken.None);
        Assert.True(inputs is not null, failure?.VectorError?.Message ?? failure?.Error.Message);
        EstimateResult result = MissionEstimator.Estimate(
            new EstimationInput
            {
                Mission = inputs.Mission,
                Vehicle = inputs.Vehicle,
                Options = new EstimationOptions { Fidelity = Fidelity.V2 },
                Wind = inputs.WindGrid,
                Terrain = inputs.Terrain,
                Population = inputs.Population,
                Obstacles = inputs.Obstacles,
                Geofences = inputs.Geofences,
                LandingZones = inputs.LandingZones,
            },
            CancellationToken.None);
        return new EstimateMap(result, inputs.LandingZones, inputs.Geofences, inputs.Obstacles);
    }

    private static string RepositoryFolder([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
