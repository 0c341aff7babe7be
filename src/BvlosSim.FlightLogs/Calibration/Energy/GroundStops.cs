using System.Collections.Immutable;
using BvlosSim.FlightLogs.Calibration.Regression;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>
/// Stops on the ground, told by physics and not by flight modes: the aircraft stays where it is, near the lowest point of its stay, and
/// draws far less power than it flies with.
/// </summary>
internal sealed class GroundStops
{
    private readonly ImmutableArray<TraceRecord> _records;
    private readonly bool[] _airborne;
    private readonly double?[] _powersW;

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
    }

    /// <summary>Clears the records on the ground.</summary>
    public void Exclude()
    {
        double leastW = EnergyLimits.GroundPowerShare * FlightPowerW();
        for (int start = 0; start < _records.Length; start++)
        {
            if (!IsSlow(start))
                continue;
            int end = start;
            while (end + 1 < _records.Length && IsSlow(end + 1))
                end++;
            ExcludeIn(start, end, leastW);
            start = end;
        }
    }

    /// <summary>
    /// The power that the aircraft flies with: the median of where it stays in the air, or of where it moves, whichever is more. An
    /// aircraft with wings hovers on twice or thrice the power of its cruise, and it is hover that a stop is mistaken for.
    /// </summary>
    private double FlightPowerW()
    {
        double lowestM = _records.Min(r => r.AltitudeAmslM) ?? 0.0;
        int[] read = [.. Enumerable.Range(0, _records.Length).Where(i => _airborne[i] && _powersW[i] is not null)];
        return Math.Max(
            MedianPowerW(read.Where(i => IsSlow(i) && _records[i].AltitudeAmslM >= lowestM + EnergyLimits.AirborneHeightM)),
            MedianPowerW(read.Where(i => _records[i].GroundspeedMps >= EnergyLimits.AirborneSpeedMps)));
    }

    private double MedianPowerW(IEnumerable<int> indices)
    {
        double[] powersW = [.. indices.Select(i => _powersW[i]!.Value)];
        return powersW.Length == 0 ? 0.0 : Median.Of(powersW);
    }

    private bool IsSlow(int index) => _records[index].GroundspeedMps < EnergyLimits.SlowMps;

    /// <summary>Clears what lies on the ground in a stay at one place.</summary>
    private void ExcludeIn(int start, int end, double leastW)
    {
        double lowestM = double.PositiveInfinity;
        for (int i = start; i <= end; i++)
            lowestM = Math.Min(lowestM, _records[i].AltitudeAmslM ?? double.PositiveInfinity);
        for (int i = start; i <= end; i++)
        {
            int first = i;
            while (i <= end && !(_records[i].AltitudeAmslM > lowestM + EnergyLimits.AirborneHeightM) && _powersW[i] < leastW)
                i++;
            // A reading or two without power are those of a bad monitor; an aircraft would have fallen.
            if (i > first && _records[i - 1].TimeS - _records[first].TimeS >= EnergyLimits.GroundS)
                Array.Fill(_airborne, false, first, i - first);
        }
    }
}
