using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Binding.Fields;

/// <summary>Type of a field in a contract.</summary>
public enum FieldKind
{
    /// <summary>Finite number.</summary>
    Number,

    /// <summary>Number, also as a text or boolean; may be NaN or infinite.</summary>
    LenientNumber,

    /// <summary>Whole number, also as a text or boolean.</summary>
    LenientInteger,

    /// <summary>Boolean.</summary>
    Boolean,

    /// <summary>Boolean, also as 0, 1 or a text such as <c>yes</c>.</summary>
    LenientBoolean,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Identifier: ASCII letters, digits, <c>_</c> and <c>-</c>, first a letter or digit.</summary>
    Identifier,

    /// <summary>One of a closed set of tokens.</summary>
    Token,

    /// <summary>Path of a file.</summary>
    Path,

    /// <summary>Date-time.</summary>
    DateTime,

    /// <summary>Object with declared keys.</summary>
    Object,

    /// <summary>List.</summary>
    List,

    /// <summary>Map with free text keys, ignored.</summary>
    Map,
}

/// <summary>
/// One key of a contract, declared once: the binder, help, documentation and schema all read this declaration.
/// A field that is neither required nor has a default may be null or absent, which mean the same.
/// </summary>
public abstract class Field
{
    private int _index = -1;

    private protected Field(string name, string documentation)
    {
        Name = name;
        Documentation = documentation;
    }

    /// <summary>The key.</summary>
    public string Name { get; }

    /// <summary>What the value means, one line.</summary>
    public string Documentation { get; }

    /// <summary>Another key that is read when <see cref="Name"/> is absent; null = none.</summary>
    public string? AlternateName { get; init; }

    /// <summary>Whether the key must be present.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether null is accepted and means the same as an absent key.</summary>
    public bool IsNullable => !IsRequired && !Default.HasValue;

    /// <summary>The unit as a person writes it; null for values without one.</summary>
    public string? Unit { get; private protected init; }

    /// <summary>The type.</summary>
    public abstract FieldKind Kind { get; }

    /// <summary>The default as it would be written in YAML; null when there is none.</summary>
    public virtual string? DefaultText => null;

    /// <summary>The accepted tokens; empty for other types.</summary>
    public virtual IReadOnlyList<string> Tokens => [];

    /// <summary>The contract of the object, or of each object of a list; null for other types.</summary>
    public virtual ObjectContract? Content => null;

    /// <summary>What a value must be, for a person: <c>a finite number in m, 0 or more</c>.</summary>
    public abstract string Expectation { get; }

    /// <summary>Position in the object that owns the field.</summary>
    internal int Index => _index >= 0 ? _index : throw new InvalidOperationException($"Field '{Name}' belongs to no object.");

    /// <summary>The value when the key is absent.</summary>
    internal virtual Slot Default => default;

    /// <summary>Reads a value that is present and, for a nullable field, not null; reports what is wrong with it.</summary>
    internal abstract Slot Bind(Binder binder, DocumentNode node);

    /// <summary>Gives the field its place in an object.</summary>
    internal void Own(int index)
    {
        if (_index >= 0)
            throw new InvalidOperationException($"Field '{Name}' belongs to an object already.");
        _index = index;
    }
}
