using System.Diagnostics;

namespace BvlosSim.Scale.Measuring;

/// <summary>What one stage of a run took.</summary>
/// <param name="Name">What was done.</param>
/// <param name="WallMs">Time on the clock, milliseconds.</param>
/// <param name="CpuMs">Time of all processors, milliseconds.</param>
/// <param name="PeakMb">Most memory that the process has held so far, megabytes of 10⁶ bytes.</param>
/// <param name="Note">What came out of it.</param>
internal sealed record Stage(string Name, double WallMs, double CpuMs, double PeakMb, string Note)
{
    /// <summary>Does something and measures it.</summary>
    public static (Stage Stage, T Value) Of<T>(string name, Func<T> work, Func<T, string> note)
    {
        double cpuMs = CpuMsSoFar();
        long start = Stopwatch.GetTimestamp();
        T value = work();
        double wallMs = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        double usedMs = CpuMsSoFar() - cpuMs;
        using Process self = Process.GetCurrentProcess();
        return (new Stage(name, wallMs, usedMs, self.PeakWorkingSet64 / 1e6, note(value)), value);
    }

    private static double CpuMsSoFar() => System.Environment.CpuUsage.TotalTime.TotalMilliseconds;
}
