using BvlosSim.Documents.Binding.Fields;

namespace BvlosSim.Documents.Binding;

/// <summary>The form of identifiers, where one is given on the command line rather than in a document.</summary>
public static class Identifier
{
    /// <summary>The form in words.</summary>
    public const string Form = "an identifier has ASCII letters, digits, '_' and '-', first a letter or digit";

    /// <summary>Whether a text has the form.</summary>
    public static bool IsValid(string text) => text.Length > 0 && TextField.FirstForbidden(text) < 0;
}
