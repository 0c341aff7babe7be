using System.Collections.Immutable;
using BvlosSim.FlightLogs.Segmentation;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.Geodesy;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>A flight cut into windows.</summary>
/// <param name="Windows">The windows in order of time: samples, and pieces that are too short or unsteady.</param>
/// <param name="Flight">What the flight gave; its count of windows is left to the fit.</param>
/// <param name="IsCurrentTurned">Whether the trace counts a drawn current as negative.</param>
/// <param name="StuckS">Time over which the current was stuck, s.</param>
internal sealed record CutFlight(ImmutableArray<PowerWindow> Windows, EnergyFlight Flight, bool IsCurrentTurned, double StuckS);

/// <summary>
/// Cuts a flight into windows of steps between records that are in the air, of a known phase, and have a power at both ends. A window never
/// spans a gap or a missing reading, and holds one manner of flight; the step in which that changes is a window of its own.
/// </summary>
internal sealed class WindowCutter
{
    private const double SecondsPerHour = 3600.0;

    // The two halves of a steady window differ by less than this.
    private const double SteadySpeedMps = 1.5;
    private const double SteadySpeedShare = 0.15;
    private const double SteadyRateMps = 1.0;

    private readonly CalibrationFlight _flight;
    private readonly int _index;
    private readonly ImmutableArray<TraceRecord> _records;
    private readonly PowerReadings _power;
    private readonly List<PowerWindow> _windows = [];
    private double _energyWs;
    private double _airborneS;
    private double _gapS;
    private double _absentS;
    private int _gapCount;

    private WindowCutter(CalibrationFlight flight, int index, PowerReadings power)
    {
        _flight = flight;
        _index = index;
        _records = flight.Trace.Records;
        _power = power;
    }

    /// <summary>Cuts a flight.</summary>
    /// <param name="flight">The flight.</param>
    /// <param name="index">Its 0-based index.</param>
    /// <param name="refusal">Why it cannot be used, for a person; null on success.</param>
    /// <returns>Null when the flight is refused.</returns>
    public static CutFlight? Cut(CalibrationFlight flight, int index, out string? refusal) =>
        PowerReadings.Of(flight.Trace, out refusal) is { } power ? new WindowCutter(flight, index, power).Run() : null;

    private CutFlight Run()
    {
        bool[] airborne = AirborneTime.Of(_flight.Trace, _flight.Segments, _power);
        bool[] known = KnownPhases();
        Manner[] manners = Manners.Of(_records);
        int start = -1;
        for (int i = 1; i < _records.Length; i++)
        {
            bool use = airborne[i - 1] && airborne[i] && Count(i) && known[i - 1] && known[i];
            bool isChange = manners[i] != manners[i - 1];
            if (start >= 0 && (!use || isChange))
            {
                CutStretch(start, i - 1);
                start = -1;
            }

            if (use && isChange)
                Add(i - 1, i, isChange: true);
            else if (use && start < 0)
                start = i - 1;
        }

        if (start >= 0)
            CutStretch(start, _records.Length - 1);
        return new CutFlight(
            [.. _windows],
            new EnergyFlight
            {
                TraceId = _flight.Trace.TraceId,
                MassKg = _flight.MassKg,
                EnergyWh = _energyWs / SecondsPerHour,
                AirborneS = _airborneS,
                ModelledS = _windows.Sum(w => w.DurationS),
                GapCount = _gapCount,
                GapS = _gapS,
                AbsentS = _absentS,
                WindowCount = 0,
            },
            _power.IsTurned,
            _power.StuckS);
    }

    /// <summary>Books the step before a record in the air.</summary>
    /// <returns>Whether its energy is known.</returns>
    private bool Count(int index)
    {
        double stepS = StepS(index);
        _airborneS += stepS;
        if (stepS > EnergyLimits.GapS)
        {
            _gapCount++;
            _gapS += stepS;
            return false;
        }

        if (StepPowerW(index) is not { } powerW)
        {
            _absentS += stepS;
            return false;
        }

        _energyWs += powerW * stepS;
        return true;
    }

    private void CutStretch(int first, int last)
    {
        double lengthS = _records[last].TimeS - _records[first].TimeS;
        int pieces = Math.Max(1, (int)Math.Floor(lengthS / EnergyLimits.WindowS));
        int start = first;
        for (int piece = 1; piece <= pieces && start < last; piece++)
        {
            double untilS = _records[first].TimeS + (lengthS * piece / pieces);
            int end = start + 1;
            while (end < last && (piece == pieces || _records[end].TimeS < untilS))
                end++;
            Add(start, end, isChange: false);
            start = end;
        }
    }

