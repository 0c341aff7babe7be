using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.DataFlash;

/// <summary>
/// Makes rows of GPS messages of all generations of firmware. Since 3.3 <c>TimeUS</c> is the boot time and <c>GMS</c>/<c>GWk</c> the
/// receiver's clock; before, <c>T</c> is the boot time in milliseconds and <c>TimeMS</c>/<c>Week</c> the receiver's clock, and the same
/// fix may be logged several times.
/// </summary>
internal sealed class GpsRows
{
    private const int Receivers = 16;
    private const long WeekMs = 604_800_000;
    private const long ClockDifferenceMs = 10_000;
    private const int FirstStatusOfFix = 3;
    private const int FirstStatusOfOldFix = 2;

    // The week lags behind the seconds by some messages, never by more than this into a new week.
    private const long LongestLagMs = 600_000;

    private readonly FlightLogBuilder _builder;
    private readonly Receiver[] _receivers = new Receiver[Receivers];
    private long _repeatedFixes;
    private long _correctedWeeks;
    private bool _placedByGpsTime;
    private long _observed;

    /// <summary>Rows for a log.</summary>
    public GpsRows(FlightLogBuilder builder) => _builder = builder;

    /// <summary>Adds the row of a message, unless it repeats a fix.</summary>
    /// <param name="layout">Its definition.</param>
    /// <param name="fields">Its values.</param>
    /// <param name="timeUs">Its boot time; null = it has none that can be used.</param>
    public void Add(MessageLayout layout, MessageFields fields, long? timeUs)
    {
        long? instance = InstanceOf(layout, fields);
        ref Receiver receiver = ref _receivers[(int)Math.Clamp(instance ?? 0, 0, Receivers - 1)];
        if (receiver.Boot != _builder.Clock.Boot)
            receiver = new Receiver { Boot = _builder.Clock.Boot };
        (long Week, long Ms)? clock = ClockOf(layout, fields);
        long? status = fields[Column.Status].Whole();
        if (!layout.Has(Column.TimeUs) && Repeats(ref receiver, clock, status))
        {
            _repeatedFixes++;
            return;
        }

        CompareClocks(ref receiver, clock, status, timeUs);
        GpsClock? corrected = CorrectWeek(ref receiver, instance, clock, timeUs ?? _builder.Clock.NowUs ?? 0);
        if (layout.TimeColumn is null)
            timeUs = PlaceByGpsTime(ref receiver, GpsMs(layout, fields, receiver.PlacedMs, corrected));
        _builder.Add(new GpsRow
        {
            TimeUs = timeUs,
            Boot = _builder.Clock.Boot,
            Instance = instance,
            Status = status,
            LatitudeDeg = fields[Column.Latitude].Real(),
            LongitudeDeg = fields[Column.Longitude].Real(),
            AltitudeAmslM = fields[Column.Altitude].Real(),
            GroundspeedMps = fields[Column.Speed].Real(),
            TrackDeg = fields[Column.Track].Real(),
            Clock = GpsTime.Dated(corrected),
        });
    }

    /// <summary>Says what was decided.</summary>
    public void Finish()
    {
        if (_repeatedFixes > 0)
            _builder.Assume($"{_repeatedFixes} GPS messages repeat the fix before them and are left out.");
        if (_correctedWeeks > 0)
            _builder.Assume($"In {_correctedWeeks} GPS messages the week lags behind the seconds of a new week; it is counted on.");
        if (_placedByGpsTime)
            _builder.Assume("The GPS messages have no time since start; GPS time is set against the messages around the first fix.");
    }

    // A log without a number of the receiver has one receiver, or a message of its own for the second.
    private static long? InstanceOf(MessageLayout layout, MessageFields fields) => layout.Has(Column.Instance)
        ? fields[Column.Instance].Whole()
        : layout.Kind == MessageKind.Gps2 ? 1 : 0;

    private static (long Week, long Ms)? ClockOf(MessageLayout layout, MessageFields fields)
    {
        Column milliseconds = layout.Has(Column.WeekMs) ? Column.WeekMs : Column.TimeMs;
        return fields[Column.Week].Whole() is { } week and > 0 and < 0xFFFF && fields[milliseconds].Whole() is { } ms and >= 0 and < WeekMs
            ? (week, ms)
            : null;
    }

    private static bool Repeats(ref Receiver receiver, (long Week, long Ms)? clock, long? status)
    {
        bool repeats = clock is not null && clock == receiver.Fix && status == receiver.Status;
        receiver.Fix = clock;
        receiver.Status = status;
        return repeats;
    }

