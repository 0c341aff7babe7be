using System.Text;
using BvlosSim.AtomicFiles.Tests.Support;

namespace BvlosSim.AtomicFiles.Tests.Faults;

/// <summary>Every call of the write path fails once in every way: the earlier content, or all of the new one, and nothing else left.</summary>
public sealed class FaultMatrixTests
{
    [Fact]
    public void Every_call_of_every_scenario_fails_in_every_way_and_the_table_is_the_published_one()
    {
        if (OperatingSystem.IsWindows())
            return; // The calls that fail here are those of Linux and macOS.
        var all = new List<FaultRun>();
        var tables = new StringBuilder();
        foreach (FaultScenario scenario in FaultScenario.All)
        {
            IReadOnlyList<FaultRun> runs = FaultMatrix.RunsOf(scenario);
            HoldRules(scenario, runs);
            all.AddRange(runs);
            tables.Append(FaultMatrix.TableOf(scenario, runs));
        }

        Golden.Assert("fault-matrix.txt", "# All scenarios\n\n" + FaultMatrix.TotalsOf(all) + tables);
    }

    private static void HoldRules(FaultScenario scenario, IReadOnlyList<FaultRun> runs)
    {
        int publishing = runs.First(static run => IsPublication(run.Call)).CallNumber;
        int published = runs.Last(static run => IsPublication(run.Call)).CallNumber;
        foreach (FaultRun run in runs)
        {
            string where = $"{scenario.Name}, {run.Fault} at {run.CallNumber} ({run.Call}): {run.Ending}";
            bool before = run.CallNumber <= published;
            bool allowed = run.Fault switch
            {
                // No kernel reports an interruption after it took bytes. If one did, the size on the disk would tell.
                Fault.EintrLate when run.Call.StartsWith("Write", StringComparison.Ordinal) => run.Ending == Ending.Failed,
                Fault.Eintr or Fault.EintrLate => run.Ending == Ending.Written,
                Fault.Cancel => run.Ending == (run.CallNumber < publishing ? Ending.Cancelled : Ending.Written),
                Fault.Throw => run.Ending == (before ? Ending.Thrown : Ending.ThrownAfter),
                _ => run.Ending == Ending.Written || run.Ending == (before ? Ending.Failed : Ending.Warned),
            };
            Assert.True(allowed, where);
        }
    }

    private static bool IsPublication(string call) =>
        call.StartsWith("Rename", StringComparison.Ordinal) || call.StartsWith("Exchange", StringComparison.Ordinal) || call.StartsWith("Link", StringComparison.Ordinal);
}
