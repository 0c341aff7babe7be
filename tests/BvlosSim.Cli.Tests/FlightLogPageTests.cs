using System.Collections.Immutable;
using BvlosSim.Cli.Tests.Running;

namespace BvlosSim.Cli.Tests;

/// <summary>The commands of <c>docs/FLIGHT_LOGS.md</c> do what the page shows.</summary>
public class FlightLogPageTests
{
    [Fact]
    public void The_commands_of_the_page_give_what_it_shows()
    {
        // The page is for a POSIX shell.
        if (OperatingSystem.IsWindows())
            return;
        string repository = ExampleTests.RepositoryFolder();
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.File("bvlos-sim"), Executable.Path);
        Directory.CreateSymbolicLink(folder.File("examples"), Path.Combine(repository, "examples"));

        ImmutableArray<PageCommands> blocks = PageCommands.Of(Path.Combine(repository, "docs", "FLIGHT_LOGS.md"));
        Assert.True(blocks.Length >= 10);
        foreach (PageCommands block in blocks)
        {
            string? problem = block.Run(folder.Path);
            Assert.True(problem is null, problem);
        }
    }
}
