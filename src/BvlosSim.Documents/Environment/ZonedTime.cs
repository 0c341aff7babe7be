using System.Globalization;
using System.Text.RegularExpressions;

namespace BvlosSim.Documents.Environment;

/// <summary>
/// Date-times with an offset from UTC, ISO 8601: a calendar or week date, extended or basic; any one character; a time, extended or basic, to
/// the microsecond; the offset.
/// </summary>
internal static partial class ZonedTime
{
    // Beyond these an offset does not fit the type: the instant is kept, in UTC.
    private const int MostHours = 14;

    /// <summary>Reads a text; blanks around it do not count.</summary>
    /// <returns>The date-time; null when the text is none, or has no offset.</returns>
    public static DateTimeOffset? Parse(string text)
    {
        Match match = Pattern().Match(text.Trim());
        if (!match.Success || Date(match) is not { } date)
            return null;
        (int hour, int minute, int second) = (Number(match, "h"), Number(match, "min"), Number(match, "s"));
        (int offsetHour, int offsetMinute, int offsetSecond) = (Number(match, "oh"), Number(match, "om"), Number(match, "os"));
        if (hour > 23 || minute > 59 || second > 59 || offsetHour > 23 || offsetMinute > 59 || offsetSecond > 59)
            return null;
        var offset = new TimeSpan(offsetHour, offsetMinute, offsetSecond);
        return Of(
            date + new TimeSpan(hour, minute, second) + TimeSpan.FromMicroseconds(Microseconds(match.Groups["f"].ValueSpan)),
            match.Groups["sign"].ValueSpan is "-" ? -offset : offset);
    }

    /// <summary>Joins a clock reading and its offset.</summary>
    /// <returns>The date-time; null without an offset, or before the year 1 or after 9999 in UTC.</returns>
    public static DateTimeOffset? Of(DateTime local, TimeSpan? offset)
    {
        if (offset is not { } shift)
            return null;
        long utc = local.Ticks - shift.Ticks;
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks)
            return null;
        bool fits = shift.Ticks % TimeSpan.TicksPerMinute == 0 && shift.Duration() <= TimeSpan.FromHours(MostHours);
        return fits
            ? new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), shift)
            : new DateTimeOffset(utc, TimeSpan.Zero);
    }

    [GeneratedRegex(
        """
        \A(?:(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})|(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})
          |(?<y>[0-9]{4})-W(?<w>[0-9]{2})(?:-(?<wd>[1-7]))?|(?<y>[0-9]{4})W(?<w>[0-9]{2})(?<wd>[1-7])?)
        (?s:.)
        (?:(?<h>[0-9]{2})(?::(?<min>[0-9]{2})(?::(?<s>[0-9]{2})(?:[.,](?<f>[0-9]+))?)?)?
          |(?<h>[0-9]{2})(?<min>[0-9]{2})(?:(?<s>[0-9]{2})(?:[.,](?<f>[0-9]+))?)?)
        [ ]?(?:Z|(?<sign>[+-])(?<oh>[0-9]{2})(?:(?<om>[0-9]{2})|:(?<om>[0-9]{2})(?::(?<os>[0-9]{2}))?)?)\z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();

    private static DateTime? Date(Match match)
    {
        int year = Number(match, "y");
        if (year < 1)
            return null;
        if (match.Groups["w"].Success)
            return WeekDate(year, Number(match, "w"), match.Groups["wd"].Success ? Number(match, "wd") : 1);
        (int month, int day) = (Number(match, "m"), Number(match, "d"));
        bool exists = month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        return exists ? new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified) : null;
    }

    private static DateTime? WeekDate(int year, int week, int day)
    {
        if (week < 1 || week > ISOWeek.GetWeeksInYear(year))
            return null;
        // Week 1 is the one with the fourth of January; that of year 1 starts on the first, that of 9999 may end in the year after.
        DateTime fourth = new(year, 1, 4, 0, 0, 0, DateTimeKind.Unspecified);
        long days = ((long)week - 1) * 7 + day - 1 - ((int)fourth.DayOfWeek + 6) % 7;
        long ticks = fourth.Ticks + days * TimeSpan.TicksPerDay;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTime(ticks, DateTimeKind.Unspecified) : null;
    }

    // Digits beyond the sixth are cut, not rounded.
    private static long Microseconds(ReadOnlySpan<char> fraction)
    {
        long value = 0;
        for (int i = 0; i < 6; i++)
            value = value * 10 + (i < fraction.Length ? fraction[i] - '0' : 0);
        return value;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
}
