using System.Collections;
using System.Runtime.CompilerServices;

namespace BvlosSim.FlightLogs.Rows;

/// <summary>
/// The rows of a log in file order, held in pieces: a flight of many hours has a million, and one array of them would be copied as it
/// grows. Nothing changes them.
/// </summary>
/// <typeparam name="T">A row.</typeparam>
[CollectionBuilder(typeof(RowList), nameof(RowList.Create))]
public sealed class RowList<T> : IReadOnlyList<T>
    where T : struct
{
    /// <summary>Rows of a piece: all pieces but the last are full. Large enough that the collector does not move them.</summary>
    internal const int PieceRows = 4096;

    private readonly IReadOnlyList<T[]> _pieces;

    /// <summary>A list of pieces.</summary>
    /// <param name="pieces">The pieces, each with <see cref="PieceRows"/> but the last. Not to be changed afterwards.</param>
    /// <param name="length">How many rows there are.</param>
    internal RowList(IReadOnlyList<T[]> pieces, int length)
    {
        _pieces = pieces;
        Length = length;
    }

    /// <summary>How many rows there are.</summary>
    public int Length { get; }

    int IReadOnlyCollection<T>.Count => Length;

    T IReadOnlyList<T>.this[int index] => this[index];

    /// <summary>A row.</summary>
    /// <param name="index">Its place, 0-based.</param>
    public ref readonly T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Length, nameof(index));
            return ref _pieces[index / PieceRows][index % PieceRows];
        }
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (int i = 0; i < Length; i++)
            yield return this[i];
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
        var pieces = new List<T[]>();
        for (int at = 0; at < rows.Length; at += RowList<T>.PieceRows)
            pieces.Add(rows[at..Math.Min(rows.Length, at + RowList<T>.PieceRows)].ToArray());
        return new RowList<T>(pieces, rows.Length);
    }
}
