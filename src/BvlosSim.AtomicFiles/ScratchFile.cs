using BvlosSim.AtomicFiles.Platform;
using Microsoft.Win32.SafeHandles;

namespace BvlosSim.AtomicFiles;

/// <summary>
/// Room on the disk for what a process need not hold in memory. The file has no name at any moment, so that it is gone with the
/// process however that ends. Not safe across threads.
/// </summary>
public sealed class ScratchFile : IDisposable
{
    private const int OwnerOnly = 0x180;

    private readonly SafeFileHandle _handle;

    private ScratchFile(int descriptor) => _handle = new SafeFileHandle(descriptor, ownsHandle: true);

    /// <summary>
    /// Makes one in the folder of temporary files that <c>TMPDIR</c> names, else in <c>/var/tmp</c>, which unlike <c>/tmp</c> is on a disk
    /// nearly everywhere.
    /// </summary>
    /// <returns>Null where that is not possible, as on systems without files that have no name: only Linux has them.</returns>
    public static ScratchFile? TryCreate() => TryCreate(Environment.GetEnvironmentVariable("TMPDIR") is { Length: > 0 } named ? named : "/var/tmp");

    /// <summary>Makes one in a folder.</summary>
    /// <param name="folder">The folder, which stays empty.</param>
    /// <returns>Null where that is not possible.</returns>
    public static ScratchFile? TryCreate(string folder)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        int descriptor = OutputContext.OfProcess.Files.Open(folder, OpenAs.Unnamed, OwnerOnly);
        return descriptor < 0 ? null : new ScratchFile(descriptor);
    }

    /// <summary>Writes bytes.</summary>
    /// <param name="offset">Where, bytes from the start; the file grows as needed.</param>
    /// <param name="bytes">The bytes.</param>
    /// <exception cref="IOException">The disk is full, or failed.</exception>
    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        try
        {
            RandomAccess.Write(_handle, bytes, offset);
        }
        // So the base library says that a file may not grow beyond the limit of the process or of the file system.
        catch (Exception failure) when (failure is ArgumentOutOfRangeException or UnauthorizedAccessException)
        {
            throw new IOException("The scratch file cannot grow: " + failure.Message, failure);
        }
    }

    /// <summary>Reads bytes that were written.</summary>
    /// <param name="offset">From where, bytes from the start.</param>
    /// <param name="bytes">Where they go; all of it is filled.</param>
    /// <exception cref="IOException">The disk failed, or fewer bytes were written.</exception>
    public void Read(long offset, Span<byte> bytes)
    {
        for (int count = 0; count < bytes.Length;)
        {
            int got = RandomAccess.Read(_handle, bytes[count..], offset + count);
            if (got == 0)
                throw new EndOfStreamException($"The scratch file ends at byte {offset + count}.");
            count += got;
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Dispose() => _handle.Dispose();
}
