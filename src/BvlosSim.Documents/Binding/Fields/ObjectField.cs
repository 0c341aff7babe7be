using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Binding.Fields;

/// <summary>An object with declared keys.</summary>
/// <typeparam name="T">What it is bound to.</typeparam>
public sealed class ObjectField<T> : Field
    where T : class
{
    private readonly ObjectContract<T> _contract;

    /// <summary>Declares an object.</summary>
    /// <param name="name">The key.</param>
    /// <param name="contract">Its keys.</param>
    /// <param name="documentation">What it means.</param>
    public ObjectField(string name, ObjectContract<T> contract, string documentation)
        : base(name, documentation) => _contract = contract;

    /// <summary>Whether an absent key means an empty object, which must then be a valid one.</summary>
    public bool IsEmptyByDefault { get; init; }

    /// <inheritdoc />
    public override FieldKind Kind => FieldKind.Object;

    /// <inheritdoc />
    public override string? DefaultText => IsEmptyByDefault ? "{}" : null;

    /// <inheritdoc />
    public override ObjectContract Content => _contract;

    /// <inheritdoc />
    public override string Expectation => "a mapping of keys to values";

    internal override Slot Default => IsEmptyByDefault ? Slot.Of(_contract.Empty) : default;

    internal override Slot Bind(Binder binder, DocumentNode node) =>
        _contract.TryBind(binder, node, this, out T value) ? Slot.Of(value) : default;
}
