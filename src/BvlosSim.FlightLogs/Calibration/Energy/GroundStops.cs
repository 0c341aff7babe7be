using System.Collections.Immutable;
using BvlosSim.FlightLogs.Calibration.Regression;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>
/// Stops on the ground, told by physics and not by flight modes: the aircraft stays where it is and draws far less power than it flies with.
/// The altitude is not asked: that of a receiver drifts by more than a start is high.
/// </summary>
internal sealed class GroundStops
{
    // Share of the readings below which the highest are those of outliers.
    private const double HighShare = 0.95;

    private readonly ImmutableArray<TraceRecord> _records;
    private readonly bool[] _airborne;
    private readonly double?[] _powersW;
    private readonly double _leastW;

    /// <summary>Prepares the search.</summary>
    /// <param name="records">The records.</param>
    /// <param name="power">Their powers.</param>
    /// <param name="airborne">Which of them are taken to be in the air; those on the ground are cleared.</param>
    public GroundStops(ImmutableArray<TraceRecord> records, PowerReadings power, bool[] airborne)
    {
        _records = records;
        _airborne = airborne;
        // As logged: on the ground a reading may stay the same for long.
        _powersW = [.. Enumerable.Range(0, records.Length).Select(power.LoggedPowerW)];
        _leastW = EnergyLimits.GroundPowerShare * FlightPowerW();
    }

    /// <summary>Clears the records of a stay that is known to be one on the ground, but for those that draw the power of flight.</summary>
    public void ExcludeStay(int first, int count)
    {
        for (int i = first; i < first + count; i++)
            _airborne[i] &= _powersW[i] >= _leastW;
    }

    /// <summary>Clears the records on the ground.</summary>
    public void Exclude()
    {
        for (int start = 0; start < _records.Length; start++)
        {
            if (!IsSlow(start))
                continue;
            int end = start;
            while (end + 1 < _records.Length && IsSlow(end + 1))
                end++;
            ExcludeIn(start, end);
            start = end;
        }
    }

    /// <summary>
    /// The power that the aircraft flies with: the median of where it stays in the air, or of where it moves, whichever is more. An
    /// aircraft with wings hovers on twice or thrice the power of its cruise, and it is hover that a stop is mistaken for. What is far below
    /// the greatest readings is left out beforehand: a long wait on the ground is no flight.
    /// </summary>
    private double FlightPowerW()
    {
        int[] read = [.. Enumerable.Range(0, _records.Length).Where(i => _airborne[i] && _powersW[i] is not null)];
        if (read.Length == 0)
            return 0.0;
        double[] sorted = [.. read.Select(i => _powersW[i]!.Value).Order()];
        double floorW = EnergyLimits.GroundPowerShare * sorted[(int)(HighShare * (sorted.Length - 1))];
        int[] flown = [.. read.Where(i => _powersW[i] >= floorW)];
        return Math.Max(
            MedianPowerW(flown.Where(IsSlow)), MedianPowerW(flown.Where(i => _records[i].GroundspeedMps >= EnergyLimits.AirborneSpeedMps)));
    }

    private double MedianPowerW(IEnumerable<int> indices)
    {
        double[] powersW = [.. indices.Select(i => _powersW[i]!.Value)];
        return powersW.Length == 0 ? 0.0 : Median.Of(powersW);
    }

    private bool IsSlow(int index) => _records[index].GroundspeedMps < EnergyLimits.SlowMps;

    /// <summary>Clears what lies on the ground in a stay at one place.</summary>
    private void ExcludeIn(int start, int end)
    {
        for (int i = start; i <= end; i++)
        {
            int first = i;
            while (i <= end && _powersW[i] < _leastW)
                i++;
            // A reading or two without power are those of a bad monitor; an aircraft would have fallen.
            if (i > first && _records[i - 1].TimeS - _records[first].TimeS >= EnergyLimits.GroundS)
                Array.Fill(_airborne, false, first, i - first);
        }
    }
}
