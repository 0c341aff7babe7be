using System.Globalization;
using BvlosSim.Reliability.Inputs;
using BvlosSim.Reliability.Running;

namespace BvlosSim.Reliability.Situations;

/// <summary>Signals in the middle of a long computation.</summary>
internal static class LongComputations
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static void Quit(Situation situation)
    {
        situation.Expectation = "exit 14, nothing changed";
        Job job = situation.Bench.Inputs.Endless;
        for (int round = 0; round < Situation.Rounds; round++)
        {
            OutputFolder output = situation.Bench.NewOutput(hasEarlier: true);
            using RunningProgram program = situation.Bench.Start(job.To(output.Destination));
            WaitUntilReady(program, program.Id);
            TimeSpan latency = program.End(Signal.QUIT);
            Outcome outcome = program.Wait();
            situation.Settle(outcome, latency, Situation.Untouched(output, outcome));
        }
    }

    // The kernel does not let process 1 of a container die of a signal that it does not handle.
    public static void AsProcessOne(Situation situation)
    {
        situation.Expectation = "exit 14, nothing changed";
        string[] unshare = ["--fork", "--pid", "--mount-proc", .. User.IsSuperuser ? (string[])[] : ["--user", "--map-root-user"]];
        if (Tool.Run("unshare", [.. unshare, "true"]).ExitCode != 0)
        {
            situation.Bench.Tally.Skip("process 1 of a container: unshare is not permitted here");
            return;
        }

        Job job = situation.Bench.Inputs.Endless;
        for (int round = 0; round < Situation.Rounds; round++)
        {
            OutputFolder output = situation.Bench.NewOutput(hasEarlier: true);
            using var outside = RunningProgram.Start(
                "unshare", [.. unshare, situation.Bench.Options.Executable, .. job.To(output.Destination)], situation.Bench.Inputs.Folder);
            int inside = WaitForChild(outside);
            WaitUntilReady(outside, inside);
            long start = System.Diagnostics.Stopwatch.GetTimestamp();
            Signals.Send(inside, Signal.TERM);
            Outcome outcome = outside.Wait();
            situation.Settle(outcome, System.Diagnostics.Stopwatch.GetElapsedTime(start), Situation.Untouched(output, outcome));
        }
    }

    /// <summary>Waits until a process has its handlers, and then for as long as it takes to be in the middle of the computation.</summary>
    public static void WaitUntilReady(RunningProgram program, int process)
    {
        Poll(() => program.IsOver || Signals.AreCaughtBy(process));
        Thread.Sleep(100);
    }

    private static int WaitForChild(RunningProgram parent)
    {
        string child = "";
        Poll(() => parent.IsOver || (child = File.ReadAllText($"/proc/{parent.Id}/task/{parent.Id}/children").Trim()).Length > 0);
        return child.Length == 0 ? 0 : int.Parse(child, CultureInfo.InvariantCulture);
    }

    private static void Poll(Func<bool> isTrue)
    {
        DateTime end = DateTime.UtcNow + Patience;
        while (!isTrue() && DateTime.UtcNow < end)
            Thread.Sleep(1);
    }
}
