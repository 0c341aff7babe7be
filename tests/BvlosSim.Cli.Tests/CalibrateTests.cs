using System.Text.Json;
using BvlosSim.Cli.Tests.Running;

namespace BvlosSim.Cli.Tests;

/// <summary><c>calibrate</c>.</summary>
public class CalibrateTests
{
    private static readonly string[] Command = ["calibrate", "vehicle.yaml", "trace.json"];

    [Fact]
    public void The_profile_can_be_used()
    {
        using TemporaryFolder folder = FlownMission.Folder();
        RunOutcome run = Executable.Run(folder.Path, [.. Command, "--format", "json", "-o", "profile.json"]);
        JsonElement profile = JsonDocument.Parse(folder.Read("profile.json")).RootElement;
        RunOutcome estimate = Executable.Run(
            folder.Path, "estimate", "mission.yaml", "vehicle.yaml", "--calibration", "profile.json", "--engineering-only");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["climb_rate_mps", "cruise_speed_mps"], profile.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("parameter").GetString()));
        Assert.Contains("climb_rate_mps rests on 25 of at least 30 samples", run.StandardError, StringComparison.Ordinal);
        Assert.Equal("q-calibration", profile.GetProperty("calibration_id").GetString());
        Assert.Equal(0, estimate.ExitCode);
        Assert.Contains("\"calibration\"", estimate.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_with_few_samples_can_be_left_out()
    {
        using TemporaryFolder folder = FlownMission.Folder();
        RunOutcome run = Executable.Run(folder.Path, [.. Command, "trace.json", "--min-samples", "60"]);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("# Calibration: q-calibration\n", run.Text, StringComparison.Ordinal);
        Assert.Contains("| cruise_speed_mps |", run.Text, StringComparison.Ordinal);
        Assert.Contains("climb_rate_mps was not fitted: 50 samples are fewer than the 60 asked for", run.Text, StringComparison.Ordinal);
        Assert.Contains("2 traces are of one log", run.StandardError, StringComparison.Ordinal);
        Assert.Equal(2, Executable.Run(folder.Path, [.. Command, "--min-samples", "0"]).ExitCode);
        Assert.Equal(2, Executable.Run(folder.Path, "calibrate", "vehicle.yaml").ExitCode);
    }

    [Fact]
    public void A_trace_of_another_vehicle_is_refused_unless_asked()
    {
        using TemporaryFolder folder = FlownMission.Folder();
        FlownMission.Write(folder, "none.json", t => t with { Mission = null });
        folder.Write("vehicle.yaml", TestInputs.Vehicle + "# changed\n");

        AssertError(Executable.Run(folder.Path, Command), "another vehicle file");
        Assert.Equal(0, Executable.Run(folder.Path, [.. Command, "--any-vehicle"]).ExitCode);
        RunOutcome unknown = Executable.Run(folder.Path, "calibrate", "vehicle.yaml", "none.json");
        Assert.Equal(0, unknown.ExitCode);
        Assert.Contains("warning: The trace `t1` does not say which vehicle flew", unknown.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public void Refusals_leave_the_output_alone()
    {
        using TemporaryFolder folder = FlownMission.Folder();

        AssertError(Executable.Run(folder.Path, [.. Command, "--calibration-id", "a b", "-o", "out"]), "--calibration-id");
        JsonElement error = AssertError(Executable.Run(folder.Path, [.. Command, "absent.json", "-o", "out"]), "");
        Assert.Equal("read", error.GetProperty("details").GetProperty("stage").GetString());
        Assert.DoesNotContain("out", folder.Names());
    }

    [Fact]
    public void The_files_can_be_checked_alone()
    {
        using TemporaryFolder folder = FlownMission.Folder();
        folder.Write("bad.yaml", "[]");

        Assert.Equal(
            "vehicle: vehicle.yaml: OK\nflight-trace: trace.json: OK\nflight-trace: trace.json: OK\n",
            Executable.Run(folder.Path, [.. Command, "trace.json", "--validate-only"]).Text);
        Assert.Equal(11, Executable.Run(folder.Path, [.. Command, "bad.yaml", "--validate-only"]).ExitCode);
    }

    private static JsonElement AssertError(RunOutcome run, string reason)
    {
        Assert.Equal(11, run.ExitCode);
        JsonElement error = JsonDocument.Parse(run.Text).RootElement;
        Assert.Equal("calibrate", error.GetProperty("command").GetString());
        Assert.Contains(reason, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(run.StandardError);
        return error;
    }
}
