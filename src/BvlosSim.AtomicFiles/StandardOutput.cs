using BvlosSim.AtomicFiles.Platform;
using BvlosSim.AtomicFiles.Streaming;

namespace BvlosSim.AtomicFiles;

/// <summary>How writing to standard output ended.</summary>
public enum StandardOutputResult
{
    /// <summary>Everything was written.</summary>
    Written,

    /// <summary>The reader closed the pipe before it had everything.</summary>
    ReaderClosed,
}

/// <summary>Standard output through its descriptor, so that no failure is swallowed and no full pipe defeats a cancellation.</summary>
public static class StandardOutput
{
    private const int Descriptor = 1;

    /// <summary>
    /// Writes all bytes. Nothing is written if the token is already cancelled. While a pipe or a terminal takes no more, the token is
    /// looked at every 20 milliseconds. A reader that has gone is an answer and not an exception.
    /// </summary>
    /// <param name="content">The bytes.</param>
    /// <param name="cancellationToken">Ends the wait for the reader; what was written by then stays written.</param>
    /// <exception cref="AtomicWriteException">The bytes could not be written, such as to a full disk.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static StandardOutputResult Write(ReadOnlySpan<byte> content, CancellationToken cancellationToken = default) =>
        Write(OutputContext.OfProcess, Descriptor, content, cancellationToken);

    /// <summary>Writes a document that is made piece by piece, once all of it is made. A long one is not held in memory.</summary>
    /// <param name="make">Makes the document and hands its pieces on.</param>
    /// <param name="cancellationToken">Ends the wait for the reader; what was written by then stays written.</param>
    /// <exception cref="AtomicWriteException">The bytes could not be written, such as to a full disk.</exception>
    /// <exception cref="IOException">What was held on a disk could not be read from it.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static StandardOutputResult Write(Action<Action<ReadOnlySpan<byte>>> make, CancellationToken cancellationToken = default)
    {
        using var held = new HeldBytes(ScratchFile.TryCreate);
        make(piece =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            held.Write(piece);
        });
        return ResultOf(StreamOutput.Write(OutputContext.OfProcess.Files, Descriptor, held, cancellationToken));
    }

    internal static StandardOutputResult Write(
        OutputContext context,
        int descriptor,
        ReadOnlySpan<byte> content,
        CancellationToken cancellationToken) =>
        ResultOf(DescriptorWriter.Write(context.Files, descriptor, content, cancellationToken));

    private static StandardOutputResult ResultOf(int result)
    {
        if (result >= 0)
            return StandardOutputResult.Written;
        if (result == -Errno.BrokenPipe || result == -Errno.ConnectionReset)
            return StandardOutputResult.ReaderClosed;
        throw Failures.Common("standard output", -result);
    }
}
