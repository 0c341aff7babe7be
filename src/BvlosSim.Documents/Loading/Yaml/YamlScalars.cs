namespace BvlosSim.Documents.Loading.Yaml;

/// <summary>What a plain scalar of YAML 1.1 is: the first rule that matches all of it decides.</summary>
internal static class YamlScalars
{
    /// <summary>The node of a plain scalar without a tag.</summary>
    /// <param name="text">The scalar.</param>
    /// <param name="isKey">It stands where a key of a mapping is due: only there <c>&lt;&lt;</c> merges.</param>
    /// <param name="place">Its place.</param>
    /// <exception cref="SyntaxFault">It is a number or a date that cannot be, or a mark without meaning.</exception>
    public static DocumentNode Resolve(string text, bool isKey, Place place)
    {
        if (text.Length == 0)
            return DocumentNode.Null(place.Line, place.Column);
        switch (text[0])
        {
            case '+' or '-' or '.' or (>= '0' and <= '9'):
                return ResolveNumberOrTime(text, place);
            case '<' when text == "<<" && isKey:
                return TreeBuilder.MergeKey;
            case '<' when text == "<<":
                throw Meaningless(text, place);
            case '=' when text == "=":
                throw Meaningless(text, place);
            case '~' or 'n' or 'N' when text is "~" or "null" or "Null" or "NULL":
                return DocumentNode.Null(place.Line, place.Column);
            default:
                return AsBoolean(text) is bool truth
                    ? DocumentNode.FromBoolean(truth, place.Line, place.Column)
                    : DocumentNode.FromString(text, place.Line, place.Column);
        }
    }

    /// <summary>The truth value of a word of YAML 1.1, in the three spellings that count; null for every other text.</summary>
    public static bool? AsBoolean(string text) => text switch
    {
        "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON" => true,
        "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF" => false,
        _ => null,
    };

    private static DocumentNode ResolveNumberOrTime(string text, Place place)
    {
        NumberShape shape = YamlNumberShape.Of(text);
        return shape != NumberShape.None
            ? YamlNumbers.NodeOf(shape, text, place)
            : YamlTimes.TryRead(text, tagged: false, place) ?? DocumentNode.FromString(text, place.Line, place.Column);
    }

    private static SyntaxFault Meaningless(string text, Place place) => new(
        ParseErrorTypes.Constructor, place, $"A plain '{text}' means nothing here: put it in quotes to make it a text.");
}
