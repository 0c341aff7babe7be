using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Binding.Fields;

/// <summary>A boolean; in its lenient form also 0, 1 and texts such as <c>yes</c>.</summary>
public sealed class BooleanField : Field
{
    /// <summary>Declares a boolean.</summary>
    /// <param name="name">The key.</param>
    /// <param name="documentation">What it means.</param>
    public BooleanField(string name, string documentation)
        : base(name, documentation)
    {
    }

    /// <summary>The value when the key is absent; null = none.</summary>
    public bool? DefaultValue { get; init; }

    /// <summary>Whether 0, 1 and texts are accepted.</summary>
    public bool IsLenient { get; init; }

    /// <inheritdoc />
    public override FieldKind Kind => IsLenient ? FieldKind.LenientBoolean : FieldKind.Boolean;

    /// <inheritdoc />
    public override string? DefaultText => DefaultValue switch
    {
        true => "true",
        false => "false",
        null => null,
    };

    /// <inheritdoc />
    public override string Expectation => "true or false";

    internal override Slot Default => DefaultValue is { } value ? Slot.Of(value) : default;

    internal override Slot Bind(Binder binder, DocumentNode node)
    {
        if (node.Kind == DocumentNodeKind.Boolean)
            return Slot.Of(node.Boolean);
        if (!IsLenient)
            return binder.Refuse(this, ProblemTypes.BoolType, node, TokenHint.ForBoolean(node));
        return node.Kind switch
        {
            DocumentNodeKind.Integer or DocumentNodeKind.Float when node.Number is 0.0 or 1.0 => Slot.Of(node.Number != 0.0),
            DocumentNodeKind.Integer when long.MinValue <= node.Integer && node.Integer <= long.MaxValue => Unreadable(binder, node),
            DocumentNodeKind.Float when double.IsFinite(node.Number) && Math.Floor(node.Number) == node.Number => Unreadable(binder, node),
            DocumentNodeKind.String => LenientText.TryParseBoolean(node.Text, out bool value) ? Slot.Of(value) : Unreadable(binder, node),
            _ => binder.Refuse(this, ProblemTypes.BoolType, node, TokenHint.ForBoolean(node)),
        };
    }

    private Slot Unreadable(Binder binder, DocumentNode node) => binder.Refuse(this, ProblemTypes.BoolParsing, node, null);
}
