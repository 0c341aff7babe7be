using System.Globalization;
using System.Text;

namespace BvlosSim.Documents.Loading.Json;

/// <summary>Escapes of JSON texts.</summary>
internal static class JsonText
{
    /// <summary>
    /// The text of an escaped string. Unlike the reader of the base library this lets half a surrogate pair pass: it is for the contract of
    /// a field to refuse it, with the name of the field.
    /// </summary>
    /// <param name="escaped">The content between the quotes, its escapes well-formed.</param>
    public static string Unescape(ReadOnlySpan<byte> escaped)
    {
        var text = new StringBuilder(escaped.Length);
        while (true)
        {
            int backslash = escaped.IndexOf((byte)'\\');
            if (backslash < 0)
                return text.Append(Encoding.UTF8.GetString(escaped)).ToString();

            text.Append(Encoding.UTF8.GetString(escaped[..backslash]));
            byte kind = escaped[backslash + 1];
            if (kind == (byte)'u')
            {
                text.Append((char)ushort.Parse(escaped.Slice(backslash + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                escaped = escaped[(backslash + 6)..];
                continue;
            }

            text.Append((char)kind switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                char itself => itself,
            });
            escaped = escaped[(backslash + 2)..];
        }
    }
}
