using BvlosSim.Reliability.FaultMatrix;
using BvlosSim.Reliability.Running;

namespace BvlosSim.Reliability.Situations;

/// <summary>A run whose output could not be written: exit 13, the error envelope, and everything as it was.</summary>
internal static class RefusedWrite
{
    /// <summary>Null if it was such a run.</summary>
    public static string? Problem(Outcome outcome, OutputFolder output)
    {
        if (output.Look([]) != Content.Earlier)
            return $"the destination is not as it was (exit {outcome.ExitCode})";
        if (output.Others() is { Count: > 0 } left)
            return $"left in the folder: {string.Join(", ", left)} (exit {outcome.ExitCode})";
        if (outcome.ExitCode != Promise.NotWritten)
            return $"exit {outcome.ExitCode} where 13 was right: {outcome.Error}";
        return new Observation(outcome, Content.Earlier, [], false, null).OutputProblem();
    }
}
