using System.Globalization;

namespace BvlosSim.Values;

/// <summary>What a <see cref="Scalar"/> holds.</summary>
public enum ScalarKind
{
    /// <summary>No value.</summary>
    Null,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number; never printed with a fraction.</summary>
    Integer,

    /// <summary>A double; may be non-finite, which a JSON writer prints as null or refuses.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,
}

/// <summary>
/// A value of a failure context or of the result metadata: text, integer, number, boolean or null, keeping its
/// type up to the output. The default is null.
/// </summary>
public readonly record struct Scalar
{
    private readonly string? _text;
    private readonly double _number;
    private readonly long _integer;

    private Scalar(ScalarKind kind, string? text, long integer, double number)
    {
        Kind = kind;
        _text = text;
        _integer = integer;
        _number = number;
    }

    /// <summary>The type of the value.</summary>
    public ScalarKind Kind { get; }

    /// <summary>The text; only for <see cref="ScalarKind.Text"/>.</summary>
    public string Text => _text ?? throw new InvalidOperationException("The scalar is not a text.");

    /// <summary>The whole number; only for <see cref="ScalarKind.Integer"/>.</summary>
    public long Integer => _integer;

    /// <summary>The double; only for <see cref="ScalarKind.Number"/>.</summary>
    public double Number => _number;

    /// <summary>The truth value; only for <see cref="ScalarKind.Boolean"/>.</summary>
    public bool Boolean => _integer != 0;

    /// <summary>Wraps a text; null gives the null scalar.</summary>
    public static implicit operator Scalar(string? value) => FromString(value);

    /// <summary>Wraps a whole number.</summary>
    public static implicit operator Scalar(int value) => FromInt64(value);

    /// <summary>Wraps a double.</summary>
    public static implicit operator Scalar(double value) => FromDouble(value);

    /// <summary>Wraps a truth value.</summary>
    public static implicit operator Scalar(bool value) => FromBoolean(value);

    /// <summary>Wraps a text; null gives the null scalar.</summary>
    public static Scalar FromString(string? value) => value is null ? default : new Scalar(ScalarKind.Text, value, 0, 0.0);

    /// <summary>Wraps a whole number.</summary>
    public static Scalar FromInt64(long value) => new(ScalarKind.Integer, null, value, 0.0);

    /// <summary>Wraps a double.</summary>
    public static Scalar FromDouble(double value) => new(ScalarKind.Number, null, 0, value);

    /// <summary>Wraps a truth value.</summary>
    public static Scalar FromBoolean(bool value) => new(ScalarKind.Boolean, null, value ? 1 : 0, 0.0);

    /// <summary>The value as a person reads it.</summary>
    public override string ToString() => Kind switch
    {
        ScalarKind.Text => Text,
        ScalarKind.Integer => _integer.ToString(CultureInfo.InvariantCulture),
        ScalarKind.Number => _number.ToString(CultureInfo.InvariantCulture),
        ScalarKind.Boolean => Boolean ? "true" : "false",
        _ => "null",
    };
}
