using BvlosSim.Reliability.Inputs;
using BvlosSim.Reliability.Running;

namespace BvlosSim.Reliability.Situations;

/// <summary>What the parent had ignored when it started the program stays ignored; everything else is heard.</summary>
internal static class IgnoredSignals
{
    private static readonly TimeSpan UntilSure = TimeSpan.FromMilliseconds(300);

    public static void HangUp(Situation situation) => Run(situation, Signal.HUP);

    public static void Interrupt(Situation situation) => Run(situation, Signal.INT);

    private static void Run(Situation situation, Signal ignored)
    {
        situation.Expectation = $"SIG{ignored} changes nothing; SIGTERM: exit 14, nothing changed";
        Job job = situation.Bench.Inputs.Endless;
        for (int round = 0; round < Situation.Rounds; round++)
        {
            OutputFolder output = situation.Bench.NewOutput(hasEarlier: true);
            using RunningProgram program = situation.Bench.StartByShell(
                $"trap '' {ignored}; exec \"$0\" \"$@\"",
                job.To(output.Destination));
            Thread.Sleep(UntilSure);
            program.Send(ignored);
            bool hasEnded = program.Ends(UntilSure);
            TimeSpan latency = program.End(Signal.TERM);
            Outcome outcome = program.Wait();
            situation.Settle(outcome, latency, hasEnded ? $"SIG{ignored} has ended the run" : Situation.Untouched(output, outcome));
        }
    }
}
