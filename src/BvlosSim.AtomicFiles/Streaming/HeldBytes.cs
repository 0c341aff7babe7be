using System.Buffers;

namespace BvlosSim.AtomicFiles.Streaming;

/// <summary>
/// Output that must be complete before its first byte leaves. What is more than a few mebibytes is in a <see cref="ScratchFile"/>, or in
/// memory where there is none. Not safe across threads.
/// </summary>
/// <param name="newFile">Makes the file once it is needed; null = it cannot be had.</param>
internal sealed class HeldBytes(Func<ScratchFile?> newFile) : IDisposable
{
    /// <summary>How much is held in memory.</summary>
    public const int MemoryBytes = 4 << 20;

    private const int PieceBytes = 1 << 20;

    private readonly ArrayBufferWriter<byte> _memory = new();
    private ScratchFile? _file;
    private long _fileBytes;
    private bool _staysInMemory;

    /// <summary>Takes bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        _memory.Write(bytes);
        if (_memory.WrittenCount > MemoryBytes && !_staysInMemory)
            PutAway();
    }

    /// <summary>Hands all of it on, in order.</summary>
    /// <param name="receiver">Gets the pieces, one at least; a negative answer ends it.</param>
    /// <returns>The last answer.</returns>
    /// <exception cref="IOException">What was put away cannot be read.</exception>
    public int HandOn(HeldBytesReceiver receiver)
    {
        byte[] piece = _fileBytes == 0 ? [] : new byte[PieceBytes];
        for (long offset = 0; offset < _fileBytes; offset += piece.Length)
        {
            Span<byte> part = piece.AsSpan(0, (int)Math.Min(piece.Length, _fileBytes - offset));
            _file!.Read(offset, part);
            int answer = receiver(part);
            if (answer < 0)
                return answer;
        }

        return _fileBytes > 0 && _memory.WrittenCount == 0 ? 0 : receiver(_memory.WrittenSpan);
    }

    /// <summary>Gives the room back.</summary>
    public void Dispose() => _file?.Dispose();

    private void PutAway()
    {
        try
        {
            _file ??= newFile();
            _file?.Write(_fileBytes, _memory.WrittenSpan);
        }
        catch (IOException)
        {
            _staysInMemory = true;
        }

        _staysInMemory |= _file is null;
        if (_staysInMemory)
            return;
        _fileBytes += _memory.WrittenCount;
        _memory.ResetWrittenCount();
    }
}

/// <summary>Takes a piece.</summary>
/// <param name="piece">The bytes.</param>
/// <returns>Negative = stop.</returns>
internal delegate int HeldBytesReceiver(ReadOnlySpan<byte> piece);
