using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Loading;
using BvlosSim.Estimation;
using BvlosSim.Values;

namespace BvlosSim.Documents.Environment.GeoJson;

/// <summary>Notes what is wrong with one feature: adds its index to the context, its name to the message and its path to the place.</summary>
internal sealed class FeatureProblems
{
    private readonly VectorProblems _all;
    private readonly int _index;
    private readonly string? _path;
    private readonly DocumentNode _feature;

    /// <summary>Notes problems of a feature.</summary>
    /// <param name="all">Where they are noted.</param>
    /// <param name="index">Index of the feature.</param>
    /// <param name="path">Its path in the file; null for the root.</param>
    /// <param name="feature">The feature.</param>
    public FeatureProblems(VectorProblems all, int index, string? path, DocumentNode feature)
    {
        _all = all;
        _index = index;
        _path = path;
        _feature = feature;
    }

    /// <summary>The file is no list of features with geometries.</summary>
    public void Structure(VectorLoadStage stage, DocumentNode node, string? path, string message, params (string Key, Scalar Value)[] details) =>
        Add(ProblemOrder.Structure, stage, ProblemTypes.ModelType, node, path, message, details);

    /// <summary>A geometry or a property breaks the contract.</summary>
    public void Contract(
        VectorLoadStage stage, string type, DocumentNode node, string? path, string message, params (string Key, Scalar Value)[] details) =>
        Add(ProblemOrder.Contract, stage, type, node, path, message, details);

    /// <summary>Takes a value as named, though it is not listed.</summary>
    public void Pass(DocumentNode node) => _all.Pass(node);

    /// <summary>Whether the geometry may mean two things, so that nothing can be said about its shape.</summary>
    public bool IsShapeAmbiguous { get; private set; }

    /// <summary>The contract lets it pass, but it may mean two things. The reason becomes a key of the context.</summary>
    public void Ambiguity(
        VectorLoadStage stage, string reason, DocumentNode node, string? path, string message, params (string Key, Scalar Value)[] details)
    {
        IsShapeAmbiguous |= stage == VectorLoadStage.Geometry;
        Add(ProblemOrder.Ambiguity, stage, reason, node, path, message, [.. details, ("reason", reason)]);
    }

    /// <summary>It loads, but no check could use its shape. The reason becomes a key of the context.</summary>
    public void Shape(string reason, DocumentNode node, string path, string message, params (string Key, Scalar Value)[] details) =>
        Add(ProblemOrder.Shape, VectorLoadStage.Geometry, reason, node, path, message, [.. details, ("reason", reason)]);

    /// <summary>The geometry is of a type that the asset does not have.</summary>
    public void Unsupported(DocumentNode node, string path, FailureCode code, string message, string geometryType) =>
        _all.Add(ProblemOrder.Contract, node, () => new VectorProblem(
            VectorLoadStage.Geometry,
            FailureKind.Unsupported,
            code,
            ScalarMap.Of(("geometry_type", geometryType), ("feature_index", _index)),
            Tell(ProblemTypes.ValueError, node, path, message)));

    private void Add(
        ProblemOrder order,
        VectorLoadStage stage,
        string type,
        DocumentNode node,
        string? path,
        string message,
        (string Key, Scalar Value)[] details) =>
        _all.Add(order, node, () => new VectorProblem(
            stage,
            FailureKind.InvalidInput,
            FailureCode.InvalidGeometry,
            ScalarMap.Of([("feature_index", _index), .. details]),
            Tell(type, node, path, message)));

    private Problem Tell(string type, DocumentNode node, string? path, string message) =>
        new(type, Join(path), node.Line, node.Column, $"{Feature.NameOf(_index, _feature)}: {message}");

    private string? Join(string? path) => _path is null ? path : path is null ? _path : $"{_path}.{path}";
}
