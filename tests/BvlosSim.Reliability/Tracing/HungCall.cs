using BvlosSim.Reliability.Running;

namespace BvlosSim.Reliability.Tracing;

/// <summary>A run that hangs in one call, as in a flush to a dead disk, and gets signals meanwhile.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Trace">What it did.</param>
/// <param name="HasHung">Whether the call was reached and the signal sent while it hung.</param>
/// <param name="Latency">From the first signal to the moment at which the program asked for its end; null if it did not end by it.</param>
internal sealed record HungCall(Outcome Outcome, Trace Trace, bool HasHung, TimeSpan? Latency)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Starts the program, waits until it hangs in the call, and sends the signals.</summary>
    /// <remarks>
    /// The end is the <c>exit_group</c> call in the trace and not the end of strace: strace holds the hung thread of a process that has
    /// ended for the rest of the delay.
    /// </remarks>
    /// <param name="bench">Where the program is.</param>
    /// <param name="trace">Where the trace goes.</param>
    /// <param name="arguments">Of the program.</param>
    /// <param name="call">Name of the call.</param>
    /// <param name="ordinal">Its ordinal in the main thread.</param>
    /// <param name="delay">For how long it hangs.</param>
    /// <param name="pauses">One signal for each, sent after this time: the first one's is zero.</param>
    /// <param name="injections">Other faults.</param>
    public static HungCall Run(
        Bench bench,
        string trace,
        IEnumerable<string> arguments,
        string call,
        int ordinal,
        TimeSpan delay,
        IEnumerable<TimeSpan> pauses,
        params IEnumerable<string> injections)
    {
        string hang = $"{call}:delay_enter={(long)delay.TotalMicroseconds}:when={ordinal}";
        using RunningProgram program = Strace.Start(bench, trace, arguments, [hang, .. injections]);
        int process = WaitUntilHung(program, trace, call, ordinal);
        double sent = Now();
        foreach (TimeSpan pause in process == 0 ? [] : pauses)
        {
            Thread.Sleep(pause);
            Signals.Send(process, Signal.TERM);
        }

        Outcome outcome = program.Wait();
        Trace read = Trace.Read(trace);
        double? end = read.TimeOfExit(Promise.Cancelled);
        return new HungCall(outcome, read, process != 0, end is null ? null : TimeSpan.FromSeconds(end.Value - sent));
    }

    private static int WaitUntilHung(RunningProgram program, string trace, string call, int ordinal)
    {
        DateTime end = DateTime.UtcNow + Patience;
        while (DateTime.UtcNow < end && !program.IsOver)
        {
            // Strace writes the beginning of a line before the delay.
            Trace read = Trace.Read(trace);
            if (read.MainCalls.Count > 0 && read.MainCalls[^1] is { Result: null } last && last.Name == call && last.Ordinal == ordinal)
                return read.MainThread;
            Thread.Sleep(1);
        }

        return 0;
    }

    private static double Now() => (DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds;
}
