using System.Globalization;
using System.Text.RegularExpressions;

namespace BvlosSim.Documents.Inputs;

/// <summary>
/// The time stamp that a caller puts on a document: an ISO 8601 date (calendar or week, extended or basic) with an
/// optional time and offset. It is checked and then quoted as written.
/// </summary>
public static partial class GeneratedAt
{
    /// <summary>Whether the text is such a time stamp.</summary>
    public static bool IsValid(string text)
    {
        Match match = Pattern().Match(text);
        return match.Success && DateExists(match) && TimeExists(match);
    }

    [GeneratedRegex(
        """
        \A(?:(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})|(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})
          |(?<y>[0-9]{4})-W(?<w>[0-9]{2})(?:-(?<wd>[1-7]))?|(?<y>[0-9]{4})W(?<w>[0-9]{2})(?<wd>[1-7])?)
        (?:(?s:.)
          (?:(?<h>[0-9]{2})(?::(?<min>[0-9]{2})(?::(?<s>[0-9]{2})(?:[.,][0-9]+)?)?)?
            |(?<h>[0-9]{2})(?<min>[0-9]{2})(?:(?<s>[0-9]{2})(?:[.,][0-9]+)?)?)
          (?:[ ]?(?:Z|[+-](?<oh>[0-9]{2})(?::?(?<om>[0-9]{2})(?::?(?<os>[0-9]{2})(?:\.[0-9]+)?)?)?))?
        )?\z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();

    private static bool DateExists(Match match)
    {
        int year = Number(match, "y") ?? 0;
        if (year < 1)
            return false;
        if (Number(match, "w") is { } week)
            return week >= 1 && week <= ISOWeek.GetWeeksInYear(year);
        int month = Number(match, "m") ?? 0;
        int day = Number(match, "d") ?? 0;
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    private static bool TimeExists(Match match) =>
        Number(match, "h") is null or < 24
        && Number(match, "min") is null or < 60
        && Number(match, "s") is null or < 60
        && Number(match, "oh") is null or < 24
        && Number(match, "om") is null or < 60
        && Number(match, "os") is null or < 60;

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}
