using BvlosSim.Reliability.Running;

namespace BvlosSim.Reliability.RandomSignals;

/// <summary>How a run met its signal.</summary>
internal enum Meeting
{
    /// <summary>It was cancelled: exit 14, nothing changed.</summary>
    Cancelled,

    /// <summary>It ended with its verdict and a complete file, before or in spite of the signal.</summary>
    Finished,

    /// <summary>The file had its name already when the signal ended the process: exit 14 and the complete new file.</summary>
    CancelledAfterPublication,

    /// <summary>The kernel ended it before its first statement, 128 and the number of the signal; nothing was opened.</summary>
    BeforeStart,

    /// <summary>It broke the promise.</summary>
    Violation,
}

/// <summary>One run that gets one signal at one moment.</summary>
/// <param name="Meeting">How that went.</param>
/// <param name="Problem">What is wrong, if anything is.</param>
/// <param name="Latency">From the signal to the end, of a cancelled run.</param>
internal sealed record SignalledRun(Meeting Meeting, string? Problem, TimeSpan? Latency)
{
    /// <summary>Starts a job, waits, sends the signal, and looks at what is left.</summary>
    public static SignalledRun Execute(Bench bench, TimedJob job, bool hasEarlier, Signal signal, TimeSpan moment)
    {
        OutputFolder output = bench.NewOutput(hasEarlier);
        using RunningProgram program = bench.Start(job.Job.To(output.Destination));
        Moment.Wait(moment);
        bool wasOver = program.IsOver;
        bool wasReady = !wasOver && Signals.AreCaughtBy(program.Id);
        TimeSpan? latency = wasOver ? null : program.End(signal);
        Outcome outcome = program.Wait();
        SignalledRun run = Judge(outcome, output, job.Document, signal, wasReady, latency);
        Bench.Remove(output);
        return run;
    }

    private static SignalledRun Judge(
        Outcome outcome,
        OutputFolder output,
        byte[] document,
        Signal signal,
        bool wasReady,
        TimeSpan? latency)
    {
        Content content = output.Look(document);
        string seen = $"exit {outcome.ExitCode}, destination {content}, {(wasReady ? "ready for signals" : "not ready for signals")}";
        if (output.Others() is { Count: > 0 } litter)
            return Violation($"left in the folder: {string.Join(", ", litter)} ({seen})");
        if (outcome.Output.Length > 0)
            return Violation($"{outcome.Output.Length} bytes on standard output ({seen})");
        return (outcome.ExitCode, content) switch
        {
            (Promise.Cancelled, Content.Earlier) => Timed(Meeting.Cancelled, latency),
            (Promise.Cancelled, Content.New) => Timed(Meeting.CancelledAfterPublication, latency),
            (Promise.Verdict, Content.New) => new SignalledRun(Meeting.Finished, null, null),
            (var code, Content.Earlier) when code == Promise.KilledBySignal + (int)signal && !wasReady =>
                new SignalledRun(Meeting.BeforeStart, null, null),
            _ => Violation($"{seen}: {outcome.Error}"),
        };
    }

    private static SignalledRun Timed(Meeting meeting, TimeSpan? latency) => latency > Promise.LongestLatency
        ? Violation($"the end came {latency.Value.TotalMilliseconds:F0} ms after the signal")
        : new SignalledRun(meeting, null, latency);

    private static SignalledRun Violation(string problem) => new(Meeting.Violation, problem, null);
}
