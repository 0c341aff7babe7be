using System.Diagnostics;

namespace BvlosSim.Reliability.Running;

/// <summary>Waiting that is exact to some microseconds.</summary>
internal static class Moment
{
    private static readonly TimeSpan SleepGrain = TimeSpan.FromMilliseconds(2);

    public static void Wait(TimeSpan duration)
    {
        long start = Stopwatch.GetTimestamp();
        if (duration > SleepGrain)
            Thread.Sleep(duration - SleepGrain);
        while (Stopwatch.GetElapsedTime(start) < duration)
            Thread.SpinWait(20);
    }
}
