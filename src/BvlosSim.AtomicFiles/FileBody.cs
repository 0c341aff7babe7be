using BvlosSim.AtomicFiles.Platform;

namespace BvlosSim.AtomicFiles;

/// <summary>The content of a new file on its way to the disk: written in full, flushed, counted.</summary>
internal static class FileBody
{
    private const int Piece = 1 << 20;

    /// <summary>Zero when everything was written, else the error.</summary>
    public static int Write(IFileOperations files, int descriptor, ReadOnlySpan<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int written = files.Write(descriptor, bytes[..Math.Min(Piece, bytes.Length)]);
            if (written <= 0)
                return written == 0 ? -Errno.InputOutput : written;
            bytes = bytes[written..];
        }

        return 0;
    }

    /// <summary>Flushes, and makes sure that the file system has as many bytes as it was given.</summary>
    public static FileStatus Flush(IFileOperations files, int descriptor, string path, long length)
    {
        int result = files.Flush(descriptor);
        if (result < 0)
            throw Failures.Common(path, -result);
        result = files.StatusOf(descriptor, out FileStatus status);
        if (result < 0)
            throw Failures.Common(path, -result);
        if (status.Size != length)
            throw Failures.Incomplete(path, length, status.Size);
        return status;
    }
}
