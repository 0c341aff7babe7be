using System.Collections.Immutable;

namespace BvlosSim.FlightLogs.Reading;

/// <summary>
/// The stretches of a log that could not be used. Neighbouring ones with the same reason count as one. The first
/// <see cref="ListedStretches"/> are kept with their places, all are counted.
/// </summary>
internal sealed class SkippedStretches
{
    /// <summary>How many stretches are kept with their places.</summary>
    public const int ListedStretches = 1000;

    private readonly List<SkippedBytes> _first = [];
    private SkippedBytes? _open;
    private bool _isDamaged;
    private bool _isTruncated;

    /// <summary>How many stretches there are.</summary>
    public long Count { get; private set; }

    /// <summary>How many bytes they have together.</summary>
    public long Bytes { get; private set; }

    /// <summary>The first of them, in the order of their places.</summary>
    public ImmutableArray<SkippedBytes> First => [.. All.OrderBy(s => s.OffsetBytes)];

    /// <summary>What they say of the log.</summary>
    public LogCompleteness Completeness => _isDamaged
        ? LogCompleteness.Damaged
        : _isTruncated ? LogCompleteness.Truncated : LogCompleteness.Complete;

    /// <summary>Notes a short loss that the log states itself, as nearly every log of some loggers does: it is told, and no damage.</summary>
    public void Loss(long offsetBytes, string why) => Add(offsetBytes, 0, why);

    /// <summary>Notes bytes in the middle of the log that are no message, or a long loss that the log states itself (0 bytes).</summary>
    public void Damage(long offsetBytes, long bytes, string why)
    {
        _isDamaged = true;
        Add(offsetBytes, bytes, why);
    }

    /// <summary>Notes that the log ends inside a message.</summary>
    public void Tail(long offsetBytes, long bytes, string why)
    {
        _isTruncated = true;
        Add(offsetBytes, bytes, why);
    }

    private IEnumerable<SkippedBytes> All => _open is { } open && _first.Count < ListedStretches ? _first.Append(open) : _first;

    private void Add(long offsetBytes, long bytes, string why)
    {
        Bytes += bytes;
        if (_open is { } open && bytes > 0 && open.Bytes > 0 && open.OffsetBytes + open.Bytes == offsetBytes && string.Equals(open.Why, why, StringComparison.Ordinal))
        {
            _open = open with { Bytes = open.Bytes + bytes };
            return;
        }

        if (_open is { } closed && _first.Count < ListedStretches)
            _first.Add(closed);
        _open = new SkippedBytes(offsetBytes, bytes, why);
        Count++;
    }
}
