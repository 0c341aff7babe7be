using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Binding.Fields;

/// <summary>A path, kept as written. Whether there is such a file is not looked at.</summary>
public sealed class PathField : Field
{
    /// <summary>Declares a path.</summary>
    /// <param name="name">The key.</param>
    /// <param name="documentation">What it means.</param>
    public PathField(string name, string documentation)
        : base(name, documentation)
    {
    }

    /// <inheritdoc />
    public override FieldKind Kind => FieldKind.Path;

    /// <inheritdoc />
    public override string Expectation => "a path, as a text";

    internal override Slot Bind(Binder binder, DocumentNode node)
    {
        if (node.Kind != DocumentNodeKind.String)
            return binder.Refuse(this, ProblemTypes.PathType, node, TextHint.For(node, IsRequired));
        return TextField.IsValidUnicode(node.Text)
            ? Slot.Of(node.Text)
            : binder.Refuse(this, ProblemTypes.StringUnicode, node, "the path holds half of a surrogate pair");
    }
}
