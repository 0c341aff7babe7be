using System.Collections.Immutable;
using BvlosSim.FlightLogs.Segmentation;
using BvlosSim.FlightLogs.Validation.Flown;

namespace BvlosSim.FlightLogs.Validation.Terms;

/// <summary>What a flight does in one phase, over all its stretches. Null = not known.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="TimeS">Duration, seconds.</param>
/// <param name="WayM">Way over ground, metres.</param>
/// <param name="ClimbedM">Height gained, metres, negative when lost.</param>
/// <param name="UsedPoints">Battery charge used, percentage points.</param>
/// <param name="EnergyWh">Energy, Wh; of an observation, measured.</param>
/// <param name="AirspeedMps">Mean true airspeed over time, m/s; of most of the phase at least.</param>
public sealed record PhaseTotals(
    FlightPhase Phase, double TimeS, double WayM, double? ClimbedM, double? UsedPoints, double? EnergyWh, double? AirspeedMps)
{
    /// <summary>A phase that a flight does not have.</summary>
    internal static PhaseTotals None(FlightPhase phase) => new(phase, 0.0, 0.0, 0.0, 0.0, 0.0, null);
}

/// <summary>A stretch of one phase.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="StartS">Its start, seconds since that of the flight.</param>
/// <param name="EndS">Its end.</param>
public readonly record struct PhaseStretch(FlightPhase Phase, double StartS, double EndS);

/// <summary>
/// A flight divided by its motion alone. A prediction and an observation are divided by one rule, whatever legs and flight modes they have, so
/// that their phases can be held against each other; the sums over the phases are those of the flight.
/// </summary>
/// <param name="Stretches">The stretches, gapless and in order.</param>
/// <param name="Totals">The phases that the flight has.</param>
public sealed record MotionProfile(ImmutableArray<PhaseStretch> Stretches, ImmutableArray<PhaseTotals> Totals)
{
    /// <summary>Rates are taken over 10 s: longer than the noise of a receiver lasts, shorter than a climb.</summary>
    private const double HalfWindowS = 5.0;

    private const double CellS = 1.0;
    private const int MaxCells = 20_000;
    private const double MostOfTime = 0.8;

    /// <summary>Divides a flight.</summary>
    internal static MotionProfile Of(FlightSide side, bool hasAltitudes, CancellationToken cancellation)
    {
        FlightTrack track = FilledTrack.Of(side.Track);
        int count = (int)Math.Clamp(Math.Ceiling(track.DurationS / CellS), 1.0, MaxCells);
        var cells = new Cell[count];
        TrackPoint start = track.Points[0];
        for (int i = 0; i < count; i++)
        {
            if (i % 1024 == 0)
                cancellation.ThrowIfCancellationRequested();
            TrackPoint end = i + 1 == count ? track.Points[^1] : track.AtTime(track.DurationS * (i + 1) / count);
            double middleS = (start.TimeS + end.TimeS) / 2.0;
            cells[i] = new Cell(PhaseAt(track, middleS, hasAltitudes), start, end, side.AirspeedMps(middleS));
            start = end;
        }

        return new MotionProfile(
            [.. StretchesOf(cells)],
            [.. cells.GroupBy(c => c.Phase).OrderBy(g => g.Key).Select(g => TotalsOf(g.Key, [.. g], side.EnergyUpToWh))]);
    }

    /// <summary>What the flight does in a phase; nothing when it does not have it.</summary>
    /// <param name="phase">The phase.</param>
    public PhaseTotals In(FlightPhase phase) => Totals.FirstOrDefault(t => t.Phase == phase) ?? PhaseTotals.None(phase);

    private static FlightPhase PhaseAt(FlightTrack track, double atS, bool hasAltitudes)
    {
        TrackPoint before = track.AtTime(Math.Max(0.0, atS - HalfWindowS));
        TrackPoint after = track.AtTime(Math.Min(track.DurationS, atS + HalfWindowS));
        double spanS = after.TimeS - before.TimeS;
        if (!(spanS > 0.0))
            return FlightPhase.Loiter;
        double? rateMps = hasAltitudes ? (after.AltitudeAmslM - before.AltitudeAmslM) / spanS : null;
        return MotionPhase.Of(rateMps, (after.WayM - before.WayM) / spanS);
    }

    private static IEnumerable<PhaseStretch> StretchesOf(Cell[] cells)
    {
        int first = 0;
        for (int i = 1; i <= cells.Length; i++)
        {
            if (i < cells.Length && cells[i].Phase == cells[first].Phase)
                continue;
            yield return new PhaseStretch(cells[first].Phase, cells[first].Start.TimeS, cells[i - 1].End.TimeS);
            first = i;
        }
    }

    private static PhaseTotals TotalsOf(FlightPhase phase, Cell[] cells, Func<double, double>? energyUpToWh)
    {
        double timeS = cells.Sum(c => c.TimeS);
        double knownS = cells.Where(c => c.AirspeedMps is not null).Sum(c => c.TimeS);
        double airWayM = cells.Sum(c => (c.AirspeedMps ?? 0.0) * c.TimeS);
        return new PhaseTotals(
            phase,
            timeS,
            cells.Sum(c => c.End.WayM - c.Start.WayM),
            Sum(cells, c => c.End.AltitudeAmslM - c.Start.AltitudeAmslM),
            Sum(cells, c => c.Start.BatteryPercent - c.End.BatteryPercent),
            energyUpToWh is null ? null : cells.Sum(c => energyUpToWh(c.End.TimeS) - energyUpToWh(c.Start.TimeS)),
            knownS > 0.0 && knownS >= MostOfTime * timeS ? airWayM / knownS : null);
    }

    /// <summary>The sum; null when an item is.</summary>
    private static double? Sum(Cell[] cells, Func<Cell, double?> item) => cells.Aggregate((double?)0.0, (sum, cell) => sum + item(cell));

    private readonly record struct Cell(FlightPhase Phase, TrackPoint Start, TrackPoint End, double? AirspeedMps)
    {
        public double TimeS => End.TimeS - Start.TimeS;
    }
}
