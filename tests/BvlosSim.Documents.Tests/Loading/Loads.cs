using System.Globalization;
using System.Text;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Tests.Loading;

/// <summary>Loads texts, and writes trees down so that they can be compared.</summary>
internal static class Loads
{
    public static LoadResult<LoadedDocument> Yaml(string text) => DocumentLoader.Parse(Encoding.UTF8.GetBytes(text), DocumentFormat.Yaml, "/x/m.yaml", "mission");

    public static LoadResult<LoadedDocument> Json(string text) => DocumentLoader.Parse(Encoding.UTF8.GetBytes(text), DocumentFormat.Json, "/x/m.json", "mission");

    /// <summary>The root of a YAML text that must load.</summary>
    public static DocumentNode YamlRoot(string text) => Root(Yaml(text));

    /// <summary>The root of a JSON text that must load.</summary>
    public static DocumentNode JsonRoot(string text) => Root(Json(text));

    /// <summary>The node that a value makes as the value of a key in YAML.</summary>
    public static DocumentNode YamlValue(string value) => YamlRoot("k: " + value).Members[0].Value;

    /// <summary>The error of a text that must not load.</summary>
    public static LoadError Error(LoadResult<LoadedDocument> result)
    {
        Assert.Null(result.Value);
        Assert.NotNull(result.Error);
        Assert.False(string.IsNullOrWhiteSpace(result.Error.Message));
        return result.Error;
    }

    /// <summary>The contract token of a syntax error.</summary>
    public static string ParseErrorType(LoadResult<LoadedDocument> result)
    {
        LoadError error = Error(result);
        Assert.Equal(LoadStage.Parse, error.Stage);
        return error.Details.Find("parse_error_type").Text;
    }

    /// <summary>A tree as one line: kinds, values, order.</summary>
    public static string Show(DocumentNode node, bool places = false)
    {
        var text = new StringBuilder();
        Show(node, text, places);
        return text.ToString();
    }

    private static DocumentNode Root(LoadResult<LoadedDocument> result)
    {
        Assert.True(result.Error is null, result.Error?.Message);
        return result.Value!.Root;
    }

    private static void Show(DocumentNode node, StringBuilder text, bool places)
    {
        if (places)
            text.Append(CultureInfo.InvariantCulture, $"{node.Line}:{node.Column} ");
        switch (node.Kind)
        {
            case DocumentNodeKind.Null:
                text.Append("null");
                break;
            case DocumentNodeKind.Boolean:
                text.Append(node.Boolean ? "true" : "false");
                break;
            case DocumentNodeKind.Integer:
                text.Append('i').Append(node.Integer);
                break;
            case DocumentNodeKind.Float:
                text.Append('f').Append(node.Number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case DocumentNodeKind.String:
                text.Append('\'').Append(node.Text).Append('\'');
                break;
            case DocumentNodeKind.Date:
                text.Append(CultureInfo.InvariantCulture, $"date {node.Time.Local:yyyy-MM-dd}");
                break;
            case DocumentNodeKind.DateTime:
                text.Append(CultureInfo.InvariantCulture, $"time {node.Time.Local:yyyy-MM-ddTHH:mm:ss.ffffff} {node.Time.Offset?.ToString() ?? "naive"}");
                break;
            case DocumentNodeKind.Binary:
                text.Append("bytes ").Append(Convert.ToHexStringLower(node.Bytes.Span));
                break;
            case DocumentNodeKind.Mapping:
                text.Append('{');
                foreach (DocumentMember member in node.Members)
                {
                    Show(member.Key, text, places);
                    text.Append(": ");
                    Show(member.Value, text, places);
                    text.Append(", ");
                }

                text.Append('}');
                break;
            default:
                text.Append(node.Kind == DocumentNodeKind.List ? "" : node.Kind.ToString()).Append('[');
                foreach (DocumentNode item in node.Items)
                {
                    Show(item, text, places);
                    text.Append(", ");
                }

                text.Append(']');
                break;
        }
    }
}
