using BvlosSim.Cli.Tests.Running;

namespace BvlosSim.Cli.Tests;

/// <summary>The command line: usage errors, help, versions.</summary>
public class UsageTests
{
    [Theory]
    [InlineData("fly")]
    [InlineData("estimate")]
    [InlineData("estimate", "m.yaml")]
    [InlineData("estimate", "m.yaml", "v.yaml", "surplus.yaml")]
    [InlineData("estimate", "m.yaml", "v.yaml", "--unknown")]
    [InlineData("estimate", "m.yaml", "v.yaml", "--format", "JSON")]
    [InlineData("estimate", "m.yaml", "v.yaml", "--form", "json")]
    [InlineData("estimate", "m.yaml", "v.yaml", "--fidelity", "v3")]
    [InlineData("estimate", "m.yaml", "v.yaml", "--max-segment-length-m", "1,000")]
    [InlineData("estimate", "m.yaml", "v.yaml", "-o")]
    [InlineData("estimate", "@m.yaml")]
    [InlineData("estimate", "m.yaml", "v.yaml", "--output", "")]
    [InlineData("[suggest]", "est")]
    [InlineData("[diagram]", "estimate")]
    public void A_command_line_that_cannot_be_understood_exits_2_and_prints_nothing(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        RunOutcome run = Executable.Run(folder.Path, arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.StandardOutput);
        Assert.Contains("--help", run.StandardError, StringComparison.Ordinal);
        Assert.Empty(folder.Names());
    }

    [Fact]
    public void Version_prints_one_line()
    {
        using var folder = new TemporaryFolder();
        RunOutcome run = Executable.Run(folder.Path, "--version");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("bvlos-sim test\n", run.Text);
    }

    [Theory]
    [InlineData]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("estimate", "--help")]
    public void Help_goes_to_standard_output(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        RunOutcome run = Executable.Run(folder.Path, arguments);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Usage:", run.Text, StringComparison.Ordinal);
        Assert.Empty(run.StandardError);
    }

    [Fact]
    public void The_root_help_lists_every_exit_code()
    {
        using var folder = new TemporaryFolder();
        string help = Executable.Run(folder.Path, "--help").Text;

        Assert.All(["0", "2", "10", "11", "12", "13", "14"], code => Assert.Matches($@"(?m)^\s+{code}\s", help));
    }

    [Fact]
    public void The_last_of_repeated_options_counts()
    {
        using TemporaryFolder folder = TestInputs.Folder();
        RunOutcome run = Executable.Run(
            folder.Path, "--", "estimate");
        Assert.Equal(2, run.ExitCode);
        run = Executable.Run(
            folder.Path, "estimate", "--format", "json", "mission.yaml", "--format=summary", "--", "vehicle.yaml");
        Assert.StartsWith("FEASIBLE", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_versions_and_contracts_are_one_document()
    {
        using var folder = new TemporaryFolder();
        RunOutcome run = Executable.Run(folder.Path, "schema-versions");

        Assert.Equal(0, run.ExitCode);
        Golden.Matches("schema-versions.json", run.Text);
        Assert.Equal(run.StandardOutput, Executable.Run(folder.Path, "contracts").StandardOutput);
    }
}
