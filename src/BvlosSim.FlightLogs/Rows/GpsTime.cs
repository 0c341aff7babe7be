using System.Collections.Immutable;

namespace BvlosSim.FlightLogs.Rows;

/// <summary>
/// GPS time and UTC. GPS time started with UTC on 1980-01-06 and has no leap seconds, so it runs ahead by all that UTC has inserted
/// since: 18 s from 2017 on. Source: IERS Bulletin C, all issues up to number 70 (2025-07); no leap second is announced after 2017-01-01.
/// </summary>
public static class GpsTime
{
    /// <summary>
    /// The first week in which an autopilot that is read here can have flown, from 2010-02-07 on. A receiver that says less counts weeks
    /// modulo 1024, or does not know the date.
    /// </summary>
    public const int FirstWeek = 1570;

    /// <summary>The first week of the year 2100. A receiver that says more is damaged.</summary>
    public const int EndWeek = 6261;

    private const long MillisecondsOfWeek = 604_800_000;

    private static readonly DateTimeOffset Epoch = new(1980, 1, 6, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The days from whose start on GPS time is one second further ahead of UTC.</summary>
    private static readonly ImmutableArray<DateTimeOffset> Steps =
    [
        Day(1981, 7), Day(1982, 7), Day(1983, 7), Day(1985, 7), Day(1988, 1), Day(1990, 1), Day(1991, 1), Day(1992, 7), Day(1993, 7),
        Day(1994, 7), Day(1996, 1), Day(1997, 7), Day(1999, 1), Day(2006, 1), Day(2009, 1), Day(2012, 7), Day(2015, 7), Day(2017, 1),
    ];

    /// <summary>Seconds that GPS time is ahead of UTC at an instant: 0 in 1980, 16 in 2014, 18 since 2017.</summary>
    public static int LeapSecondsAt(DateTimeOffset utc)
    {
        int steps = 0;
        while (steps < Steps.Length && Steps[steps] <= utc)
            steps++;
        return steps;
    }

    /// <summary>The clock when its week can be one; else null, since no date is better than a wrong one.</summary>
    public static GpsClock? Dated(GpsClock? clock) => clock?.Week is >= FirstWeek and < EndWeek ? clock : null;

    /// <summary>The instant of a GPS clock. During an inserted leap second the second after it is given.</summary>
    public static DateTimeOffset ToUtc(GpsClock clock)
    {
        DateTimeOffset gps = Epoch.AddDays(7.0 * clock.Week).AddMilliseconds(clock.MillisecondOfWeek);
        int leapSeconds = Steps.Where((step, i) => step.AddSeconds(i + 1) <= gps).Count();
        return gps.AddSeconds(-leapSeconds);
    }

    /// <summary>The GPS clock of an instant, to the millisecond; null before GPS week 1.</summary>
    public static GpsClock? OfUtc(DateTimeOffset utc)
    {
        long sinceEpochMs = (long)(utc - Epoch).TotalMilliseconds + (1000L * LeapSecondsAt(utc));
        return sinceEpochMs < MillisecondsOfWeek
            ? null
            : new GpsClock((int)(sinceEpochMs / MillisecondsOfWeek), sinceEpochMs % MillisecondsOfWeek);
    }

    private static DateTimeOffset Day(int year, int month) => new(year, month, 1, 0, 0, 0, TimeSpan.Zero);
}
