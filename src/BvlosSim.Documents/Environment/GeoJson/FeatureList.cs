using System.Collections.Immutable;
using System.Globalization;
using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;
using BvlosSim.Estimation;
using BvlosSim.Values;

namespace BvlosSim.Documents.Environment.GeoJson;

/// <summary>The features of a file whose structure is sound, in file order.</summary>
internal sealed class FeatureList
{
    private FeatureList(ImmutableArray<Feature> features, DocumentNode? written)
    {
        Features = features;
        Written = written;
    }

    public ImmutableArray<Feature> Features { get; }

    /// <summary>The list of features as written, the unsound ones among them; null when the root is a feature or a geometry.</summary>
    public DocumentNode? Written { get; }

    /// <summary>Reads the features.</summary>
    /// <param name="asset">The kind of asset.</param>
    /// <param name="root">Root of the file, an object.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The sound features; null when the root has none.</returns>
    public static FeatureList? Read(VectorAsset asset, DocumentNode root, VectorProblems problems, CancellationToken cancellationToken)
    {
        DocumentNode? type = root.Find("type");
        string typeText = ScalarText.Of(type);
        if (type?.Kind == DocumentNodeKind.String)
        {
            if (typeText == "FeatureCollection")
                return ReadCollection(asset, root, problems, cancellationToken);
            if (typeText == "Feature")
                return new FeatureList(ReadOne(asset, 0, null, root, problems) is { } only ? [only] : [], null);
            if (asset.Geometries.Contains(typeText))
                return new FeatureList([new Feature(asset, 0, null, root, null, root, isBare: true)], null);
        }

        DocumentNode place = type ?? root;
        string known = string.Join(", ", (ImmutableArray<string>)["FeatureCollection", "Feature", .. asset.Geometries]);
        Add(
            problems,
            new VectorProblem(
                VectorLoadStage.Geometry,
                FailureKind.Unsupported,
                asset.UnsupportedCode,
                ScalarMap.Of(("geometry_type", typeText)),
                new Problem(
                    type is null ? ProblemTypes.Missing : ProblemTypes.ValueError,
                    "type",
                    place.Line,
                    place.Column,
                    $"The `type` at the root must be one of {known}, {Found(type)}.")),
            place);
        return null;
    }

    private static FeatureList? ReadCollection(VectorAsset asset, DocumentNode root, VectorProblems problems, CancellationToken cancellationToken)
    {
        DocumentNode? written = root.Find("features");
        if (written?.Kind != DocumentNodeKind.List)
        {
            DocumentNode place = written ?? root;
            Add(
                problems,
                new VectorProblem(
                    VectorLoadStage.Feature,
                    FailureKind.InvalidInput,
                    FailureCode.InvalidGeometry,
                    ScalarMap.Of(("geojson_type", "FeatureCollection")),
                    new Problem(
                        ProblemTypes.ListType,
                        "features",
                        place.Line,
                        place.Column,
                        $"The `features` of a FeatureCollection must be a list, {Found(written)}.")),
                place);
            return null;
        }

        var features = ImmutableArray.CreateBuilder<Feature>(written.Items.Length);
        for (int i = 0; i < written.Items.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string path = "features." + i.ToString(CultureInfo.InvariantCulture);
            if (ReadOne(asset, i, path, written.Items[i], problems) is { } feature)
                features.Add(feature);
        }

        return new FeatureList(features.ToImmutable(), written);
    }

    private static Feature? ReadOne(VectorAsset asset, int index, string? path, DocumentNode node, VectorProblems all)
    {
        var problems = new FeatureProblems(all, index, path, node);
        if (node.Kind != DocumentNodeKind.Mapping)
        {
            problems.Structure(
                VectorLoadStage.Feature,
                node,
                null,
                $"a feature must be an object, {Found(node)}.",
                ("feature_type", ScalarText.TypeOf(node)));
            return null;
        }

        DocumentNode? type = node.Find("type");
        if (type?.Kind != DocumentNodeKind.String || type.Text != "Feature")
        {
            problems.Structure(
                VectorLoadStage.Feature,
                type ?? node,
                "type",
                $"the `type` of a feature must be \"Feature\", {Found(type)}.",
                ("geojson_type", ScalarText.Of(type)));
            return null;
        }

        DocumentNode? properties = node.Find("properties");
        if (properties is not null && !ScalarText.IsTruthy(properties))
            properties = null;
        if (properties is not null && properties.Kind != DocumentNodeKind.Mapping)
        {
            string message = $"the `properties` must be an object or null, {Found(properties)}.";
            problems.Structure(VectorLoadStage.Feature, properties, "properties", message);
            return null;
        }

        DocumentNode? geometry = node.Find("geometry");
        if (geometry?.Kind != DocumentNodeKind.Mapping)
        {
            problems.Structure(VectorLoadStage.Geometry, geometry ?? node, "geometry", $"the `geometry` must be an object, {Found(geometry)}: give the feature one, or remove it.");
            return null;
        }

        return new Feature(asset, index, path, node, properties, geometry, isBare: false);
    }

    private static string Found(DocumentNode? node) => node is null ? "and is missing" : "not " + FoundValue.Describe(node);

    private static void Add(VectorProblems problems, VectorProblem problem, DocumentNode place) =>
        problems.Add(ProblemOrder.Structure, place, () => problem);
}
