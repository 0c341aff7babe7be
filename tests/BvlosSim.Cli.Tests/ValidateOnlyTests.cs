using System.Text.Json;
using BvlosSim.Cli.Tests.Running;

namespace BvlosSim.Cli.Tests;

/// <summary>Checking the files alone.</summary>
public class ValidateOnlyTests
{
    private static readonly string[] Command = ["estimate", "mission.yaml", "vehicle.yaml", "--validate-only"];

    [Fact]
    public void Sound_files_get_a_line_each()
    {
        using TemporaryFolder folder = TestInputs.Folder();
        RunOutcome run = Executable.Run(folder.Path, Command);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            "mission: mission.yaml: OK (note: no constraints/assets/policy block declared)\nvehicle: vehicle.yaml: OK\n", run.Text);
        Assert.Empty(run.StandardError);
    }

    [Fact]
    public void Every_file_is_checked_although_one_is_refused()
    {
        using TemporaryFolder folder = TestInputs.Folder(
            TestInputs.Mission + "assets: {terrain_file: ./t.yaml, wind_grid_file: w.yaml}\n", "vehicle_id: [\n");
        folder.Write("t.yaml", "[]");
        RunOutcome run = Executable.Run(folder.Path, [.. Command, "--validate-format", "json", "-o", "ignored.json"]);
        JsonElement report = JsonDocument.Parse(run.Text).RootElement;

        Assert.Equal(11, run.ExitCode);
        Assert.Equal("preflight-validation.v1", report.GetProperty("schema_version").GetString());
        Assert.False(report.GetProperty("ok").GetBoolean());
        Assert.Equal(
            ["mission mission.yaml ", "vehicle vehicle.yaml PARSE_FAILED", "terrain t.yaml ROOT_TYPE_INVALID", "wind-grid w.yaml ASSET_FILE_MISSING"],
            report.GetProperty("files").EnumerateArray().Select(Describe));
        Assert.DoesNotContain("ignored.json", folder.Names());
    }

    [Fact]
    public void A_refused_file_is_told_on_standard_error_with_all_its_problems()
    {
        using TemporaryFolder folder = TestInputs.Folder(vehicle: TestInputs.Vehicle.Replace("empty_kg: 8", "empty_kg: -8, emty: 1", StringComparison.Ordinal));
        RunOutcome run = Executable.Run(folder.Path, Command);

        Assert.Equal(11, run.ExitCode);
        Assert.Empty(run.StandardOutput);
        Assert.Contains("vehicle: vehicle.yaml: FAILED", run.StandardError, StringComparison.Ordinal);
        Assert.Contains("mass.empty_kg", run.StandardError, StringComparison.Ordinal);
        Assert.Contains("mass.emty", run.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_bad_feature_is_named_also_where_the_list_of_problems_is_cut_short()
    {
        using TemporaryFolder folder = TestInputs.Folder(TestInputs.Mission + "assets: {geofences_file: g.geojson}\n");
        string features = string.Join(",\n", Enumerable.Repeat("""{"type": "Feature", "geometry": null}""", 53));
        folder.Write("g.geojson", $$"""{"type": "FeatureCollection", "features": [{{features}}]}""");
        RunOutcome run = Executable.Run(folder.Path, Command);

        Assert.Contains("g.geojson:50:33: features.49.geometry: Feature 49 (no id)", run.StandardError, StringComparison.Ordinal);
        Assert.EndsWith("and 3 more problems of the same document, in features 50, 51, 52.\n", run.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_fails_for_a_shape_leads_to_the_check_that_locates_all_of_them()
    {
        using TemporaryFolder folder = TestInputs.Folder(TestInputs.Mission + "assets: {geofences_file: g.geojson}\n");
        folder.Write("g.geojson", """{"type": "Polygon", "coordinates": [[[4, 52], [4.1, 52.1], [4.1, 52], [4, 52.1], [4, 52]]]}""");
        RunOutcome run = Executable.Run(folder.Path, Command[..^1]);
        RunOutcome check = Executable.Run(folder.Path, Command);

        Assert.Equal((11, 11), (run.ExitCode, check.ExitCode));
        Assert.Contains("`--validate-only` lists every such shape", run.StandardError, StringComparison.Ordinal);
        Assert.Contains("g.geojson:1:38: coordinates.0.0: Feature 0 (no id): ring 0 crosses", check.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public void An_obstacle_file_that_is_not_there_is_refused()
    {
        using TemporaryFolder folder = TestInputs.Folder(TestInputs.Mission + "assets: {obstacles_file: o.geojson}\n");
        RunOutcome run = Executable.Run(folder.Path, [.. Command, "--validate-format", "json"]);

        Assert.Equal(11, run.ExitCode);
        Assert.Contains("ASSET_FILE_MISSING", run.Text, StringComparison.Ordinal);
    }

    private static string Describe(JsonElement file)
    {
        JsonElement error = file.GetProperty("error");
        string code = error.ValueKind == JsonValueKind.Null ? "" : error.GetProperty("code").GetString()!;
        return $"{file.GetProperty("role").GetString()} {file.GetProperty("path").GetString()} {code}";
    }
}
