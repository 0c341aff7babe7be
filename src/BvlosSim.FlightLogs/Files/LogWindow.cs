namespace BvlosSim.FlightLogs.Files;

/// <summary>
/// A window that moves over a log, mostly forward: the bytes from a position on, as many as fit. All that a reader holds of a
/// file of any size. Not safe across threads.
/// </summary>
public sealed class LogWindow
{
    /// <summary>The most bytes that can be asked for at once.</summary>
    public const int CapacityBytes = 1 << 20;

    private readonly LogFile _file;
    private readonly CancellationToken _cancellation;
    private readonly byte[] _buffer;
    private long _bufferStart;
    private int _count;
    private int _cursor;

    /// <summary>A window at the start of a log.</summary>
    /// <param name="file">The log.</param>
    /// <param name="cancellation">Looked at whenever bytes are fetched.</param>
    public LogWindow(LogFile file, CancellationToken cancellation)
    {
        _file = file;
        _cancellation = cancellation;
        _buffer = new byte[(int)Math.Min(CapacityBytes, Math.Max(1, file.LengthBytes))];
    }

    /// <summary>Where the window starts, bytes from the start of the log.</summary>
    public long Position => _bufferStart + _cursor;

    /// <summary>Bytes from here to the end of the log.</summary>
    public long Remaining => _file.LengthBytes - Position;

    /// <summary>The bytes at hand; after a successful <see cref="Has"/> at least as many as were asked for.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(_cursor, _count - _cursor);

    /// <summary>Fetches bytes where needed.</summary>
    /// <param name="count">How many are wanted, at most <see cref="CapacityBytes"/>.</param>
    /// <returns>False when the log ends before.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public bool Has(int count)
    {
        if (_count - _cursor >= count)
            return true;
        if (count > Remaining)
            return false;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _buffer.Length);
        Fetch();
        return true;
    }

    /// <summary>Fetches as much as fits. True when there is at least one byte.</summary>
    public bool Fill()
    {
        if (_count - _cursor >= _buffer.Length || _bufferStart + _count >= _file.LengthBytes)
            return _count > _cursor;
        Fetch();
        return _count > _cursor;
    }

    /// <summary>Moves forward over bytes that need not be at hand.</summary>
    /// <param name="count">How many, not negative; at most to the end of the log.</param>
    public void Skip(long count)
    {
        if (count <= _count - _cursor)
            _cursor += (int)count;
        else
            Seek(Position + count);
    }

    /// <summary>Moves to any position of the log.</summary>
    /// <param name="position">Bytes from the start; beyond the end counts as the end.</param>
    public void Seek(long position)
    {
        position = Math.Clamp(position, 0, _file.LengthBytes);
        if (position >= _bufferStart && position <= _bufferStart + _count)
        {
            _cursor = (int)(position - _bufferStart);
            return;
        }

        _bufferStart = position;
        _count = 0;
        _cursor = 0;
    }

    private void Fetch()
    {
        _cancellation.ThrowIfCancellationRequested();
        int kept = _count - _cursor;
        _buffer.AsSpan(_cursor, kept).CopyTo(_buffer);
        _bufferStart += _cursor;
        _cursor = 0;
        _count = kept + _file.Read(_bufferStart + kept, _buffer.AsSpan(kept));
    }
}
