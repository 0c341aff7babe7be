using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Binding.Hints;

/// <summary>Tells which token of a closed set was probably meant.</summary>
internal static class TokenHint
{
    /// <summary>For a value that is not one of the tokens.</summary>
    public static string? For(DocumentNode node, IReadOnlyList<string> tokens)
    {
        if (node.Kind == DocumentNodeKind.Null)
            return "a key with nothing after it is null; write one of them or remove the key";
        if (node.Kind is DocumentNodeKind.Integer or DocumentNodeKind.Float or DocumentNodeKind.Boolean)
            return tokens.Contains(KeyName.Of(node), StringComparer.Ordinal) ? $"put it in quotes: '{KeyName.Of(node)}'" : null;
        if (node.Kind != DocumentNodeKind.String)
            return null;
        string? near = EditDistance.Nearest(node.Text, tokens);
        return near is null ? null : $"did you mean `{near}`";
    }

    /// <summary>For a value that is no boolean.</summary>
    public static string? ForBoolean(DocumentNode node) => node.Kind switch
    {
        DocumentNodeKind.Integer or DocumentNodeKind.Float when node.Number is 0.0 or 1.0 => node.Number == 0.0 ? "write false" : "write true",
        DocumentNodeKind.String when bool.TryParse(node.Text, out bool value) => $"remove the quotes: {(value ? "true" : "false")}",
        DocumentNodeKind.Null => "a key with nothing after it is null; write true or false",
        _ => null,
    };
}
