using System.Buffers.Binary;

namespace BvlosSim.FlightLogs.ULog.Framing;

/// <summary>
/// Where parts begin that were appended to a log, for instance after a crash, when its last message was cut off. What the log says of them
/// is only believed where a message begins there.
/// </summary>
internal sealed class AppendedParts
{
    private const int FlagBytes = 8;
    private const int Offsets = 3;
    private const byte AppendedBit = 1;

    private readonly Queue<long> _starts = new();

    /// <summary>Reads the flags of a log.</summary>
    /// <param name="payload">Payload of the message, 40 bytes.</param>
    /// <param name="logStart">Where the log begins, bytes from the start of the file.</param>
    /// <param name="position">Where the reader is.</param>
    /// <param name="end">Size of the file.</param>
    /// <returns>False when the log is written in a way that no reader of today can follow.</returns>
    public bool TryRead(ReadOnlySpan<byte> payload, long logStart, long position, long end)
    {
        ReadOnlySpan<byte> incompatible = payload.Slice(FlagBytes, FlagBytes);
        if ((incompatible[0] & ~AppendedBit) != 0 || incompatible[1..].IndexOfAnyExcept((byte)0) >= 0)
            return false;
        _starts.Clear();
        if (incompatible[0] == 0)
            return true;
        long last = position;
        for (int i = 0; i < Offsets; i++)
        {
            ulong offset = BinaryPrimitives.ReadUInt64LittleEndian(payload[((2 * FlagBytes) + (i * sizeof(ulong)))..]);
            if (offset <= long.MaxValue && (long)offset > last - logStart && (long)offset < end - logStart)
                _starts.Enqueue(last = logStart + (long)offset);
        }

        return true;
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => _starts.Clear();

    /// <summary>The end of the part that is read.</summary>
    /// <param name="end">Size of the file.</param>
    public long EndOfPart(long end) => _starts.TryPeek(out long start) ? start : end;

    /// <summary>Goes on to the next part.</summary>
    public void Next() => _starts.TryDequeue(out _);
}
