using System.Text;
using System.Xml;

namespace BvlosSim.Documents.Page;

/// <summary>Writes markup that is both HTML and well-formed XML. Every text and attribute is escaped here, and nowhere else.</summary>
internal sealed class Markup
{
    private const char Replacement = '\ufffd';

    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();

    /// <summary>Begins the document.</summary>
    public void Doctype() => _text.Append("<!DOCTYPE html>\n");

    /// <summary>Opens an element; <see cref="Close"/> ends it.</summary>
    public void Open(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(tag, attributes);
        _text.Append('>');
        _open.Push(tag);
    }

    /// <summary>Ends the innermost element.</summary>
    public void Close() => _text.Append("</").Append(_open.Pop()).Append(">\n");

    /// <summary>An element with nothing but text, on a line.</summary>
    public void Element(string tag, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Inline(tag, text, attributes);
        _text.Append('\n');
    }

    /// <summary>An element within a text.</summary>
    public void Inline(string tag, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(tag, attributes);
        _text.Append('>');
        Text(text);
        _text.Append("</").Append(tag).Append('>');
    }

    /// <summary>An element without content: a void element of HTML, or a shape.</summary>
    public void Empty(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(tag, attributes);
        _text.Append(" />\n");
    }

    /// <summary>A shape that tells what it is when pointed at.</summary>
    public void Shape(string tag, string title, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(tag, attributes);
        _text.Append('>');
        Inline("title", title);
        _text.Append("</").Append(tag).Append(">\n");
    }

    /// <summary>Text.</summary>
    public void Text(string text) => Escape(text);

    /// <summary>A style sheet of our own, which holds no character that would need an escape.</summary>
    public void Style(string css) => _text.Append("<style>\n").Append(css).Append("</style>\n");

    /// <summary>The document in UTF-8.</summary>
    public byte[] Finish() => Encoding.UTF8.GetBytes(_text.ToString());

    private void Start(string tag, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _text.Append('<').Append(tag);
        foreach ((string name, string value) in attributes)
        {
            _text.Append(' ').Append(name).Append("=\"");
            Escape(value);
            _text.Append('"');
        }
    }

    private void Escape(string text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '"' => _text.Append("&quot;"),
                '\'' => _text.Append("&#39;"),
                _ when IsPrintable(rune) => _text.Append(rune.ToString()),
                _ => _text.Append(Replacement),
            };
        }
    }

    /// <summary>No control characters, and none that turn the direction of what follows: an identifier must not rewrite its line.</summary>
    private static bool IsPrintable(Rune rune) => rune.Value switch
    {
        '\t' or '\n' => true,
        >= 0x202a and <= 0x202e or >= 0x2066 and <= 0x2069 => false,
        >= 0x7f and <= 0x9f or '\r' => false,
        > char.MaxValue => true,
        _ => XmlConvert.IsXmlChar((char)rune.Value),
    };
}
