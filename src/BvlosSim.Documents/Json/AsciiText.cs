using System.Globalization;
using System.Text;

namespace BvlosSim.Documents.Json;

/// <summary>JSON strings in ASCII: short escapes where JSON has them, lower-case <c>\u00xx</c> for all else.</summary>
public static class AsciiText
{
    /// <summary>The text in quotes, escaped. Lone surrogates are kept as escapes.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 8).Append('"');
        foreach (char c in text)
            AppendEscaped(quoted, c);
        return quoted.Append('"').ToString();
    }

    /// <summary>The text in quotes, escaped as by <see cref="Quote"/> but for what is not ASCII, which stays as it is.</summary>
    public static string QuoteKeepingUnicode(string text)
    {
        var quoted = new StringBuilder(text.Length + 8).Append('"');
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
                quoted.Append(text[i++]).Append(text[i]);
            else if (text[i] > '\u007f' && !char.IsSurrogate(text[i]))
                quoted.Append(text[i]);
            else
                AppendEscaped(quoted, text[i]);
        }

        return quoted.Append('"').ToString();
    }

    private static void AppendEscaped(StringBuilder text, char c)
    {
        switch (c)
        {
            case '"':
                text.Append("\\\"");
                break;
            case '\\':
                text.Append("\\\\");
                break;
            case '\n':
                text.Append("\\n");
                break;
            case '\r':
                text.Append("\\r");
                break;
            case '\t':
                text.Append("\\t");
                break;
            case '\b':
                text.Append("\\b");
                break;
            case '\f':
                text.Append("\\f");
                break;
            case >= ' ' and <= '~':
                text.Append(c);
                break;
            default:
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                break;
        }
    }
}
