using BvlosSim.Reliability.Counting;
using BvlosSim.Reliability.Running;

namespace BvlosSim.Reliability.RandomSignals;

/// <summary>Hundreds of runs that get a signal at a random moment, from the first instruction to after the end.</summary>
internal static class RandomSignalSuite
{
    // Past the earliest end, so that the last moments of a run, and slow runs, get their share.
    private const double Overrun = 1.2;

    private const string Header = "run | earlier file | cancelled: exit 14, nothing changed | exit 14, new file complete "
        + "| finished with its verdict | before the first statement | violations";

    private static readonly Signal[] Sent = [Signal.TERM, Signal.INT, Signal.HUP];

    public static void Run(Bench bench)
    {
        TimedJob[] jobs =
        [
            TimedJob.Measure(bench, "short", bench.Inputs.Short),
            TimedJob.OfLength(bench, "long", bench.Options.LongRun),
        ];
#pragma warning disable CA5394 // Moments, not secrets: the same seed must give the same run again.
        var random = new Random(bench.Options.Seed);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var latencies = jobs.ToDictionary(job => job.Name, _ => new Latencies());
        for (int number = 0; number < bench.Options.RandomSignals; number++)
        {
            TimedJob job = jobs[number % jobs.Length];
            bool hasEarlier = number / jobs.Length % 2 == 0;
            Signal signal = Sent[random.Next(Sent.Length)];
            TimeSpan moment = job.Duration * (random.NextDouble() * Overrun);
            SignalledRun run = SignalledRun.Execute(bench, job, hasEarlier, signal, moment);
            string surroundings = $"{(hasEarlier ? "existing" : "no")} file, number {number} of seed {bench.Options.Seed}";
            bench.Tally.Settle($"SIG{signal} after {moment.TotalMilliseconds:F2} ms of the {job.Name} run, {surroundings}", run.Problem);
            string row = $"{job.Name} | {(hasEarlier ? "yes" : "no")} | {run.Meeting}";
            counts[row] = counts.GetValueOrDefault(row) + 1;
            if (run.Latency is { } latency)
                latencies[job.Name].Add(latency);
        }
#pragma warning restore CA5394

        bench.Report.Heading("Signals at random moments");
        bench.Report.Paragraph(
            $"{bench.Options.RandomSignals} runs, each with one of SIGTERM, SIGINT, SIGHUP "
            + "at a random moment between the start and 1.2 times the shortest duration "
            + $"({string.Join(", ", jobs.Select(job => $"{job.Name} run {job.Duration.TotalMilliseconds:F0} ms"))}; seed {bench.Options.Seed}).");
        bench.Report.Table(Header, Rows(jobs, counts));
        bench.Report.Paragraph("From the signal to the end of the process, all runs that ended with 14:");
        bench.Report.Table("run | runs | median | worst | over 100 ms", jobs.Select(job => $"{job.Name} | {latencies[job.Name].Cells()}"));
    }

    private static IEnumerable<string> Rows(TimedJob[] jobs, SortedDictionary<string, int> counts)
    {
        Meeting[] columns = [Meeting.Cancelled, Meeting.CancelledAfterPublication, Meeting.Finished, Meeting.BeforeStart, Meeting.Violation];
        return from job in jobs
               from earlier in (string[])["yes", "no"]
               let cells = columns.Select(meeting => counts.GetValueOrDefault($"{job.Name} | {earlier} | {meeting}"))
               select $"{job.Name} | {earlier} | {string.Join(" | ", cells)}";
    }
}
