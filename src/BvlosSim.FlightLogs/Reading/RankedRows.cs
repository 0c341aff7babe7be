using System.Runtime.InteropServices;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Reading;

/// <summary>
/// Rows of one kind from several sources of a log, of which one is used: the wind of two estimators, the battery messages of two
/// generations. Rank 0 is asked first. The first piece grows, since most logs are short.
/// </summary>
internal sealed class RankedRows<T>
    where T : struct
{
    private const int PieceRows = RowList<T>.PieceRows;
    private const int FirstRows = 16;

    private readonly List<T[]>[] _pieces;
    private readonly int[] _counts;

    /// <summary>Room for sources.</summary>
    /// <param name="ranks">How many sources there may be.</param>
    public RankedRows(int ranks)
    {
        _counts = new int[ranks];
        _pieces = new List<T[]>[ranks];
        for (int rank = 0; rank < ranks; rank++)
            _pieces[rank] = [];
    }

    /// <summary>The rows of a rank so far.</summary>
    public int Count(int rank) => _counts[rank];

    /// <summary>Adds a row.</summary>
    public void Add(int rank, in T row)
    {
        int used = _counts[rank] - ((_pieces[rank].Count - 1) * PieceRows);
        if (_pieces[rank].Count == 0 || used == PieceRows)
            _pieces[rank].Add(new T[_pieces[rank].Count == 0 ? FirstRows : PieceRows]);
        else if (_pieces[rank].Count == 1 && used == _pieces[rank][0].Length)
            Array.Resize(ref CollectionsMarshal.AsSpan(_pieces[rank])[0], Math.Min(PieceRows, 2 * used));
        At(rank, _counts[rank]++) = row;
    }

    /// <summary>Changes rows from an index on.</summary>
    public void Change(int rank, int from, Func<T, T> change)
    {
        for (int i = from; i < _counts[rank]; i++)
            At(rank, i) = change(At(rank, i));
    }

    /// <summary>Removes rows.</summary>
    /// <param name="rank">Of which source.</param>
    /// <param name="indices">Their indices, ascending.</param>
    public void Remove(int rank, IReadOnlyList<int> indices)
    {
        if (indices.Count == 0)
            return;
        int kept = indices[0];
        for (int i = kept, next = 0; i < _counts[rank]; i++)
        {
            if (next < indices.Count && indices[next] == i)
                next++;
            else
                At(rank, kept++) = At(rank, i);
        }

        _counts[rank] = kept;
    }

    /// <summary>The rows of a rank, which are moved out.</summary>
    /// <param name="rank">Which; null = the first one that has rows.</param>
    public RowList<T> Take(int? rank) => Take(rank ?? Math.Max(0, Array.FindIndex(_counts, c => c > 0)), out _);

    /// <summary>Moves the rows of rank 0 to those of another collection, which take their place where it has none yet.</summary>
    public void MoveTo(RankedRows<T> target)
    {
        RowList<T> rows = Take(0, out List<T[]> pieces);
        if (target._counts[0] == 0)
        {
            target._pieces[0] = pieces;
            target._counts[0] = rows.Length;
            return;
        }

        foreach (T row in rows)
            target.Add(0, row);
    }

    /// <summary>Moves the rows of a rank out, one after the other.</summary>
    public void MoveTo(int rank, Action<T> receiver)
    {
        foreach (T row in Take(rank, out _))
            receiver(row);
    }

    private RowList<T> Take(int rank, out List<T[]> pieces)
    {
        pieces = _pieces[rank];
        var rows = new RowList<T>(pieces, _counts[rank]);
        _pieces[rank] = [];
        _counts[rank] = 0;
        return rows;
    }

    private ref T At(int rank, int index) => ref _pieces[rank][index / PieceRows][index % PieceRows];
}
