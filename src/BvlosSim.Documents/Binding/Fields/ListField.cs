using System.Collections.Immutable;
using System.Runtime.InteropServices;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Binding.Fields;

/// <summary>A list of objects or texts. A YAML set or list of pairs counts as a list.</summary>
/// <typeparam name="T">What an item is bound to.</typeparam>
public abstract class ListField<T> : Field
    where T : notnull
{
    // The array of the empty immutable array itself, so that two records with no items are equal.
    private static readonly T[] None = ImmutableCollectionsMarshal.AsArray(ImmutableArray<T>.Empty)!;

    private protected ListField(string name, string documentation)
        : base(name, documentation)
    {
    }

    /// <summary>Least number of items, checked only when every item is sound.</summary>
    public int MinCount { get; init; }

    /// <summary>Whether an absent key means an empty list.</summary>
    public bool IsEmptyByDefault { get; init; }

    /// <inheritdoc />
    public override FieldKind Kind => FieldKind.List;

    /// <inheritdoc />
    public override string? DefaultText => IsEmptyByDefault ? "[]" : null;

    /// <inheritdoc />
    public override string Expectation
    {
        get
        {
            string items = Content is null ? "texts" : "objects";
            return MinCount == 0 ? $"a list of {items}" : $"a list of {items}, at least {MinCount}";
        }
    }

    internal override Slot Default => IsEmptyByDefault ? Slot.Of(None) : default;

    internal sealed override Slot Bind(Binder binder, DocumentNode node)
    {
        if (node.Kind is not (DocumentNodeKind.List or DocumentNodeKind.Set or DocumentNodeKind.Pairs))
            return binder.Refuse(this, ProblemTypes.ListType, node, null);

        int problems = binder.ProblemCount;
        bool arePairs = node.Kind == DocumentNodeKind.Pairs;
        T[] items = node.Items.IsEmpty ? None : new T[node.Items.Length];
        for (int i = 0; i < items.Length; i++)
        {
            binder.Push(i);
            items[i] = BindItem(binder, node.Items[i], arePairs)!;
            binder.Pop();
        }

        if (binder.ProblemCount != problems)
            return default;
        return items.Length < MinCount ? binder.Refuse(this, ProblemTypes.TooShort, node, items.Length == 0 ? "it is empty" : $"it has {items.Length}") : Slot.Of(items);
    }

    /// <summary>Reads one item and reports what is wrong with it.</summary>
    private protected abstract T? BindItem(Binder binder, DocumentNode node, bool isPair);
}

/// <summary>A list of objects.</summary>
/// <typeparam name="T">What an item is bound to.</typeparam>
public sealed class ObjectListField<T> : ListField<T>
    where T : notnull
{
    private readonly ObjectContract<T> _contract;

    /// <summary>Declares a list of objects.</summary>
    /// <param name="name">The key.</param>
    /// <param name="contract">The keys of an item.</param>
    /// <param name="documentation">What it means.</param>
    public ObjectListField(string name, ObjectContract<T> contract, string documentation)
        : base(name, documentation) => _contract = contract;

    /// <inheritdoc />
    public override ObjectContract Content => _contract;

    private protected override T? BindItem(Binder binder, DocumentNode node, bool isPair)
    {
        if (isPair)
        {
            // A pair of a key and a value is no mapping, although the tree holds it as one.
            binder.Report(ProblemTypes.ModelType, node, $"An item of `{Name}` must be a mapping of keys to values; found a pair.");
            return default;
        }

        return _contract.TryBind(binder, node, null, out T value) ? value : default;
    }
}

/// <summary>A list of texts.</summary>
public sealed class TextListField : ListField<string>
{
    private readonly string _documentation;
    private TextField _item;

    /// <summary>Declares a list of texts.</summary>
    /// <param name="name">The key.</param>
    /// <param name="documentation">What it means.</param>
    public TextListField(string name, string documentation)
        : base(name, documentation)
    {
        _documentation = documentation;
        _item = Item(0);
    }

    /// <summary>Exact number of hexadecimal digits, either case, of which each text must consist; 0 = any text.</summary>
    public int HexDigits { get => _item.HexDigits; init => _item = Item(value); }

    private TextField Item(int hexDigits) => new($"{Name} item", _documentation) { IsRequired = true, HexDigits = hexDigits };

    private protected override string? BindItem(Binder binder, DocumentNode node, bool isPair) => (string?)_item.Bind(binder, node).Reference;
}
