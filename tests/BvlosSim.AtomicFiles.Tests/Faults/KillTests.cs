using System.Diagnostics;
using BvlosSim.AtomicFiles.Tests.Support;

namespace BvlosSim.AtomicFiles.Tests.Faults;

/// <summary>A killed run leaves the earlier content or all of the new one, and the next run removes what else it left.</summary>
public sealed class KillTests
{
    [Fact]
    public void A_kill_before_any_call_leaves_old_or_new_and_the_next_run_leaves_no_litter()
    {
        if (OperatingSystem.IsWindows())
            return; // The calls that fail here are those of Linux and macOS.
        int withLitter = 0;
        foreach (FaultScenario scenario in FaultScenario.All)
        {
            int calls = FaultMatrix.CallsOf(scenario).Count;
            for (int number = 0; number < calls; number++)
                withLitter += KillAt(scenario, number) ? 1 : 0;
        }

        // Else the test would say nothing about reclaiming.
        Assert.True(withLitter > 100, $"only {withLitter} kills left a temporary name");
    }

    [Fact]
    public void A_process_killed_while_it_writes_leaves_a_whole_file()
    {
        if (!OperatingSystem.IsLinux())
            return; // Starts itself again with the Linux layout of the runtime.
        using var folder = new TemporaryFolder();
        string path = folder.At("result");
        for (int round = 0; round < 10; round++)
        {
            using Process process = Child.StartAndWaitUntilReady("write-again-and-again", path, "a", "b");
            new ManualResetEventSlim().Wait(5 + (7 * round));
            Child.Kill(process);
            byte[] content = File.ReadAllBytes(path);
            Assert.True(
                content.AsSpan().SequenceEqual(Program.Content("a")) || content.AsSpan().SequenceEqual(Program.Content("b")),
                "neither of the two contents is there");
            Assert.True(folder.Litter.Count <= 1, "more is left than one run can leave: the next one did not reclaim");
        }

        TestOutput.Write(OutputContext.SystemCalls(), path, "last");
        Assert.Equal("last", File.ReadAllText(path));
        Assert.Empty(folder.Litter);
    }

    private static bool KillAt(FaultScenario scenario, int number)
    {
        using var folder = new TemporaryFolder();
        scenario.Arrange(folder.Path);
        string earlier = FaultScenario.Observe(folder.Path);
        var files = new FaultyFileOperations { FaultAt = number, Fault = Fault.Kill, LongestWrite = 16 };
        scenario.Prepare(files);
        string where = $"{scenario.Name}, killed before call {number}";
        Assert.Throws<InjectedException>(() => scenario.Act(TestOutput.ContextOf(files), folder.Path, CancellationToken.None));
        files.CloseEverything();

        string after = FaultScenario.Observe(folder.Path);
        Assert.True(after == earlier || after == FaultMatrix.NewStateOf(scenario), $"{where}: what is there is: {after}");
        bool litter = folder.Litter.Count > 0;

        var next = new FaultyFileOperations();
        scenario.Prepare(next);
        RunAgain(scenario, next, folder.Path, after != earlier);
        Assert.True(FaultScenario.Observe(folder.Path) == FaultMatrix.NewStateOf(scenario), $"{where}: the next run did not write");
        Assert.True(folder.Litter.Count == 0, $"{where}: the next run left: {string.Join(", ", folder.Litter)}");
        return litter;
    }

    private static void RunAgain(FaultScenario scenario, FaultyFileOperations files, string folder, bool isThere)
    {
        try
        {
            scenario.Act(TestOutput.ContextOf(files), folder, CancellationToken.None);
        }
        catch (AtomicWriteException failure) when (failure.Reason == AtomicWriteFailure.DestinationExists)
        {
            // A no-clobber run after one that was killed when its result was there already.
            Assert.True(isThere, failure.Message);
        }
    }
}
