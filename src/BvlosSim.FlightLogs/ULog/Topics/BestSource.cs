namespace BvlosSim.FlightLogs.ULog.Topics;

/// <summary>
/// The rows of the best of several sources: those of a worse one are forgotten when a better one turns up, and not taken after it.
/// </summary>
/// <typeparam name="T">A row.</typeparam>
internal sealed class BestSource<T>
{
    private readonly List<T> _rows = [];

    /// <summary>Rank of the source; lower is better, <see cref="int.MaxValue"/> = none yet.</summary>
    public int Rank { get; private set; } = int.MaxValue;

    /// <summary>Notes that a source has data. True when its rows are taken.</summary>
    public bool Takes(int rank)
    {
        if (rank > Rank)
            return false;
        if (rank < Rank)
            _rows.Clear();
        Rank = rank;
        return true;
    }

    /// <summary>Adds a row of the best source.</summary>
    public void Add(T row) => _rows.Add(row);

    /// <summary>Hands the rows over in the order of the log, and begins anew.</summary>
    public void MoveTo(Action<T> receiver)
    {
        foreach (T row in _rows)
            receiver(row);
        _rows.Clear();
        Rank = int.MaxValue;
    }
}
