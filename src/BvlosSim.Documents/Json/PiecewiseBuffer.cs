using System.Buffers;

namespace BvlosSim.Documents.Json;

/// <summary>Hands on what is written, a piece at a time, so that a document of any size takes the room of one piece.</summary>
/// <param name="receiver">Gets each piece, in order; what it throws ends the writing.</param>
internal sealed class PiecewiseBuffer(Action<ReadOnlySpan<byte>> receiver) : IBufferWriter<byte>
{
    private const int PieceBytes = 1 << 16;

    private byte[] _piece = new byte[PieceBytes];
    private int _count;

    /// <inheritdoc/>
    public void Advance(int count) => _count += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (sizeHint > _piece.Length - _count || _count == _piece.Length)
            MakeRoom(sizeHint);
        return _piece.AsMemory(_count);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Hands on what is left.</summary>
    public void Flush()
    {
        receiver(_piece.AsSpan(0, _count));
        _count = 0;
    }

    private void MakeRoom(int bytes)
    {
        Flush();
        if (bytes > _piece.Length)
            _piece = new byte[bytes];
    }
}
