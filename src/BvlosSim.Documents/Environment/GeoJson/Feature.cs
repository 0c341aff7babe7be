using System.Globalization;
using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Environment.GeoJson;

/// <summary>A feature whose structure is sound: an object with a geometry, and properties that are an object or none.</summary>
internal sealed class Feature
{
    public Feature(VectorAsset asset, int index, string? path, DocumentNode node, DocumentNode? properties, DocumentNode geometry, bool isBare)
    {
        Asset = asset;
        Index = index;
        Path = path;
        Node = node;
        Properties = properties;
        Geometry = geometry;
        IsBare = isBare;
        IdNode = isBare ? null : FindId(node, properties);
        Id = IdNode is null ? $"{asset.IdPrefix}-{index.ToString(CultureInfo.InvariantCulture)}" : ScalarText.Of(IdNode);
    }

    public VectorAsset Asset { get; }

    /// <summary>0-based index in the file.</summary>
    public int Index { get; }

    /// <summary>Path in the file; null for the root.</summary>
    public string? Path { get; }

    /// <summary>The feature; of a geometry without a feature, the geometry.</summary>
    public DocumentNode Node { get; }

    /// <summary>The properties; null = none.</summary>
    public DocumentNode? Properties { get; }

    public DocumentNode Geometry { get; }

    /// <summary>Whether the file is a geometry without a feature.</summary>
    public bool IsBare { get; }

    /// <summary>The identifier as written; null when the feature has none and is numbered.</summary>
    public DocumentNode? IdNode { get; }

    public string Id { get; }

    /// <summary>The value of a property; null when it is absent.</summary>
    public DocumentNode? Property(string name) => Properties?.Find(name);

    /// <summary>The name of a feature in a message.</summary>
    public static string NameOf(int index, DocumentNode node)
    {
        string name = "Feature " + index.ToString(CultureInfo.InvariantCulture);
        if (node.Kind != DocumentNodeKind.Mapping)
            return name;
        DocumentNode? properties = node.Find("properties");
        return FindId(node, properties?.Kind == DocumentNodeKind.Mapping ? properties : null) is { Kind: not (DocumentNodeKind.List or DocumentNodeKind.Mapping) } id
            ? $"{name} ({FoundValue.Quote(ScalarText.Of(id))})"
            : $"{name} (no id)";
    }

    private static DocumentNode? FindId(DocumentNode node, DocumentNode? properties)
    {
        if (node.Find("id") is { } own && ScalarText.IsTruthy(own))
            return own;
        return properties?.Find("id") is { } other && ScalarText.IsTruthy(other) ? other : null;
    }
}
