using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;

namespace BvlosSim.Documents.Json;

/// <summary>The one text of a double in a canonical document: shortest round-trip decimal, always with a fraction or an exponent.</summary>
public static class CanonicalNumber
{
    /// <summary>Room that any number fits in.</summary>
    public const int MaxLength = 32;

    private const double ExactDecimals = 1e15;
    private const ulong Scale = 100_000_000;
    private const int MinPlainExponent = -4;
    private const int MaxPlainExponent = 15;

    /// <summary>Writes a double rounded to 8 decimals.</summary>
    /// <param name="value">The double.</param>
    /// <param name="destination">At least <see cref="MaxLength"/> bytes.</param>
    /// <returns>Number of bytes written.</returns>
    /// <exception cref="NonFiniteNumberException">The value is NaN or infinite.</exception>
    public static int WriteRounded(double value, Span<byte> destination)
    {
        if (!double.IsFinite(value))
            throw new NonFiniteNumberException(value);
        if (DecimalRounding.TryScale(value, out double scaled))
        {
            // Fifteen digits name one double: the decimal itself is the shortest text. Below 1e-4 an exponent is due.
            double magnitude = Math.Abs(scaled);
            if (magnitude == 0.0 || magnitude is >= 1e4 and < ExactDecimals)
                return WriteFixed(scaled, destination);
            value = scaled / Scale;
        }

        return WriteShortest(value, destination);
    }

    /// <summary>Writes the shortest text that reads back as the same double, unrounded.</summary>
    /// <param name="value">A finite double.</param>
    /// <param name="destination">At least <see cref="MaxLength"/> bytes.</param>
    /// <returns>Number of bytes written.</returns>
    public static int WriteShortest(double value, Span<byte> destination)
    {
        if (!double.IsFinite(value))
            throw new NonFiniteNumberException(value);
        Span<byte> text = stackalloc byte[MaxLength];
        bool fits = value.TryFormat(text, out int length, "R", CultureInfo.InvariantCulture);
        Debug.Assert(fits, "Seventeen digits, a sign and an exponent fit.");
        return Relay(text[..length], destination);
    }

    private static int WriteFixed(double scaled, Span<byte> destination)
    {
        ulong steps = (ulong)Math.Abs(scaled);
        int at = 0;
        if (scaled < 0.0)
            destination[at++] = (byte)'-';
        Utf8Formatter.TryFormat(steps / Scale, destination[at..], out int written);
        at += written;
        destination[at++] = (byte)'.';
        ulong fraction = steps % Scale;
        int digits = 8;
        while (digits > 1 && fraction % 10 == 0)
        {
            fraction /= 10;
            digits--;
        }

        for (int i = digits - 1; i >= 0; i--)
        {
            destination[at + i] = (byte)('0' + (fraction % 10));
            fraction /= 10;
        }

        return at + digits;
    }

    /// <summary>Turns <c>-1.5E-08</c> or <c>123.4</c> into digits and an exponent, and lays them out by the canonical rules.</summary>
    private static int Relay(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        Span<byte> digits = stackalloc byte[MaxLength];
        int count = 0;
        int exponent = 0;
        int pointAt = -1;
        bool negative = text[0] == '-';
        for (int i = negative ? 1 : 0; i < text.Length; i++)
        {
            byte c = text[i];
            if (c == '.')
                pointAt = count;
            else if (c is (byte)'E' or (byte)'e')
            {
                exponent = int.Parse(text[(i + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                break;
            }
            else
                digits[count++] = c;
        }

        int wholeDigits = (pointAt < 0 ? count : pointAt) + exponent;
        int leading = 0;
        while (leading < count - 1 && digits[leading] == '0')
            leading++;
        wholeDigits -= leading;
        while (count > leading + 1 && digits[count - 1] == '0')
            count--;
        ReadOnlySpan<byte> significant = digits[leading..count];
        if (significant is [(byte)'0'])
            wholeDigits = 1;

        int at = 0;
        if (negative)
            destination[at++] = (byte)'-';
        int scientific = wholeDigits - 1;
        return scientific is < MinPlainExponent or > MaxPlainExponent
            ? at + LayScientific(significant, scientific, destination[at..])
            : at + LayPlain(significant, wholeDigits, destination[at..]);
    }

    private static int LayPlain(ReadOnlySpan<byte> digits, int wholeDigits, Span<byte> destination)
    {
        int at = 0;
        for (int i = Math.Min(0, wholeDigits - 1); i < Math.Max(wholeDigits + 1, digits.Length); i++)
        {
            if (i == wholeDigits)
                destination[at++] = (byte)'.';
            destination[at++] = i >= 0 && i < digits.Length ? digits[i] : (byte)'0';
        }

        return at;
    }

    private static int LayScientific(ReadOnlySpan<byte> digits, int exponent, Span<byte> destination)
    {
        int at = 0;
        destination[at++] = digits[0];
        if (digits.Length > 1)
        {
            destination[at++] = (byte)'.';
            digits[1..].CopyTo(destination[at..]);
            at += digits.Length - 1;
        }

        destination[at++] = (byte)'e';
        destination[at++] = (byte)(exponent < 0 ? '-' : '+');
        int magnitude = Math.Abs(exponent);
        if (magnitude < 10)
            destination[at++] = (byte)'0';
        Utf8Formatter.TryFormat(magnitude, destination[at..], out int written);
        return at + written;
    }
}
