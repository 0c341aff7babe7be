using BvlosSim.FlightLogs.Reading;

namespace BvlosSim.FlightLogs.ULog.Topics;

/// <summary>
/// The rows of the best of several sources: those of a worse one are forgotten when a better one turns up, and not taken after it.
/// </summary>
/// <typeparam name="T">A row.</typeparam>
internal sealed class BestSource<T>
    where T : struct
{
    private readonly RankedRows<T> _rows = new(1);

    /// <summary>Rank of the source; lower is better, <see cref="int.MaxValue"/> = none yet.</summary>
    public int Rank { get; private set; } = int.MaxValue;

    /// <summary>Notes that a source has data. True when its rows are taken.</summary>
    public bool Takes(int rank)
    {
        if (rank > Rank)
            return false;
        if (rank < Rank)
            _rows.Take(0);
        Rank = rank;
        return true;
    }

    /// <summary>Adds a row of the best source.</summary>
    public void Add(in T row) => _rows.Add(0, row);

    /// <summary>Hands the rows over in the order of the log, and begins anew.</summary>
    public void MoveTo(RankedRows<T> receiver)
    {
        _rows.MoveTo(receiver);
        Rank = int.MaxValue;
    }
}
