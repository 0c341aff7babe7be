using System.Collections.Immutable;

namespace BvlosSim.FlightLogs.Reading;

/// <summary>
/// Rows of one kind from several sources of a log, of which one is used: the wind of two estimators, the battery messages of two
/// generations. Rank 0 is asked first.
/// </summary>
internal sealed class RankedRows<T>
    where T : struct
{
    private readonly ImmutableArray<T>.Builder?[] _ranks;

    /// <summary>Room for sources.</summary>
    /// <param name="ranks">How many sources there may be.</param>
    public RankedRows(int ranks) => _ranks = new ImmutableArray<T>.Builder?[ranks];

    /// <summary>How many ranks there are.</summary>
    public int Ranks => _ranks.Length;

    /// <summary>The rows of a rank so far.</summary>
    public int Count(int rank) => _ranks[rank]?.Count ?? 0;

    /// <summary>Adds a row.</summary>
    public void Add(int rank, in T row) => (_ranks[rank] ??= ImmutableArray.CreateBuilder<T>()).Add(row);

    /// <summary>Changes rows from an index on.</summary>
    public void Change(int rank, int from, Func<T, T> change)
    {
        for (int i = from; i < Count(rank); i++)
            _ranks[rank]![i] = change(_ranks[rank]![i]);
    }

    /// <summary>Removes rows.</summary>
    /// <param name="rank">Of which source.</param>
    /// <param name="indices">Their indices, ascending.</param>
    public void Remove(int rank, IReadOnlyList<int> indices)
    {
        if (indices.Count == 0)
            return;
        ImmutableArray<T>.Builder rows = _ranks[rank]!;
        int kept = indices[0];
        for (int i = kept, next = 0; i < rows.Count; i++)
        {
            if (next < indices.Count && indices[next] == i)
                next++;
            else
                rows[kept++] = rows[i];
        }

        rows.Count = kept;
    }

    /// <summary>The rows of a rank, which are moved out.</summary>
    /// <param name="rank">Which; null = the first one that has rows.</param>
    public ImmutableArray<T> Take(int? rank)
    {
        int taken = rank ?? Math.Max(0, Array.FindIndex(_ranks, r => r is { Count: > 0 }));
        return _ranks[taken]?.DrainToImmutable() ?? [];
    }
}
