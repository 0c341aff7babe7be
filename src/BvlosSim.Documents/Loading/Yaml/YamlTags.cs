using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace BvlosSim.Documents.Loading.Yaml;

/// <summary>The standard tags of YAML 1.1: what an explicit tag makes of a node. Every other tag is refused.</summary>
internal static class YamlTags
{
    private const string Prefix = "tag:yaml.org,2002:";

    /// <summary>The node of a tagged scalar.</summary>
    public static DocumentNode Scalar(string tag, string text, Place place)
    {
        switch (NameOf(tag))
        {
            case "str":
                return DocumentNode.FromString(text, place.Line, place.Column);
            case "null":
                return DocumentNode.Null(place.Line, place.Column);
            case "bool" when YamlScalars.AsBoolean(text.ToLowerInvariant()) is bool truth:
                return DocumentNode.FromBoolean(truth, place.Line, place.Column);
            case "int":
                return Integer(text, place);
            case "float":
                return Float(text, place);
            case "timestamp" when YamlTimes.TryRead(text, tagged: true, place) is DocumentNode time:
                return time;
            case "binary" when TryDecode(text, out byte[]? bytes):
                return DocumentNode.FromBytes(bytes, place.Line, place.Column);
            case "bool" or "timestamp" or "binary":
                throw Fault(place, $"The text does not suit its tag {Shown(tag)}.");
            case "seq" or "map" or "set" or "omap" or "pairs":
                throw Fault(place, $"The tag {Shown(tag)} does not go with a scalar.");
            default:
                throw Unknown(tag, place);
        }
    }

    /// <summary>The node of a tagged list.</summary>
    public static DocumentNode List(string tag, DocumentNode list)
    {
        var place = new Place(list.Line, list.Column);
        switch (NameOf(tag))
        {
            case "seq":
                return list;
            case "omap" or "pairs" when list.Items.All(item => item.Kind == DocumentNodeKind.Mapping && item.Members.Length == 1):
                return DocumentNode.FromItems(DocumentNodeKind.Pairs, list.Items, list.Line, list.Column);
            case "omap" or "pairs":
                throw Fault(place, $"The tag {Shown(tag)} wants a list of mappings of one member.");
            case "str" or "int" or "float" or "bool" or "null" or "binary" or "timestamp" or "map" or "set":
                throw Fault(place, $"The tag {Shown(tag)} does not go with a list.");
            default:
                throw Unknown(tag, place);
        }
    }

    /// <summary>The node of a tagged mapping.</summary>
    public static DocumentNode Mapping(string tag, DocumentNode mapping)
    {
        var place = new Place(mapping.Line, mapping.Column);
        switch (NameOf(tag))
        {
            case "map":
                return mapping;
            case "set":
                ImmutableArray<DocumentNode> members = [.. mapping.Members.Select(member => member.Key)];
                return DocumentNode.FromItems(DocumentNodeKind.Set, members, mapping.Line, mapping.Column);
            case "str" or "int" or "float" or "bool" or "null" or "binary" or "timestamp" or "seq" or "omap" or "pairs":
                throw Fault(place, $"The tag {Shown(tag)} does not go with a mapping.");
            default:
                throw Unknown(tag, place);
        }
    }

    private static DocumentNode Integer(string text, Place place)
    {
        string trimmed = text.Trim();
        NumberShape shape = YamlNumberShape.Of(trimmed);
        return shape is NumberShape.Binary or NumberShape.Octal or NumberShape.Decimal or NumberShape.Hexadecimal or NumberShape.SexagesimalInteger
            ? YamlNumbers.NodeOf(shape, trimmed, place)
            : throw NotANumber(text, "integer", place);
    }

    private static DocumentNode Float(string text, Place place)
    {
        string trimmed = text.Trim().ToLowerInvariant();
        NumberShape shape = YamlNumberShape.Of(trimmed);
        if (shape is NumberShape.Infinity or NumberShape.NotANumber or NumberShape.SexagesimalFloat)
            return YamlNumbers.NodeOf(shape, trimmed, place);
        if (shape == NumberShape.SexagesimalInteger)
            return YamlNumbers.NodeOf(NumberShape.SexagesimalFloat, trimmed, place);
        return NumericText.TryParse(trimmed.Replace("_", "", StringComparison.Ordinal), out double value)
            ? DocumentNode.FromFloat(value, place.Line, place.Column)
            : throw NotANumber(text, "number", place);
    }

    private static bool TryDecode(string text, out byte[] bytes)
    {
        // Line breaks and anything else outside the alphabet do not count.
        var alphabet = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '=')
                alphabet.Append(c);
        }

        bytes = new byte[(alphabet.Length / 4 * 3) + 3];
        bool decoded = Convert.TryFromBase64String(alphabet.ToString(), bytes, out int length);
        bytes = decoded ? bytes[..length] : [];
        return decoded;
    }

    private static string? NameOf(string tag) => tag.StartsWith(Prefix, StringComparison.Ordinal) ? tag[Prefix.Length..] : null;

    private static string Shown(string tag) => NameOf(tag) is string name ? "!!" + name : tag.Length <= 80 ? tag : tag[..80] + "…";

    private static SyntaxFault Unknown(string tag, Place place) => Fault(place, $"The tag {Shown(tag)} is not one of the standard ones.");

    private static SyntaxFault NotANumber(string text, string wanted, Place place) => new(
        ParseErrorTypes.Constructor,
        place,
        string.Create(CultureInfo.InvariantCulture, $"'{(text.Length <= 80 ? text : text[..80] + "…")}' is tagged as {wanted} and is none."),
        InternalErrorTypes.Value);

    private static SyntaxFault Fault(Place place, string message) => new(ParseErrorTypes.Constructor, place, message);
}
