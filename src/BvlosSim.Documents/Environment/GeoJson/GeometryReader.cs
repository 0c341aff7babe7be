using System.Collections.Immutable;
using System.Globalization;
using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;
using BvlosSim.Environment;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Values;

namespace BvlosSim.Documents.Environment.GeoJson;

/// <summary>The geometry of a feature: a point, a line, or polygons.</summary>
/// <param name="Type">Its type as written.</param>
internal sealed record FeatureGeometry(string Type)
{
    /// <summary>The point of a Point.</summary>
    public GeoPoint? Point { get; init; }

    /// <summary>The points of a LineString.</summary>
    public ImmutableArray<GeoPoint> Line { get; init; } = [];

    /// <summary>The one polygon of a Polygon, or those of a MultiPolygon.</summary>
    public ImmutableArray<GeoPolygon> Polygons { get; init; } = [];
}

/// <summary>Reads the geometry of one feature and notes every problem of it.</summary>
internal sealed class GeometryReader
{
    private readonly Feature _feature;
    private readonly FeatureProblems _problems;
    private int? _part;

    public GeometryReader(Feature feature, FeatureProblems problems)
    {
        _feature = feature;
        _problems = problems;
    }

    /// <summary>Reads the geometry.</summary>
    /// <returns>The geometry; null after a problem.</returns>
    public FeatureGeometry? Read()
    {
        DocumentNode geometry = _feature.Geometry;
        DocumentNode? type = geometry.Find("type");
        string typeText = ScalarText.Of(type);
        if (type?.Kind != DocumentNodeKind.String || !_feature.Asset.Geometries.Contains(typeText))
        {
            string found = type is null ? "and is missing" : $"not {FoundValue.Describe(type)}{TypeHint(type, _feature.Asset.Geometries)}";
            _problems.Unsupported(
                type ?? geometry,
                InGeometry("type"),
                _feature.Asset.UnsupportedCode,
                $"the `type` of its geometry must be {string.Join(" or ", _feature.Asset.Geometries)}, {found}.",
                typeText);
            return null;
        }

        DocumentNode coordinates = geometry.Find("coordinates") ?? DocumentNode.Null(geometry.Line, geometry.Column);
        return typeText switch
        {
            "Point" => new PositionReader(_problems, InGeometry("coordinates"), "point", null).ReadPoint(coordinates) is { } point
                ? new FeatureGeometry(typeText) { Point = point }
                : null,
            "LineString" => ReadLine(coordinates) is { } line ? new FeatureGeometry(typeText) { Line = line } : null,
            "Polygon" => ReadPolygon(coordinates) is { } polygon ? new FeatureGeometry(typeText) { Polygons = [polygon] } : null,
            _ => ReadPolygons(coordinates) is { } polygons ? new FeatureGeometry(typeText) { Polygons = polygons } : null,
        };
    }

    private ImmutableArray<GeoPoint>? ReadLine(DocumentNode node)
    {
        string path = InGeometry("coordinates");
        if (node.Kind == DocumentNodeKind.List && node.Items.Length >= 2)
            return new PositionReader(_problems, path, "line", null).ReadPath(node.Items);
        Defect(node, path, $"a LineString needs a list of at least two positions, {Found(node)}.");
        return null;
    }

    private ImmutableArray<GeoPolygon>? ReadPolygons(DocumentNode node)
    {
        string path = InGeometry("coordinates");
        if (node.Kind != DocumentNodeKind.List)
        {
            Defect(node, path, $"a MultiPolygon needs a list of polygons, {Found(node)}.", ("geojson_type", "MultiPolygon"));
            return null;
        }

        ImmutableArray<DocumentNode> parts = node.Items;
        var polygons = ImmutableArray.CreateBuilder<GeoPolygon>(parts.Length);
        for (int i = 0; i < parts.Length; i++)
        {
            _part = i;
            if (ReadPolygon(parts[i]) is { } polygon)
                polygons.Add(polygon);
        }

        return polygons.Count == parts.Length ? polygons.MoveToImmutable() : null;
    }

