using BvlosSim.Documents.Loading;
using BvlosSim.Environment.Grids;
using BvlosSim.Environment.Terrain;

namespace BvlosSim.Documents.Environment;

/// <summary>Reads terrain grids, <c>terrain-grid.v1</c>.</summary>
/// <remarks>
/// Rows of <c>elevations_m</c> run from south to north, numbers in a row from west to east. Unknown keys are ignored. Every problem is noted;
/// the first fifty are listed.
/// </remarks>
public static class TerrainGridReader
{
    private const string InputName = "terrain";
    private const string Elevations = "elevations_m";

    private static readonly string[] Known = ["origin_lat", "origin_lon", "step_lat_deg", "step_lon_deg", Elevations];

    /// <summary>Loads a terrain grid.</summary>
    /// <param name="path">Absolute path of a <c>.yaml</c>, <c>.yml</c> or <c>.json</c> file.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    /// <returns>The grid, or why there is none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static LoadResult<TerrainGridDocument> Load(string path, CancellationToken cancellationToken = default)
    {
        LoadResult<LoadedDocument> loaded = DocumentLoader.Load(path, InputName, LoaderProfile.Grid, cancellationToken);
        return loaded.Value is null ? loaded.Error! : Read(loaded.Value, cancellationToken);
    }

    /// <summary>Reads a terrain grid from a parsed file.</summary>
    /// <param name="document">The file.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The grid, or why there is none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static LoadResult<TerrainGridDocument> Read(LoadedDocument document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var problems = new GridProblems();
        var reader = new RegularGridReader(new GridFields(problems), problems) { Rows = Elevations, Item = "elevations" };
        return reader.Read(document.Root, Known, cancellationToken) is RegularGrid grid
            ? new TerrainGridDocument(new TerrainGrid(grid), document.Identity)
            : problems.ToError(InputName, document);
    }
}
