using System.Security.Cryptography;
using BvlosSim.Documents.Loading;
using Microsoft.Win32.SafeHandles;

namespace BvlosSim.FlightLogs.Files;

/// <summary>
/// An open flight log: bytes by position, and the SHA-256 of the whole. Nothing of the file is kept in memory; bytes that are read
/// in order are hashed on the way, so that an ordinary reading touches the file once. Not safe across threads.
/// </summary>
public sealed class LogFile : IDisposable
{
    private const int PieceBytes = 1 << 20;

    private readonly LogBytes _bytes;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly DateTime _writtenAt;
    private long _hashedBytes;
    private string? _sha256;

    private LogFile(string path, LogBytes bytes, long lengthBytes)
    {
        Path = path;
        _bytes = bytes;
        LengthBytes = lengthBytes;
        _writtenAt = bytes.WrittenAt();
    }

    /// <summary>The path as opened.</summary>
    public string Path { get; }

    /// <summary>Size when it was opened; what is appended later is not looked at.</summary>
    public long LengthBytes { get; }

    /// <summary>Opens a log for reading. Never waits for the other end of a pipe.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="maxBytes">The largest size that is accepted, inclusive; null = any.</param>
    /// <param name="refusal">Why it is not opened; null on success.</param>
    public static LogFile? Open(string path, long? maxBytes, out LogRefusal? refusal)
    {
        if (!RegularFile.TryOpen(path, out SafeFileHandle? handle, out long lengthBytes, out ReadFault? fault))
        {
            refusal = new LogRefusal(fault.IsOfAnotherKind ? LogRefusalReason.NonRegularFile : LogRefusalReason.ReadError, fault.Message);
            return null;
        }

        if (lengthBytes > maxBytes)
        {
            handle.Dispose();
            refusal = new LogRefusal(
                LogRefusalReason.FileTooLarge, $"The log has {lengthBytes} bytes, more than the {maxBytes} that --max-size-mib allows.");
            return null;
        }

        refusal = null;
        return new LogFile(path, new FileBytes(handle), lengthBytes);
    }

    /// <summary>A log that is in memory already.</summary>
    /// <param name="path">The path that it has, or would have.</param>
    /// <param name="bytes">All of it.</param>
    internal static LogFile InMemory(string path, ReadOnlyMemory<byte> bytes) => new(path, new MemoryBytes(bytes), bytes.Length);

    /// <summary>Whether the file states no size and yields bytes all the same, as devices and files of the kernel do.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public bool HasBytesBeyondItsSize() => LengthBytes == 0 && _bytes.Read(0, new byte[1]) > 0;

    /// <summary>Reads bytes at a position.</summary>
    /// <param name="offset">Bytes from the start of the file.</param>
    /// <param name="buffer">Where they go.</param>
    /// <returns>How many were read: fewer than asked only at the end of the log.</returns>
    /// <exception cref="IOException">The file cannot be read, or became shorter meanwhile.</exception>
    public int Read(long offset, Span<byte> buffer)
    {
        int wanted = (int)Math.Max(0, Math.Min(buffer.Length, LengthBytes - offset));
        int count = 0;
        while (count < wanted)
        {
            int got = _bytes.Read(offset + count, buffer[count..wanted]);
            if (got == 0)
                throw new IOException($"The log became shorter while it was read: {LengthBytes} bytes at first, {offset + count} now.");
            count += got;
        }

        Hash(offset, buffer[..count]);
        return count;
    }

    /// <summary>The SHA-256 of the log, lower-case hex. Reads what nobody has read yet.</summary>
    /// <exception cref="IOException">The file cannot be read, or was written meanwhile.</exception>
    public string Sha256(CancellationToken cancellation)
    {
        if (_sha256 is not null)
            return _sha256;
        byte[] piece = _hashedBytes < LengthBytes ? new byte[(int)Math.Min(PieceBytes, LengthBytes - _hashedBytes)] : [];
        while (_hashedBytes < LengthBytes)
        {
            cancellation.ThrowIfCancellationRequested();
            Read(_hashedBytes, piece);
        }

        if (_bytes.WrittenAt() != _writtenAt)
            throw new IOException("The log was written while it was read: wait until it is complete.");
        return _sha256 = Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        _bytes.Dispose();
        _hash.Dispose();
    }

    private void Hash(long offset, ReadOnlySpan<byte> bytes)
    {
        long known = _hashedBytes - offset;
        if (known < 0 || known >= bytes.Length)
            return;
        _hash.AppendData(bytes[(int)known..]);
        _hashedBytes = offset + bytes.Length;
    }
}
