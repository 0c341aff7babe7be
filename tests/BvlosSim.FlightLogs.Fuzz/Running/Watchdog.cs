namespace BvlosSim.FlightLogs.Fuzz.Running;

/// <summary>
/// Ends the process when a log takes too long: one that never ends could not be reported otherwise. The time is processor time of the
/// whole process, so a busy machine does no harm.
/// </summary>
/// <param name="workers">Who is watched.</param>
/// <param name="findings">Where it is reported.</param>
internal sealed class Watchdog(Worker[] workers, Findings findings)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly (long Index, double SinceS)[] _seen = new (long, double)[workers.Length];

    /// <summary>Looks on until all is over.</summary>
    /// <param name="isOver">Set at the end.</param>
    public void Run(WaitHandle isOver)
    {
        while (!isOver.WaitOne(Interval))
        {
            double nowS = System.Environment.CpuUsage.TotalTime.TotalSeconds / workers.Length;
            for (int i = 0; i < workers.Length; i++)
                Look(i, nowS);
        }
    }

    private void Look(int worker, double nowS)
    {
        (long index, int bytes) = workers[worker].Current;
        if (index < 0 || index != _seen[worker].Index)
            _seen[worker] = (index, nowS);
        else if (nowS - _seen[worker].SinceS > Limits.ProcessorSeconds(bytes))
        {
            findings.Add($"index {index}", $"more than {Limits.ProcessorSeconds(bytes):F1} s for a log of {bytes} bytes", log: null);
            System.Environment.Exit(1);
        }
    }
}
