namespace BvlosSim.Documents.Loading;

/// <summary>How a document is written.</summary>
public enum DocumentFormat
{
    /// <summary>YAML 1.1, the safe types.</summary>
    Yaml,

    /// <summary>JSON, and the bare tokens <c>NaN</c>, <c>Infinity</c>, <c>-Infinity</c>.</summary>
    Json,
}

/// <summary>How the format of a file is told: by its name, never by its content.</summary>
public static class DocumentFormats
{
    /// <summary>The contract token of a format: <c>yaml</c> or <c>json</c>.</summary>
    public static string TokenOf(DocumentFormat format) => format == DocumentFormat.Json ? "json" : "yaml";

    /// <summary>The last suffix of a path with its dot, lower-cased; null when the name has none, as in <c>mission</c> or <c>.yaml</c>.</summary>
    /// <param name="path">A path.</param>
    public static string? SuffixOf(string path)
    {
        ReadOnlySpan<char> name = Path.GetFileName(path.AsSpan());
        int dot = name.LastIndexOf('.');
        return dot > 0 && dot < name.Length - 1 ? name[dot..].ToString().ToLowerInvariant() : null;
    }

    /// <summary>The format of a suffix as <see cref="SuffixOf"/> gives it; null for every other.</summary>
    /// <param name="suffix">A suffix, or null.</param>
    public static DocumentFormat? OfSuffix(string? suffix) => suffix switch
    {
        ".yaml" or ".yml" => DocumentFormat.Yaml,
        ".json" => DocumentFormat.Json,
        _ => null,
    };
}
