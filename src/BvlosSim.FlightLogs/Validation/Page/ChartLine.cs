using System.Collections.Immutable;

namespace BvlosSim.FlightLogs.Validation.Page;

/// <summary>A line of a chart: runs of points, broken where the value is not known and where records are missing.</summary>
/// <param name="Runs">The runs, each of at least one point; minutes and values.</param>
/// <param name="OmittedCount">How many values no drawing can show.</param>
internal sealed record ChartLine(ImmutableArray<ImmutableArray<(double Min, double Value)>> Runs, int OmittedCount)
{
    /// <summary>A drawing of 700 units shows no more; of each stretch the least and the greatest value are kept.</summary>
    private const int Buckets = 500;

    /// <summary>Beyond every altitude, speed and percentage; it would flatten the rest of the line.</summary>
    private const double GreatestValue = 1e6;

    /// <summary>Whether there is anything to draw.</summary>
    public bool IsEmpty => Runs.IsEmpty;

    /// <summary>All values that are drawn.</summary>
    public IEnumerable<double> Values => Runs.SelectMany(r => r).Select(p => p.Value);

    /// <summary>Makes a line.</summary>
    /// <param name="points">Seconds in order, and the values there; null = not known.</param>
    /// <param name="longestStepS">The longest step that a line is drawn over, seconds.</param>
    public static ChartLine Of(IEnumerable<(double TimeS, double? Value)> points, double longestStepS = double.PositiveInfinity)
    {
        ImmutableArray<ImmutableArray<(double, double)>>.Builder runs = ImmutableArray.CreateBuilder<ImmutableArray<(double, double)>>();
        List<(double Min, double Value)> run = [];
        (double TimeS, double? Value)[] all = [.. points];
        double bucketMin = all.Length == 0 ? 0.0 : all[^1].TimeS / 60.0 / Buckets;
        int omitted = 0;
        double beforeS = 0.0;
        foreach ((double timeS, double? value) in all)
        {
            if (timeS - beforeS > longestStepS)
                End();
            beforeS = timeS;
            if (value is { } known && Math.Abs(known) <= GreatestValue)
            {
                run.Add((timeS / 60.0, known));
                continue;
            }

            omitted += value is null ? 0 : 1;
            End();
        }

        End();
        return new ChartLine(runs.DrainToImmutable(), omitted);

        void End()
        {
            if (run.Count > 0)
                runs.Add(Thin(run, bucketMin));
            run.Clear();
        }
    }

    private static ImmutableArray<(double Min, double Value)> Thin(List<(double Min, double Value)> run, double bucketMin)
    {
        if (run.Count <= 4 || bucketMin <= 0.0)
            return [.. run];
        ImmutableArray<(double, double)>.Builder kept = ImmutableArray.CreateBuilder<(double, double)>();
        kept.Add(run[0]);
        foreach (IGrouping<double, int> bucket in Enumerable.Range(1, run.Count - 2).GroupBy(i => Math.Floor(run[i].Min / bucketMin)))
        {
            // By index, not by time: a step has two values at one time.
            int least = bucket.MinBy(i => run[i].Value);
            int greatest = bucket.MaxBy(i => run[i].Value);
            kept.Add(run[Math.Min(least, greatest)]);
            if (least != greatest)
                kept.Add(run[Math.Max(least, greatest)]);
        }

        kept.Add(run[^1]);
        return kept.DrainToImmutable();
    }
}
