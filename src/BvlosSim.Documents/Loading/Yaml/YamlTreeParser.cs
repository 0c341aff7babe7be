using System.Buffers;

namespace BvlosSim.Documents.Loading.Yaml;

/// <summary>Parses YAML 1.1, one document of the safe types, into the tree that JSON shares.</summary>
/// <remarks>
/// The syntax is YamlDotNet's; what a scalar means is decided here. Time and memory grow with the size of the file alone: nesting, merges and
/// what aliases stand for are limited, see <see cref="YamlTreeReader"/>.
/// </remarks>
internal static class YamlTreeParser
{
    /// <summary>Shorter texts are parsed as they are: looking for runs of numbers would gain nothing.</summary>
    public const int LeastLengthForRuns = 4096;

    // All of ASCII and Latin-1 control characters but tab, line feed, carriage return and next line; and the two non-characters.
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\u0085')),
        '\uFFFE',
        '\uFFFF',
    ]);

    /// <summary>Parses a document.</summary>
    /// <param name="text">The text, without byte-order mark.</param>
    /// <param name="duplicates">Takes the keys that a mapping repeats.</param>
    /// <param name="lines">The places of the text.</param>
    /// <param name="cancellationToken">Stops parsing.</param>
    /// <param name="leastLengthForRuns">See <see cref="LeastLengthForRuns"/>; tests lower it.</param>
    /// <exception cref="SyntaxFault">It is not YAML.</exception>
    public static DocumentNode Parse(
        string text,
        DuplicateKeys duplicates,
        LineMap lines,
        CancellationToken cancellationToken,
        int leastLengthForRuns = LeastLengthForRuns)
    {
        int forbidden = text.AsSpan().IndexOfAny(Forbidden);
        if (forbidden >= 0)
        {
            throw new SyntaxFault(
                ParseErrorTypes.Reader, lines.At(forbidden), $"The control character U+{(int)text[forbidden]:X4} is not allowed in YAML.");
        }

        if (text.Length >= leastLengthForRuns && NumberRuns.Find(text) is { Count: > 0 } runs)
        {
            try
            {
                var shortened = new YamlTreeReader(text, runs, duplicates, lines, cancellationToken);
                if (shortened.Read() is DocumentNode root)
                    return root;
            }
            catch (SyntaxFault)
            {
                // Whether and where it is wrong is for the whole text to say.
            }

            duplicates.Clear();
        }

        return new YamlTreeReader(text, NumberRuns.None(text), duplicates, lines, cancellationToken).Read()!;
    }
}
