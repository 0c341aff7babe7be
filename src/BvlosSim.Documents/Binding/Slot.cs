namespace BvlosSim.Documents.Binding;

/// <summary>A bound value between the field that read it and the object that is built of it. The default is "no value".</summary>
/// <param name="Reference">The value of a text, list or object.</param>
/// <param name="Bits">The value of a number, boolean or token.</param>
/// <param name="HasValue">False for null and for a value that was refused.</param>
internal readonly record struct Slot(object? Reference, long Bits, bool HasValue)
{
    /// <summary>The double of a number.</summary>
    public double Number => BitConverter.Int64BitsToDouble(Bits);

    /// <summary>Wraps a number.</summary>
    public static Slot Of(double value) => new(null, BitConverter.DoubleToInt64Bits(value), true);

    /// <summary>Wraps a whole number.</summary>
    public static Slot Of(long value) => new(null, value, true);

    /// <summary>Wraps a boolean.</summary>
    public static Slot Of(bool value) => new(null, value ? 1 : 0, true);

    /// <summary>Wraps a reference.</summary>
    public static Slot Of(object value) => new(value, 0, true);
}
