using BvlosSim.AtomicFiles.Destinations;
using BvlosSim.AtomicFiles.Platform;

namespace BvlosSim.AtomicFiles.Streaming;

/// <summary>Writes finished output to what cannot be replaced: FIFOs, character devices, descriptors of this process.</summary>
internal static class StreamOutput
{
    /// <summary>Writes everything, or throws; what was written by then stays written.</summary>
    public static void Write(OutputContext context, Destination destination, HeldBytes content, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        context.Registry.ThrowIfClosed();
        int result = destination.Route == Route.Descriptor
            ? Write(context.Files, destination.Descriptor, content, cancellationToken)
            : WriteToPath(context.Files, destination, content, cancellationToken);
        if (result < 0)
            throw Failures.Common(destination.Path, -result);
    }

    /// <summary>Writes everything to a descriptor: zero, or the error.</summary>
    public static int Write(IFileOperations files, int descriptor, HeldBytes content, CancellationToken cancellationToken) =>
        content.HandOn(piece => DescriptorWriter.Write(files, descriptor, piece, cancellationToken));

    private static int WriteToPath(
        IFileOperations files,
        Destination destination,
        HeldBytes content,
        CancellationToken cancellationToken)
    {
        int descriptor = Open(files, destination, cancellationToken);
        if (descriptor < 0)
            return descriptor;
        int result;
        int closed = 0;
        try
        {
            result = IsStill(files, descriptor, destination)
                ? Write(files, descriptor, content, cancellationToken)
                : -Errno.Busy;
        }
        finally
        {
            closed = files.Close(descriptor);
        }

        return result < 0 ? result : closed;
    }

    // Without waiting in the kernel: an ordinary open of a FIFO blocks until somebody reads from it, and no token ends that.
    private static int Open(IFileOperations files, Destination destination, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int descriptor = files.Open(destination.Path, OpenAs.Stream, 0);
            if (descriptor != -Errno.NoReader || destination.Existing is not { Kind: FileKind.Fifo })
                return descriptor;
            cancellationToken.WaitHandle.WaitOne(DescriptorWriter.WaitMilliseconds);
        }
    }

    // A file that has taken the place of the FIFO must not be written into: that would be neither atomic nor what was asked for.
    private static bool IsStill(IFileOperations files, int descriptor, Destination destination) =>
        files.StatusOf(descriptor, out FileStatus status) >= 0 && status.Kind == destination.Existing?.Kind;
}
