using System.Collections.Immutable;
using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;
using BvlosSim.Environment.Wind;

namespace BvlosSim.Documents.Environment;

/// <summary>Reads spatiotemporal wind grids, <c>wind-grid.v1</c>.</summary>
/// <remarks>
/// <c>values</c> nests time, altitude, latitude, longitude and the pair east, north. Unknown keys are ignored. Every problem is noted; the
/// first fifty are listed.
/// </remarks>
public static class WindGridReader
{
    private const string InputName = "wind_grid";

    private static readonly string[] Known = ["axes", "values", "metadata", "schema_version"];
    private static readonly string[] AxisNames = ["time_s", "altitude_m", "lat", "lon"];

    /// <summary>Loads a wind grid.</summary>
    /// <param name="path">Absolute path of a <c>.yaml</c>, <c>.yml</c> or <c>.json</c> file.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    /// <returns>The grid, or why there is none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static LoadResult<WindGridDocument> Load(string path, CancellationToken cancellationToken = default)
    {
        LoadResult<LoadedDocument> loaded = DocumentLoader.Load(path, InputName, LoaderProfile.Grid, cancellationToken);
        return loaded.Value is null ? loaded.Error! : Read(loaded.Value, cancellationToken);
    }

    /// <summary>Reads a wind grid from a parsed file.</summary>
    /// <param name="document">The file.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The grid, or why there is none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static LoadResult<WindGridDocument> Read(LoadedDocument document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var problems = new GridProblems();
        var fields = new GridFields(problems);

        ImmutableArray<double>[]? axes = fields.Require(document.Root, "", "axes", Known) is DocumentNode node
            ? ReadAxes(node, fields, problems)
            : null;
        DocumentNode? values = fields.Require(document.Root, "", "values", Known);
        if (problems.Count > 0)
            return problems.ToError(InputName, document);

        ImmutableArray<WindVector> nodes = new WindValueReader(axes!, fields, problems, cancellationToken).Read(values!);
        return problems.Count > 0
            ? problems.ToError(InputName, document)
            : new WindGridDocument(new WindGrid(axes![0], axes[1], axes[2], axes[3], nodes), document.Identity);
    }

    private static ImmutableArray<double>[] ReadAxes(DocumentNode node, GridFields fields, GridProblems problems)
    {
        var axes = new ImmutableArray<double>[AxisNames.Length];
        if (node.Kind != DocumentNodeKind.Mapping)
        {
            string wanted = string.Join(", ", AxisNames);
            problems.Add(ProblemTypes.ModelType, "axes", node, $"It must be a mapping with the keys {wanted}, not {FoundValue.Describe(node)}.");
            return axes;
        }

        for (int i = 0; i < axes.Length; i++)
        {
            if (fields.Require(node, "axes.", AxisNames[i], AxisNames) is DocumentNode axis)
                axes[i] = ReadAxis(axis, AxisNames[i], fields, problems);
        }

        return axes;
    }

    private static ImmutableArray<double> ReadAxis(DocumentNode node, string name, GridFields fields, GridProblems problems)
    {
        string path = "axes." + name;
        if (fields.Items(node, path, "one position each", count: null) is not ImmutableArray<DocumentNode> items)
            return [];

        double limit = name switch { "lat" => 90.0, "lon" => 180.0, _ => double.MaxValue };
        var values = ImmutableArray.CreateBuilder<double>(items.Length);
        for (int i = 0; i < items.Length; i++)
        {
            if (FindProblem(items[i], limit, values, out double value) is not string complaint)
                values.Add(value);
            else if (!problems.OnlyCount())
                problems.Add(ProblemTypes.ValueError, $"{path}.{i}", items[i], complaint);
        }

        return values.ToImmutable();
    }

    private static string? FindProblem(DocumentNode node, double limit, ImmutableArray<double>.Builder before, out double value)
    {
        if (!GridNumber.TryRead(node, out value))
            return GridNumber.Complaint(node);
        if (Math.Abs(value) > limit)
            return $"It must lie between {-limit} and {limit}, and is {value}.";
        if (before.Count == 0)
            return null;
        // Two positions so far apart that their distance is infinite make no axis either.
        double last = before[^1];
        return value > last && double.IsFinite(value - last) ? null : $"The axis must ascend, and {value} does not follow {last}.";
    }
}
