using System.Collections.Immutable;
using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Loading;
using BvlosSim.Environment.Grids;

namespace BvlosSim.Documents.Environment;

/// <summary>Reads the grid that terrain and population share: origin, steps and rows of numbers, from south to north and west to east.</summary>
internal sealed class RegularGridReader
{
    private readonly GridFields _fields;
    private readonly GridProblems _problems;

    public RegularGridReader(GridFields fields, GridProblems problems)
    {
        _fields = fields;
        _problems = problems;
    }

    /// <summary>The key of the rows.</summary>
    public required string Rows { get; init; }

    /// <summary>What a number of a row is called.</summary>
    public required string Item { get; init; }

    /// <summary>The least number; null = any.</summary>
    public double? Least { get; init; }

    /// <summary>Reads the grid.</summary>
    /// <param name="root">Root of the document.</param>
    /// <param name="known">Every key that it knows.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The grid; null after a problem.</returns>
    public RegularGrid? Read(DocumentNode root, IReadOnlyList<string> known, CancellationToken cancellationToken)
    {
        long before = _problems.Count;
        double? originLat = _fields.RequireNumber(root, "", "origin_lat", known);
        _fields.CheckRange(root, "origin_lat", originLat, -90.0, 90.0);
        double? originLon = _fields.RequireNumber(root, "", "origin_lon", known);
        _fields.CheckRange(root, "origin_lon", originLon, -180.0, 180.0);
        double? stepLat = _fields.RequireNumber(root, "", "step_lat_deg", known);
        _fields.CheckPositive(root, "", "step_lat_deg", stepLat);
        double? stepLon = _fields.RequireNumber(root, "", "step_lon_deg", known);
        _fields.CheckPositive(root, "", "step_lon_deg", stepLon);
        Matrix? matrix = _fields.Require(root, "", Rows, known) is DocumentNode rows ? ReadRows(rows, cancellationToken) : null;
        if (_problems.Count > before)
            return null;

        var lat = new RegularAxis(originLat!.Value, stepLat!.Value, matrix!.Rows);
        var lon = new RegularAxis(originLon!.Value, stepLon!.Value, matrix.Columns);
        CheckEdge(root, "step_lat_deg", lat, 90.0, "latitude");
        CheckEdge(root, "step_lon_deg", lon, 180.0, "longitude");
        return _problems.Count > before ? null : new RegularGrid(lat, lon, matrix.Values);
    }

    private Matrix? ReadRows(DocumentNode node, CancellationToken cancellationToken)
    {
        if (_fields.Items(node, Rows, $"one row of {Item} each", count: null) is not ImmutableArray<DocumentNode> rows)
            return null;

        long before = _problems.Count;
        int? columns = null;
        ImmutableArray<double>.Builder? values = null;
        for (int r = 0; r < rows.Length; r++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string what = columns is null ? $"one of the {Item} each" : $"as many {Item} as the first row";
            if (_fields.Items(rows[r], $"{Rows}.{r}", what, columns) is not ImmutableArray<DocumentNode> row)
                continue;
            columns ??= row.Length;
            values ??= ImmutableArray.CreateBuilder<double>(checked(rows.Length * row.Length));
            for (int c = 0; c < row.Length; c++)
                values.Add(ReadValue(row[c], r, c));
        }

        return _problems.Count > before ? null : new Matrix(rows.Length, columns!.Value, values!.MoveToImmutable());
    }

    private double ReadValue(DocumentNode node, int row, int column)
    {
        bool isNumber = _fields.TryRead(node, out double value);
        if ((isNumber && !(value < Least)) || _problems.OnlyCount())
            return value;
        string path = $"{Rows}.{row}.{column}";
        if (isNumber)
            _problems.Add(ProblemTypes.GreaterThanEqual, path, node, $"It must be at least {Least}, and is {value}.");
        else
            _problems.Add(ProblemTypes.ValueError, path, node, GridNumber.Complaint(node));
        return value;
    }

    private void CheckEdge(DocumentNode root, string step, RegularAxis axis, double most, string what)
    {
        if (axis.LastDeg <= most)
            return;
        string message = $"With {axis.Count} nodes the grid ends at {what} {axis.LastDeg}, beyond {most}: correct the step or the origin.";
        _problems.Add(ProblemTypes.ValueError, step, root.Find(step)!, message);
    }

    private sealed record Matrix(int Rows, int Columns, ImmutableArray<double> Values);
}
