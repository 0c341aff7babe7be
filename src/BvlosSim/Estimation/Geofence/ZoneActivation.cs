using BvlosSim.Environment.Airspace;

namespace BvlosSim.Estimation.Geofence;

/// <summary>A span of time in UTC, both ends included. Counted in ticks since the year 1, so that it may leave the calendar.</summary>
/// <param name="BeginTicks">Begin, in units of 100 ns.</param>
/// <param name="EndTicks">End, in units of 100 ns.</param>
internal readonly record struct TimeSpanUtc(long BeginTicks, long EndTicks)
{
    // Longer than any calendar, short enough for sums of ticks.
    private const double LongestS = 1e11;

    /// <summary>The time in which a leg is flown.</summary>
    /// <param name="departure">Departure of the flight.</param>
    /// <param name="beginS">Begin of the leg, seconds since the departure; rounded to microseconds, halves to even.</param>
    /// <param name="endS">End of the leg, likewise.</param>
    public static TimeSpanUtc OfLeg(DateTimeOffset departure, double beginS, double endS) =>
        new(departure.UtcTicks + ToTicks(beginS), departure.UtcTicks + ToTicks(endS));

    /// <summary>The time between two moments of a flight; null when its departure is not known.</summary>
    public static TimeSpanUtc? Between(DateTimeOffset? departure, double beginS, double endS) =>
        departure is { } known ? OfLeg(known, beginS, endS) : null;

    private static long ToTicks(double seconds)
    {
        double bounded = Math.Clamp(seconds, -LongestS, LongestS);
        double whole = Math.Floor(bounded);
        long microseconds = (long)Math.Round((bounded - whole) * 1e6, MidpointRounding.ToEven);
        return ((long)whole * TimeSpan.TicksPerSecond) + (microseconds * TimeSpan.TicksPerMicrosecond);
    }
}

/// <summary>When zones are active.</summary>
internal static class ZoneActivation
{
    private const long LastOfDayTicks = TimeSpan.TicksPerDay - TimeSpan.TicksPerMicrosecond;

    /// <summary>Whether a zone is active at any instant of a span, its ends included.</summary>
    public static bool IsActive(GeofenceZone zone, TimeSpanUtc span)
    {
        if (!zone.HasTimeWindow)
            return true;
        return zone.Recurrence is { } recurrence ? IsActiveAgain(zone, recurrence, span) : IsActiveOnce(zone, span);
    }

    /// <summary>The same; at an unknown time every zone counts as active.</summary>
    public static bool IsActive(GeofenceZone zone, TimeSpanUtc? span) => span is not { } known || IsActive(zone, known);

    private static bool IsActiveOnce(GeofenceZone zone, TimeSpanUtc span) =>
        !(zone.ActiveFrom is { } from && from.UtcTicks > span.EndTicks)
        && !(zone.ActiveUntil is { } until && until.UtcTicks < span.BeginTicks);

    /// <summary>Of a recurring window only the times of day count; one that ends before it begins lasts into the next day.</summary>
    private static bool IsActiveAgain(GeofenceZone zone, Recurrence recurrence, TimeSpanUtc span)
    {
        long begin = zone.ActiveFrom is { } from ? TimeOfDay(from) : 0;
        long end = zone.ActiveUntil is { } until ? TimeOfDay(until) : LastOfDayTicks;
        if (zone.ActiveFrom is not null && zone.ActiveUntil is not null && end <= begin)
            end += TimeSpan.TicksPerDay;
        long lastDay = DayOf(span.EndTicks) + 1;
        for (long day = DayOf(span.BeginTicks) - 1; day <= lastDay; day++)
        {
            long midnight = day * TimeSpan.TicksPerDay;
            bool isDay = recurrence == Recurrence.Daily || !IsWeekend(day);
            if (isDay && midnight + begin <= span.EndTicks && midnight + end >= span.BeginTicks)
                return true;
        }

        return false;
    }

    private static long TimeOfDay(DateTimeOffset time) => time.UtcTicks % TimeSpan.TicksPerDay;

    private static long DayOf(long ticks) => ticks / TimeSpan.TicksPerDay;

    /// <summary>Day 0 of the calendar, 0001-01-01, is a Monday.</summary>
    private static bool IsWeekend(long day) => day >= 0 && day % 7 >= 5;
}
