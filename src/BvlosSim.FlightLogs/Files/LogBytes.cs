using Microsoft.Win32.SafeHandles;

namespace BvlosSim.FlightLogs.Files;

/// <summary>Where the bytes of a log are.</summary>
internal abstract class LogBytes : IDisposable
{
    /// <summary>Reads bytes at a position.</summary>
    /// <returns>How many were read: 0 only at the end.</returns>
    /// <exception cref="IOException">They cannot be read.</exception>
    public abstract int Read(long offset, Span<byte> buffer);

    /// <summary>When they were last changed.</summary>
    public abstract DateTime WrittenAt();

    /// <inheritdoc/>
    public abstract void Dispose();
}

/// <summary>A log on a disk.</summary>
/// <param name="handle">The open file.</param>
internal sealed class FileBytes(SafeFileHandle handle) : LogBytes
{
    /// <inheritdoc/>
    public override int Read(long offset, Span<byte> buffer) => RandomAccess.Read(handle, buffer, offset);

    /// <inheritdoc/>
    public override DateTime WrittenAt() => File.GetLastWriteTimeUtc(handle);

    /// <inheritdoc/>
    public override void Dispose() => handle.Dispose();
}

/// <summary>A log in memory, of which nothing changes while it is read.</summary>
/// <param name="bytes">All of it.</param>
internal sealed class MemoryBytes(ReadOnlyMemory<byte> bytes) : LogBytes
{
    /// <inheritdoc/>
    public override int Read(long offset, Span<byte> buffer)
    {
        int count = (int)Math.Min(buffer.Length, Math.Max(0, bytes.Length - offset));
        if (count > 0)
            bytes.Span.Slice((int)offset, count).CopyTo(buffer);
        return count;
    }

    /// <inheritdoc/>
    public override DateTime WrittenAt() => DateTime.UnixEpoch;

    /// <inheritdoc/>
    public override void Dispose()
    {
    }
}
