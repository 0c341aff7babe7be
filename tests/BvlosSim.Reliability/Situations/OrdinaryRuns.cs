using BvlosSim.Reliability.Inputs;
using BvlosSim.Reliability.Running;

namespace BvlosSim.Reliability.Situations;

/// <summary>Runs that nobody sends a signal, in surroundings that have one in store.</summary>
internal static class OrdinaryRuns
{
    // Without standard streams the first files that a program opens get their numbers, and its last words could go into one of them.
    public static void ClosedStreams(Situation situation)
    {
        foreach (string closed in (ReadOnlySpan<string>)["<&-", ">&-", "2>&-", "<&- >&-", "<&- 2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
            RunWith(situation, closed);
    }

    // What a human cannot be told is no reason to withhold the document.
    public static void FullErrorStream(Situation situation) => RunWith(situation, "2>/dev/full");

    private static void RunWith(Situation situation, string redirection)
    {
        situation.Expectation = "the verdict and the complete new file";
        Job job = situation.Bench.Inputs.ShortWithReason;
        OutputFolder output = situation.Bench.NewOutput(hasEarlier: true);
        using RunningProgram program = situation.Bench.StartByShell($"exec \"$0\" \"$@\" {redirection}", job.To(output.Destination));
        Outcome outcome = program.Wait();
        byte[] document = situation.Bench.DocumentOf(job);
        string seen = $"with {redirection}: exit {outcome.ExitCode}, destination {output.Look(document)}";
        situation.Settle(
            output.Others() is { Count: > 0 } left ? $"{seen}, left in the folder: {string.Join(", ", left)}"
            : outcome.ExitCode != Promise.Verdict || output.Look(document) != Content.New ? seen : null);
    }

    // The kernel sends a signal to whoever exceeds "ulimit -f", and only who handles it sees the write fail.
    public static void FileSizeLimit(Situation situation)
    {
        situation.Expectation = "exit 13, nothing changed";
        for (int round = 0; round < Situation.Rounds; round++)
        {
            OutputFolder output = situation.Bench.NewOutput(hasEarlier: true);
            using RunningProgram program = situation.Bench.StartByShell(
                "ulimit -f 64; exec \"$0\" \"$@\"",
                situation.Bench.Inputs.Large.To(output.Destination));
            situation.Settle(RefusedWrite.Problem(program.Wait(), output));
        }
    }
}
