using System.Globalization;
using System.Runtime.InteropServices;
using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Loading;
using BvlosSim.Estimation;
using BvlosSim.Values;

namespace BvlosSim.Documents.Environment.GeoJson;

/// <summary>In which order problems are told: the first of the first order is the one that the contract reports.</summary>
internal enum ProblemOrder
{
    /// <summary>The file is no list of features with geometries. Told of all features before anything else.</summary>
    Structure,

    /// <summary>A geometry or a property breaks the contract.</summary>
    Contract,

    /// <summary>The contract lets it pass, but it may mean two things.</summary>
    Ambiguity,

    /// <summary>It loads, but no check could use its shape.</summary>
    Shape,
}

/// <summary>Something wrong with a vector asset: for the contract and for a person.</summary>
/// <param name="Stage">The step that finds it.</param>
/// <param name="Kind">Whose fault it is.</param>
/// <param name="Code">Contract code.</param>
/// <param name="Details">Keys of the contract.</param>
/// <param name="Problem">The same for a person.</param>
internal sealed record VectorProblem(VectorLoadStage Stage, FailureKind Kind, FailureCode Code, ScalarMap Details, Problem Problem);

/// <summary>Collects what is wrong with a vector asset. Of each order the first thousand are listed, the others counted.</summary>
internal sealed class VectorProblems
{
    private const int MaxListed = 1000;

    private readonly List<VectorProblem>[] _listed = [[], [], [], []];
    private readonly HashSet<DocumentNode> _nonFinite = new(ReferenceEqualityComparer.Instance);
    private int _count;

    public bool Any => _count > 0;

    /// <summary>Notes a problem.</summary>
    /// <param name="order">When it is told.</param>
    /// <param name="node">Where it is.</param>
    /// <param name="problem">Makes the problem, if there is room for it.</param>
    public void Add(ProblemOrder order, DocumentNode node, Func<VectorProblem> problem)
    {
        _count++;
        Pass(node);
        List<VectorProblem> listed = _listed[(int)order];
        if (listed.Count < MaxListed)
            listed.Add(problem());
    }

    /// <summary>Takes a value as named, though it is not listed.</summary>
    public void Pass(DocumentNode node)
    {
        if (IsNonFinite(node))
            _nonFinite.Add(node);
    }

    /// <summary>Whether a number is NaN or infinite and no problem has named it.</summary>
    public bool IsUnnoticedNonFinite(DocumentNode node) => IsNonFinite(node) && !_nonFinite.Contains(node);

    /// <summary>The error of the asset; to be asked for only when there is a problem.</summary>
    public VectorLoadError ToError(VectorAsset asset, string path, DocumentIdentity identity)
    {
        List<VectorProblem> all = [.. _listed.SelectMany(l => l)];
        List<Problem> told = [.. all.Select(p => p.Problem)];
        if (_count > told.Count)
        {
            string rest = (_count - told.Count).ToString(CultureInfo.InvariantCulture);
            told.Add(new Problem(ProblemTypes.ValueError, null, 0, 0, $"{rest} more problems are not listed."));
        }

        VectorProblem first = all[0];
        return new VectorLoadError
        {
            InputName = asset.InputName,
            Path = path,
            Stage = first.Stage,
            Kind = first.Kind,
            Code = first.Code,
            Details = first.Details,
            Identity = identity,
            Message = $"Line {first.Problem.Line}, column {first.Problem.Column}: {first.Problem.Message}",
            Problems = ImmutableCollectionsMarshal.AsImmutableArray(told.ToArray()),
        };
    }

    private static bool IsNonFinite(DocumentNode node) =>
        node.Kind is DocumentNodeKind.Float or DocumentNodeKind.Integer && !double.IsFinite(node.Number);
}
