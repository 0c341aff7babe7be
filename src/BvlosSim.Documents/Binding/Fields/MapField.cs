using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Binding.Fields;

/// <summary>A free map: text keys, any values. It is checked for its keys alone and not kept.</summary>
public sealed class MapField : Field
{
    private static readonly object Ignored = new();

    /// <summary>Declares a free map.</summary>
    /// <param name="name">The key.</param>
    /// <param name="documentation">What it means.</param>
    public MapField(string name, string documentation)
        : base(name, documentation)
    {
    }

    /// <inheritdoc />
    public override FieldKind Kind => FieldKind.Map;

    /// <inheritdoc />
    public override string DefaultText => "{}";

    /// <inheritdoc />
    public override string Expectation => "a mapping of texts to anything";

    internal override Slot Default => Slot.Of(Ignored);

    internal override Slot Bind(Binder binder, DocumentNode node)
    {
        if (node.Kind != DocumentNodeKind.Mapping)
            return binder.Refuse(this, ProblemTypes.DictType, node, null);
        foreach (DocumentMember member in node.Members)
        {
            if (member.Key.Kind != DocumentNodeKind.String)
                RefuseKey(binder, member.Key);
        }

        return Default;
    }

    private void RefuseKey(Binder binder, DocumentNode key)
    {
        binder.Push(KeyName.Of(key));
        binder.Push("[key]");
        binder.Report(ProblemTypes.StringType, key, $"A key of `{Name}` must be a text; found {FoundValue.Describe(key)}. Put it in quotes.");
        binder.Pop();
        binder.Pop();
    }
}
