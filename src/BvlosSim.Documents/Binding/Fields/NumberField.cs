using System.Globalization;
using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Binding.Fields;

/// <summary>
/// A number. The strict form takes integers and floats that are finite as doubles; the lenient one also booleans,
/// texts, NaN and infinities. Both refuse a number whose notation misleads (YAML 1.1 octal and base 60).
/// </summary>
public sealed class NumberField : Field
{
    /// <summary>Declares a number.</summary>
    /// <param name="name">The key.</param>
    /// <param name="unit">The unit as a person writes it; null for a plain number.</param>
    /// <param name="documentation">What it means.</param>
    public NumberField(string name, string? unit, string documentation)
        : base(name, documentation) => Unit = unit;

    /// <summary>The accepted range.</summary>
    public NumberRange Range { get; init; } = NumberRange.Any;

    /// <summary>Whether booleans, texts, NaN and infinities are accepted.</summary>
    public bool IsLenient { get; init; }

    /// <summary>Whether the lenient form refuses NaN and infinities, as the strict one always does.</summary>
    public bool IsFinite { get; init; }

    /// <summary>The value when the key is absent; null = none.</summary>
    public double? DefaultValue { get; init; }

    /// <inheritdoc />
    public override FieldKind Kind => IsLenient ? FieldKind.LenientNumber : FieldKind.Number;

    /// <inheritdoc />
    public override string? DefaultText => DefaultValue?.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public override string Expectation
    {
        get
        {
            string text = IsLenient && !IsFinite ? "a number" : "a finite number";
            if (Unit is not null)
                text += $" in {Unit}";
            return Range == NumberRange.Any ? text : $"{text}, {Range.Describe()}";
        }
    }

    internal override Slot Default => DefaultValue is { } value ? Slot.Of(value) : default;

    internal override Slot Bind(Binder binder, DocumentNode node)
    {
        double value;
        if (node.Kind is DocumentNodeKind.Integer or DocumentNodeKind.Float)
        {
            if (node.MisleadingText is not null)
                return binder.Refuse(this, ProblemTypes.ValueError, node, NumberHint.Misleading(node));
            value = node.Number;
            if (node.Kind == DocumentNodeKind.Integer && !double.IsFinite(value))
                return RefuseHugeInteger(binder, node);
        }
        else if (!IsLenient)
        {
            return binder.Refuse(this, ProblemTypes.ValueError, node, NumberHint.For(node, Unit, IsRequired));
        }
        else if (node.Kind == DocumentNodeKind.Boolean)
        {
            value = node.Boolean ? 1.0 : 0.0;
        }
        else if (node.Kind != DocumentNodeKind.String)
        {
            return binder.Refuse(this, ProblemTypes.FloatType, node, NumberHint.For(node, Unit, IsRequired));
        }
        else if (!LenientText.TryParseNumber(node.Text, out value))
        {
            return binder.Refuse(this, ProblemTypes.FloatParsing, node, NumberHint.For(node, Unit, IsRequired));
        }

        if (!IsLenient && !double.IsFinite(value))
            return binder.Refuse(this, ProblemTypes.ValueError, node, null);
        if (IsFinite && !double.IsFinite(value))
            return binder.Refuse(this, ProblemTypes.FiniteNumber, node, null);
        return Range.Violation(value) is { } violation ? binder.Refuse(this, violation, node, null) : Slot.Of(value);
    }

    private Slot RefuseHugeInteger(Binder binder, DocumentNode node)
    {
        if (IsLenient)
            return binder.Refuse(this, ProblemTypes.FloatType, node, NumberHint.BeyondDouble);
        binder.InternalErrorType = "OverflowError";
        return binder.Refuse(this, ProblemTypes.ValueError, node, NumberHint.BeyondDouble);
    }
}
