using BvlosSim.Reliability.Counting;
using BvlosSim.Reliability.Running;

namespace BvlosSim.Reliability.FaultMatrix;

/// <summary>Records what the program does to its output folder, then makes every one of these calls fail in every way.</summary>
internal static class FaultMatrixSuite
{
    public static void Run(Bench bench)
    {
        byte[] complete = bench.DocumentOf(bench.Inputs.ShortWithReason);
        var abandoned = AbandonedFile.Make(bench);
        var table = new MatrixTable();
        var latencies = new Latencies();
        var recordings = new List<string>();
        int injected = 0;
        int misses = 0;
        foreach (Scenario scenario in Scenario.All)
        {
            if (scenario.NeedsSuperuser && !User.IsSuperuser)
            {
                bench.Tally.Skip($"the scenario '{scenario.Name}' needs the superuser");
                continue;
            }

            IReadOnlyList<RecordedCall> calls = Record(bench, scenario, abandoned, complete);
            recordings.Add($"{scenario.Name} | {calls.Count(c => c.Stage != Stage.End)} | {calls.Count(c => c.Stage == Stage.End)}");
            List<(RecordedCall Call, Fault Fault)> runs = Runs(bench, scenario, calls);
            foreach (RecordedCall call in calls)
                table.AddOperation(call.Label);
            Parallel.ForEach(runs, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, run =>
            {
                var faultRun = new FaultRun(bench, scenario, abandoned, complete);
                Observation? seen = faultRun.Execute(run.Call, run.Fault);
                Interlocked.Add(ref misses, faultRun.Misses);
                if (seen is null)
                    return;
                Interlocked.Increment(ref injected);
                table.Count(run.Call.Label, run.Fault, seen.Summary);
                if (seen.Latency is { } latency && !run.Call.IsNaming)
                    latencies.Add(latency);
            });
        }

        bench.Report.Heading("Fault matrix");
        bench.Report.Table("scenario | calls that touch the output folder | last calls of the process", recordings);
        bench.Report.Paragraph(
            $"{injected} runs, each with one fault at one call, in all scenarios together; "
            + $"{misses} more did not get the fault at the intended call and were repeated. "
            + "*kept*: the destination is as it was, absent if it was absent. *new*: it has the complete new content. "
            + "*temp*: a temporary file was left, which the next run removed.");
        bench.Report.Table(MatrixTable.Header, table.Rows());
        bench.Report.Paragraph(
            "From SIGTERM to the end of the process while a call hangs, "
            + "calls that make, give or remove a name left out (these are waited for, half a second at most):");
        bench.Report.Table("runs | median | worst | over 100 ms", [latencies.Cells()]);
    }

    private static IReadOnlyList<RecordedCall> Record(Bench bench, Scenario scenario, AbandonedFile abandoned, byte[] complete)
    {
        (IReadOnlyList<RecordedCall> calls, IReadOnlyList<string> problems) =
            Recording.Of(bench, scenario, abandoned, complete);
        for (int held = problems.Count; held < Protocol.Rules; held++)
            bench.Tally.Pass();
        foreach (string problem in problems)
            bench.Tally.Fail($"[{scenario.Name}] order of the calls", problem);
        (IReadOnlyList<RecordedCall> again, _) = Recording.Of(bench, scenario, abandoned, complete);
        bench.Tally.Settle($"[{scenario.Name}] recording", calls.SequenceEqual(again) ? null : "harness: two runs do not make the same calls");
        return calls;
    }

    private static List<(RecordedCall Call, Fault Fault)> Runs(Bench bench, Scenario scenario, IReadOnlyList<RecordedCall> calls)
    {
        var runs = new List<(RecordedCall, Fault)>();
        foreach (RecordedCall call in calls)
        {
            foreach (Fault fault in Faults.All)
            {
                if (Faults.WhyNot(fault, call, scenario) is { } reason)
                    bench.Tally.Skip(reason);
                else
                    runs.Add((call, fault));
            }
        }

        return runs;
    }
}
