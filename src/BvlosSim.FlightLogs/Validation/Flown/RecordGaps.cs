using System.Collections.Immutable;
using BvlosSim.FlightLogs.Calibration.Regression;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Validation.Flown;

/// <summary>A stretch of a flight without a record.</summary>
/// <param name="FromS">Time of the record before it, seconds since the start of the flight.</param>
/// <param name="ToS">Time of the record after it.</param>
public readonly record struct RecordGap(double FromS, double ToS)
{
    /// <summary>How long it is, seconds.</summary>
    public double DurationS => ToS - FromS;
}

/// <summary>
/// The gaps of a flight: steps between records of more than 5 s and of more than five times the usual step. What happened in them is not
/// known.
/// </summary>
/// <param name="Gaps">The gaps in order.</param>
/// <param name="LongestStepS">The longest step that is none, seconds.</param>
public sealed record RecordGaps(ImmutableArray<RecordGap> Gaps, double LongestStepS)
{
    private const double LeastS = 5.0;
    private const double UsualSteps = 5.0;

    /// <summary>All of them together, seconds.</summary>
    public double TotalS => Gaps.Sum(g => g.DurationS);

    /// <summary>Finds the gaps.</summary>
    /// <param name="records">The records of a flight, at least one.</param>
    internal static RecordGaps Of(ImmutableArray<TraceRecord> records)
    {
        double[] stepsS = [.. Enumerable.Range(1, records.Length - 1).Select(i => records[i].TimeS - records[i - 1].TimeS)];
        double longestS = stepsS.Length == 0 ? LeastS : Math.Max(LeastS, UsualSteps * Median.Of(stepsS));
        double startS = records[0].TimeS;
        return new RecordGaps(
            [.. Enumerable.Range(1, stepsS.Length).Where(i => stepsS[i - 1] > longestS).Select(i => new RecordGap(records[i - 1].TimeS - startS, records[i].TimeS - startS))],
            longestS);
    }

    /// <summary>Whether a time lies in a gap; the records at its ends do not.</summary>
    /// <param name="timeS">Seconds since the start of the flight.</param>
    internal bool Hold(double timeS)
    {
        foreach (RecordGap gap in Gaps)
        {
            if (timeS <= gap.FromS)
                return false;
            if (timeS < gap.ToS)
                return true;
        }

        return false;
    }
}
