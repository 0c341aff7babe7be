using System.Runtime.CompilerServices;
using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;
using BvlosSim.Values;

namespace BvlosSim.Documents.Binding.Fields;

/// <summary>
/// One of a closed set of tokens: exact, case-sensitive, not trimmed. Enumerations and literals differ only in the
/// type of the problem that any other value gives.
/// </summary>
public abstract class TokenField : Field
{
    private protected TokenField(string name, string documentation)
        : base(name, documentation)
    {
    }

    /// <summary>Whether another value is a <c>literal_error</c> instead of an <c>enum</c> problem.</summary>
    public bool IsLiteral { get; init; }

    /// <summary>What to do about any other value, without capital and full stop; null = name the nearest token.</summary>
    public string? Remedy { get; init; }

    /// <inheritdoc />
    public override FieldKind Kind => FieldKind.Token;

    /// <inheritdoc />
    public override string Expectation => Tokens.Count == 1
        ? $"the text `{Tokens[0]}`"
        : $"one of `{string.Join("`, `", Tokens)}`";

    private protected Slot RefuseToken(Binder binder, DocumentNode node) =>
        binder.Refuse(this, IsLiteral ? ProblemTypes.LiteralError : ProblemTypes.Enum, node, Remedy ?? TokenHint.For(node, Tokens));
}

/// <summary>A token that stands for a value of an enumeration.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class TokenField<T> : TokenField
    where T : struct, Enum
{
    private readonly ClosedSet<T> _set;

    /// <summary>Declares a token.</summary>
    /// <param name="name">The key.</param>
    /// <param name="set">The tokens.</param>
    /// <param name="documentation">What it means.</param>
    public TokenField(string name, ClosedSet<T> set, string documentation)
        : base(name, documentation) => _set = set;

    /// <summary>The value when the key is absent; null = none.</summary>
    public T? DefaultValue { get; init; }

    /// <inheritdoc />
    public override IReadOnlyList<string> Tokens => _set.Names;

    /// <inheritdoc />
    public override string? DefaultText => DefaultValue is { } value ? _set.NameOf(value) : null;

    internal override Slot Default => DefaultValue is { } value ? Of(value) : default;

    internal override Slot Bind(Binder binder, DocumentNode node) =>
        node.Kind == DocumentNodeKind.String && _set.TryParse(node.Text, out T value) ? Of(value) : RefuseToken(binder, node);

    private static Slot Of(T value) => Slot.Of((long)Unsafe.BitCast<T, int>(value));
}

/// <summary>A token whose value nothing depends on: a version, a method with one choice, a note.</summary>
public sealed class WordField : TokenField
{
    private readonly string[] _tokens;

    /// <summary>Declares a token.</summary>
    /// <param name="name">The key.</param>
    /// <param name="tokens">The tokens.</param>
    /// <param name="documentation">What it means.</param>
    public WordField(string name, IEnumerable<string> tokens, string documentation)
        : base(name, documentation) => _tokens = [.. tokens];

    /// <summary>The value when the key is absent; null = none.</summary>
    public string? DefaultValue { get; init; }

    /// <inheritdoc />
    public override IReadOnlyList<string> Tokens => _tokens;

    /// <inheritdoc />
    public override string? DefaultText => DefaultValue;

    internal override Slot Default => DefaultValue is null ? default : Slot.Of(DefaultValue);

    internal override Slot Bind(Binder binder, DocumentNode node) =>
        node.Kind == DocumentNodeKind.String && Array.IndexOf(_tokens, node.Text) >= 0 ? Slot.Of(node.Text) : RefuseToken(binder, node);
}
