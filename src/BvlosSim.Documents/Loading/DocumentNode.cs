using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace BvlosSim.Documents.Loading;

/// <summary>What a node of a document is.</summary>
public enum DocumentNodeKind
{
    /// <summary>Null, or nothing written.</summary>
    Null,

    /// <summary>Boolean.</summary>
    Boolean,

    /// <summary>Whole number of any size.</summary>
    Integer,

    /// <summary>Floating-point number; may be NaN or infinite.</summary>
    Float,

    /// <summary>Text.</summary>
    String,

    /// <summary>YAML date without time.</summary>
    Date,

    /// <summary>YAML date with time.</summary>
    DateTime,

    /// <summary>YAML <c>!!binary</c>.</summary>
    Binary,

    /// <summary>Mapping (object).</summary>
    Mapping,

    /// <summary>List (array).</summary>
    List,

    /// <summary>YAML <c>!!set</c>; its items are the members.</summary>
    Set,

    /// <summary>YAML <c>!!omap</c> or <c>!!pairs</c>; its items are mappings of one member.</summary>
    Pairs,
}

/// <summary>A member of a mapping. The key may be any scalar in YAML; in JSON it is a text.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
public readonly record struct DocumentMember(DocumentNode Key, DocumentNode Value);

/// <summary>
/// A node of the located tree that YAML and JSON share: a value and the place (line and column, from 1) where it
/// was written. Immutable.
/// </summary>
/// <remarks>
/// A document may hold millions of numbers: a node takes 40 bytes, and a number that a double holds exactly takes nothing more. The kind
/// shares a field with the column, which no file that can be loaded exhausts.
/// </remarks>
public sealed class DocumentNode
{
    private const int KindShift = 28;
    private const uint ColumnMask = (1u << KindShift) - 1;

    private readonly object? _payload;
    private readonly double _number;
    private readonly int _line;
    private readonly uint _kindAndColumn;

    private DocumentNode(DocumentNodeKind kind, int line, int column, object? payload, double number)
    {
        _kindAndColumn = ((uint)kind << KindShift) | ((uint)column & ColumnMask);
        _line = line;
        _payload = payload;
        _number = number;
    }

    /// <summary>The kind.</summary>
    public DocumentNodeKind Kind => (DocumentNodeKind)(_kindAndColumn >> KindShift);

    /// <summary>Line, from 1.</summary>
    public int Line => _line;

    /// <summary>Column in characters, from 1.</summary>
    public int Column => (int)(_kindAndColumn & ColumnMask);

    /// <summary>The truth value of a <see cref="DocumentNodeKind.Boolean"/>.</summary>
    public bool Boolean => Expect(DocumentNodeKind.Boolean)._number != 0.0;

    /// <summary>The value of a <see cref="DocumentNodeKind.Integer"/>.</summary>
    public BigInteger Integer => Expect(DocumentNodeKind.Integer)._payload is LargeInteger large ? large.Value : new BigInteger(_number);

    /// <summary>
    /// The value of a <see cref="DocumentNodeKind.Float"/> or <see cref="DocumentNodeKind.Integer"/> as the nearest
    /// double; infinite for an integer beyond the range of a double.
    /// </summary>
    public double Number => Kind is DocumentNodeKind.Float or DocumentNodeKind.Integer ? _number : throw Mismatch(DocumentNodeKind.Float);

    /// <summary>
    /// How the number was written when that misleads: the text of a YAML 1.1 octal (<c>0100</c> is 64) or base-60
    /// number (<c>1:30</c> is 90); null otherwise.
    /// </summary>
    public string? MisleadingText => Kind is DocumentNodeKind.Integer or DocumentNodeKind.Float
        ? _payload as string ?? (_payload as LargeInteger)?.MisleadingText
        : null;

    /// <summary>The text of a <see cref="DocumentNodeKind.String"/>; may hold lone surrogates.</summary>
    public string Text => (string)Expect(DocumentNodeKind.String)._payload!;

    /// <summary>The bytes of a <see cref="DocumentNodeKind.Binary"/>.</summary>
    public ReadOnlyMemory<byte> Bytes => (byte[])Expect(DocumentNodeKind.Binary)._payload!;

    /// <summary>The value of a <see cref="DocumentNodeKind.Date"/> (midnight) or <see cref="DocumentNodeKind.DateTime"/>.</summary>
    public DocumentTime Time => Kind is DocumentNodeKind.Date or DocumentNodeKind.DateTime
        ? (DocumentTime)_payload!
        : throw Mismatch(DocumentNodeKind.DateTime);

