using System.Text.Json;
using BvlosSim.Cli.Tests.Running;

namespace BvlosSim.Cli.Tests;

/// <summary><c>validate</c>.</summary>
public class ValidateTests
{
    private const string Windy = TestInputs.Mission + "estimation: {wind_east_mps: 60, wind_north_mps: 0}\n";

    private static readonly string[] Command = ["validate", "mission.yaml", "vehicle.yaml", "trace.json"];

    [Fact]
    public void Markdown_is_the_default()
    {
        using TemporaryFolder folder = FlownMission.Folder();
        RunOutcome run = Executable.Run(folder.Path, [.. Command, "--max-time-error-percent", "40", "--max-speed-error-percent", "100"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.StandardError);
        Assert.StartsWith("# Validation: t1-validation\n\n- Trace: t1\n- Records: 187\n", run.Text, StringComparison.Ordinal);
        Assert.Contains("- Result: **PASS**\n", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_above_its_limit_is_told_and_gives_code_10()
    {
        using TemporaryFolder folder = FlownMission.Folder();
        RunOutcome run = Executable.Run(
            folder.Path, [.. Command, "--format", "json", "--validation-id", "mine", "--max-distance-error-percent", "0", "-o", "report.json"]);
        JsonElement report = JsonDocument.Parse(folder.Read("report.json")).RootElement;

        Assert.Equal(10, run.ExitCode);
        Assert.Empty(run.StandardOutput);
        Assert.Contains("horizontal_distance_m: an error of", run.StandardError, StringComparison.Ordinal);
        Assert.Equal("validation-report.v2", report.GetProperty("schema_version").GetString());
        Assert.Equal("mine", report.GetProperty("validation_id").GetString());
        Assert.False(report.GetProperty("acceptance").GetProperty("passed").GetBoolean());
        Assert.Equal(0.0, report.GetProperty("acceptance").GetProperty("thresholds_pct").GetProperty("horizontal_distance_m").GetDouble());
    }

    [Fact]
    public void A_limit_that_json_cannot_hold_is_refused_there_alone()
    {
        using TemporaryFolder folder = FlownMission.Folder();
        string[] limits = ["--max-time-error-percent", "nan", "--max-speed-error-percent", "inf"];

        Assert.Equal(0, Executable.Run(folder.Path, [.. Command, .. limits]).ExitCode);
        AssertError(Executable.Run(folder.Path, [.. Command, .. limits, "--format", "json"]), 11, "");
        Assert.Equal(2, Executable.Run(folder.Path, [.. Command, "--max-time-error-percent", "-1"]).ExitCode);
        Assert.Equal(2, Executable.Run(folder.Path, [.. Command, "--max-time-error-percent", "x"]).ExitCode);
    }

    [Theory]
    [InlineData("nan", 11)]
    [InlineData("inf", 11)]
    [InlineData("-nan", 11)]
    [InlineData("-1", 2)]
    [InlineData("x", 2)]
    [InlineData("1e9", 10)]
    public void A_limit_of_report_v3_is_a_number(string limit, int exitCode)
    {
        using TemporaryFolder folder = FlownMission.Folder();
        foreach (string option in (string[])["time", "distance", "speed", "reserve"])
        {
            string[] gate = ["--report-version", "v3", $"--max-{option}-error-percent={limit}"];
            Assert.Equal(exitCode, Executable.Run(folder.Path, [.. Command, .. gate]).ExitCode);
            Assert.Equal(exitCode == 10 ? 0 : exitCode, Executable.Run(folder.Path, [.. Command, .. gate, "--validate-only"]).ExitCode);
        }
    }

    [Fact]
    public void A_trace_of_other_files_is_refused()
    {
        using TemporaryFolder folder = FlownMission.Folder();
        FlownMission.Write(folder, "none.json", t => t with { Mission = null });
        FlownMission.Write(folder, "half.json", t => t with { Mission = t.Mission! with { VehicleSha256 = null } });
        FlownMission.Write(folder, "upper.json", t => t with { Mission = t.Mission! with { MissionSha256 = t.Mission.MissionSha256!.ToUpperInvariant() } });

        AssertError(Executable.Run(folder.Path, [.. Command[..3], "none.json"]), 11, "names no mission");
        AssertError(Executable.Run(folder.Path, [.. Command[..3], "half.json"]), 11, "without a SHA-256");
        Assert.NotEqual(11, Executable.Run(folder.Path, [.. Command[..3], "upper.json"]).ExitCode);
        folder.Write("mission.yaml", TestInputs.Mission + "# changed\n");
        AssertError(Executable.Run(folder.Path, Command), 11, "The mission file is not the one that was flown");
    }

    [Fact]
    public void A_profile_of_the_very_flight_is_circular_before_anything_else_is_looked_at()
    {
        using TemporaryFolder folder = FlownMission.Folder();
        FlownMission.Write(folder, "none.json", t => t with { Mission = null });
        Assert.Equal(0, Executable.Run(folder.Path, "calibrate", "vehicle.yaml", "trace.json", "--format", "json", "-o", "profile.json").ExitCode);

        AssertError(Executable.Run(folder.Path, [.. Command, "--calibration", "profile.json"]), 13, "proves nothing");
        AssertError(Executable.Run(folder.Path, [.. Command[..3], "none.json", "--calibration", "profile.json"]), 13, "proves nothing");
        JsonElement error = AssertError(Executable.Run(folder.Path, [.. Command[..3], "absent.json", "--calibration", "profile.json"]), 11, "");
        Assert.Equal("flight_trace", error.GetProperty("details").GetProperty("input_name").GetString());
        FlownMission.Write(folder, "other.json", t => t with { TraceId = "t2" });
        Assert.NotEqual(13, Executable.Run(folder.Path, [.. Command[..3], "other.json", "--calibration", "profile.json"]).ExitCode);
    }

    [Fact]
    public void An_identifier_is_looked_at_last()
    {
        using TemporaryFolder folder = FlownMission.Folder();

        AssertError(Executable.Run(folder.Path, [.. Command, "--validation-id", "_a", "-o", "out"]), 11, "--validation-id");
        Assert.Contains("t1-validation", Executable.Run(folder.Path, [.. Command, "--validation-id", ""]).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("out", folder.Names());
    }

    [Fact]
    public void Report_v3_refuses_a_prediction_that_failed_and_v2_warns()
    {
        using TemporaryFolder folder = FlownMission.Folder(Windy);
        RunOutcome v2 = Executable.Run(folder.Path, Command);
        JsonElement error = AssertError(Executable.Run(folder.Path, [.. Command, "--report-version", "v3", "-o", "out"]), 11, "The estimate failed");

        Assert.Equal(10, v2.ExitCode);
        Assert.Contains("warning: the estimate failed", v2.StandardError, StringComparison.Ordinal);
        Assert.Equal("prediction_failed", error.GetProperty("details").GetProperty("reason").GetString());
        Assert.NotEmpty(error.GetProperty("details").GetProperty("failure_code").GetString()!);
        Assert.DoesNotContain("out", folder.Names());
    }

    [Fact]
    public void Report_v3_aligns_the_flights()
    {
        using TemporaryFolder folder = FlownMission.Folder();
        RunOutcome run = Executable.Run(
            folder.Path, [.. Command, "--report-version", "v3", "--format", "json", "--max-time-error-percent", "40", "--max-speed-error-percent", "40"]);
        JsonElement report = JsonDocument.Parse(run.Text).RootElement;

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("validation-report.v3", report.GetProperty("schema_version").GetString());
        Assert.True(report.GetProperty("alignment").GetProperty("by_distance").GetProperty("cross_track_m").GetProperty("max_abs").GetDouble() < 0.1);
        Assert.Contains(
            "## After the same distance", Executable.Run(folder.Path, [.. Command, "--report-version", "v3"]).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n- Result: **PASS**\n# Not ours")]
    [InlineData("\r- Result: **PASS**\r# Not ours")]
    [InlineData("\u2028- Result: **PASS**\u001b[2J")]
    public void Texts_of_a_trace_stay_in_their_line_of_the_markdown(string hostile)
    {
        using TemporaryFolder folder = FlownMission.Folder(change: t => t with
        {
            Mission = t.Mission! with { MissionFile = "m" + hostile, VehicleFile = "v" + hostile },
            Provenance = t.Provenance with { ParsingAssumptions = ["a" + hostile, "Completeness of the log: damaged" + hostile] },
        });
        foreach (string version in (string[])["v2", "v3"])
        {
            RunOutcome run = Executable.Run(folder.Path, [.. Command, "--report-version", version, "--max-time-error-percent", "1"]);
            string[] lines = run.Text.Split('\n', '\r', '\u2028');

            Assert.Equal("- Result: **FAIL**", Assert.Single(lines, l => l.StartsWith("- Result:", StringComparison.Ordinal)));
            Assert.Single(lines, l => l.StartsWith("# ", StringComparison.Ordinal));
            Assert.DoesNotContain('\u001b', run.Text + run.StandardError);
        }
    }

    [Fact]
    public void The_files_can_be_checked_alone()
    {
        using TemporaryFolder folder = FlownMission.Folder(TestInputs.Mission + "assets: {terrain_file: t.yaml}\n");
        folder.Write("profile.yaml", "{}");
        RunOutcome run = Executable.Run(
            folder.Path, [.. Command, "--calibration", "profile.yaml", "--validate-only", "--validate-format", "json"]);
        JsonElement report = JsonDocument.Parse(run.Text).RootElement;

        Assert.Equal(11, run.ExitCode);
        Assert.Equal("validate", report.GetProperty("command").GetString());
        Assert.Equal(
            ["mission True", "vehicle True", "calibration False", "flight-trace True", "terrain False"],
            report.GetProperty("files").EnumerateArray().Select(f => $"{f.GetProperty("role").GetString()} {f.GetProperty("ok").GetBoolean()}"));
    }

    private static JsonElement AssertError(RunOutcome run, int exitCode, string reason)
    {
        Assert.Equal(exitCode, run.ExitCode);
        JsonElement error = JsonDocument.Parse(run.Text).RootElement;
        Assert.Equal("validate", error.GetProperty("command").GetString());
        Assert.Contains(reason, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(run.StandardError);
        return error;
    }
}
