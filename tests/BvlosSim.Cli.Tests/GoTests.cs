using System.Text.Json;
using BvlosSim.Cli.Tests.Running;

namespace BvlosSim.Cli.Tests;

/// <summary>A GO that is earned: with every category of evidence the verdict is GO, without any one of them it is not.</summary>
public class GoTests
{
    private static readonly string[] Estimate = ["estimate", "mission.yaml", "vehicle.yaml"];

    [Fact]
    public void The_example_with_all_evidence_is_a_go()
    {
        using TemporaryFolder folder = Copy();
        RunOutcome run = Executable.Run(folder.Path, [.. Estimate, "--format", "checklist"]);

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("\nStatus: GO\n", run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("◌", run.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  geofences_file: assets/geofences.geojson\n", "geofence")]
    [InlineData("  landing_zones_file: assets/landing-zones.geojson\n", "landing_zone")]
    [InlineData("  obstacles_file: assets/obstacles.geojson\n", "obstacle")]
    [InlineData("  population_grid_file: assets/population.yaml\n", "ground_risk")]
    [InlineData("- {link_id: control-radio, kind: direct_radio, max_range_m: 8000.0}\n- {link_id: mobile, kind: cellular_lte_5g, required: false, priority: 1}\n", "link")]
    [InlineData("  max_wind_mps: 10.0\n  max_crosswind_mps: 8.0\n", "weather")]
    public void Without_one_category_the_verdict_is_no_go(string evidence, string category)
    {
        using TemporaryFolder folder = Copy();
        string mission = folder.Read("mission.yaml");
        Assert.Contains(evidence, mission, StringComparison.Ordinal);
        mission = mission.Replace(evidence, "", StringComparison.Ordinal).Replace("link_systems:\n\n", "", StringComparison.Ordinal);
        // A limit without the file it is held against is a warning of its own.
        if (category == "obstacle")
            mission = mission.Replace("  min_obstacle_clearance_m: 30.0\n", "", StringComparison.Ordinal);
        if (category == "landing_zone")
            mission = mission.Replace("  min_distance_to_landing_zone_m: 3000.0\n", "", StringComparison.Ordinal);
        folder.Write("mission.yaml", mission);

        AssertMissing(folder, category);
    }

    [Fact]
    public void Without_a_declared_resource_the_verdict_is_no_go()
    {
        using TemporaryFolder folder = Copy();
        string vehicle = folder.Read("vehicle.yaml");
        folder.Write("vehicle.yaml", vehicle.Replace("resource_systems:\n- {resource_id: main-pack, kind: onboard_battery}\n", "", StringComparison.Ordinal));

        AssertMissing(folder, "resource");
    }

    [Fact]
    public void Without_a_footprint_the_ground_risk_is_no_evidence()
    {
        using TemporaryFolder folder = Copy();
        string mission = folder.Read("mission.yaml");
        int from = mission.IndexOf("sora:", StringComparison.Ordinal);
        int to = mission.IndexOf("link_systems:", StringComparison.Ordinal);
        folder.Write("mission.yaml", mission.Remove(from, to - from));

        AssertMissing(folder, "ground_risk_footprint");
    }

    [Fact]
    public void An_unaccepted_warning_is_enough_for_a_no_go()
    {
        using TemporaryFolder folder = Copy();
        folder.Write("vehicle.yaml", folder.Read("vehicle.yaml").Replace("log_calibrated", "placeholder_values", StringComparison.Ordinal));
        RunOutcome run = Executable.Run(folder.Path, Estimate);

        Assert.Equal(10, run.ExitCode);
        Assert.Equal(["warnings"], Names(Readiness(run), "failed_checks"));
        folder.Write("mission.yaml", folder.Read("mission.yaml").Replace(
            "constraints:\n", "constraints:\n  accepted_warning_codes: [ENERGY_MODEL_UNCALIBRATED]\n", StringComparison.Ordinal));
        Assert.Equal(0, Executable.Run(folder.Path, Estimate).ExitCode);
    }

    [Theory]
    [InlineData("planned_home: {lat: 52.3000, lon: 5.6000", "planned_home: {lat: 52.2000, lon: 5.6000", "HOME_FAR_FROM_ROUTE", "planned_home is 1")]
    [InlineData("assets:\n", "assets:\n  comms_coverage_file: lte.tif\n", "LIMIT_NOT_EVALUATED", "assets.comms_coverage_file (lte.tif)")]
    [InlineData("assets:\n", "assets:\n  wind_grid_file: assets/wind.yaml\n", "WIND_GRID_EXTRAPOLATED", "s after its last time at 52.3")]
    [InlineData("maximum_height_agl_m: 120.0", "maximum_height_agl_m: 50.0", "DECLARED_HEIGHT_EXCEEDED", "more than sora.ground_risk_footprint.maximum_height_agl_m (50) declares")]
    public void A_number_that_misleads_takes_the_go_and_says_so_in_every_format(string was, string becomes, string code, string says)
    {
        using TemporaryFolder folder = Copy();
        folder.Write("mission.yaml", folder.Read("mission.yaml").Replace(was, becomes, StringComparison.Ordinal));
        folder.Write(
            "assets/wind.yaml",
            "axes: {time_s: [-900, -600], altitude_m: [0, 300], lat: [52, 53], lon: [5, 6]}\n" +
            "values: [[[[[4, 1], [4, 1]], [[4, 1], [4, 1]]], [[[4, 1], [4, 1]], [[4, 1], [4, 1]]]], [[[[4, 1], [4, 1]], [[4, 1], [4, 1]]], [[[4, 1], [4, 1]], [[4, 1], [4, 1]]]]]\n");

        RunOutcome run = Executable.Run(folder.Path, Estimate);
        Assert.Equal(10, run.ExitCode);
        JsonElement readiness = Readiness(run);
        Assert.Contains("warnings", Names(readiness, "failed_checks"));
        Assert.Contains(code, Names(readiness, "warning_codes"));
        JsonElement warning = JsonDocument.Parse(run.Text).RootElement.GetProperty("result").GetProperty("warnings").EnumerateArray()
            .First(w => w.GetProperty("code").GetString() == code);
        Assert.NotEmpty(warning.GetProperty("context").EnumerateObject());
        string message = warning.GetProperty("message").GetString()!;
        Assert.Contains(says, message, StringComparison.Ordinal);

        Assert.Contains(code, Executable.Run(folder.Path, [.. Estimate, "--format", "checklist"]).Text, StringComparison.Ordinal);
        Assert.Contains(message, Executable.Run(folder.Path, [.. Estimate, "--format", "markdown"]).Text, StringComparison.Ordinal);
        string page = Executable.Run(folder.Path, [.. Estimate, "--format", "html"]).Text;
        Assert.Contains("Warning " + code, page, StringComparison.Ordinal);
        Assert.Contains("it cannot be accepted", page, StringComparison.Ordinal);
        folder.Write("mission.yaml", folder.Read("mission.yaml").Replace(
            "constraints:\n", $"constraints:\n  accepted_warning_codes: [{code}]\n", StringComparison.Ordinal));
        Assert.Equal(11, Executable.Run(folder.Path, Estimate).ExitCode);
    }

    private static void AssertMissing(TemporaryFolder folder, string category)
    {
        RunOutcome run = Executable.Run(folder.Path, Estimate);
        Assert.Equal(10, run.ExitCode);
        JsonElement readiness = Readiness(run);
        Assert.Equal("no_go", readiness.GetProperty("verdict").GetString());
        Assert.Equal([category], Names(readiness, "missing_evidence"));
        Assert.Empty(Names(readiness, "failed_checks"));
    }

    private static JsonElement Readiness(RunOutcome run) => JsonDocument.Parse(run.Text).RootElement.GetProperty("operational_readiness");

    private static IEnumerable<string?> Names(JsonElement readiness, string list) =>
        readiness.GetProperty(list).EnumerateArray().Select(e => e.GetString());

    private static TemporaryFolder Copy()
    {
        var folder = new TemporaryFolder();
        string example = Path.Combine(ExampleTests.RepositoryFolder(), "examples", "full-evidence");
        Directory.CreateDirectory(folder.File("assets"));
        foreach (string file in Directory.GetFiles(example, "*", SearchOption.AllDirectories))
            File.Copy(file, folder.File(Path.GetRelativePath(example, file)));
        return folder;
    }
}
