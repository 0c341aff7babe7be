using System.Buffers;
using System.Globalization;
using System.Numerics;

namespace BvlosSim.Documents.Binding.Fields;

/// <summary>The texts that the lenient types accept for numbers and booleans.</summary>
internal static class LenientText
{
    private const int MaxDigits = 4300;

    private static readonly SearchValues<char> DigitsAndSeparator = SearchValues.Create("0123456789_");

    private static readonly SearchValues<string> Trues = SearchValues.Create(["true", "t", "yes", "y", "on", "1"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Falses = SearchValues.Create(["false", "f", "no", "n", "off", "0"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a boolean: any letter case, no blanks around.</summary>
    public static bool TryParseBoolean(string text, out bool value)
    {
        value = Trues.Contains(text);
        return value || Falses.Contains(text);
    }

    /// <summary>
    /// Reads a whole number: sign, digits with single <c>_</c> between them, a fraction of zeros, blanks around.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The number.</param>
    /// <param name="isTooLong">The text has the form of a number and more than 4300 digits.</param>
    public static bool TryParseInteger(string text, out BigInteger value, out bool isTooLong)
    {
        value = default;
        isTooLong = false;
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        ReadOnlySpan<char> sign = rest is ['+' or '-', ..] ? rest[..1] : default;
        rest = rest[sign.Length..];
        int point = rest.IndexOf('.');
        if (point >= 0)
        {
            if (point == rest.Length - 1 || rest[(point + 1)..].ContainsAnyExcept('0'))
                return false;
            rest = rest[..point];
        }

        if (!IsDigitsWithSeparators(rest))
            return false;
        isTooLong = rest.Length - rest.Count('_') > MaxDigits;
        if (isTooLong)
            return false;
        value = BigInteger.Parse(string.Concat(sign, rest.ToString().Replace("_", "", StringComparison.Ordinal)), CultureInfo.InvariantCulture);
        return true;
    }

    /// <summary>
    /// Reads a number: blanks around, or single <c>_</c> between digits, but not both; <c>nan</c>, <c>inf</c> and
    /// <c>infinity</c> with a sign or without. A value beyond a double is infinite.
    /// </summary>
    public static bool TryParseNumber(string text, out double value)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        ReadOnlySpan<char> plain = trimmed;
        if (trimmed.Contains('_'))
        {
            value = 0.0;
            if (trimmed.Length != text.Length || !HasOnlyInnerSeparators(trimmed))
                return false;
            plain = text.Replace("_", "", StringComparison.Ordinal);
        }

        bool isNegative = plain is ['-', ..];
        ReadOnlySpan<char> unsigned = plain is ['+' or '-', ..] ? plain[1..] : plain;
        if (unsigned.Equals("nan", StringComparison.OrdinalIgnoreCase))
        {
            value = double.NaN;
            return true;
        }

        if (unsigned.Equals("inf", StringComparison.OrdinalIgnoreCase) || unsigned.Equals("infinity", StringComparison.OrdinalIgnoreCase))
        {
            value = isNegative ? double.NegativeInfinity : double.PositiveInfinity;
            return true;
        }

        value = 0.0;
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return unsigned is ['.' or (>= '0' and <= '9'), ..] && double.TryParse(plain, style, CultureInfo.InvariantCulture, out value);
    }

    private static bool IsDigitsWithSeparators(ReadOnlySpan<char> text) =>
        !text.IsEmpty && !text.ContainsAnyExcept(DigitsAndSeparator) && HasOnlyInnerSeparators(text);

    private static bool HasOnlyInnerSeparators(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            bool isInner = i > 0 && i < text.Length - 1 && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
            if (text[i] == '_' && !isInner)
                return false;
        }

        return true;
    }
}
