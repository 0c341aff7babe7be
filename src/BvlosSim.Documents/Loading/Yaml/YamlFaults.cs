using YamlDotNet.Core;

namespace BvlosSim.Documents.Loading.Yaml;

/// <summary>Sorts the errors of the YAML library into the classes of the contract.</summary>
internal static class YamlFaults
{
    /// <summary>The class of an error: one of a token, or one of the structure.</summary>
    public static string TypeOf(YamlException exception)
    {
        bool token = exception is SyntaxErrorException
            || exception.Message.StartsWith("While scanning", StringComparison.Ordinal)
            || exception.Message.Contains("not allowed", StringComparison.Ordinal)
            || exception.Message.StartsWith("Invalid key indicator", StringComparison.Ordinal);
        return token ? ParseErrorTypes.Scanner : ParseErrorTypes.Parser;
    }

    /// <summary>
    /// Whether an escape in a double-quoted scalar names half a surrogate pair. The library joins two halves, which the contract refuses.
    /// </summary>
    /// <param name="source">The scalar as written, with its quotes.</param>
    public static bool HasSurrogateEscape(ReadOnlySpan<char> source)
    {
        while (true)
        {
            int backslash = source.IndexOf('\\');
            if (backslash < 0 || backslash + 3 >= source.Length)
                return false;
            if (source[backslash + 1] == 'u' && source[backslash + 2] is 'd' or 'D' && source[backslash + 3] is (>= '8' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F'))
                return true;
            source = source[(backslash + 2)..];
        }
    }
}
