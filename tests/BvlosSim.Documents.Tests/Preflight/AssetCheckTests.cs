using System.Text.Json;
using BvlosSim.Documents.Environment;
using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Preflight;
using BvlosSim.Documents.Tests.Environment.Assets;

namespace BvlosSim.Documents.Tests.Preflight;

/// <summary>The checks of the assets that a mission refers to.</summary>
public class AssetCheckTests
{
    private const string Height = """{"height_m": 5}""";
    private const string BowTie = "[[4, 52], [4.1, 52.1], [4.1, 52], [4, 52.1], [4, 52]]";

    [Fact]
    public void SoundAssetsAreOk()
    {
        using AssetFolder folder = AssetFolder.Full();
        FileCheck[] checks = Run(folder);

        Assert.All(checks, c => Assert.True(c.IsOk));
        Assert.Equal(
            ["mission mission.yaml", "vehicle vehicle.yaml", "geofence g.geojson", "landing-zone l.json", "terrain t.yaml", "population p.yaml", "obstacle o.geojson", "wind-grid w.yaml"],
            checks.Select(c => $"{c.Role} {c.Path}"));
        Assert.Equal(6, checks.Count(c => c.IsAsset));
    }

    [Theory]
    [InlineData("{geofences_file: ./a//b/../g.txt}", "a/b/../g.txt")]
    [InlineData("{geofences_file: ''}", ".")]
    public void APathIsShownAsWritten(string assets, string path)
    {
        using var folder = new AssetFolder(assets);

        Assert.Equal(path, Run(folder)[2].Path);
    }

    [Theory]
    [InlineData("t.yaml", "[]", "terrain schema ROOT_TYPE_INVALID")]
    [InlineData("t.yaml", "{}", "terrain schema SCHEMA_VALIDATION_FAILED")]
    [InlineData("p.yaml", null, "population asset-load ASSET_FILE_MISSING read_error_type")]
    [InlineData("p.yaml", "[]", "population schema ROOT_TYPE_INVALID")]
    [InlineData("p.yaml", "{", "population asset-load PARSE_FAILED format parse_error_type")]
    [InlineData("p.yaml", "{origin_lat: 1}", "population schema SCHEMA_VALIDATION_FAILED")]
    [InlineData("w.yaml", "{}", "wind-grid schema SCHEMA_VALIDATION_FAILED")]
    [InlineData("g.geojson", null, "geofence asset-load ASSET_FILE_MISSING failure_code=ASSET_LOAD_ERROR input_name path read_error_type stage=read")]
    [InlineData("g.geojson", "", "geofence asset-load GEOJSON_PARSE_FAILED failure_code=INVALID_GEOMETRY input_name parse_error_type path stage=parse")]
    [InlineData("g.geojson", "[]", "geofence schema ROOT_TYPE_INVALID failure_code=INVALID_GEOMETRY input_name path root_type stage=root_type")]
    [InlineData("g.geojson", """{"type": "Point"}""", "geofence asset-load GEOJSON_GEOMETRY_INVALID failure_code=UNSUPPORTED_GEOMETRY_TYPE geometry_type input_name path stage=geometry")]
    [InlineData("g.geojson", """{"type": "FeatureCollection"}""", "geofence asset-load GEOJSON_FEATURE_INVALID failure_code=INVALID_GEOMETRY geojson_type input_name path stage=feature")]
    [InlineData("l.json", """{"type": "Point", "coordinates": [4]}""", "landing-zone asset-load GEOJSON_GEOMETRY_INVALID failure_code=INVALID_GEOMETRY feature_index input_name path position_index stage=geometry")]
    [InlineData("l.json", """{"type": "Point", "coordinates": [NaN, 5]}""", "landing-zone asset-load GEOJSON_GEOMETRY_INVALID coordinate_order failure_code=INVALID_GEOMETRY feature_index input_name lon=null path position_index stage=geometry")]
    [InlineData("l.json", """{"type": "LineString"}""", "landing-zone asset-load GEOJSON_GEOMETRY_INVALID failure_code=UNSUPPORTED_LANDING_ZONE_GEOMETRY geometry_type input_name path stage=geometry")]
    [InlineData("o.geojson", """{"type": "Point", "coordinates": [4, 5]}""", "obstacle asset-load GEOJSON_FEATURE_INVALID failure_code=INVALID_GEOMETRY feature_index input_name path property stage=feature")]
    public void ARefusedAssetIsToldAndTheOthersAreChecked(string name, string? content, string expected)
    {
        using AssetFolder folder = AssetFolder.Full();
        File.Delete(folder.In(name));
        if (content is not null)
            folder.Write(name, content);
        FileCheck[] checks = Run(folder);

        Assert.Equal(8, checks.Length);
        FileCheck failed = checks.Single(c => !c.IsOk);
        Assert.True(failed.Failure!.Error is null != failed.Failure.VectorError is null);
        Assert.Equal(expected, Describe(checks));
    }

    [Fact]
    public void ThePropertyOfAWrongTypeIsAMatterOfTheSchema()
    {
        using AssetFolder folder = AssetFolder.Full();
        folder.Write("g.geojson", Vector.Zone("""{"floor_m": null}"""));

        Assert.Equal(
            "geofence schema SCHEMA_VALIDATION_FAILED failure_code=INVALID_GEOMETRY feature_index input_name path property stage=schema_validation value_type",
            Describe(Run(folder)));
    }

