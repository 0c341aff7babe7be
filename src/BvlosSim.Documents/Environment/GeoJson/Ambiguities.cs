using System.Globalization;
using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;
using BvlosSim.Estimation;
using BvlosSim.Values;

namespace BvlosSim.Documents.Environment.GeoJson;

/// <summary>
/// Finds what the contract lets pass and nobody should fly by: another coordinate system, numbers that are none, identifiers that stand twice
/// or are no identifiers, and properties under a name that almost means something.
/// </summary>
internal static class Ambiguities
{
    /// <summary>The reason of a number that is NaN, infinite or beyond a double.</summary>
    public const string NotFinite = "not_finite";

    /// <summary>Finds them in a file.</summary>
    /// <param name="root">Root of the file.</param>
    /// <param name="list">Its features.</param>
    /// <param name="all">Takes them.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static void Find(DocumentNode root, FeatureList list, VectorProblems all, CancellationToken cancellationToken)
    {
        var firstOfId = new Dictionary<string, Feature>(list.Features.Length);
        var names = new PropertyNames();
        foreach (Feature feature in list.Features)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var problems = new FeatureProblems(all, feature.Index, feature.Path, feature.Node);
            CheckId(feature, firstOfId, problems);
            names.Check(feature, problems);
            if (feature.Path is not null)
                CheckFeature(feature, all, problems);
            if (!feature.IsBare)
                CheckSystem(feature.Geometry, "geometry.crs", problems);
        }

        CheckRoot(root, list, all);
    }

    private static void CheckFeature(Feature feature, VectorProblems all, FeatureProblems problems)
    {
        CheckSystem(feature.Node, "crs", problems);
        foreach (DocumentNode node in NonFiniteNumbers.In(feature.Node, except: null, all))
        {
            string message = $"it holds {FoundValue.Describe(node)}, which JSON does not have: write a finite number.";
            problems.Ambiguity(VectorLoadStage.Feature, NotFinite, node, null, message);
        }
    }

    private static void CheckRoot(DocumentNode root, FeatureList list, VectorProblems all)
    {
        if (CoordinateSystem.FindOther(root) is { } system)
        {
            (DocumentNode node, string name) = system;
            Note(all, node, VectorLoadStage.Geometry, "unsupported_crs", "crs", CoordinateSystem.Advice(name), ("crs", name));
        }

        foreach (DocumentNode node in NonFiniteNumbers.In(root, except: list.Written, all))
        {
            string message = $"The file holds {FoundValue.Describe(node)}, which JSON does not have: write a finite number.";
            Note(all, node, VectorLoadStage.SchemaValidation, NotFinite, null, message);
        }
    }

    private static void CheckSystem(DocumentNode owner, string path, FeatureProblems problems)
    {
        if (CoordinateSystem.FindOther(owner) is not { } system)
            return;
        (DocumentNode node, string name) = system;
        problems.Ambiguity(VectorLoadStage.Geometry, "unsupported_crs", node, path, CoordinateSystem.Advice(name), ("crs", name));
    }

    private static void CheckId(Feature feature, Dictionary<string, Feature> firstOfId, FeatureProblems problems)
    {
        DocumentNode place = feature.IdNode ?? feature.Node;
        if (place != feature.Node && place.Kind is DocumentNodeKind.List or DocumentNodeKind.Mapping)
        {
            string message = $"its `id` must be a text or a number, not {FoundValue.Describe(place)}.";
            problems.Ambiguity(VectorLoadStage.Feature, "invalid_id", place, null, message);
            return;
        }

        // Reports are read line by line: an identifier with a line break could write a line of its own, such as a verdict.
        if (feature.Id.Any(char.IsControl))
        {
            problems.Ambiguity(VectorLoadStage.Feature, "invalid_id", place, null, "its identifier holds a line break or another control character: remove it.");
            return;
        }

        if (firstOfId.TryAdd(feature.Id, feature))
            return;
        Feature first = firstOfId[feature.Id];
        string firstIndex = first.Index.ToString(CultureInfo.InvariantCulture);
        problems.Ambiguity(
            VectorLoadStage.Feature,
            "duplicate_id",
            place,
            null,
            $"the identifier {FoundValue.Quote(feature.Id)} is that of feature {firstIndex} (line {first.Node.Line}) already: give each its own.",
            ("feature_id", feature.Id),
            ("first_feature_index", first.Index));
    }

    private static void Note(
        VectorProblems all,
        DocumentNode node,
        VectorLoadStage stage,
        string reason,
        string? path,
        string message,
        params (string, Scalar)[] details) =>
        all.Add(ProblemOrder.Ambiguity, node, () => new VectorProblem(
            stage,
            FailureKind.InvalidInput,
            FailureCode.InvalidGeometry,
            ScalarMap.Of([.. details, ("reason", reason)]),
            new Problem(reason, path, node.Line, node.Column, message)));
}