    /// <summary>The members of a <see cref="DocumentNodeKind.Mapping"/>, each key once, in the order of first occurrence.</summary>
    public ImmutableArray<DocumentMember> Members =>
        ImmutableCollectionsMarshal.AsImmutableArray((DocumentMember[])Expect(DocumentNodeKind.Mapping)._payload!);

    /// <summary>The items of a list, set or list of pairs.</summary>
    public ImmutableArray<DocumentNode> Items => Kind is DocumentNodeKind.List or DocumentNodeKind.Set or DocumentNodeKind.Pairs
        ? ImmutableCollectionsMarshal.AsImmutableArray((DocumentNode[])_payload!)
        : throw Mismatch(DocumentNodeKind.List);

    /// <summary>Makes a null node.</summary>
    public static DocumentNode Null(int line, int column) => new(DocumentNodeKind.Null, line, column, null, 0.0);

    /// <summary>Makes a boolean.</summary>
    public static DocumentNode FromBoolean(bool value, int line, int column) =>
        new(DocumentNodeKind.Boolean, line, column, null, value ? 1.0 : 0.0);

    /// <summary>Makes an integer.</summary>
    /// <param name="value">The value.</param>
    /// <param name="line">Line, from 1.</param>
    /// <param name="column">Column, from 1.</param>
    /// <param name="misleadingText">The text as written when it reads as something else.</param>
    public static DocumentNode FromInteger(BigInteger value, int line, int column, string? misleadingText = null)
    {
        // An integer that a double holds exactly needs no second object; the largest exact one is 2^53.
        bool exact = BigInteger.Abs(value) <= 1L << 53;
        return new(DocumentNodeKind.Integer, line, column, exact ? misleadingText : new LargeInteger(value, misleadingText), (double)value);
    }

    /// <summary>Makes an integer that a double holds exactly.</summary>
    /// <param name="value">The value, from −2⁵³ to 2⁵³.</param>
    /// <param name="line">Line, from 1.</param>
    /// <param name="column">Column, from 1.</param>
    internal static DocumentNode FromSmallInteger(long value, int line, int column) => new(DocumentNodeKind.Integer, line, column, null, value);

    /// <summary>Makes a floating-point number.</summary>
    /// <param name="value">The value; may be NaN or infinite.</param>
    /// <param name="line">Line, from 1.</param>
    /// <param name="column">Column, from 1.</param>
    /// <param name="misleadingText">The text as written when it reads as something else.</param>
    public static DocumentNode FromFloat(double value, int line, int column, string? misleadingText = null) =>
        new(DocumentNodeKind.Float, line, column, misleadingText, value);

    /// <summary>Makes a text.</summary>
    public static DocumentNode FromString(string value, int line, int column) => new(DocumentNodeKind.String, line, column, value, 0.0);

    /// <summary>Makes a date (<see cref="DocumentNodeKind.Date"/>) or date-time (<see cref="DocumentNodeKind.DateTime"/>).</summary>
    public static DocumentNode FromTime(DocumentNodeKind kind, DocumentTime value, int line, int column) => new(kind, line, column, value, 0.0);

    /// <summary>Makes a <c>!!binary</c> value.</summary>
    public static DocumentNode FromBytes(byte[] value, int line, int column) => new(DocumentNodeKind.Binary, line, column, value, 0.0);

    /// <summary>Makes a mapping.</summary>
    public static DocumentNode FromMembers(ImmutableArray<DocumentMember> members, int line, int column) =>
        new(DocumentNodeKind.Mapping, line, column, ImmutableCollectionsMarshal.AsArray(members) ?? [], 0.0);

    /// <summary>Makes a list, set or list of pairs.</summary>
    public static DocumentNode FromItems(DocumentNodeKind kind, ImmutableArray<DocumentNode> items, int line, int column) =>
        new(kind, line, column, ImmutableCollectionsMarshal.AsArray(items) ?? [], 0.0);

    /// <summary>The value of a text key of a mapping, or null when the key is absent.</summary>
    public DocumentNode? Find(string key)
    {
        foreach (DocumentMember member in Members)
        {
            if (member.Key.Kind == DocumentNodeKind.String && string.Equals(member.Key.Text, key, StringComparison.Ordinal))
                return member.Value;
        }

        return null;
    }

    private DocumentNode Expect(DocumentNodeKind kind) => Kind == kind ? this : throw Mismatch(kind);

    private InvalidOperationException Mismatch(DocumentNodeKind wanted) => new($"The node is a {Kind}, not a {wanted}.");

    private sealed record LargeInteger(BigInteger Value, string? MisleadingText);
}
