using System.Globalization;
using System.Numerics;

namespace BvlosSim.Documents.Loading.Yaml;

/// <summary>The values of YAML 1.1 numbers.</summary>
internal static class YamlNumbers
{
    /// <summary>The most digits of an integer that are read.</summary>
    public const int MaxDigits = 4300;

    private const int DigitsAtOnce = 14;

    /// <summary>The node of a number.</summary>
    /// <param name="shape">Any shape but <see cref="NumberShape.None"/>.</param>
    /// <param name="text">The scalar as written.</param>
    /// <param name="place">Its place.</param>
    public static DocumentNode NodeOf(NumberShape shape, string text, Place place)
    {
        switch (shape)
        {
            case NumberShape.Float:
                return DocumentNode.FromFloat(ParseDouble(WithoutUnderscores(text)), place.Line, place.Column);
            case NumberShape.Infinity:
                return DocumentNode.FromFloat(text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity, place.Line, place.Column);
            case NumberShape.NotANumber:
                return DocumentNode.FromFloat(double.NaN, place.Line, place.Column);
            case NumberShape.SexagesimalFloat:
                return DocumentNode.FromFloat(SexagesimalFloat(WithoutUnderscores(text)), place.Line, place.Column, text);
            case NumberShape.Decimal when text.Length <= 15 && !text.Contains('_', StringComparison.Ordinal):
                long small = long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                return DocumentNode.FromSmallInteger(small, place.Line, place.Column);
            default:
                return Integer(shape, text, place);
        }
    }

    private static DocumentNode Integer(NumberShape shape, string text, Place place)
    {
        string digits = WithoutUnderscores(text).TrimStart('+', '-');
        if (shape is NumberShape.Binary or NumberShape.Hexadecimal)
            digits = digits[2..];
        if (digits.Length > MaxDigits)
        {
            throw new SyntaxFault(
                ParseErrorTypes.Constructor,
                place,
                $"An integer has {digits.Length} digits; at most {MaxDigits} are read.",
                InternalErrorTypes.Value);
        }

        if (digits.Length == 0)
            throw new SyntaxFault(ParseErrorTypes.Constructor, place, $"'{text}' has no digits.", InternalErrorTypes.Value);

        BigInteger value = shape switch
        {
            NumberShape.Binary => ParseRadix(digits, 2),
            NumberShape.Octal => ParseRadix(digits, 8),
            NumberShape.Hexadecimal => ParseRadix(digits, 16),
            NumberShape.SexagesimalInteger => SexagesimalInteger(digits),
            _ => ParseDecimal(digits),
        };
        bool misleading = shape == NumberShape.SexagesimalInteger || (shape == NumberShape.Octal && value != ParseDecimal(digits));
        return DocumentNode.FromInteger(text[0] == '-' ? -value : value, place.Line, place.Column, misleading ? text : null);
    }

    private static BigInteger ParseDecimal(string digits) => BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static BigInteger ParseRadix(string digits, int radix)
    {
        BigInteger value = BigInteger.Zero;
        for (int start = 0; start < digits.Length; start += DigitsAtOnce)
        {
            // A handful of digits at once in machine words: a big number is multiplied that many times less often.
            long part = 0;
            long scale = 1;
            foreach (char digit in digits.AsSpan(start, Math.Min(DigitsAtOnce, digits.Length - start)))
            {
                part = (part * radix) + (char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10);
                scale *= radix;
            }

            value = (value * scale) + part;
        }

        return value;
    }

    private static BigInteger SexagesimalInteger(string digits)
    {
        int first = digits.IndexOf(':', StringComparison.Ordinal);
        BigInteger value = ParseDecimal(digits[..first]);
        long part = 0;
        long scale = 1;
        foreach (Range range in digits.AsSpan(first + 1).Split(':'))
        {
            part = (part * 60) + int.Parse(digits.AsSpan(first + 1)[range], NumberStyles.None, CultureInfo.InvariantCulture);
            scale *= 60;
            if (scale > int.MaxValue)
            {
                value = (value * scale) + part;
                (part, scale) = (0, 1);
            }
        }

        return (value * scale) + part;
    }

    // Summed from the last part on, each with its own power of 60.
    private static double SexagesimalFloat(string text)
    {
        string[] parts = text.TrimStart('+', '-').Split(':');
        double value = 0.0;
        double scale = 1.0;
        for (int i = parts.Length - 1; i >= 0; i--)
        {
            value += ParseDouble(parts[i]) * scale;
            scale *= 60.0;
        }

        return text[0] == '-' ? -value : value;
    }

    private static string WithoutUnderscores(string text) =>
        text.Contains('_', StringComparison.Ordinal) ? text.Replace("_", "", StringComparison.Ordinal) : text;

    private static double ParseDouble(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
