using System.Text.Json;
using BvlosSim.Cli.Tests.Running;

namespace BvlosSim.Cli.Tests;

/// <summary><c>size-battery</c>.</summary>
public class SizeBatteryTests
{
    private const string SizedVehicle =
        """
        vehicle_id: q
        vehicle_class: vtol
        mass: {empty_kg: 6, max_takeoff_kg: 10}
        performance: {cruise_speed_mps: 20, hover_speed_mps: 5, max_speed_mps: 25, climb_rate_mps: 4, descent_rate_mps: 2, turn_radius_m: 50}
        energy:
          battery_capacity_wh: 300
          reserve_percent_default: 25
          cruise_power_w: 450
          hover_power_w: 1200
          battery_specific_energy_wh_per_kg: 180
          battery_excluded_operating_mass_kg: 7

        """;

    private static readonly string[] Command = ["size-battery", "mission.yaml", "vehicle.yaml"];

    [Fact]
    public void The_report_is_canonical_json_with_texts_as_they_are()
    {
        using TemporaryFolder folder = TestInputs.Folder(vehicle: SizedVehicle);
        RunOutcome run = Executable.Run(
            folder.Path,
            new Dictionary<string, string?> { ["BVLOS_SIM_TOOL_VERSION"] = "\u00fcb\U0001F681" },
            [.. Command, "--format", "json", "--margin", "5000", "--margin=10", "--margin", "10"]);
        JsonElement report = JsonDocument.Parse(run.Text).RootElement;

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.StandardError);
        Assert.Contains("  \"tool_version\": \"\u00fcb\U0001F681\"\n", run.Text, StringComparison.Ordinal);
        Assert.Equal("battery-sizing-report.v2", report.GetProperty("schema_version").GetString());
        Assert.Equal("feasible", report.GetProperty("status").GetString());
        Assert.Equal(
            [5000, 10, 10],
            report.GetProperty("result").GetProperty("recommendations").EnumerateArray().Select(r => r.GetProperty("margin_percent").GetInt32()));
        Assert.Contains("\"recommended_capacity_wh\": null", run.Text, StringComparison.Ordinal);
        Assert.Equal(["mission", "vehicle"], report.GetProperty("provenance").GetProperty("inputs").EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public void Markdown_is_the_default_and_the_summary_is_one_line()
    {
        using TemporaryFolder folder = TestInputs.Folder(vehicle: SizedVehicle);
        RunOutcome run = Executable.Run(folder.Path, Command);
        Assert.StartsWith("## Battery Sizing: ex\n\n- Current capacity: 300.0 Wh\n", run.Text, StringComparison.Ordinal);
        Assert.Matches(@"\nStatus: FEASIBLE \(\d+\.\d% over the minimum\)\n$", run.Text);

        folder.Write("vehicle.yaml", SizedVehicle.Replace("battery_capacity_wh: 300", "battery_capacity_wh: 30", StringComparison.Ordinal));
        run = Executable.Run(folder.Path, Command);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\n- Energy required: ", run.Text, StringComparison.Ordinal);
        Assert.EndsWith("\nStatus: SIZED\n", run.Text, StringComparison.Ordinal);

        Executable.Run(folder.Path, [.. Command, "--format", "summary", "--margin", "5000", "-o", "line"]);
        Assert.Matches(@"^SIZED   minimum \S+ Wh   maximum \S+ Wh   current 30\.0 Wh   recommendation unavailable$", folder.Read("line"));
    }

    [Fact]
    public void A_negative_margin_is_refused_before_any_file_is_read()
    {
        using var folder = new TemporaryFolder();
        AssertError(Executable.Run(folder.Path, [.. Command, "--margin", "10", "--margin", "-1"]), 11, "--margin");
        Assert.Equal(2, Executable.Run(folder.Path, [.. Command, "--margin", "1.5"]).ExitCode);
    }

    [Fact]
    public void A_file_that_does_not_load_is_named_in_the_details()
    {
        using TemporaryFolder folder = TestInputs.Folder(vehicle: "[]");
        JsonElement error = AssertError(Executable.Run(folder.Path, Command), 11, "");

        Assert.Equal("vehicle", error.GetProperty("details").GetProperty("input_name").GetString());
        Assert.Equal("root_type", error.GetProperty("details").GetProperty("stage").GetString());
    }

    [Fact]
    public void A_vector_asset_that_does_not_load_has_no_details()
    {
        using TemporaryFolder folder = TestInputs.Folder(TestInputs.Mission + "assets: {geofences_file: g.geojson}\n", SizedVehicle);
        JsonElement error = AssertError(Executable.Run(folder.Path, Command), 11, "");

        Assert.False(error.TryGetProperty("details", out _));
    }

    [Fact]
    public void A_refusal_leaves_the_output_alone()
    {
        using TemporaryFolder folder = TestInputs.Folder();
        folder.Write("out.md", "earlier");

        AssertError(Executable.Run(folder.Path, [.. Command, "-o", "out.md"]), 11, "battery_specific_energy_wh_per_kg");
        AssertError(Executable.Run(folder.Path, [.. Command, "-o", "out.md", "--no-clobber"]), 11, "--no-clobber");
        Assert.Equal("earlier", folder.Read("out.md"));
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_an_internal_error()
    {
        using TemporaryFolder folder = TestInputs.Folder(vehicle: SizedVehicle);
        JsonElement error = AssertError(Executable.Run(folder.Path, [.. Command, "-o", "nowhere/out.md"]), 13, "");

        Assert.Equal("OutputWriteError", error.GetProperty("details").GetProperty("error_type").GetString());
    }

    [Fact]
    public void The_files_can_be_checked_alone()
    {
        using TemporaryFolder folder = TestInputs.Folder();
        RunOutcome run = Executable.Run(folder.Path, [.. Command, "--validate-only", "--validate-format", "json", "--margin", "-1"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\"command\": \"size-battery\"", run.Text, StringComparison.Ordinal);
    }

    private static JsonElement AssertError(RunOutcome run, int exitCode, string reason)
    {
        Assert.Equal(exitCode, run.ExitCode);
        JsonElement error = JsonDocument.Parse(run.Text).RootElement;
        Assert.Equal("size-battery", error.GetProperty("command").GetString());
        Assert.Equal("error", error.GetProperty("status").GetString());
        Assert.Contains(reason, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(run.StandardError);
        return error;
    }
}
