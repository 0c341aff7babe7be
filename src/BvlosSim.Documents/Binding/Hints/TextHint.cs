using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Binding.Hints;

/// <summary>Tells how to write the text that was probably meant.</summary>
internal static class TextHint
{
    /// <summary>For a value that is no text.</summary>
    public static string? For(DocumentNode node, bool isRequired) => node.Kind switch
    {
        DocumentNodeKind.Null => isRequired ? "a key with nothing after it is null; write a text" : null,
        DocumentNodeKind.Boolean => "YAML reads yes, no, on and off as booleans; put the text in quotes",
        DocumentNodeKind.Integer or DocumentNodeKind.Float => "put the text in quotes",
        DocumentNodeKind.Date or DocumentNodeKind.DateTime => "YAML reads it as a date; put the text in quotes",
        _ => null,
    };

    /// <summary>For a text with a character that an identifier does not have.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Index of the character.</param>
    public static string Forbidden(string text, int at) => at == 0 && text[0] is '_' or '-'
        ? "an identifier starts with a letter or digit"
        : $"replace the character {FoundValue.Quote(text.Substring(at, 1))} at position {at + 1}";
}
