using BvlosSim.Cli.Tests.Running;

namespace BvlosSim.Cli.Tests;

/// <summary>The shipped examples, in every format, against golden outputs.</summary>
public class ExampleTests
{
    public static TheoryData<string, int> Examples => new()
    {
        { "multirotor-inspection", 10 },
        { "quadplane-corridor", 10 },
        { "downwind-delivery", 10 },
        { "full-evidence", 0 },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_gives_its_golden_outputs(string example, int exitCode)
    {
        string folder = Path.Combine(RepositoryFolder(), "examples", example);
        foreach ((string format, string suffix) in ((string, string)[])[
            ("json", "json"), ("markdown", "md"), ("summary", "txt"), ("checklist", "checklist.md"), ("profile", "profile.md"),
            ("ground-risk", "ground-risk.md"), ("geojson", "geojson"), ("kml", "kml")])
        {
            RunOutcome run = Executable.Run(folder, "estimate", "mission.yaml", "vehicle.yaml", "--format", format);
            Assert.Equal(exitCode, run.ExitCode);
            Golden.Matches($"examples/{example}.{suffix}", run.Text);
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_files_of_an_example_are_sound(string example, int exitCode)
    {
        string folder = Path.Combine(RepositoryFolder(), "examples", example);
        RunOutcome run = Executable.Run(folder, "estimate", "mission.yaml", "vehicle.yaml", "--validate-only");

        Assert.Equal(0, run.ExitCode);
        Assert.True(exitCode is 0 or 10);
        Assert.StartsWith("mission: mission.yaml: OK", run.Text, StringComparison.Ordinal);
    }

    internal static string RepositoryFolder([System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));
}
