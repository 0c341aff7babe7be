using BvlosSim.Reliability.Running;

namespace BvlosSim.Reliability.Situations;

/// <summary>
/// The document goes to somebody who does not read it. What is not a file is streamed to, and nothing atomic is promised for it.
/// </summary>
internal static class BlockedReaders
{
    private static readonly TimeSpan UntilBlocked = TimeSpan.FromMilliseconds(400);

    public static void FifoWithoutReader(Situation situation)
    {
        situation.Expectation = "exit 14, the FIFO is still one";
        Fifo(situation, isOpen: false);
    }

    public static void FullFifo(Situation situation)
    {
        situation.Expectation = "exit 14, the FIFO is still one";
        Fifo(situation, isOpen: true);
    }

    public static void FullPipe(Situation situation)
    {
        situation.Expectation = "exit 14; what the reader has got by then is the beginning of the document";
        byte[] document = situation.Bench.DocumentOf(situation.Bench.Inputs.Large);
        for (int round = 0; round < Situation.Rounds; round++)
        {
            using RunningProgram program = situation.Bench.Start(situation.Bench.Inputs.Large.Arguments, readsOutput: false);
            bool isBlocked = !program.Ends(UntilBlocked);
            TimeSpan latency = program.End(Signal.TERM);
            Outcome outcome = program.Wait();
            bool isPrefix = outcome.Output.Length < document.Length && document.AsSpan().StartsWith(outcome.Output);
            string? problem = !isBlocked ? "harness: the pipe took it all" : isPrefix ? null : "the output is no beginning of the document";
            situation.Settle(outcome, latency, problem);
        }
    }

    private static void Fifo(Situation situation, bool isOpen)
    {
        for (int round = 0; round < Situation.Rounds; round++)
        {
            OutputFolder output = situation.Bench.NewOutput(hasEarlier: false);
            Tool.Run("mkfifo", output.Destination);

            // For reading and writing, which does not wait for the other side.
            using FileStream? reader = isOpen
                ? new FileStream(output.Destination, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite)
                : null;
            using RunningProgram program = situation.Bench.Start(situation.Bench.Inputs.Large.To(output.Destination));
            bool isBlocked = !program.Ends(UntilBlocked);
            TimeSpan latency = program.End(Signal.TERM);
            Outcome outcome = program.Wait();
            situation.Settle(outcome, latency, isBlocked ? Problem(output, outcome) : "harness: the FIFO took it all");
        }
    }

    private static string? Problem(OutputFolder output, Outcome outcome)
    {
        if (Tool.Run("/usr/bin/test", "-p", output.Destination).ExitCode != 0)
            return "the FIFO is none any more";
        if (output.Others() is { Count: > 0 } left)
            return $"left in the folder: {string.Join(", ", left)}";
        return outcome.Output.Length == 0 ? null : $"{outcome.Output.Length} bytes on standard output";
    }
}
