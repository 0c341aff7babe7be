using System.Globalization;
using System.Numerics;
using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Binding.Fields;

/// <summary>
/// A whole number: an integer, a float without fraction, a boolean or a text of digits. A number whose notation
/// misleads (YAML 1.1 octal and base 60) is refused, and so is one beyond 64 bits, since nothing could keep it.
/// </summary>
public sealed class IntegerField : Field
{
    /// <summary>Declares a whole number.</summary>
    /// <param name="name">The key.</param>
    /// <param name="documentation">What it means.</param>
    public IntegerField(string name, string documentation)
        : base(name, documentation)
    {
    }

    /// <summary>The least accepted value.</summary>
    public long Min { get; init; } = long.MinValue;

    /// <summary>The value when the key is absent; null = none.</summary>
    public long? DefaultValue { get; init; }

    /// <inheritdoc />
    public override FieldKind Kind => FieldKind.LenientInteger;

    /// <inheritdoc />
    public override string? DefaultText => DefaultValue?.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public override string Expectation => Min == long.MinValue ? "a whole number" : $"a whole number, {Min} or more";

    internal override Slot Default => DefaultValue is { } value ? Slot.Of(value) : default;

    internal override Slot Bind(Binder binder, DocumentNode node)
    {
        if (node.Kind is DocumentNodeKind.Integer or DocumentNodeKind.Float && node.MisleadingText is not null)
            return binder.Refuse(this, ProblemTypes.ValueError, node, NumberHint.Misleading(node));

        BigInteger value;
        switch (node.Kind)
        {
            case DocumentNodeKind.Integer:
                value = node.Integer;
                break;
            case DocumentNodeKind.Boolean:
                value = node.Boolean ? 1 : 0;
                break;
            case DocumentNodeKind.Float:
                if (FloatViolation(node.Number) is { } violation)
                    return binder.Refuse(this, violation, node, null);
                value = (long)node.Number;
                break;
            case DocumentNodeKind.String:
                if (!LenientText.TryParseInteger(node.Text, out value, out bool isTooLong))
                    return binder.Refuse(this, isTooLong ? ProblemTypes.IntParsingSize : ProblemTypes.IntParsing, node, null);
                break;
            default:
                return binder.Refuse(this, ProblemTypes.IntType, node, NumberHint.For(node, null, IsRequired));
        }

        if (value < Min)
            return binder.Refuse(this, ProblemTypes.GreaterThanEqual, node, null);
        return value > long.MaxValue
            ? binder.Refuse(this, ProblemTypes.IntParsingSize, node, $"the greatest whole number is {long.MaxValue}")
            : Slot.Of((long)value);
    }

    private static string? FloatViolation(double value)
    {
        if (!double.IsFinite(value))
            return ProblemTypes.FiniteNumber;
        if (Math.Floor(value) != value)
            return ProblemTypes.IntFromFloat;
        return Math.Abs(value) >= 9223372036854775808.0 ? ProblemTypes.IntParsingSize : null;
    }
}