    private GeoPolygon? ReadPolygon(DocumentNode node)
    {
        string path = InGeometry("coordinates");
        if (_part is { } part)
            path = $"{path}.{part.ToString(CultureInfo.InvariantCulture)}";
        if (node.Kind != DocumentNodeKind.List || node.Items.IsEmpty)
        {
            Defect(node, path, $"{Part}a polygon needs a list of at least one ring, {Found(node)}.");
            return null;
        }

        ImmutableArray<DocumentNode> written = node.Items;
        var rings = ImmutableArray.CreateBuilder<ImmutableArray<GeoPoint>>(written.Length);
        if (IsPosition(written[0]))
        {
            string shape = _part is null ? "a Polygon is a list of rings" : "a MultiPolygon is a list of polygons, these of rings";
            Defect(written[0], path + ".0", $"{Part}a position stands where a ring is due: {shape}; write one more pair of brackets around it.", ("ring_index", 0));
            return null;
        }

        for (int i = 0; i < written.Length; i++)
        {
            if (ReadRing(written[i], $"{path}.{i.ToString(CultureInfo.InvariantCulture)}", i) is { } ring)
                rings.Add(ring);
        }

        return rings.Count == written.Length ? new GeoPolygon(rings.MoveToImmutable()) : null;
    }

    private ImmutableArray<GeoPoint>? ReadRing(DocumentNode node, string path, int index)
    {
        string name = $"{Part}ring {index.ToString(CultureInfo.InvariantCulture)}";
        if (node.Kind != DocumentNodeKind.List || node.Items.Length < 4)
        {
            string rule = IsTooDeep(node)
                ? "stands in one pair of brackets too many, or its `type` should be MultiPolygon"
                : $"needs a list of at least four positions, the last the same as the first, {Found(node)}";
            Defect(node, path, $"{name} {rule}.", ("ring_index", index));
            return null;
        }

        if (new PositionReader(_problems, path, name, index).ReadPath(node.Items) is not { } ring)
            return null;
        if (ring[0].Equals(ring[^1]))
            return ring;
        DocumentNode last = node.Items[^1];
        Defect(
            last,
            $"{path}.{(ring.Length - 1).ToString(CultureInfo.InvariantCulture)}",
            $"{name} does not end where it begins: repeat its first position, {PositionReader.Show(ring[0])}, at its end.",
            ("ring_index", index));
        return null;
    }

    /// <summary>Whether a list of less than four, such as no ring is, holds numbers: a position, one level too high.</summary>
    private static bool IsPosition(DocumentNode node) =>
        node.Kind == DocumentNodeKind.List
        && node.Items is [{ Kind: DocumentNodeKind.Integer or DocumentNodeKind.Float }, ..] and { Length: < 4 };

    /// <summary>Whether a list holds rings rather than positions.</summary>
    private static bool IsTooDeep(DocumentNode node) =>
        node.Kind == DocumentNodeKind.List
        && node.Items is [{ Kind: DocumentNodeKind.List } first, ..]
        && first.Items is [{ Kind: DocumentNodeKind.List }, ..];

    private static string TypeHint(DocumentNode type, ImmutableArray<string> known)
    {
        if (type.Kind == DocumentNodeKind.String && (type.Text == "GeometryCollection" || type.Text.StartsWith("Multi", StringComparison.Ordinal)))
            return ": make each of its parts a feature of its own";
        return TokenHint.For(type, known) is { } hint ? ": " + hint : "";
    }

    private string Part => _part is { } part ? $"part {part.ToString(CultureInfo.InvariantCulture)}, " : "";

    private string InGeometry(string name) => _feature.IsBare ? name : "geometry." + name;

    private static string Found(DocumentNode node) => node.Kind == DocumentNodeKind.List
        ? $"and has {node.Items.Length.ToString(CultureInfo.InvariantCulture)}"
        : "not " + FoundValue.Describe(node);

    private void Defect(DocumentNode node, string path, string message, params (string Key, Scalar Value)[] details) =>
        _problems.Contract(VectorLoadStage.Geometry, ProblemTypes.ValueError, node, path, message, details);
}
