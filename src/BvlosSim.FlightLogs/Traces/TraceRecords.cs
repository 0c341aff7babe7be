using System.Collections;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Traces;

/// <summary>What the records of a trace are made of.</summary>
/// <param name="Fixes">Lines of the receiver.</param>
/// <param name="Order">Which of them are positions of the flight, by time.</param>
/// <param name="Batteries">Lines of the battery.</param>
/// <param name="Modes">The modes.</param>
/// <param name="Winds">The wind.</param>
/// <param name="IsFromCard">Whether a value that no number can be is damage, and counts as absent.</param>
internal sealed record TraceSources(
    RowList<GpsRow> Fixes, TimeOrder Order, CarriedRows<BatteryRow> Batteries, CarriedRows<ModeRow> Modes, CarriedRows<WindRow> Winds, bool IsFromCard);

/// <summary>
/// The records of a trace, made anew each time they are gone through: a flight of many hours has more of them than should be held
/// beside the rows of its log. Not to be gone through twice at the same time.
/// </summary>
/// <param name="sources">What they are made of.</param>
internal sealed class TraceRecords(TraceSources sources) : IEnumerable<TraceRecord>
{
    /// <summary>How many lines repeat the time of the one before and are left out; known once all have been gone through.</summary>
    public int RepeatedCount { get; private set; }

    /// <summary>How many records have no charge because the one that was logged cannot be; known once all have been gone through.</summary>
    public int ImpossiblePercentCount { get; private set; }

    /// <inheritdoc/>
    public IEnumerator<TraceRecord> GetEnumerator()
    {
        sources.Batteries.StartAgain();
        sources.Modes.StartAgain();
        sources.Winds.StartAgain();
        RepeatedCount = 0;
        ImpossiblePercentCount = 0;
        long startUs = sources.Order.Length == 0 ? 0 : TimeUs(sources.Order[0]);
        double? lastS = null;
        for (int place = 0; place < sources.Order.Length; place++)
        {
            int index = sources.Order[place];
            double timeS = unchecked(TimeUs(index) - startUs) / 1e6;
            if (timeS.Equals(lastS))
            {
                RepeatedCount++;
                continue;
            }

            lastS = timeS;
            yield return Record(index, timeS);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private long TimeUs(int index) => sources.Fixes[index].TimeUs!.Value;

    private TraceRecord Record(int index, double timeS)
    {
        GpsRow fix = sources.IsFromCard ? Plausibility.WithoutNonNumbers(sources.Fixes[index]) : sources.Fixes[index];
        long timeUs = TimeUs(index);
        BatteryRow? battery = sources.Batteries.At(timeUs);
        ModeRow? mode = sources.Modes.At(timeUs);
        WindRow? wind = sources.Winds.At(timeUs);
        return new TraceRecord
        {
            TimeS = timeS,
            LatitudeDeg = fix.LatitudeDeg!.Value,
            LongitudeDeg = fix.LongitudeDeg!.Value,
            AltitudeAmslM = fix.AltitudeAmslM,
            GroundspeedMps = fix.GroundspeedMps,
            TrackDeg = fix.TrackDeg,
            BatteryVoltageV = Number(battery?.VoltageV),
            BatteryCurrentA = Number(battery?.CurrentA),
            BatteryRemainingPercent = Percent(battery?.RemainingPercent),
            FlightMode = string.IsNullOrEmpty(mode?.Mode) ? null : mode.Value.Mode,
            WindEastMps = Number(wind?.EastMps),
            WindNorthMps = Number(wind?.NorthMps),
        };
    }

    private double? Number(double? value) => sources.IsFromCard ? Plausibility.Finite(value) : value;

    private double? Percent(double? value)
    {
        if (!sources.IsFromCard || value is null or (>= 0.0 and <= 100.0))
            return value;
        ImpossiblePercentCount++;
        return null;
    }
}
