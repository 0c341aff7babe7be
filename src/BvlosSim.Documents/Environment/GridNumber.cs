using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Environment;

/// <summary>
/// A number of a grid: an integer or a float, also as text; finite. A boolean is none, nor is a number whose YAML 1.1 spelling reads
/// otherwise than it looks, because a cell that means something else than it shows is worse than one that is refused.
/// </summary>
internal static class GridNumber
{
    /// <summary>Reads a number.</summary>
    public static bool TryRead(DocumentNode node, out double value)
    {
        switch (node.Kind)
        {
            case DocumentNodeKind.Float or DocumentNodeKind.Integer:
                value = node.Number;
                return double.IsFinite(value) && node.MisleadingText is null;
            case DocumentNodeKind.String:
                return NumericText.TryParse(node.Text, out value) && double.IsFinite(value);
            default:
                value = 0.0;
                return false;
        }
    }

    /// <summary>What is wrong with a value that <see cref="TryRead"/> refused.</summary>
    public static string Complaint(DocumentNode node)
    {
        if (node.MisleadingText is not null)
            return $"The number is not what it looks like: {NumberHint.Misleading(node)}.";
        bool number = node.Kind is DocumentNodeKind.Float or DocumentNodeKind.Integer;
        string? hint = number ? null : NumberHint.For(node, unit: null, isRequired: true);
        return $"It must be a finite number, not {FoundValue.Describe(node)}{(hint is null ? "" : ": " + hint)}.";
    }
}
