using System.Globalization;
using System.Numerics;
using BvlosSim.Missions;

namespace BvlosSim.Documents.Binding.Fields;

/// <summary>A date-time read from a number or text, or why there is none. Times are exact to the microsecond.</summary>
/// <param name="Value">The instant, in UTC.</param>
/// <param name="Problem">The type of problem when there is no value.</param>
/// <param name="Hint">What is wrong, when it can be said.</param>
internal readonly record struct DateTimeReading(DepartureTime? Value, string? Problem, string? Hint = null)
{
    private const double MaxSeconds = 2e10;
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;

    private static readonly DateTimeReading Unreadable = new(null, ProblemTypes.DateTimeFromDateParsing);

    private static readonly DateTimeReading OutOfRange = new(null, ProblemTypes.DateTimeParsing, "it lies outside of the years 1 to 9999");

    /// <summary>Reads a clock reading with an offset from UTC; without one it counts as UTC.</summary>
    public static DateTimeReading OfClock(DateTime local, TimeSpan? offset)
    {
        long ticks = local.Ticks - (offset ?? TimeSpan.Zero).Ticks;
        return OfTicks(ticks, offset is not null);
    }

    /// <summary>Reads seconds since 1970, or milliseconds when the magnitude is beyond 2·10¹⁰.</summary>
    public static DateTimeReading OfUnixTime(BigInteger value)
    {
        // The milliseconds of ten thousand years need 49 bits.
        if (BigInteger.Abs(value) > 1L << 50)
            return OutOfRange;
        long ticksPerUnit = BigInteger.Abs(value) <= (long)MaxSeconds ? TimeSpan.TicksPerSecond : TimeSpan.TicksPerMillisecond;
        return OfTicks(DateTime.UnixEpoch.Ticks + (long)value * ticksPerUnit, true);
    }

    /// <summary>The same with a fraction, which is rounded to the nearest microsecond.</summary>
    public static DateTimeReading OfUnixTime(double value)
    {
        if (!double.IsFinite(value))
            return new DateTimeReading(null, ProblemTypes.DateTimeParsing);
        if (Math.Abs(value) > 1L << 50)
            return OutOfRange;
        bool areSeconds = Math.Abs(value) <= MaxSeconds;
        double whole = Math.Floor(value);
        double microseconds = Math.Round((value - whole) * (areSeconds ? 1e6 : 1e3), MidpointRounding.AwayFromZero);
        long ticks = (long)whole * (areSeconds ? TimeSpan.TicksPerSecond : TimeSpan.TicksPerMillisecond);
        return OfTicks(DateTime.UnixEpoch.Ticks + ticks + (long)microseconds * TicksPerMicrosecond, true);
    }

    /// <summary>Reads a text: the digits of a number first, else a date-time or date after ISO 8601.</summary>
    public static DateTimeReading OfText(string text)
    {
        if (IsNumber(text))
            return OfNumberText(text);
        ReadOnlySpan<char> rest = text;
        if (!TryDate(ref rest, out int year, out int month, out int day))
            return Unreadable;
        TimeSpan clock = TimeSpan.Zero;
        TimeSpan? offset = null;
        if (!rest.IsEmpty)
        {
            if (rest[0] is not ('T' or 't' or ' ' or '_'))
                return Unreadable;
            rest = rest[1..];
            if (!TryClock(ref rest, out clock) || !TryOffset(rest, out offset))
                return Unreadable;
        }

        if (year == 0)
            return OutOfRange;
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return Unreadable with { Hint = "there is no such day" };
        return OfClock(new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified) + clock, offset);
    }

    private static DateTimeReading OfTicks(long ticks, bool hasOffset) => ticks < 0 || ticks > DateTime.MaxValue.Ticks
        ? OutOfRange
        : new DateTimeReading(new DepartureTime(new DateTimeOffset(ticks, TimeSpan.Zero), hasOffset), null);

    private static DateTimeReading OfNumberText(string text)
    {
        int point = text.IndexOf('.', StringComparison.Ordinal);
        string whole = point < 0 ? text : text[..point];
        bool fits = whole is "" or "+" or "-" || long.TryParse(whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        if (!fits)
            return Unreadable with { Hint = "the number is beyond 64 bits" };
        return point < 0
            ? OfUnixTime(BigInteger.Parse(whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
            : OfUnixTime(double.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));
    }

    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        if (text is ['+' or '-', ..])
            text = text[1..];
        int point = text.IndexOf('.');
        ReadOnlySpan<char> whole = point < 0 ? text : text[..point];
        ReadOnlySpan<char> fraction = point < 0 ? default : text[(point + 1)..];
        return (whole.Length > 0 || fraction.Length > 0) && AreDigits(whole) && AreDigits(fraction);
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static bool TryDate(ref ReadOnlySpan<char> rest, out int year, out int month, out int day)
    {
        month = day = 0;
        return TryDigits(ref rest, 4, out year) && TryLetter(ref rest, '-') && TryDigits(ref rest, 2, out month)
            && TryLetter(ref rest, '-') && TryDigits(ref rest, 2, out day);
    }

    private static bool TryClock(ref ReadOnlySpan<char> rest, out TimeSpan clock)
    {
        clock = TimeSpan.Zero;
        if (!TryDigits(ref rest, 2, out int hour) || !TryLetter(ref rest, ':') || !TryDigits(ref rest, 2, out int minute))
            return false;
        int second = 0;
        long microseconds = 0;
        if (TryLetter(ref rest, ':') && (!TryDigits(ref rest, 2, out second) || !TryFraction(ref rest, out microseconds)))
            return false;
        if (hour > 23 || minute > 59 || second > 59)
            return false;
        clock = new TimeSpan(hour, minute, second) + new TimeSpan(microseconds * TicksPerMicrosecond);
        return true;
    }

    // Digits beyond the sixth are cut, not rounded.
    private static bool TryFraction(ref ReadOnlySpan<char> rest, out long microseconds)
    {
        microseconds = 0;
        if (rest is not ['.' or ',', ..])
            return true;
        rest = rest[1..];
        int count = rest.IndexOfAnyExceptInRange('0', '9');
        if (count < 0)
            count = rest.Length;
        for (int i = 0; i < 6; i++)
            microseconds = microseconds * 10 + (i < count ? rest[i] - '0' : 0);
        rest = rest[count..];
        return count > 0;
    }

    private static bool TryOffset(ReadOnlySpan<char> rest, out TimeSpan? offset)
    {
        offset = rest.IsEmpty ? null : TimeSpan.Zero;
        if (rest.IsEmpty || rest is ['Z' or 'z'])
            return true;
        if (rest[0] is not ('+' or '-' or '\u2212'))
            return false;
        bool isNegative = rest[0] != '+';
        rest = rest[1..];
        if (!TryDigits(ref rest, 2, out int hours))
            return false;
        _ = TryLetter(ref rest, ':');
        if (!TryDigits(ref rest, 2, out int minutes) || !rest.IsEmpty || hours > 23 || minutes > 59)
            return false;
        var magnitude = new TimeSpan(hours, minutes, 0);
        offset = isNegative ? -magnitude : magnitude;
        return true;
    }

    private static bool TryDigits(ref ReadOnlySpan<char> rest, int count, out int value)
    {
        value = 0;
        if (rest.Length < count || !AreDigits(rest[..count]))
            return false;
        value = int.Parse(rest[..count], NumberStyles.None, CultureInfo.InvariantCulture);
        rest = rest[count..];
        return true;
    }

    private static bool TryLetter(ref ReadOnlySpan<char> rest, char letter)
    {
        if (rest.IsEmpty || rest[0] != letter)
            return false;
        rest = rest[1..];
        return true;
    }
}
