using System.Text.Json;
using BvlosSim.Cli.Tests.Running;

namespace BvlosSim.Cli.Tests;

/// <summary><c>estimate --format sensitivity</c>.</summary>
public class SensitivityTests
{
    private static readonly string[] Command = ["estimate", "mission.yaml", "vehicle.yaml", "--format", "sensitivity"];

    [Fact]
    public void The_report_has_its_parts_and_the_exit_code_of_the_estimate()
    {
        using TemporaryFolder folder = TestInputs.Folder();
        RunOutcome run = Executable.Run(
            folder.Path, [.. Command, "--sensitivity-power-steps", " 100,, 5 ", "--sensitivity-wind-steps", "2.5", "--sensitivity-battery-steps", "0"]);

        Assert.Equal(10, run.ExitCode);
        Assert.StartsWith("# Energy Reserve Sensitivity: ex\n\nStatus: MARGINAL - ", run.Text, StringComparison.Ordinal);
        Assert.Contains("\nBaseline mission status: success\n\n## Cruise Power Variation\n\n| Variation |", run.Text, StringComparison.Ordinal);
        Assert.Contains("\n## Headwind Variation (applied to all legs)\n", run.Text, StringComparison.Ordinal);
        Assert.Contains("\n## Battery Capacity Variation\n", run.Text, StringComparison.Ordinal);
        Assert.Matches(@"\n\| -100% +\| 0\.0 +\| 0\.0 +\| ERROR +\|\n\| -5% ", run.Text);
        Assert.Matches(@"\n\| -2\.5 m/s +\|", run.Text);
        Assert.Matches(@"\n\| \+2\.5 m/s +\|", run.Text);
        Assert.Matches(@"\n\| baseline +\|", run.Text);
        Assert.EndsWith("\nSensitivity scan: 3 parameters x 3 levels = 9 runs\n", run.Text, StringComparison.Ordinal);
        Assert.Equal(0, Executable.Run(folder.Path, [.. Command, "--engineering-only"]).ExitCode);
    }

    [Theory]
    [InlineData("--sensitivity-power-steps", "1.5")]
    [InlineData("--sensitivity-power-steps", "-1")]
    [InlineData("--sensitivity-battery-steps", " , ")]
    [InlineData("--sensitivity-battery-steps", "ten")]
    [InlineData("--sensitivity-wind-steps", "-0.5")]
    [InlineData("--sensitivity-wind-steps", "nan")]
    [InlineData("--sensitivity-wind-steps", "1,inf")]
    public void A_refused_step_list_is_an_error_object_and_leaves_the_output_alone(string option, string list)
    {
        using TemporaryFolder folder = TestInputs.Folder();
        folder.Write("out.md", "earlier");
        RunOutcome run = Executable.Run(folder.Path, [.. Command, option + "=" + list, "-o", "out.md"]);
        JsonElement error = JsonDocument.Parse(run.Text).RootElement;

        Assert.Equal(11, run.ExitCode);
        Assert.Equal("estimate", error.GetProperty("command").GetString());
        Assert.Contains(option, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains(option, run.StandardError, StringComparison.Ordinal);
        Assert.Equal("earlier", folder.Read("out.md"));
    }

    [Fact]
    public void Step_lists_do_not_matter_to_other_formats_nor_when_an_input_is_refused()
    {
        using TemporaryFolder folder = TestInputs.Folder();
        string[] arguments = ["estimate", "mission.yaml", "vehicle.yaml", "--sensitivity-wind-steps", "x"];
        Assert.Equal(0, Executable.Run(folder.Path, [.. arguments, "--engineering-only"]).ExitCode);

        folder.Write("vehicle.yaml", "[]");
        RunOutcome run = Executable.Run(folder.Path, [.. arguments, "--format", "sensitivity"]);
        Assert.Equal(11, run.ExitCode);
        Assert.Contains("estimator-envelope.v10", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_infeasible_baseline_names_its_failure()
    {
        using TemporaryFolder folder = TestInputs.Folder(
            vehicle: TestInputs.Vehicle.Replace("battery_capacity_wh: 900", "battery_capacity_wh: 9", StringComparison.Ordinal));
        RunOutcome run = Executable.Run(folder.Path, Command);

        Assert.Equal(10, run.ExitCode);
        Assert.Contains("Status: INFEASIBLE - ", run.Text, StringComparison.Ordinal);
        Assert.Contains("[INSUFFICIENT_ENERGY]", run.Text, StringComparison.Ordinal);
    }
}
