namespace BvlosSim.Reliability;

/// <summary>The numbers of the promise that is put to the test.</summary>
internal static class Promise
{
    public const int Verdict = 10; // Of every input used here: NO-GO, since nothing but energy is evaluated.
    public const int NameTaken = 11;
    public const int NotWritten = 13;
    public const int Cancelled = 14;
    public const int KilledBySignal = 128; // What a shell adds to the number of the signal.

    /// <summary>From a signal to the end of the process on a machine that has nothing else to do. Reported, not enforced.</summary>
    public static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(100);

    /// <summary>Beyond this even a busy machine is no excuse.</summary>
    public static readonly TimeSpan LongestLatency = TimeSpan.FromMilliseconds(1000);

    /// <summary>How long the clean-up waits for a call that is making, renaming or removing a name, on top of everything else.</summary>
    public static readonly TimeSpan NamePatience = TimeSpan.FromMilliseconds(500);
}
