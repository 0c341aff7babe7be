using System.Globalization;
using System.Text;
using BvlosSim.Documents.Json;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Environment.GeoJson;

/// <summary>JSON values as identifiers and error contexts show them.</summary>
internal static class ScalarText
{
    /// <summary>The text of a value: a text itself, <c>5</c>, <c>5.0</c>, <c>True</c>, <c>None</c>; of a list or an object its type.</summary>
    /// <param name="node">The value; null = the key is absent.</param>
    public static string Of(DocumentNode? node) => node?.Kind switch
    {
        null or DocumentNodeKind.Null => "None",
        DocumentNodeKind.Boolean => node.Boolean ? "True" : "False",
        DocumentNodeKind.Integer => node.Integer.ToString(CultureInfo.InvariantCulture),
        DocumentNodeKind.Float => Float(node.Number),
        DocumentNodeKind.String => node.Text,
        _ => TypeOf(node),
    };

    /// <summary>The contract token of a value's type.</summary>
    public static string TypeOf(DocumentNode node) => node.Kind switch
    {
        DocumentNodeKind.Null => "NoneType",
        DocumentNodeKind.Boolean => "bool",
        DocumentNodeKind.Integer => "int",
        DocumentNodeKind.Float => "float",
        DocumentNodeKind.String => "str",
        DocumentNodeKind.Mapping => "dict",
        _ => "list",
    };

    /// <summary>Whether a value counts as given: null, false, zero and everything empty do not.</summary>
    public static bool IsTruthy(DocumentNode node) => node.Kind switch
    {
        DocumentNodeKind.Null => false,
        DocumentNodeKind.Boolean => node.Boolean,
        DocumentNodeKind.Integer or DocumentNodeKind.Float => node.Number != 0.0,
        DocumentNodeKind.String => node.Text.Length > 0,
        DocumentNodeKind.Mapping => node.Members.Length > 0,
        _ => node.Items.Length > 0,
    };

    private static string Float(double value)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "nan" : value > 0.0 ? "inf" : "-inf";
        Span<byte> text = stackalloc byte[CanonicalNumber.MaxLength];
        return Encoding.ASCII.GetString(text[..CanonicalNumber.WriteShortest(value, text)]);
    }
}
