using System.Text.Json;
using BvlosSim.Documents.Preflight;
using BvlosSim.Documents.Tests.Environment.Assets;

namespace BvlosSim.Documents.Tests.Preflight;

/// <summary>The checks of the assets that a mission refers to.</summary>
public class AssetCheckTests
{
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

    [Fact]
    public void AWrongSuffix()
    {
        using var folder = new AssetFolder("{obstacles_file: o.yaml}");

        Assert.Equal(
            "obstacle asset-load UNSUPPORTED_FILE_FORMAT failure_code=INVALID_GEOMETRY input_name path stage=format_detection suffix", Describe(Run(folder)));
    }

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
