using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;
using BvlosSim.Environment.Grids;
using BvlosSim.Environment.Population;

namespace BvlosSim.Documents.Environment;

/// <summary>Reads population grids, <c>population-grid.v2</c>.</summary>
/// <remarks>
/// Rows of <c>density_ppl_km2</c> run from south to north, numbers in a row from west to east. A grid that names its <c>schema_version</c> is
/// evidence and must say where it comes from; one that does not is a picture, and its <c>metadata</c> mean nothing. Numbers are numbers: no
/// texts. Unknown keys are ignored. Every problem is noted; the first fifty are listed.
/// </remarks>
public static class PopulationGridReader
{
    private const string InputName = "population";
    private const string Densities = "density_ppl_km2";
    private const string Version = "schema_version";
    private const string Metadata = "metadata";
    private const string EvidenceVersion = "population-grid.v2";

    private static readonly string[] Known = ["origin_lat", "origin_lon", "step_lat_deg", "step_lon_deg", Densities, Version, Metadata];

    /// <summary>Loads a population grid.</summary>
    /// <param name="path">Absolute path of a <c>.yaml</c>, <c>.yml</c> or <c>.json</c> file.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    /// <returns>The grid, or why there is none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static LoadResult<PopulationGridDocument> Load(string path, CancellationToken cancellationToken = default)
    {
        LoadResult<LoadedDocument> loaded = DocumentLoader.Load(path, InputName, LoaderProfile.Grid, cancellationToken);
        return loaded.Value is null ? loaded.Error! : Read(loaded.Value, cancellationToken);
    }

    /// <summary>Reads a population grid from a parsed file.</summary>
    /// <param name="document">The file.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The grid, or why there is none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static LoadResult<PopulationGridDocument> Read(LoadedDocument document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var problems = new GridProblems();
        var fields = new GridFields(problems, textCounts: false);
        PopulationEvidence? evidence = ReadEvidence(document.Root, fields, problems);
        var reader = new RegularGridReader(fields, problems) { Rows = Densities, Item = "densities", Least = 0.0 };
        RegularGrid? grid = reader.Read(document.Root, Known, cancellationToken);
        return problems.Count > 0
            ? problems.ToError(InputName, document)
            : new PopulationGridDocument(new PopulationGrid(grid!, evidence), document.Identity);
    }

    private static PopulationEvidence? ReadEvidence(DocumentNode root, GridFields fields, GridProblems problems)
    {
        if (root.Find(Version) is not { } version || version.Kind == DocumentNodeKind.Null)
            return null;
        if (version.Kind != DocumentNodeKind.String || version.Text != EvidenceVersion)
        {
            string message = $"It must be {EvidenceVersion}, not {FoundValue.Describe(version)}; a grid without the key is no evidence.";
            problems.Add(ProblemTypes.LiteralError, Version, version, message);
            return null;
        }

        if (fields.Require(root, "", Metadata, Known) is not { } metadata)
            return null;
        if (metadata.Kind == DocumentNodeKind.Mapping)
            return new PopulationEvidenceReader(metadata, fields, problems).Read();
        string complaint = $"It must be a mapping that says where the densities come from, not {FoundValue.Describe(metadata)}.";
        problems.Add(ProblemTypes.ModelType, Metadata, metadata, complaint);
        return null;
    }
}
