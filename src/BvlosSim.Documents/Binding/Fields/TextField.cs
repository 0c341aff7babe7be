using System.Text;
using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Binding.Fields;

/// <summary>A text, kept as it is: not trimmed, not normalised. In its strict form an identifier.</summary>
public sealed class TextField : Field
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Declares a text.</summary>
    /// <param name="name">The key.</param>
    /// <param name="documentation">What it means.</param>
    public TextField(string name, string documentation)
        : base(name, documentation)
    {
    }

    /// <summary>Whether the text must have the form of an identifier.</summary>
    public bool IsIdentifier { get; init; }

    /// <summary>Whether the text must have at least one character; an identifier always must.</summary>
    public bool IsNotEmpty { get; init; }

    /// <summary>Exact number of hexadecimal digits, either case, of which the text must consist; 0 = any text.</summary>
    public int HexDigits { get; init; }

    /// <inheritdoc />
    public override FieldKind Kind => IsIdentifier ? FieldKind.Identifier : FieldKind.Text;

    /// <inheritdoc />
    public override string Expectation
    {
        get
        {
            if (IsIdentifier)
                return "a text of ASCII letters, digits, `_` and `-`, first a letter or digit";
            if (HexDigits > 0)
                return $"a text of {HexDigits} hexadecimal digits";
            return IsNotEmpty ? "a text of at least one character" : "a text";
        }
    }

    internal override Slot Bind(Binder binder, DocumentNode node)
    {
        string text;
        if (node.Kind == DocumentNodeKind.String)
            text = node.Text;
        else if (node.Kind != DocumentNodeKind.Binary)
            return binder.Refuse(this, ProblemTypes.StringType, node, TextHint.For(node, IsRequired));
        else if (!TryDecode(node, out text))
            return binder.Refuse(this, ProblemTypes.StringUnicode, node, "the bytes are not UTF-8");

        if (!IsValidUnicode(text))
            return binder.Refuse(this, ProblemTypes.StringUnicode, node, "the text holds half of a surrogate pair");
        if ((IsIdentifier || IsNotEmpty) && text.Length == 0)
            return binder.Refuse(this, ProblemTypes.StringTooShort, node, null);
        if (IsIdentifier && FirstForbidden(text) is var at && at >= 0)
            return binder.Refuse(this, ProblemTypes.StringPatternMismatch, node, TextHint.Forbidden(text, at));
        if (HexDigits > 0 && (text.Length != HexDigits || !text.All(char.IsAsciiHexDigit)))
            return binder.Refuse(this, ProblemTypes.StringPatternMismatch, node, null);
        return Slot.Of(text);
    }

    /// <summary>Whether every surrogate has its partner.</summary>
    internal static bool IsValidUnicode(string text)
    {
        int at = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        while (at >= 0)
        {
            if (!char.IsHighSurrogate(text[at]) || at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]))
                return false;
            int next = text.AsSpan(at + 2).IndexOfAnyInRange('\uD800', '\uDFFF');
            at = next < 0 ? -1 : at + 2 + next;
        }

        return true;
    }

    /// <summary>Index of the first character that no identifier has at its place, or -1.</summary>
    internal static int FirstForbidden(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]) && (i == 0 || text[i] is not ('_' or '-')))
                return i;
        }

        return -1;
    }

    private static bool TryDecode(DocumentNode node, out string text)
    {
        try
        {
            text = StrictUtf8.GetString(node.Bytes.Span);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = "";
            return false;
        }
    }
}
