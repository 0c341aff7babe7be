using BvlosSim.AtomicFiles.Platform;

namespace BvlosSim.AtomicFiles.Streaming;

/// <summary>Writes to a descriptor that may block, in pieces small enough that a cancellation is seen in time.</summary>
internal static class DescriptorWriter
{
    /// <summary>How long a wait lasts before the next look at the cancellation.</summary>
    public const int WaitMilliseconds = 20;

    // What a pipe that is ready takes at once (PIPE_BUF, 4096 bytes on Linux and 512 on a Mac); more could block although it is ready.
    private static readonly int PipePiece = OperatingSystem.IsMacOS() ? 512 : 4096;

    private const int FilePiece = 1 << 20;

    /// <summary>Zero when everything was written, else the error.</summary>
    public static int Write(IFileOperations files, int descriptor, ReadOnlySpan<byte> bytes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int result = files.StatusOf(descriptor, out FileStatus status);
        if (result < 0)
            return result;

        // A pipe that is open for reading only never becomes ready to be written. That happens: in a process that is started
        // without standard output the number 1 is given to the first thing that is opened.
        if (status.Kind == FileKind.Fifo && !bytes.IsEmpty && files.Write(descriptor, []) == -Errno.BadDescriptor)
            return -Errno.BadDescriptor;
        bool mayBlock = status.Kind != FileKind.Regular;
        int piece = mayBlock ? PipePiece : FilePiece;
        while (!bytes.IsEmpty)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int ready = mayBlock ? files.WaitWritable(descriptor, WaitMilliseconds) : 1;
            if (ready < 0)
                return ready;
            if (ready == 0)
                continue;
            int written = files.Write(descriptor, bytes[..Math.Min(piece, bytes.Length)]);
            if (written == -Errno.WouldBlock)
                cancellationToken.WaitHandle.WaitOne(WaitMilliseconds);
            else if (written <= 0)
                return written == 0 ? -Errno.InputOutput : written;
            else
                bytes = bytes[written..];
        }

        return 0;
    }
}
