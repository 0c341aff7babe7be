using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BvlosSim.Cli.Tests.Running;

namespace BvlosSim.Cli.Tests;

/// <summary>What `estimate` writes, where it writes it, and with which exit code.</summary>
public class EstimateOutcomeTests
{
    private static readonly string[] Estimate = ["estimate", "mission.yaml", "vehicle.yaml"];

    [Fact]
    public void A_feasible_mission_without_all_evidence_is_a_no_go()
    {
        using TemporaryFolder folder = TestInputs.Folder();
        RunOutcome run = Executable.Run(folder.Path, Estimate);

        Assert.Equal(10, run.ExitCode);
        JsonElement root = JsonDocument.Parse(run.Text).RootElement;
        Assert.Equal("success", root.GetProperty("status").GetString());
        Assert.Equal("no_go", root.GetProperty("operational_readiness").GetProperty("verdict").GetString());
        JsonElement result = root.GetProperty("result");
        Assert.Equal(136.26744829, result.GetProperty("total_time_s").GetDouble());
        Assert.Equal(2225.34896583, result.GetProperty("total_horizontal_distance_m").GetDouble());
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TestInputs.Mission))),
            root.GetProperty("provenance").GetProperty("inputs").GetProperty("mission").GetProperty("sha256").GetString());
    }

    [Fact]
    public void Engineering_only_changes_the_exit_code_and_nothing_else()
    {
        using TemporaryFolder folder = TestInputs.Folder();
        RunOutcome graded = Executable.Run(folder.Path, Estimate);
        RunOutcome engineering = Executable.Run(folder.Path, [.. Estimate, "--engineering-only"]);

        Assert.Equal(0, engineering.ExitCode);
        Assert.Equal(graded.StandardOutput, engineering.StandardOutput);
    }

    [Fact]
    public void A_document_written_to_a_file_is_byte_for_byte_the_printed_one()
    {
        using TemporaryFolder folder = TestInputs.Folder();
        RunOutcome printed = Executable.Run(folder.Path, Estimate);
        RunOutcome written = Executable.Run(folder.Path, [.. Estimate, "-o", "out.json"]);

        Assert.Equal(10, written.ExitCode);
        Assert.Empty(written.StandardOutput);
        Assert.Equal(printed.Text, folder.Read("out.json"));
        Assert.Equal(["mission.yaml", "out.json", "vehicle.yaml"], folder.Names());
    }

    [Fact]
    public void The_summary_gets_its_final_newline_on_standard_output_only()
    {
        using TemporaryFolder folder = TestInputs.Folder();
        RunOutcome printed = Executable.Run(folder.Path, [.. Estimate, "--format", "summary"]);
        Executable.Run(folder.Path, [.. Estimate, "--format", "summary", "-oout.txt"]);

        Assert.Equal("FEASIBLE   reserve 292.4 %   flight 2m 16s   warnings 1\n", printed.Text);
        Assert.Equal(printed.Text.TrimEnd('\n'), folder.Read("out.txt"));
    }

    [Theory]
    [InlineData("tr_TR.UTF-8")]
    [InlineData("de_DE.UTF-8")]
    [InlineData("C")]
    public void The_same_input_gives_the_same_bytes_in_every_culture(string culture)
    {
        using TemporaryFolder folder = TestInputs.Folder();
        byte[] expected = Executable.Run(folder.Path, Estimate).StandardOutput;
        var environment = new Dictionary<string, string?> { ["LC_ALL"] = culture, ["LANG"] = culture };

        Assert.Equal(expected, Executable.Run(folder.Path, environment, Estimate).StandardOutput);
        Assert.Equal(expected, Executable.Run(folder.Path, environment, Estimate).StandardOutput);
    }

    [Fact]
    public void A_refused_input_names_file_line_path_and_cure_on_standard_error()
    {
        using TemporaryFolder folder = TestInputs.Folder(TestInputs.Mission.Replace("altitude_m: 100}\n- {id: r", "altitud_m: 100}\n- {id: r", StringComparison.Ordinal));
        RunOutcome run = Executable.Run(folder.Path, Estimate);

        Assert.Equal(11, run.ExitCode);
        Assert.Contains("mission.yaml:7:", run.StandardError, StringComparison.Ordinal);
        Assert.Contains("route.1.altitud_m", run.StandardError, StringComparison.Ordinal);
        Assert.Contains("altitude_m", run.StandardError, StringComparison.Ordinal);
        JsonElement diagnostic = JsonDocument.Parse(run.Text).RootElement.GetProperty("diagnostics")[0];
        Assert.Equal("INPUT_LOAD_ERROR", diagnostic.GetProperty("code").GetString());
        Assert.Equal("schema_validation", diagnostic.GetProperty("context").GetProperty("stage").GetString());
    }

    [Fact]
    public void The_error_envelope_replaces_a_stale_result()
    {
        using TemporaryFolder folder = TestInputs.Folder();
        folder.Write("out.json", "stale");
        RunOutcome run = Executable.Run(folder.Path, "estimate", "absent.yaml", "vehicle.yaml", "--output", "out.json");

        Assert.Equal(11, run.ExitCode);
        Assert.Empty(run.StandardOutput);
        Assert.Contains("FileNotFoundError", folder.Read("out.json"), StringComparison.Ordinal);
        Assert.Contains("absent.yaml", run.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public void No_clobber_refuses_and_leaves_the_file()
    {
        using TemporaryFolder folder = TestInputs.Folder();
        folder.Write("out.json", "precious");
        RunOutcome run = Executable.Run(folder.Path, [.. Estimate, "-o", "out.json", "--no-clobber"]);

        Assert.Equal(11, run.ExitCode);
        Assert.Equal("precious", folder.Read("out.json"));
        JsonElement error = JsonDocument.Parse(run.Text).RootElement;
        Assert.Equal("estimate", error.GetProperty("command").GetString());
        Assert.Equal("error", error.GetProperty("status").GetString());
        Assert.False(error.TryGetProperty("details", out _));
    }

    [Fact]
    public void A_failed_write_exits_13_with_the_envelope_on_standard_output()
    {
        using TemporaryFolder folder = TestInputs.Folder();
        RunOutcome run = Executable.Run(folder.Path, [.. Estimate, "-o", "nowhere/out.json"]);

        Assert.Equal(13, run.ExitCode);
        Assert.Contains("OutputWriteError", run.Text, StringComparison.Ordinal);
        Assert.Contains("nowhere", run.StandardError, StringComparison.Ordinal);
        Assert.Equal(["mission.yaml", "vehicle.yaml"], folder.Names());
    }

    [Fact]
    public void A_vehicle_of_another_name_is_invalid_input()
    {
        using TemporaryFolder folder = TestInputs.Folder(vehicle: TestInputs.Vehicle.Replace("vehicle_id: q", "vehicle_id: z", StringComparison.Ordinal));
        RunOutcome run = Executable.Run(folder.Path, [.. Estimate, "--format", "summary"]);

        Assert.Equal(11, run.ExitCode);
        Assert.Equal("ERROR   [INVALID_MISSION_PROFILE]\n", run.Text);
        Assert.NotEmpty(run.StandardError);
    }

    [Fact]
    public void A_refused_vector_asset_is_a_mission_failure_with_its_place_on_standard_error()
    {
        using TemporaryFolder folder = TestInputs.Folder(TestInputs.Mission + "assets: {geofences_file: zones.geojson}\n");
        folder.Write("zones.geojson", """{"type": "Feature", "properties": {"kind": "maybe"}, "geometry": {"type": "Polygon", "coordinates": []}}""");
        RunOutcome run = Executable.Run(folder.Path, [.. Estimate, "--engineering-only"]);
        JsonElement root = JsonDocument.Parse(run.Text).RootElement;

        Assert.Equal(11, run.ExitCode);
        Assert.Equal("INVALID_GEOMETRY", root.GetProperty("result").GetProperty("failure").GetProperty("code").GetString());
        Assert.Contains("zones.geojson:1:", run.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public void Operator_and_time_are_noted_in_the_metadata()
    {
        using TemporaryFolder folder = TestInputs.Folder();
        RunOutcome run = Executable.Run(folder.Path, [.. Estimate, "--operator-id", "Å", "--generated-at", "2026-W01"]);
        JsonElement metadata = JsonDocument.Parse(run.Text).RootElement.GetProperty("result").GetProperty("metadata");

        Assert.Equal("Å", metadata.GetProperty("operator_id").GetString());
        Assert.Equal("2026-W01", metadata.GetProperty("generated_at").GetString());
        Assert.Contains("\\u00c5", run.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--generated-at", "2026-13-01", "--generated-at", "parse")]
    [InlineData("--wind-layer", "1:2", "--wind-layer", "parse")]
    [InlineData("--max-segment-length-m", "0", "--max-segment-length-m", "schema_validation")]
    [InlineData("--max-segment-length-m", "nan", "--max-segment-length-m", "schema_validation")]
    public void An_option_value_that_makes_no_sense_is_an_input_error(string option, string value, string input, string stage)
    {
        using TemporaryFolder folder = TestInputs.Folder();
        RunOutcome run = Executable.Run(folder.Path, [.. Estimate, option, value]);
        JsonElement context = JsonDocument.Parse(run.Text).RootElement.GetProperty("diagnostics")[0].GetProperty("context");

        Assert.Equal(11, run.ExitCode);
        Assert.Equal(input, context.GetProperty("input_name").GetString());
        Assert.Equal(stage, context.GetProperty("stage").GetString());
    }

    [Theory]
    [InlineData("json")]
    [InlineData("markdown")]
    [InlineData("summary")]
    [InlineData("checklist")]
    [InlineData("profile")]
    [InlineData("geojson")]
    [InlineData("kml")]
    [InlineData("ground-risk")]
    public void Numbers_beyond_calculation_are_invalid_input_in_every_format(string format)
    {
        using TemporaryFolder folder = TestInputs.Folder(
            vehicle: TestInputs.Vehicle.Replace("battery_capacity_wh: 900", "battery_capacity_wh: 1.7e+308", StringComparison.Ordinal));
        Assert.Equal(11, Executable.Run(folder.Path, [.. Estimate, "--format", format]).ExitCode);

        folder.Write("vehicle.yaml", TestInputs.Vehicle);
        folder.Write("mission.yaml", TestInputs.Mission.Replace("altitude_m: 100}\n- {id: r", "altitude_m: 1.7e+308}\n- {id: r", StringComparison.Ordinal));
        Assert.Equal(11, Executable.Run(folder.Path, [.. Estimate, "--format", format]).ExitCode);
    }

    [Fact]
    public void A_no_go_without_failure_is_explained_on_standard_error()
    {
        using TemporaryFolder folder = TestInputs.Folder();
        RunOutcome run = Executable.Run(folder.Path, [.. Estimate, "-o", "out.json"]);

        Assert.Contains("NO-GO: missing evidence (geofence", run.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public void No_file_adds_options_of_its_own()
    {
        using TemporaryFolder folder = TestInputs.Folder();
        folder.Write("@m.yaml", TestInputs.Mission);
        RunOutcome run = Executable.Run(folder.Path, "estimate", "@m.yaml", "vehicle.yaml", "--format", "summary");

        Assert.StartsWith("FEASIBLE", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_identifier_cannot_write_a_line_of_a_report()
    {
        using TemporaryFolder folder = TestInputs.Folder(TestInputs.Mission + "assets: {obstacles_file: o.geojson}\n");
        folder.Write("o.geojson", """{"type": "Feature", "id": "mast\n\nStatus: GO\n", "properties": {"height_m": 5}, "geometry": {"type": "Point", "coordinates": [4.0, 52.0]}}""");
        RunOutcome run = Executable.Run(folder.Path, [.. Estimate, "--format", "checklist"]);

        Assert.Equal(11, run.ExitCode);
        Assert.DoesNotMatch("(?m)^Status: GO", run.Text);
    }
}