    [Theory]
    [InlineData("g.geojson", "geofence")]
    [InlineData("l.json", "landing-zone")]
    [InlineData("o.geojson", "obstacle")]
    public void AShapeThatNoCheckCouldUseIsRefusedBeforeTheFlight(string name, string role)
    {
        using AssetFolder folder = AssetFolder.Full();
        folder.Write(name, Vector.Collection(Vector.Feature(Vector.Polygon(Vector.Square), Height), Vector.Feature(Vector.Polygon(BowTie), Height)));
        FileCheck[] checks = Run(folder);

        Assert.Equal(
            $"{role} asset-load GEOJSON_GEOMETRY_INVALID failure_code=INVALID_GEOMETRY feature_index input_name path position_index reason ring_index stage=geometry",
            Describe(checks));
    }

    [Fact]
    public void EveryBadShapeIsToldWithItsPlaceAndAfterWhatDoesNotLoad()
    {
        using AssetFolder folder = AssetFolder.Full();
        folder.Write("g.geojson", Vector.Collection(
            Vector.Feature(Vector.Polygon(BowTie), more: ", \"id\": \"bow\""),
            $"\n{Vector.Feature(TwoParts(Vector.Square, BowTie))}",
            $"\n{Vector.Feature(Vector.Polygon(Vector.Square, "\n[[7, 52], [7.1, 52], [7.1, 52.1], [7, 52]]"))}",
            $"\n{Vector.Feature(TwoParts(Vector.Square, Vector.Square))}",
            $"\n{Vector.Feature("null")}"));
        VectorLoadError error = Run(folder)[2].Failure!.VectorError!;

        Assert.Equal(
            [
                "8 features.4.geometry model_type",
                "1 features.0.geometry.coordinates.0.0 invalid_ring",
                "3 features.1.geometry.coordinates.1.0.0 invalid_ring",
                "5 features.2.geometry.coordinates.1.0 misplaced_hole",
                "7 features.3.geometry.coordinates.1.0.1 overlapping_parts",
            ],
            error.Problems.Select(p => $"{p.Line} {p.Path} {p.Type}"));
        Assert.Contains("Feature 0 (\"bow\"): ring 0 crosses", error.Problems[1].Message, StringComparison.Ordinal);
        Assert.Contains(": part 1, ring 0 crosses, touches or doubles back on itself at [4.05, 52.05]", error.Problems[2].Message, StringComparison.Ordinal);
        Assert.Contains(": ring 1: a hole is not inside", error.Problems[3].Message, StringComparison.Ordinal);
        Assert.Contains(": part 1, ring 0 overlaps another part", error.Problems[4].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEdgeAcrossTheAntimeridianIsNotCalledABadShapeToo()
    {
        using AssetFolder folder = AssetFolder.Full();
        folder.Write("g.geojson", Vector.Polygon("[[170, 0], [-170, 1], [175, 2], [-175, 0], [170, 0]]"));

        Assert.Equal(["antimeridian"], Run(folder)[2].Failure!.VectorError!.Problems.Select(p => p.Type));
    }

    [Fact]
    public void AnObstacleLineOfOnePlaceIsNone()
    {
        using AssetFolder folder = AssetFolder.Full();
        folder.Write("o.geojson", Vector.Collection(Vector.Feature("""{"type": "LineString", "coordinates": [[4, 52], [4, 52]]}""", Height)));
        Problem problem = Assert.Single(Run(folder)[6].Failure!.VectorError!.Problems);

        Assert.Equal(("single_position", "features.0.geometry.coordinates.0"), (problem.Type, problem.Path));
        Assert.Contains("at [4, 52]", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AWrongSuffix()
    {
        using var folder = new AssetFolder("{obstacles_file: o.yaml}");

        Assert.Equal(
            "obstacle asset-load UNSUPPORTED_FILE_FORMAT failure_code=INVALID_GEOMETRY input_name path stage=format_detection suffix", Describe(Run(folder)));
    }

    private static string TwoParts(string first, string second) => "{\"type\": \"MultiPolygon\", \"coordinates\": [[" + first + "],\n[" + second + "]]}";

    private static FileCheck[] Run(AssetFolder folder) =>
        [.. EstimatePreflight.Run(folder.MissionPath, folder.VehiclePath, null, CancellationToken.None)];

    private static string Describe(FileCheck[] checks)
    {
        JsonElement report = JsonDocument.Parse(PreflightJson.Render("estimate", checks)).RootElement;
        JsonElement file = report.GetProperty("files").EnumerateArray().Single(f => !f.GetProperty("ok").GetBoolean());
        JsonElement error = file.GetProperty("error");
        string head = $"{file.GetProperty("role")} {file.GetProperty("stage")} {error.GetProperty("code")}";
        JsonElement detail = error.GetProperty("detail");
        return detail.ValueKind == JsonValueKind.Null ? head : $"{head} {string.Join(' ', detail.EnumerateObject().Select(Show))}";
    }

    private static string Show(JsonProperty member) => member.Name is "stage" or "failure_code" || member.Value.ValueKind == JsonValueKind.Null
        ? $"{member.Name}={(member.Value.ValueKind == JsonValueKind.Null ? "null" : member.Value.GetString())}"
        : member.Name;
}
