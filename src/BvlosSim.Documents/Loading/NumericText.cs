using System.Globalization;

namespace BvlosSim.Documents.Loading;

/// <summary>Numbers written as text, where a contract accepts them so: in grid values and on the command line.</summary>
internal static class NumericText
{
    /// <summary>
    /// Reads a number: an optional sign, digits with an optional point and exponent, single underscores between digits, blanks around;
    /// or <c>inf</c>, <c>infinity</c>, <c>nan</c> in any case. Beyond the range of a double it is infinite.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The number; 0 when the text is none.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out double value)
    {
        value = 0.0;
        text = text.Trim();
        ReadOnlySpan<char> unsigned = text.Length > 0 && text[0] is '+' or '-' ? text[1..] : text;
        double sign = text.Length > 0 && text[0] == '-' ? -1.0 : 1.0;
        if (unsigned.Equals("inf", StringComparison.OrdinalIgnoreCase) || unsigned.Equals("infinity", StringComparison.OrdinalIgnoreCase))
        {
            value = sign * double.PositiveInfinity;
            return true;
        }

        if (unsigned.Equals("nan", StringComparison.OrdinalIgnoreCase))
        {
            value = double.NaN;
            return true;
        }

        if (!IsDecimal(unsigned))
            return false;
        string plain = text.ToString().Replace("_", "", StringComparison.Ordinal);
        return double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    private static bool IsDecimal(ReadOnlySpan<char> text)
    {
        int whole = Digits(text);
        if (whole < 0)
            return false;
        text = text[whole..];
        int fraction = 0;
        if (text.Length > 0 && text[0] == '.')
        {
            fraction = Digits(text[1..]);
            if (fraction < 0)
                return false;
            text = text[(fraction + 1)..];
        }

        if (whole + fraction == 0)
            return false;
        if (text.Length == 0)
            return true;
        if (text[0] is not ('e' or 'E'))
            return false;
        text = text.Length > 1 && text[1] is '+' or '-' ? text[2..] : text[1..];
        int exponent = Digits(text);
        return exponent > 0 && exponent == text.Length;
    }

    /// <summary>The length of a run of digits with single underscores between them; −1 when an underscore stands elsewhere.</summary>
    private static int Digits(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length)
        {
            if (text[length] == '_')
            {
                bool between = length > 0 && text[length - 1] != '_' && length + 1 < text.Length && char.IsAsciiDigit(text[length + 1]);
                if (!between)
                    return -1;
            }
            else if (!char.IsAsciiDigit(text[length]))
            {
                break;
            }

            length++;
        }

        return length;
    }
}
