using System.Buffers;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BvlosSim.Documents.Loading.Yaml;

/// <summary>
/// Sorts the errors of the YAML library into the classes of the contract, and finds those that it lets pass: it reads later versions of YAML,
/// and what version 1.1 takes for an indicator or an error it may take for text.
/// </summary>
internal static class YamlFaults
{
    private const string Indicators = "?:,[]{}#&*!|>'\"%@`";

    private static readonly SearchValues<char> AnchorCharacters =
        SearchValues.Create("-_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>The class of an error: one of a token, or one of the structure.</summary>
    public static string TypeOf(YamlException exception)
    {
        bool token = exception is SyntaxErrorException
            || exception.Message.StartsWith("While scanning", StringComparison.Ordinal)
            || exception.Message.Contains("not allowed", StringComparison.Ordinal)
            || exception.Message.StartsWith("Invalid key indicator", StringComparison.Ordinal);
        return token ? ParseErrorTypes.Scanner : ParseErrorTypes.Parser;
    }

    /// <summary>Whether the name of an anchor is one.</summary>
    public static bool IsAnchorName(string name) => name.Length > 0 && !name.AsSpan().ContainsAnyExcept(AnchorCharacters);

    /// <summary>What is wrong with a scalar that the library accepts; null when nothing is.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="inFlow">It stands between brackets or braces.</param>
    /// <param name="isKey">It is the key of a mapping.</param>
    /// <param name="source">The scalar as written, with its quotes.</param>
    public static string? FindIn(Scalar scalar, bool inFlow, bool isKey, ReadOnlySpan<char> source)
    {
        string value = scalar.Value;
        if (scalar.Style == ScalarStyle.Plain && inFlow && value.Length > 0 && source.Length > 0)
        {
            // Before a tag or an anchor the source starts with that.
            char first = scalar.Tag.IsEmpty && scalar.Anchor.IsEmpty ? source[0] : value[0];
            if (Indicators.Contains(first, StringComparison.Ordinal))
                return $"A text that starts with '{first}' needs quotes between brackets or braces.";
            if (char.IsWhiteSpace(value[0]))
                return "A colon stands where no key is before it.";
            if (isKey && source.Contains('\n'))
                return "A key between brackets or braces must end on the line where it starts.";
            if (value[^1] == ':')
                return "Between brackets or braces a colon needs a blank after it, or the text quotes around it.";
        }

        return scalar.Style == ScalarStyle.DoubleQuoted
            && value.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0
            && HasSurrogateEscape(source)
                ? "An escape names half of a character: write the character itself, or its \\U escape."
                : null;
    }

    // The library joins two halves of a surrogate pair, which the contract refuses.
    private static bool HasSurrogateEscape(ReadOnlySpan<char> source)
    {
        while (true)
        {
            int backslash = source.IndexOf('\\');
            if (backslash < 0 || backslash + 3 >= source.Length)
                return false;
            bool surrogate = source[backslash + 1] == 'u'
                && source[backslash + 2] is 'd' or 'D'
                && source[backslash + 3] is (>= '8' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
            if (surrogate)
                return true;
            source = source[(backslash + 2)..];
        }
    }
}
