using System.Globalization;

namespace BvlosSim.FlightLogs.DataFlash;

/// <summary>The two conversions of a text value (spec 08 §3.4).</summary>
internal static class TextNumbers
{
    private const int MostDigits = 4300;
    private const int StackCharacters = 64;

    /// <summary>A decimal number: surrounding blanks, sign, digits with single underscores between them, fraction, exponent, nan, inf, infinity.</summary>
    /// <returns>The number; null = it is none.</returns>
    public static double? Real(ReadOnlySpan<char> text)
    {
        text = Blanks.Trim(text);
        if (text.Length is 0 or > MostDigits)
            return null;
        if (Special(text) is { } special)
            return special;
        Span<char> plain = text.Length <= StackCharacters ? stackalloc char[StackCharacters] : new char[text.Length];
        int length = Plain(text, plain);
        if (length <= 0)
            return null;
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(plain[..length], Style, CultureInfo.InvariantCulture, out double value) ? value : null;
    }

    /// <summary>A whole number: surrounding blanks, sign, digits with single underscores between them. Beyond 64 bits it is the limit.</summary>
    /// <returns>The number; null = it is none.</returns>
    public static long? Whole(ReadOnlySpan<char> text)
    {
        text = Blanks.Trim(text);
        bool isNegative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && text[0] is '-' or '+')
            text = text[1..];
        if (text.Length == 0)
            return null;
        Int128 value = 0;
        int digits = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int digit = CharUnicodeInfo.GetDecimalDigitValue(text[i]);
            if (digit < 0 && !IsSeparator(text, i))
                return null;
            if (digit < 0)
                continue;
            if (++digits > MostDigits)
                return null;
            value = Int128.Min((value * 10) + digit, (Int128)long.MaxValue + 1);
        }

        return isNegative ? (long)-value : (long)Int128.Min(value, long.MaxValue);
    }

    private static double? Special(ReadOnlySpan<char> text)
    {
        bool isNegative = text[0] == '-';
        ReadOnlySpan<char> name = text[0] is '-' or '+' ? text[1..] : text;
        if (name.Equals("nan", StringComparison.OrdinalIgnoreCase))
            return double.NaN;
        return name.Equals("inf", StringComparison.OrdinalIgnoreCase) || name.Equals("infinity", StringComparison.OrdinalIgnoreCase)
            ? isNegative ? double.NegativeInfinity : double.PositiveInfinity
            : null;
    }

    // Digits of any script become ASCII ones; what the base library accepts beyond that (blanks, signs at the end) is refused here.
    private static int Plain(ReadOnlySpan<char> text, Span<char> plain)
    {
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int digit = CharUnicodeInfo.GetDecimalDigitValue(text[i]);
            if (digit >= 0)
                plain[length++] = (char)('0' + digit);
            else if (text[i] is '.' or 'e' or 'E' or '+' or '-')
                plain[length++] = text[i];
            else if (!IsSeparator(text, i))
                return -1;
        }

        return length;
    }

    private static bool IsSeparator(ReadOnlySpan<char> text, int index) =>
        text[index] == '_' && index > 0 && index + 1 < text.Length
        && CharUnicodeInfo.GetDecimalDigitValue(text[index - 1]) >= 0 && CharUnicodeInfo.GetDecimalDigitValue(text[index + 1]) >= 0;
}
