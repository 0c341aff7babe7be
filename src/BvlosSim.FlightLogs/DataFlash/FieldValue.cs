namespace BvlosSim.FlightLogs.DataFlash;

/// <summary>One raw value of a message: absent, a number or a text. The conversions are those of spec 08 §3.4.</summary>
internal readonly struct FieldValue
{
    private readonly Kind _kind;
    private readonly long _whole;
    private readonly double _real;
    private readonly string? _text;

    private FieldValue(Kind kind, long whole, double real, string? text) => (_kind, _whole, _real, _text) = (kind, whole, real, text);

    private enum Kind : byte
    {
        Absent,
        Whole,
        Real,
        Text,
    }

    /// <summary>Whether the log has the value.</summary>
    public bool IsPresent => _kind != Kind.Absent;

    /// <summary>Whether it is a text.</summary>
    public bool IsText => _kind == Kind.Text;

    /// <summary>The whole number as stored, before any scaling; null where it was none.</summary>
    public long? Stored { get; private init; }

    /// <summary>A whole number.</summary>
    public static FieldValue OfWhole(long value) => new(Kind.Whole, value, value, null) { Stored = value };

    /// <summary>A number.</summary>
    public static FieldValue OfReal(double value) => new(Kind.Real, 0, value, null);

    /// <summary>A whole number as stored, times a scale.</summary>
    public static FieldValue OfScaled(long stored, double divisor) => new(Kind.Real, 0, stored / divisor, null) { Stored = stored };

    /// <summary>A text.</summary>
    public static FieldValue OfText(string value) => new(Kind.Text, 0, 0, value);

    /// <summary>The value times a factor, which is no longer a whole number; absent where it is no number.</summary>
    public FieldValue Times(double factor) => Real() is { } real
        ? new(Kind.Real, 0, real * factor, null) { Stored = IsText ? Whole() : Stored }
        : default;

    /// <summary>As a number; NaN and infinities are numbers.</summary>
    public double? Real() => _kind switch
    {
        Kind.Whole or Kind.Real => _real,
        Kind.Text => TextNumbers.Real(_text),
        _ => null,
    };

    /// <summary>As a whole number: truncated towards zero; a text must be one.</summary>
    public long? Whole() => _kind switch
    {
        Kind.Whole => _whole,
        Kind.Real => double.Abs(_real) < 9e18 ? (long)_real : null,
        Kind.Text => TextNumbers.Whole(_text),
        _ => null,
    };

    /// <summary>As a text; null = absent.</summary>
    public string? Text() => _kind switch
    {
        Kind.Whole => _whole.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Kind.Real => _real.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => _text,
    };
}