    // The time of the receiver, once it has a fix; where it tells no week, one that counts on over the end of a week.
    private static long? GpsMs(MessageLayout layout, MessageFields fields, long? placedMs, GpsClock? clock)
    {
        if (fields[Column.Status].Whole() is < FirstStatusOfOldFix)
            return null;
        if (clock is { } known)
            return (known.Week * WeekMs) + known.MillisecondOfWeek;
        if (layout.Has(Column.Week) || fields[Column.WeekMs].Whole() is not ({ } ms and >= 0 and < WeekMs))
            return null;
        return placedMs is { } before ? before + (long)Math.IEEERemainder(ms - before, WeekMs) : ms;
    }

    // Firmware before 3.1 knows only GPS time here. Both clocks run alike, so one offset sets them against each other; where no message
    // has another time, this is the clock of the log.
    private long? PlaceByGpsTime(ref Receiver receiver, long? gpsMs)
    {
        if (gpsMs is not { } known)
            return null;
        _placedByGpsTime = true;
        receiver.PlacedMs = known;
        receiver.GpsAheadUs ??= (known * 1000) - (_builder.Clock.NowUs ?? 0);
        long timeUs = (known * 1000) - receiver.GpsAheadUs.Value;
        if (_builder.Clock.Observed > _observed)
            return timeUs;
        // A start of the autopilot that this time shows is no reason to set the receiver's clock anew.
        receiver.Boot = _builder.Clock.Observe(timeUs);
        _observed = _builder.Clock.Observed;
        return timeUs;
    }

    // Where definitions are repeated and the receiver's clock is not where the autopilot's expects it, a log of another start was appended.
    private void CompareClocks(ref Receiver receiver, (long Week, long Ms)? clock, long? status, long? timeUs)
    {
        if (clock is not { } known || timeUs is not { } us || !(status >= FirstStatusOfFix))
            return;
        long aheadMs = (known.Week * WeekMs) + known.Ms - (us / 1000);
        bool isElsewhere = receiver.AheadMs is { } before && Math.Abs(Math.IEEERemainder(aheadMs - before, WeekMs)) > ClockDifferenceMs;
        if (isElsewhere && _builder.TryRestartAtDefinitions())
            receiver = new Receiver { Boot = _builder.Clock.Boot };
        else if (receiver.AheadMs is not null)
            _builder.ConfirmBoot();
        receiver.AheadMs = aheadMs;
    }

    // A week lags where a week more makes the receiver's clock go on as the autopilot's does. Where a week less would, it has lagged so far.
    private GpsClock? CorrectWeek(ref Receiver receiver, long? instance, (long Week, long Ms)? clock, long nowUs)
    {
        if (clock is not { } known)
            return null;
        long week = known.Week;
        long ms = (week * WeekMs) + known.Ms;
        if (receiver.LatestMs is { } latest && known.Ms < LongestLagMs)
        {
            long expectedMs = latest + ((nowUs - receiver.LatestUs) / 1000);
            if (Math.Abs(ms + WeekMs - expectedMs) <= ClockDifferenceMs)
            {
                week++;
                ms += WeekMs;
                _correctedWeeks++;
            }
            else if (Math.Abs(ms - WeekMs - expectedMs) <= ClockDifferenceMs)
            {
                CorrectStart(ref receiver, instance, (int)week);
            }
        }

        receiver.StartRow ??= _builder.GpsCount;
        receiver.LatestMs = ms;
        receiver.LatestUs = nowUs;
        return new GpsClock((int)week, known.Ms);
    }

    // The log began while the week lagged: its first lines belong to the week that the receiver tells now.
    private void CorrectStart(ref Receiver receiver, long? instance, int week)
    {
        int boot = _builder.Clock.Boot;
        _builder.ChangeGps(receiver.StartRow ?? _builder.GpsCount, row =>
        {
            if (row.Instance != instance || row.Boot != boot || row.Clock is not { } clock || clock.Week != week - 1 || clock.MillisecondOfWeek >= LongestLagMs)
                return row;
            _correctedWeeks++;
            return row with { Clock = clock with { Week = week } };
        });
        receiver.GpsAheadUs += WeekMs * 1000;
        receiver.StartRow = _builder.GpsCount;
    }

    private struct Receiver
    {
        public int Boot;
        public (long Week, long Ms)? Fix;
        public long? Status;
        public long? LatestMs;
        public long LatestUs;
        public long? GpsAheadUs;
        public long? PlacedMs;
        public long? AheadMs;
        public int? StartRow;
    }
}
