using System.Collections.Immutable;
using BvlosSim.FlightLogs.Calibration.Regression;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>
/// Which battery readings of a trace are old. A record carries the latest reading on for up to half a minute; measured voltage and current
/// are never both the same for long, so where they are, nothing was measured. Nor is a current that stays the same while the voltage lives on.
/// </summary>
internal sealed class HeldReadings
{
    private HeldReadings(bool[] isHeld, double stuckS, double? intervalS, bool isTooCoarse)
    {
        IsHeld = isHeld;
        StuckS = stuckS;
        IntervalS = intervalS;
        IsTooCoarse = isTooCoarse;
    }

    /// <summary>Tells for each record whether its reading is one of long ago.</summary>
    public bool[] IsHeld { get; }

    /// <summary>Time over which the current alone was stuck, s.</summary>
    public double StuckS { get; }

    /// <summary>Median time between two new readings, s; null = too few to say.</summary>
    public double? IntervalS { get; }

    /// <summary>Whether the readings as a whole are too far apart to be of use, although there are records enough.</summary>
    public bool IsTooCoarse { get; }

    /// <summary>Looks at a trace.</summary>
    public static HeldReadings Of(ImmutableArray<TraceRecord> records)
    {
        double? intervalS = IntervalOf(records);
        bool isTooCoarse = intervalS > EnergyLimits.MaxHeldS && StepOf(records) <= EnergyLimits.GapS;
        bool[] held = Find(records, Math.Max(EnergyLimits.MaxHeldS, EnergyLimits.MaxHeldIntervals * (intervalS ?? 0.0)));
        double stuckS = AddStuck(records, held);
        return new HeldReadings(held, stuckS, intervalS, isTooCoarse);
    }

    /// <summary>Adds the records at which the current is stuck.</summary>
    /// <returns>The time they take, s.</returns>
    private static double AddStuck(ImmutableArray<TraceRecord> records, bool[] held)
    {
        double stuckS = 0.0;
        int start = 0;
        int voltageSteps = 0;
        for (int i = 1; i <= records.Length; i++)
        {
            if (i < records.Length && records[i].BatteryCurrentA.Equals(records[start].BatteryCurrentA))
            {
                voltageSteps += records[i].BatteryVoltageV.Equals(records[i - 1].BatteryVoltageV) ? 0 : 1;
                continue;
            }

            double lastS = records[i - 1].TimeS - records[start].TimeS;
            // A sensor at its zero says the same for ever, and rightly.
            bool flows = Math.Abs(records[start].BatteryCurrentA ?? 0.0) > EnergyLimits.SignDeadBandA;
            if (flows && voltageSteps >= EnergyLimits.StuckVoltageSteps && lastS >= EnergyLimits.StuckS)
            {
                Array.Fill(held, true, start + 1, i - start - 1);
                stuckS += lastS;
            }

            start = i;
            voltageSteps = 0;
        }

        return stuckS;
    }

    private static bool[] Find(ImmutableArray<TraceRecord> records, double longestS)
    {
        bool[] held = new bool[records.Length];
        int start = 0;
        for (int i = 1; i <= records.Length; i++)
        {
            if (i < records.Length && IsSame(records[i], records[start]))
                continue;
            // The first of them is new; the others are held, up to the next new one.
            double untilS = records[Math.Min(i, records.Length - 1)].TimeS;
            if (HasReading(records[start]) && untilS - records[start].TimeS > longestS)
                Array.Fill(held, true, start + 1, i - start - 1);
            start = i;
        }

        return held;
    }

    private static double? IntervalOf(ImmutableArray<TraceRecord> records)
    {
        var intervals = new List<double>();
        double? beforeS = null;
        for (int i = 1; i < records.Length; i++)
        {
            if (!HasReading(records[i]) || IsSame(records[i], records[i - 1]))
                continue;
            if (beforeS is { } lastS)
                intervals.Add(records[i].TimeS - lastS);
            beforeS = records[i].TimeS;
        }

        return intervals.Count == 0 ? null : Median.Of(intervals);
    }

    private static double StepOf(ImmutableArray<TraceRecord> records) =>
        Median.Of(Enumerable.Range(1, records.Length - 1).Select(i => records[i].TimeS - records[i - 1].TimeS));

    private static bool HasReading(in TraceRecord record) => record.BatteryVoltageV is not null && record.BatteryCurrentA is not null;

    private static bool IsSame(in TraceRecord one, in TraceRecord other) =>
        one.BatteryVoltageV.Equals(other.BatteryVoltageV) && one.BatteryCurrentA.Equals(other.BatteryCurrentA);
}
