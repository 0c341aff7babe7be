namespace BvlosSim.AtomicFiles;

/// <summary>Writes a whole file at once: see <see cref="PendingFile"/> for what that promises and what it does not.</summary>
public static class AtomicFile
{
    /// <summary>Makes a file appear with this content, in the place of whatever file has the name.</summary>
    /// <param name="path">The destination; relative to the current folder if it does not begin at the root.</param>
    /// <param name="content">All of its bytes.</param>
    /// <param name="options">Choices; <see cref="AtomicWriteOptions.Default"/> if left out.</param>
    /// <param name="cancellationToken">Looked at until the last moment before the file appears; not afterwards.</param>
    /// <returns>What could not be kept or made sure of although the file is complete and in place.</returns>
    /// <exception cref="AtomicWriteException">The file could not be written; the destination is as it was.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled, or output has been stopped; the destination is as it was.</exception>
    public static AtomicWriteResult Write(
        string path,
        ReadOnlySpan<byte> content,
        AtomicWriteOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Write(OutputContext.OfProcess, path, content, options, cancellationToken);

    internal static AtomicWriteResult Write(
        OutputContext context,
        string path,
        ReadOnlySpan<byte> content,
        AtomicWriteOptions? options,
        CancellationToken cancellationToken)
    {
        using PendingFile file = PendingFile.Create(context, path, options, cancellationToken);
        file.Write(content, cancellationToken);
        return file.Commit(cancellationToken);
    }
}
