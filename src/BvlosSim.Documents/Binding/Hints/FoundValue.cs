using System.Globalization;
using System.Text;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Binding.Hints;

/// <summary>Describes a value of a document for a person, short and on one line.</summary>
internal static class FoundValue
{
    private const int MaxLength = 60;

    /// <summary>Describes a value.</summary>
    public static string Describe(DocumentNode node) => node.Kind switch
    {
        DocumentNodeKind.Null => "null",
        DocumentNodeKind.Boolean => node.Boolean ? "the boolean true" : "the boolean false",
        DocumentNodeKind.Integer => Integer(node),
        DocumentNodeKind.Float => Float(node.Number),
        DocumentNodeKind.String => $"the text {Quote(node.Text)}",
        DocumentNodeKind.Date => $"the date {KeyName.Of(node)}",
        DocumentNodeKind.DateTime => $"the date-time {KeyName.Of(node)}",
        DocumentNodeKind.Binary => "binary data",
        DocumentNodeKind.Mapping => "a mapping",
        DocumentNodeKind.Set => "a set",
        DocumentNodeKind.Pairs => "a list of pairs",
        _ => "a list",
    };

    /// <summary>Puts a text in quotes, cut and escaped.</summary>
    public static string Quote(string text)
    {
        string kept = text.Length > MaxLength ? text[..MaxLength] : text;
        string escaped = Printable(kept.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal));
        return $"\"{escaped}{(kept.Length < text.Length ? "…" : "")}\"";
    }

    /// <summary>A text whose control characters and surrogates are escaped, so that it stays on its line of a terminal.</summary>
    public static string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsControl(c) || char.IsSurrogate(c))
                printable.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                printable.Append(c);
        }

        return printable.ToString();
    }

    private static string Integer(DocumentNode node)
    {
        if (node.MisleadingText is not null)
            return $"`{node.MisleadingText}`";
        string digits = node.Integer.ToString(CultureInfo.InvariantCulture);
        return digits.Length <= MaxLength ? digits : $"an integer of {digits.TrimStart('-').Length} digits";
    }

    private static string Float(double value) => double.IsFinite(value)
        ? value.ToString(CultureInfo.InvariantCulture)
        : double.IsNaN(value) ? "NaN (not a number)" : "infinity";
}
