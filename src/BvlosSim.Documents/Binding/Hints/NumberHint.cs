using System.Globalization;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Binding.Hints;

/// <summary>Tells how to write the number that was probably meant.</summary>
internal static class NumberHint
{
    /// <summary>For an integer that no double can hold.</summary>
    public const string BeyondDouble = "it is beyond the range of a double";

    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>For a number whose notation means something else than it seems.</summary>
    public static string Misleading(DocumentNode node)
    {
        string text = node.MisleadingText!;
        string value = node.Number.ToString(CultureInfo.InvariantCulture);
        if (text.Contains(':', StringComparison.Ordinal))
            return $"`{text}` reads as base 60, {value}, in YAML 1.1; write {value}, or the number you mean";
        string digits = text.Replace("_", "", StringComparison.Ordinal);
        string sign = digits.StartsWith('-') ? "-" : "";
        string seeming = sign + digits.TrimStart('+', '-').TrimStart('0');
        return seeming == sign || seeming == value
            ? $"`{text}` is an octal number in YAML 1.1; write {value}"
            : $"`{text}` reads as octal {value} in YAML 1.1; write {value} or {seeming}";
    }

    /// <summary>For a value that is no number.</summary>
    /// <param name="node">The value.</param>
    /// <param name="unit">Unit of the field.</param>
    /// <param name="isRequired">Whether the key must stay.</param>
    public static string? For(DocumentNode node, string? unit, bool isRequired) => node.Kind switch
    {
        DocumentNodeKind.String => ForText(node.Text, unit),
        DocumentNodeKind.Null => isRequired
            ? "a key with nothing after it is null; write a number"
            : "a key with nothing after it is null; write a number or remove the key",
        DocumentNodeKind.Boolean => "YAML reads yes, no, on and off as booleans; write a number",
        _ => null,
    };

    private static string? ForText(string text, string? unit)
    {
        string trimmed = text.Trim();
        if (trimmed.Length == 0)
            return "the text is empty; write a number";
        if (IsNumber(trimmed, out double value))
            return ForNumericText(trimmed, value);
        if (IsNumber(trimmed.Replace(',', '.'), out value))
            return $"write a decimal point: {value.ToString(CultureInfo.InvariantCulture)}";
        return NumericPrefix(trimmed) is { } number
            ? $"write the number alone{(unit is null ? "" : $", in {unit}")}, such as {number}"
            : null;
    }

    private static string ForNumericText(string text, double value)
    {
        if (!double.IsFinite(value))
            return "the number is beyond the range of a double";
        string plain = value.ToString(CultureInfo.InvariantCulture);
        int exponent = text.IndexOfAny(['e', 'E']);
        if (exponent >= 0)
        {
            string withExponent = value.ToString("0.0###############e+0", CultureInfo.InvariantCulture);
            bool isPlain = !plain.Contains('E', StringComparison.Ordinal);
            return $"YAML 1.1 reads an exponent only with a point and a sign; write {withExponent}{(isPlain ? $" or {plain}" : "")}, without quotes";
        }

        return text == plain ? $"remove the quotes: {plain}" : $"write {plain}, without quotes";
    }

    private static bool IsNumber(string text, out double value) =>
        double.TryParse(text, Plain, CultureInfo.InvariantCulture, out value) && text.AsSpan().ContainsAnyInRange('0', '9');

    private static string? NumericPrefix(string text)
    {
        int end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or '-' or '+'))
            end++;
        bool isUnitAfter = end > 0 && end < text.Length && (char.IsLetter(text[end]) || text[end] is ' ' or '°' or '%');
        return isUnitAfter && IsNumber(text[..end], out double value) ? value.ToString(CultureInfo.InvariantCulture) : null;
    }
}
