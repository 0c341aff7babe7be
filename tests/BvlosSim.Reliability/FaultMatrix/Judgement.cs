using BvlosSim.Reliability.Running;

namespace BvlosSim.Reliability.FaultMatrix;

/// <summary>What a fault at a call may lead to, and nothing else.</summary>
internal static class Judgement
{
    /// <summary>Null if the run kept the promise, else how it did not.</summary>
    public static string? Of(RecordedCall call, Fault fault, Observation seen)
    {
        if (seen.Content == Content.Broken)
            return "the destination has neither the earlier content nor the complete new one";
        if (seen.Others.FirstOrDefault(n => !OutputFolder.IsTemporary(n)) is { } stranger)
            return $"'{stranger}' is left, which the next run will not recognise";
        if (seen.Others.Count > MostLeft(call, fault))
            return $"left in the folder: {string.Join(", ", seen.Others)}";
        if (seen.AbandonedIsLeft && seen.ExitCode == Promise.Verdict && !call.IsReclaiming)
            return "the temporary file of the killed run before is still there";
        return seen.OutputProblem() ?? EndProblem(call, fault, seen);
    }

    // A killed process cleans up nothing, and a call that hangs while it gives or removes a name must not be overtaken by a clean-up.
    private static int MostLeft(RecordedCall call, Fault fault) => fault switch
    {
        Fault.Kill => call.Stage is Stage.Before || call.IsNaming ? 1 : 0,
        Fault.HangAndTerm => call.IsNaming ? 1 : 0,
        _ => 0,
    };

    private static string? EndProblem(RecordedCall call, Fault fault, Observation seen)
    {
        bool isOver = call.Stage is Stage.After or Stage.End;
        return fault switch
        {
            Fault.Kill => Require(seen, Promise.KilledBySignal + (int)Signal.KILL, isOver ? Content.New : Content.Earlier),
            Fault.Term => TermProblem(isOver, seen),
            Fault.HangAndTerm => Require(seen, Promise.Cancelled, isOver ? Content.New : Content.Earlier) ?? LatencyProblem(call, seen),
            Fault.Interrupted => Require(seen, Promise.Verdict, Content.New),
            Fault.LostByte => Require(seen, Promise.NotWritten, Content.Earlier),
            _ => ErrorProblem(call, seen),
        };
    }

    // The signal reaches the program's token some microseconds later, on another thread: the run may win the race.
    private static string? TermProblem(bool isOver, Observation seen) => (seen.ExitCode, seen.Content) switch
    {
        (Promise.Cancelled, Content.Earlier) => isOver ? "the new file is gone" : null,
        (Promise.Verdict or Promise.Cancelled, Content.New) => null,
        _ => $"{seen.Summary} where 'kept, exit 14' or a complete new file with the verdict's code was right: {seen.Outcome.Error}",
    };

    private static string? ErrorProblem(RecordedCall call, Observation seen)
    {
        if (!call.IsDispensable)
            return Require(seen, Promise.NotWritten, Content.Earlier);
        if (call.IsFolderFlush && !seen.Outcome.Error.Contains("warning:", StringComparison.Ordinal))
            return "no warning on standard error that the folder was not flushed";
        return Require(seen, Promise.Verdict, Content.New);
    }

    private static string? LatencyProblem(RecordedCall call, Observation seen)
    {
        TimeSpan bound = call.IsNaming ? Promise.LongestLatency + Promise.NamePatience : Promise.LongestLatency;
        return seen.Latency is { } latency && latency <= bound
            ? null
            : $"the end came {seen.Latency?.TotalMilliseconds ?? double.NaN:F0} ms after the signal";
    }

    private static string? Require(Observation seen, int exitCode, Content content)
    {
        if (seen.ExitCode == exitCode && seen.Content == content)
            return null;
        string right = $"{(content == Content.New ? "new" : "kept")}, exit {exitCode}";
        return $"{seen.Summary} where '{right}' was right: {seen.Outcome.Error}";
    }
}
