using BvlosSim.Reliability.Running;
using BvlosSim.Reliability.Tracing;

namespace BvlosSim.Reliability.Situations;

/// <summary>The flush of the file does not return, as on a disk that has died: no token ends that, only the watchdog can.</summary>
internal static class HungFlush
{
    private const int Repetitions = 4;

    private static readonly TimeSpan Hang = TimeSpan.FromMilliseconds(800);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public static void OneSignal(Situation situation)
    {
        situation.Expectation = "exit 14 by the watchdog, nothing changed";
        Run(situation, [TimeSpan.Zero]);
    }

    public static void TwoSignals(Situation situation)
    {
        situation.Expectation = "exit 14 at once, nothing changed";
        Run(situation, [TimeSpan.Zero, Pause]);
    }

    private static void Run(Situation situation, TimeSpan[] pauses)
    {
        for (int round = 0; round < Situation.Rounds; round++)
        {
            (OutputFolder output, HungCall hung) = Hung(situation, round, pauses);
            // A busy machine may stretch a run; one that was ended by the watchdog is late every time.
            for (int again = 0; again < Repetitions && pauses.Length > 1 && NotAtOnce(hung) is not null; again++)
                (output, hung) = Hung(situation, round, pauses);
            string? problem = hung.HasHung ? Situation.Untouched(output, hung.Outcome) : "harness: the flush did not hang";
            situation.Settle(hung.Outcome, hung.Latency, problem ?? (pauses.Length > 1 ? NotAtOnce(hung) : null));
        }
    }

    private static (OutputFolder Output, HungCall Hung) Hung(Situation situation, int round, TimeSpan[] pauses)
    {
        OutputFolder output = situation.Bench.NewOutput(hasEarlier: round % 2 == 0);
        return (
            output,
            HungCall.Run(situation.Bench, output.Path + ".trace", situation.Bench.Inputs.Short.To(output.Destination), "fsync", 1, Hang, pauses));
    }

    // The watchdog alone would let 50 ms pass; on a busy machine half a second is still proof of neither.
    private static string? NotAtOnce(HungCall hung) =>
        hung.Latency < TimeSpan.FromMilliseconds(45) || hung.Latency > TimeSpan.FromMilliseconds(100)
            ? null
            : $"the second signal came after {Pause.TotalMilliseconds} ms and the end after {hung.Latency?.TotalMilliseconds:F1} ms";
}
