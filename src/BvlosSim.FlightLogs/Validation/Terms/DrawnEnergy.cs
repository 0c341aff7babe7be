using System.Collections.Immutable;
using BvlosSim.FlightLogs.Calibration.Energy;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.FlightLogs.Validation.Flown;

namespace BvlosSim.FlightLogs.Validation.Terms;

/// <summary>
/// The energy drawn from the battery of a flight: voltage × current over time, of the readings that a calibration takes
/// (<see cref="PowerReadings"/>). What stands for "not measured", and what a trace holds on to, is no power.
/// </summary>
internal sealed class DrawnEnergy
{
    private const double JoulesPerWh = 3600.0;

    /// <summary>The autopilots log a battery at least every second; what lies between two lines further apart is not known.</summary>
    private const double GreatestGapS = 30.0;

    /// <summary>Less of a flight says too little of the whole.</summary>
    private const double LeastCoverage = 0.95;

    private readonly double[] _timesS;
    private readonly double[] _wh;

    private DrawnEnergy(double[] timesS, double[] wh) => (_timesS, _wh) = (timesS, wh);

    /// <summary>Sums up the energy of a flight.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="span">Its flown part.</param>
    /// <returns>
    /// Null when the readings cannot be used, when less than 95 % of the time has some, or when no energy was drawn.
    /// </returns>
    public static DrawnEnergy? Of(FlightTrace trace, FlownSpan span)
    {
        if (PowerReadings.Of(trace, out _) is not { } power)
            return null;
        ImmutableArray<TraceRecord> records = trace.Records.Slice(span.FirstIndex, span.RecordCount);
        double[] timesS = [.. records.Select(r => r.TimeS - records[0].TimeS)];
        double[] wh = new double[records.Length];
        double coveredS = 0.0;
        for (int i = 1; i < wh.Length; i++)
        {
            double stepS = timesS[i] - timesS[i - 1];
            wh[i] = wh[i - 1];
            if (stepS > GreatestGapS || (power.PowerW(span.FirstIndex + i - 1) + power.PowerW(span.FirstIndex + i)) / 2.0 is not { } powerW)
                continue;
            coveredS += stepS;
            wh[i] += powerW * stepS / JoulesPerWh;
        }

        return coveredS > 0.0 && coveredS >= LeastCoverage * timesS[^1] && wh[^1] > 0.0 && double.IsFinite(wh[^1]) ? new DrawnEnergy(timesS, wh) : null;
    }

    /// <summary>Energy drawn up to a time, Wh.</summary>
    /// <param name="timeS">Seconds since the first record.</param>
    public double UpToWh(double timeS)
    {
        int index = Array.BinarySearch(_timesS, timeS);
        if (index >= 0)
            return _wh[index];
        int after = ~index;
        if (after == 0 || after == _wh.Length)
            return _wh[after == 0 ? 0 : ^1];
        double share = (timeS - _timesS[after - 1]) / (_timesS[after] - _timesS[after - 1]);
        return _wh[after - 1] + (share * (_wh[after] - _wh[after - 1]));
    }
}
