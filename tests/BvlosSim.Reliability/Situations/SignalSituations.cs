using BvlosSim.Reliability.Counting;
using BvlosSim.Reliability.Running;

namespace BvlosSim.Reliability.Situations;

/// <summary>Signals in the situations that random moments do not meet.</summary>
internal static class SignalSituations
{
    public static void Run(Bench bench)
    {
        var rows = new List<string>();
        foreach ((string name, Action<Situation> run) in (IEnumerable<(string, Action<Situation>)>)
        [
            ("a flush hangs: SIGTERM", HungFlush.OneSignal),
            ("a flush hangs: SIGTERM twice, 5 ms apart", HungFlush.TwoSignals),
            ("a long computation: SIGQUIT", LongComputations.Quit),
            ("a long computation as process 1 of a container: SIGTERM", LongComputations.AsProcessOne),
            ("a FIFO without a reader as destination: SIGTERM", BlockedReaders.FifoWithoutReader),
            ("a FIFO that nobody empties as destination: SIGTERM", BlockedReaders.FullFifo),
            ("a pipe that nobody empties as standard output: SIGTERM", BlockedReaders.FullPipe),
            ("SIGHUP ignored by the parent (nohup): SIGHUP, then SIGTERM", IgnoredSignals.HangUp),
            ("SIGINT ignored by the parent (background job): SIGINT, then SIGTERM", IgnoredSignals.Interrupt),
            ("started with one, two or all standard streams closed", OrdinaryRuns.ClosedStreams),
            ("standard error is full", OrdinaryRuns.FullErrorStream),
            ("the file is larger than the user may write (SIGXFSZ)", OrdinaryRuns.FileSizeLimit),
        ])
        {
            var situation = new Situation(bench, name);
            run(situation);
            rows.Add($"{name} | {situation.Expectation} | {situation.Held} of {situation.Held + situation.Broken} | {situation.Latencies.Cells()}");
        }

        bench.Report.Heading("Signals in special situations");
        bench.Report.Table("situation | expected | held | timed | median | worst | over 100 ms", rows);
    }
}

/// <summary>One situation, tried some times.</summary>
internal sealed class Situation
{
    public const int Rounds = 5;

    private readonly string _name;

    public Situation(Bench bench, string name)
    {
        Bench = bench;
        _name = name;
    }

    public Bench Bench { get; }

    public Latencies Latencies { get; } = new();

    public string Expectation { get; set; } = "";

    public int Held { get; private set; }

    public int Broken { get; private set; }

    /// <summary>Counts one round.</summary>
    public void Settle(string? problem)
    {
        if (Bench.Tally.Settle(_name, problem))
            Held++;
        else
            Broken++;
    }

    /// <summary>Counts one round that was ended by a signal: exit 14, and the time.</summary>
    public void Settle(Outcome outcome, TimeSpan? latency, string? otherProblem)
    {
        if (latency is { } time)
            Latencies.Add(time);
        string? problem = outcome.ExitCode != Promise.Cancelled
            ? $"exit {outcome.ExitCode} where 14 was right: {outcome.Error}"
            : latency > Promise.LongestLatency ? $"the end came {latency.Value.TotalMilliseconds:F0} ms after the signal" : otherProblem;
        Settle(problem);
    }

    /// <summary>Null if a cancelled run has left its folder as it was and has said nothing on standard output.</summary>
    public static string? Untouched(OutputFolder output, Outcome outcome)
    {
        if (output.Look([]) != Content.Earlier)
            return "the destination is not as it was";
        if (output.Others() is { Count: > 0 } left)
            return $"left in the folder: {string.Join(", ", left)}";
        return outcome.Output.Length == 0 ? null : $"{outcome.Output.Length} bytes on standard output";
    }
}
