using System.Collections.Immutable;
using BvlosSim.Documents.Binding;
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
        var fields = new GridFields(problems);
        DocumentNode root = document.Root;

        double? originLat = fields.RequireNumber(root, "origin_lat", Known);
        fields.CheckRange(root, "origin_lat", originLat, -90.0, 90.0);
        double? originLon = fields.RequireNumber(root, "origin_lon", Known);
        fields.CheckRange(root, "origin_lon", originLon, -180.0, 180.0);
        double? stepLat = fields.RequireNumber(root, "step_lat_deg", Known);
        fields.CheckPositive(root, "step_lat_deg", stepLat);
        double? stepLon = fields.RequireNumber(root, "step_lon_deg", Known);
        fields.CheckPositive(root, "step_lon_deg", stepLon);
        Matrix? elevations = fields.Require(root, "", Elevations, Known) is DocumentNode rows
            ? ReadRows(rows, fields, problems, cancellationToken)
            : null;
        if (problems.Count > 0)
            return problems.ToError(InputName, document);

        var lat = new RegularAxis(originLat!.Value, stepLat!.Value, elevations!.Rows);
        var lon = new RegularAxis(originLon!.Value, stepLon!.Value, elevations.Columns);
        CheckEdge(root, "step_lat_deg", lat, 90.0, "latitude", problems);
        CheckEdge(root, "step_lon_deg", lon, 180.0, "longitude", problems);
        return problems.Count > 0
            ? problems.ToError(InputName, document)
            : new TerrainGridDocument(new TerrainGrid(new RegularGrid(lat, lon, elevations.Values)), document.Identity);
    }

    private static Matrix? ReadRows(DocumentNode node, GridFields fields, GridProblems problems, CancellationToken cancellationToken)
    {
        if (fields.Items(node, Elevations, "one row of elevations each", count: null) is not ImmutableArray<DocumentNode> rows)
            return null;

        int? columns = null;
        ImmutableArray<double>.Builder? values = null;
        for (int r = 0; r < rows.Length; r++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string what = columns is null ? "one elevation each" : "as many elevations as the first row";
            if (fields.Items(rows[r], $"{Elevations}.{r}", what, columns) is not ImmutableArray<DocumentNode> row)
                continue;
            columns ??= row.Length;
            values ??= ImmutableArray.CreateBuilder<double>(checked(rows.Length * row.Length));
            for (int c = 0; c < row.Length; c++)
            {
                if (!GridNumber.TryRead(row[c], out double value) && !problems.OnlyCount())
                    problems.Add(ProblemTypes.ValueError, $"{Elevations}.{r}.{c}", row[c], GridNumber.Complaint(row[c]));
                values.Add(value);
            }
        }

        return problems.Count > 0 ? null : new Matrix(rows.Length, columns!.Value, values!.MoveToImmutable());
    }

    private static void CheckEdge(DocumentNode root, string step, RegularAxis axis, double most, string what, GridProblems problems)
    {
        if (axis.LastDeg <= most)
            return;
        string message = $"With {axis.Count} nodes the grid ends at {what} {axis.LastDeg}, beyond {most}: correct the step or the origin.";
        problems.Add(ProblemTypes.ValueError, step, root.Find(step)!, message);
    }

    private sealed record Matrix(int Rows, int Columns, ImmutableArray<double> Values);
}
