using System.Diagnostics;
using BvlosSim.Reliability.Inputs;
using BvlosSim.Reliability.Running;

namespace BvlosSim.Reliability.RandomSignals;

/// <summary>A computation, its document, and how long the program takes from its start to its end when nothing gets in its way.</summary>
internal sealed record TimedJob(string Name, Job Job, byte[] Document, TimeSpan Duration)
{
    private const int Samples = 7;

    public static TimedJob Measure(Bench bench, string name, Job job) =>
        new(name, job, bench.DocumentOf(job), DurationOf(bench, job, Samples));

    /// <summary>A computation that takes about as long as asked for on this machine.</summary>
    public static TimedJob OfLength(Bench bench, string name, TimeSpan length)
    {
        const double FirstPieceM = 0.4;
        TimeSpan first = DurationOf(bench, bench.Inputs.Long(FirstPieceM), 1);
        TimeSpan start = DurationOf(bench, bench.Inputs.Short, Samples);
        double factor = (length - start) / (first - start);
        return Measure(bench, name, bench.Inputs.Long(Math.Round(FirstPieceM / Math.Max(0.01, factor), 9)));
    }

    private static TimeSpan DurationOf(Bench bench, Job job, int samples)
    {
        var times = new List<TimeSpan>();
        for (int sample = 0; sample < samples; sample++)
        {
            OutputFolder output = bench.NewOutput(hasEarlier: false);
            using RunningProgram program = bench.Start(job.To(output.Destination));
            long start = Stopwatch.GetTimestamp();
            program.Wait();
            times.Add(Stopwatch.GetElapsedTime(start));
            Bench.Remove(output);
        }

        return times.Min();
    }
}
