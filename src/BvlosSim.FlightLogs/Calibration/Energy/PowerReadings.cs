using System.Collections.Immutable;
using System.Globalization;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>The power drawn from the battery at each record of a trace.</summary>
/// <remarks>
/// Vendors differ in the sign of the current: a flight whose currents are all negative is read with the sign turned. Readings of both signs
/// cannot both be consumption: a few of the rarer sign are noise and left out, more of them are refused. A reading that stays the same for
/// long is one that a trace holds on to, and no reading (<see cref="HeldReadings"/>).
/// </remarks>
internal sealed class PowerReadings
{
    // What MAVLink and the autopilots log for "not measured": −1 as ampere or centiampere, and the greatest 16-bit number, scaled or not.
    private static readonly double[] AbsentCurrentsA = [-1.0, -0.01, 655.35, 65535.0];
    private static readonly double[] AbsentVoltagesV = [-1.0, 65.535, 65535.0];

    // Log files carry single precision and traces 8 decimals.
    private const double SentinelTolerance = 1e-6;

    private readonly ImmutableArray<TraceRecord> _records;
    private readonly double _sign;
    private readonly bool[] _held;

    private PowerReadings(ImmutableArray<TraceRecord> records, double sign, HeldReadings held)
    {
        _records = records;
        _sign = sign;
        _held = held.IsHeld;
        StuckS = held.StuckS;
    }

    /// <summary>Whether the trace counts a drawn current as negative.</summary>
    public bool IsTurned => _sign < 0.0;

    /// <summary>Time over which the current was stuck while the voltage was alive, s.</summary>
    public double StuckS { get; }

    /// <summary>Reads a trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="refusal">Why its readings cannot be used, for a person; null on success.</param>
    /// <returns>Null when the trace is refused.</returns>
    public static PowerReadings? Of(FlightTrace trace, out string? refusal)
    {
        int positive = 0;
        int negative = 0;
        foreach (TraceRecord record in trace.Records)
        {
            if (Current(record) is not { } currentA || Math.Abs(currentA) <= EnergyLimits.SignDeadBandA)
                continue;
            if (currentA > 0.0)
                positive++;
            else
                negative++;
        }

        refusal = null;
        int rarer = Math.Min(positive, negative);
        if (rarer <= EnergyLimits.SignNoiseShare * (positive + negative))
        {
            var held = HeldReadings.Of(trace.Records);
            if (!held.IsTooCoarse)
                return new PowerReadings(trace.Records, negative > positive ? -1.0 : 1.0, held);
            refusal = string.Create(
                CultureInfo.InvariantCulture,
                $"Trace `{trace.TraceId}` has a new battery reading every {held.IntervalS:0.#} s only: at intervals of more than {EnergyLimits.MaxHeldS:0} s they do not tell which power belongs to which phase. Log the battery more often, or leave the trace out.");
            return null;
        }

        refusal = string.Create(
            CultureInfo.InvariantCulture,
            $"Trace `{trace.TraceId}` has {positive} records with a positive and {negative} with a negative battery current: they cannot both be consumption. Choose the battery of the log that powers the flight, or leave the trace out.");
        return null;
    }

    /// <summary>Power at a record in W, ≥ 0; null = no usable reading.</summary>
    public double? PowerW(int index) => _held[index] ? null : LoggedPowerW(index);

    /// <summary>Power at a record as logged, in W, ≥ 0, be it new or held; null = none that can be.</summary>
    public double? LoggedPowerW(int index)
    {
        TraceRecord record = _records[index];
        if (Current(record) is not { } currentA || record.BatteryVoltageV is not { } voltageV || !(voltageV > 0.0) || IsOneOf(voltageV, AbsentVoltagesV))
            return null;
        double drawnA = _sign * currentA;
        if (drawnA < -EnergyLimits.SignDeadBandA)
            return null;
        double powerW = voltageV * Math.Max(drawnA, 0.0);
        return double.IsFinite(powerW) ? powerW : null;
    }

    private static double? Current(in TraceRecord record) =>
        record.BatteryCurrentA is { } currentA && double.IsFinite(currentA) && !IsOneOf(currentA, AbsentCurrentsA) ? currentA : null;

    private static bool IsOneOf(double value, double[] sentinels)
    {
        foreach (double sentinel in sentinels)
        {
            if (Math.Abs(value - sentinel) <= SentinelTolerance * Math.Abs(sentinel))
                return true;
        }

        return false;
    }
}
