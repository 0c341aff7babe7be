namespace BvlosSim.Documents.Loading.Yaml;

/// <summary>How a plain scalar spells a number in YAML 1.1.</summary>
internal enum NumberShape
{
    None,
    Binary,
    Octal,
    Decimal,
    Hexadecimal,
    SexagesimalInteger,
    Float,
    SexagesimalFloat,
    Infinity,
    NotANumber,
}

/// <summary>Recognises the numbers of YAML 1.1 among plain scalars.</summary>
internal static class YamlNumberShape
{
    /// <summary>The shape of a whole scalar; <see cref="NumberShape.None"/> when it is no number.</summary>
    public static NumberShape Of(ReadOnlySpan<char> text)
    {
        bool signed = text.Length > 0 && text[0] is '+' or '-';
        ReadOnlySpan<char> rest = signed ? text[1..] : text;
        if (rest.Length == 0)
            return NumberShape.None;
        if (rest[0] == '.')
            return OfPoint(rest, signed);
        if (!char.IsAsciiDigit(rest[0]))
            return NumberShape.None;

        int whole = Run(rest, "0123456789_");
        if (whole == rest.Length)
            return OfDigits(rest);
        return rest[whole] switch
        {
            '.' => OfFraction(rest[(whole + 1)..], NumberShape.Float),
            ':' => OfSexagesimal(rest, whole),
            'b' when whole == 1 && rest[0] == '0' && IsRun(rest[2..], "01_") => NumberShape.Binary,
            'x' when whole == 1 && rest[0] == '0' && IsRun(rest[2..], "0123456789abcdefABCDEF_") => NumberShape.Hexadecimal,
            _ => NumberShape.None,
        };
    }

    private static NumberShape OfDigits(ReadOnlySpan<char> digits)
    {
        if (digits[0] != '0' || digits.Length == 1)
            return NumberShape.Decimal;
        return IsRun(digits, "01234567_") ? NumberShape.Octal : NumberShape.None;
    }

    private static NumberShape OfPoint(ReadOnlySpan<char> text, bool signed)
    {
        if (text is ".inf" or ".Inf" or ".INF")
            return NumberShape.Infinity;
        if (signed)
            return NumberShape.None;
        if (text is ".nan" or ".NaN" or ".NAN")
            return NumberShape.NotANumber;
        return text.Length > 1 && char.IsAsciiDigit(text[1]) ? OfFraction(text[1..], NumberShape.Float) : NumberShape.None;
    }

    /// <summary>What follows the point: digits, and an exponent that must have a sign.</summary>
    private static NumberShape OfFraction(ReadOnlySpan<char> text, NumberShape shape)
    {
        text = text[Run(text, "0123456789_")..];
        if (text.Length == 0)
            return shape;
        return shape == NumberShape.Float
            && text.Length > 2
            && text[0] is 'e' or 'E'
            && text[1] is '+' or '-'
            && IsRun(text[2..], "0123456789")
                ? shape
                : NumberShape.None;
    }

    private static NumberShape OfSexagesimal(ReadOnlySpan<char> text, int whole)
    {
        ReadOnlySpan<char> rest = text[whole..];
        while (rest.Length > 1 && rest[0] == ':' && char.IsAsciiDigit(rest[1]))
        {
            bool two = rest.Length > 2 && char.IsAsciiDigit(rest[2]);
            if (two && rest[1] > '5')
                return NumberShape.None;
            rest = rest[(two ? 3 : 2)..];
        }

        if (rest.Length == 0)
            return text[0] == '0' ? NumberShape.None : NumberShape.SexagesimalInteger;
        return rest[0] == '.' ? OfFraction(rest[1..], NumberShape.SexagesimalFloat) : NumberShape.None;
    }

    private static int Run(ReadOnlySpan<char> text, ReadOnlySpan<char> allowed)
    {
        int end = text.IndexOfAnyExcept(allowed);
        return end < 0 ? text.Length : end;
    }

    private static bool IsRun(ReadOnlySpan<char> text, ReadOnlySpan<char> allowed) => text.Length > 0 && text.IndexOfAnyExcept(allowed) < 0;
}