    private void Add(int first, int last, bool isChange)
    {
        if (Describe(first, last) is { } window)
            _windows.Add(window with { IsChange = isChange, IsSample = window.IsSample && !isChange });
    }

    private PowerWindow? Describe(int first, int last)
    {
        double durationS = _records[last].TimeS - _records[first].TimeS;
        double? groundspeedMps = Mean(first, last, i => _records[i].GroundspeedMps);
        double? altitudeM = Mean(first, last, i => _records[i].AltitudeAmslM);
        double? powerW = Mean(first, last, _power.PowerW);
        double? rateMps = (_records[last].AltitudeAmslM - _records[first].AltitudeAmslM) / durationS;
        if (groundspeedMps is null || altitudeM is null || powerW is null || rateMps is null)
            return null;
        double densityKgm3 = StandardAtmosphere.DensityKgPerM3(altitudeM.Value);
        if (!double.IsFinite(densityKgm3))
            return null;
        return new PowerWindow
        {
            Flight = _index,
            Log = _flight.Log,
            DurationS = durationS,
            PowerW = powerW.Value,
            DensityKgm3 = densityKgm3,
            AltitudeM = altitudeM.Value,
            MassKg = _flight.MassKg,
            VerticalRateMps = rateMps.Value,
            GroundspeedMps = groundspeedMps.Value,
            AirspeedMps = Mean(first, last, i => Airspeed.Of(_records[i])),
            WindMps = Mean(first, last, i => WindMps(_records[i])),
            TailwindMps = Mean(first, last, i => TailwindMps(_records[i])),
            // Records rarely fall on the borders of a window: a step more or less makes no other window of it.
            IsSample = durationS >= 0.9 * EnergyLimits.WindowS && IsSteady(first, last, durationS) && powerW > 0.0,
        };
    }

    private bool IsSteady(int first, int last, double durationS)
    {
        double middleS = _records[first].TimeS + (0.5 * durationS);
        int middle = first + 1;
        while (middle < last - 1 && _records[middle].TimeS < middleS)
            middle++;
        if (middle >= last)
            return false;
        double? earlyMps = Mean(first, middle, i => _records[i].GroundspeedMps);
        double? lateMps = Mean(middle, last, i => _records[i].GroundspeedMps);
        if (earlyMps is null || lateMps is null)
            return false;
        double allowedMps = Math.Max(SteadySpeedMps, SteadySpeedShare * 0.5 * (earlyMps.Value + lateMps.Value));
        return Math.Abs(earlyMps.Value - lateMps.Value) <= allowedMps && Math.Abs(RateMps(first, middle) - RateMps(middle, last)) <= SteadyRateMps;
    }

    private double RateMps(int first, int last) => _records[first].AltitudeAmslM is { } from && _records[last].AltitudeAmslM is { } to
        ? (to - from) / (_records[last].TimeS - _records[first].TimeS)
        : double.NaN;

    private bool[] KnownPhases()
    {
        bool[] known = new bool[_records.Length];
        foreach (PhaseSegment segment in _flight.Segments.Segments)
        {
            if (segment.Phase != FlightPhase.Unknown)
                Array.Fill(known, true, segment.StartIndex, segment.RecordCount);
        }

        return known;
    }

    private double StepS(int index) => _records[index].TimeS - _records[index - 1].TimeS;

    private double? StepPowerW(int index) => 0.5 * (_power.PowerW(index - 1) + _power.PowerW(index));

    /// <summary>Mean over time, linear between records; null when a value is missing.</summary>
    private double? Mean(int first, int last, Func<int, double?> value)
    {
        double sum = 0.0;
        double? before = value(first);
        for (int i = first + 1; i <= last; i++)
        {
            double? now = value(i);
            if (before is null || now is null)
                return null;
            sum += 0.5 * (before.Value + now.Value) * StepS(i);
            before = now;
        }

        return sum / (_records[last].TimeS - _records[first].TimeS);
    }

    private static double? WindMps(in TraceRecord record) =>
        record is { WindEastMps: { } eastMps, WindNorthMps: { } northMps } ? double.Hypot(eastMps, northMps) : null;

    private static double? TailwindMps(in TraceRecord record)
    {
        if (record is not { TrackDeg: { } trackDeg, WindEastMps: { } eastMps, WindNorthMps: { } northMps })
            return null;
        double track = double.DegreesToRadians(trackDeg);
        return (eastMps * Math.Sin(track)) + (northMps * Math.Cos(track));
    }
}
