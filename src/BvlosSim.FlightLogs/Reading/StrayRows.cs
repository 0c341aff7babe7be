namespace BvlosSim.FlightLogs.Reading;

/// <summary>
/// Rows whose time does not fit the messages around them. Few of them are damage, and are dropped and reported; many of them mean that
/// the log is out of order, and are kept.
/// </summary>
internal sealed class StrayRows
{
    /// <summary>Of so many messages with a time, one stray is damage.</summary>
    public const int MessagesOfOneStray = 20;

    private const int MostStretches = 100_000;

    private readonly List<(int Stream, int Index)> _rows = [];
    private readonly List<(long OffsetBytes, long Bytes)> _stretches = [];

    /// <summary>How many suspicions ended as strays, with rows or without.</summary>
    public long Count { get; private set; }

    /// <summary>Notes a stray suspicion.</summary>
    public void Note(IEnumerable<(int Stream, int Index)> rows, long offsetBytes, long bytes)
    {
        Count++;
        if (bytes == 0 || _stretches.Count >= MostStretches)
            return;
        _rows.AddRange(rows);
        _stretches.Add((offsetBytes, bytes));
    }

    /// <summary>Whether the strays are so few that they are damage.</summary>
    /// <param name="observed">How many messages had a time.</param>
    public bool AreDamage(long observed) => Count < MostStretches && Count <= Math.Max(1, observed / MessagesOfOneStray);

    /// <summary>The rows of a stream, ascending.</summary>
    public List<int> Of(int stream) => [.. _rows.Where(r => r.Stream == stream).Select(r => r.Index).Order()];

    /// <summary>Where they are in the log.</summary>
    public IReadOnlyList<(long OffsetBytes, long Bytes)> Stretches => _stretches;
}
