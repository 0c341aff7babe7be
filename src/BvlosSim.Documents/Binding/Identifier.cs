using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Documents.Binding.Hints;

namespace BvlosSim.Documents.Binding;

/// <summary>The form of identifiers: ASCII letters, digits, <c>_</c> and <c>-</c>, first a letter or digit.</summary>
public static class Identifier
{
    /// <summary>Looks at a text that comes from elsewhere than a document, such as an option.</summary>
    /// <param name="text">The text.</param>
    /// <returns>What is wrong with it, without capital and full stop; null when it is an identifier.</returns>
    public static string? ProblemOf(string text)
    {
        if (text.Length == 0)
            return "an identifier has at least one character";
        return TextField.FirstForbidden(text) is var at && at >= 0 ? TextHint.Forbidden(text, at) : null;
    }
}
