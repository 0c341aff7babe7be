using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Reading;

/// <summary>
/// Rows of one kind from several sources of a log, of which one is used: the wind of two estimators, the battery messages of two
/// generations. Rank 0 is asked first.
/// </summary>
internal sealed class RankedRows<T>
    where T : struct
{
    private readonly RowPieces<T>[] _rows;

    /// <summary>Room for sources.</summary>
    /// <param name="ranks">How many sources there may be.</param>
    public RankedRows(int ranks)
    {
        _rows = new RowPieces<T>[ranks];
        for (int rank = 0; rank < ranks; rank++)
            _rows[rank] = new RowPieces<T>();
    }

    /// <summary>The rows of a rank so far.</summary>
    public int Count(int rank) => _rows[rank].Length;

    /// <summary>Adds a row.</summary>
    public void Add(int rank, in T row) => _rows[rank].Add(row);

    /// <summary>Changes rows from an index on.</summary>
    public void Change(int rank, int from, Func<T, T> change)
    {
        RowPieces<T> rows = _rows[rank];
        for (int i = from; i < rows.Length; i++)
            rows[i] = change(rows[i]);
    }

    /// <summary>Removes rows.</summary>
    /// <param name="rank">Of which source.</param>
    /// <param name="indices">Their indices, ascending.</param>
    public void Remove(int rank, IReadOnlyList<int> indices)
    {
        if (indices.Count == 0)
            return;
        RowPieces<T> rows = _rows[rank];
        int kept = indices[0];
        for (int i = kept, next = 0; i < rows.Length; i++)
        {
            if (next < indices.Count && indices[next] == i)
                next++;
            else
                rows[kept++] = rows[i];
        }

        rows.Shorten(kept);
    }

    /// <summary>The rows of a rank, which are moved out.</summary>
    /// <param name="rank">Which; null = the first one that has rows.</param>
    public RowList<T> Take(int? rank) => new(TakePieces(rank ?? Math.Max(0, Array.FindIndex(_rows, r => r.Length > 0))));

    /// <summary>Moves the rows of rank 0 to those of another collection, which take their place where it has none yet.</summary>
    public void MoveTo(RankedRows<T> target)
    {
        RowPieces<T> pieces = TakePieces(0);
        if (target.Count(0) == 0)
        {
            target._rows[0] = pieces;
            return;
        }

        foreach (T row in new RowList<T>(pieces))
            target.Add(0, row);
    }

    /// <summary>Moves the rows of a rank out, one after the other.</summary>
    public void MoveTo(int rank, Action<T> receiver)
    {
        foreach (T row in Take(rank))
            receiver(row);
    }

    private RowPieces<T> TakePieces(int rank)
    {
        RowPieces<T> pieces = _rows[rank];
        _rows[rank] = new RowPieces<T>();
        return pieces;
    }
}
