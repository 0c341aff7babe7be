using System.Collections;
using System.Runtime.CompilerServices;

namespace BvlosSim.FlightLogs.Rows;

/// <summary>The rows of a log in file order. Nothing changes them. Not safe across threads: the rows of a long log are fetched from a file.</summary>
/// <typeparam name="T">A row.</typeparam>
[CollectionBuilder(typeof(RowList), nameof(RowList.Create))]
public sealed class RowList<T> : IReadOnlyList<T>
    where T : struct
{
    private readonly RowPieces<T> _pieces;

    /// <summary>A list of rows.</summary>
    /// <param name="pieces">The rows. Not to be changed afterwards.</param>
    internal RowList(RowPieces<T> pieces) => _pieces = pieces;

    /// <summary>How many rows there are.</summary>
    public int Length => _pieces.Length;

    int IReadOnlyCollection<T>.Count => Length;

    /// <summary>A row.</summary>
    /// <param name="index">Its place, 0-based.</param>
    /// <exception cref="IOException">The disk failed.</exception>
    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Length, nameof(index));
            return _pieces[index];
        }
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (int i = 0; i < Length; i++)
            yield return _pieces[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes lists of rows.</summary>
public static class RowList
{
    /// <summary>A list of rows.</summary>
    public static RowList<T> Create<T>(ReadOnlySpan<T> rows)
        where T : struct
    {
        var pieces = new RowPieces<T>();
        foreach (ref readonly T row in rows)
            pieces.Add(row);
        return new RowList<T>(pieces);
    }
}
