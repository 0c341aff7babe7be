using System.Globalization;

namespace BvlosSim.Documents.Loading.Yaml;

/// <summary>
/// The everyday spelling of a number, the same in YAML and elsewhere: an optional minus, digits without a leading zero, an optional fraction,
/// and after a fraction an optional signed exponent.
/// </summary>
internal static class PlainNumber
{
    private const int MaxWholeDigits = 15;

    // Up to here digits as a whole number and the power of ten are exact doubles, and one division rounds once.
    private const int MaxExactDigits = 15;

    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Finds a number at an offset.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the number should start.</param>
    /// <param name="end">Where it ends: at a blank, a comma, a closing bracket or the end of the text.</param>
    public static bool TryMatch(string text, int start, out int end)
    {
        int at = start < text.Length && text[start] == '-' ? start + 1 : start;
        int whole = at;
        at = SkipDigits(text, at);
        end = at;
        int digits = at - whole;
        if (digits is 0 or > MaxWholeDigits || (digits > 1 && text[whole] == '0'))
            return false;
        if (at < text.Length && text[at] == '.')
        {
            int fraction = at + 1;
            at = SkipDigits(text, fraction);
            if (at == fraction)
                return false;
            if (at + 1 < text.Length && text[at] is 'e' or 'E' && text[at + 1] is '+' or '-')
            {
                int exponent = at + 2;
                at = SkipDigits(text, exponent);
                if (at == exponent)
                    return false;
            }
        }

        end = at;
        return at == text.Length || text[at] is ' ' or ',' or ']' or '\n' or '\r';
    }

    /// <summary>The node of a number that <see cref="TryMatch"/> found.</summary>
    public static DocumentNode NodeOf(ReadOnlySpan<char> text, Place place)
    {
        bool negative = text[0] == '-';
        long digits = 0;
        int count = 0;
        int point = -1;
        for (int i = negative ? 1 : 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '.')
            {
                point = count;
                continue;
            }

            if (!char.IsAsciiDigit(c) || ++count > MaxExactDigits)
                return DocumentNode.FromFloat(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture), place.Line, place.Column);
            digits = (digits * 10) + (c - '0');
        }

        if (point < 0)
            return DocumentNode.FromSmallInteger(negative ? -digits : digits, place.Line, place.Column);
        double value = digits / PowersOfTen[count - point];
        return DocumentNode.FromFloat(negative ? -value : value, place.Line, place.Column);
    }

    private static int SkipDigits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }
}
