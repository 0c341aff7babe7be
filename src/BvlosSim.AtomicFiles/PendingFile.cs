using BvlosSim.AtomicFiles.Destinations;
using BvlosSim.AtomicFiles.Naming;
using BvlosSim.AtomicFiles.Platform;
using BvlosSim.AtomicFiles.Streaming;

namespace BvlosSim.AtomicFiles;

/// <summary>A file that is being written and appears, whole, with <see cref="Commit"/>, or never.</summary>
/// <remarks>
/// <para>
/// It does <b>not</b> promise: that two writers to one name see each other (the last rename wins, each file whole); that other hard
/// links to the earlier file, its extended attributes, access control lists or set-user bits are kept; that somebody who has the
/// earlier file open sees the new one; that the new file survives a power failure on storage that does not do what it reports; nor
/// anything of the kind for a FIFO, a device or an open descriptor (<see cref="IsAtomic"/> is false), which get the bytes one after
/// the other once they are complete.
/// </para>
/// <para>
/// It promises: a process that is killed, interrupted or fails leaves under the name the earlier file, or none if there was none, or
/// the complete new one. A failure or a cancellation leaves nothing else either. Only a process that is killed outright can leave a
/// temporary file, <c>.NAME.TOKEN.tmp</c> in the same folder, and the next write to the same destination removes it.
/// </para>
/// <para>
/// A link keeps its place and its target is replaced. A file that exists keeps its permissions and, where the system allows it, its owner;
/// a new one gets what the umask leaves. The folder must exist, and is listed once for each file to find what a killed run has left
/// (some 0.3 ms for each thousand names in it). Instances are for one thread;
/// <see cref="AtomicOutput.RemovePending"/> may be called on any.
/// </para>
/// </remarks>
public sealed class PendingFile : IDisposable
{
    private readonly OutputContext _context;
    private readonly Destination _destination;
    private readonly bool _noClobber;
    private readonly TemporaryFile? _file;
    private readonly HeldBytes? _held;
    private State _state;

    private PendingFile(OutputContext context, Destination destination, bool noClobber, TemporaryFile? file)
    {
        _context = context;
        _destination = destination;
        _noClobber = noClobber;
        _file = file;
        _held = file is null ? new HeldBytes(ScratchFile.TryCreate) : null;
    }

    private enum State
    {
        Writing,
        Committed,
        Failed,
        Disposed,
    }

    /// <summary>The absolute path of the real file, all links resolved.</summary>
    public string Path => _destination.Path;

    /// <summary>Whether the file appears in one step; false for a FIFO, a device or an open descriptor.</summary>
    public bool IsAtomic => _file is not null;

    /// <summary>Begins a file. Nothing is visible under its name before <see cref="Commit"/>.</summary>
    /// <param name="path">The destination; relative to the current folder if it does not begin at the root.</param>
    /// <param name="options">Choices; <see cref="AtomicWriteOptions.Default"/> if left out.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="AtomicWriteException">The destination cannot be written, or is taken and not to be replaced.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled, or output has been stopped.</exception>
    public static PendingFile Create(string path, AtomicWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        Create(OutputContext.OfProcess, path, options, cancellationToken);

    internal static PendingFile Create(OutputContext context, string path, AtomicWriteOptions? options, CancellationToken cancellationToken)
    {
        bool noClobber = (options ?? AtomicWriteOptions.Default).NoClobber;
        cancellationToken.ThrowIfCancellationRequested();
        Destination destination = DestinationResolver.ForFile(context.Files, path);
        if (destination.Route == Route.Replace)
            Reclaiming.Run(context.Files, destination, cancellationToken);
        if (noClobber && destination.Exists)
            throw Failures.Exists(destination.Path);
        TemporaryFile? file = destination.Route == Route.Replace ? TemporaryFile.Create(context, destination, cancellationToken) : null;
        return new PendingFile(context, destination, noClobber, file);
    }

    /// <summary>Adds bytes. After a failure the file can only be disposed of.</summary>
    /// <param name="bytes">The next part of the content.</param>
    /// <param name="cancellationToken">Looked at once for each mebibyte.</param>
    /// <exception cref="AtomicWriteException">The bytes could not be written.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The file was committed, has failed or was disposed of.</exception>
    public void Write(ReadOnlySpan<byte> bytes, CancellationToken cancellationToken = default)
    {
        ThrowUnlessWriting();
        _state = State.Failed;
        cancellationToken.ThrowIfCancellationRequested();
        _file?.Write(bytes, cancellationToken);
        _held?.Write(bytes);
        _state = State.Writing;
    }

    /// <summary>Brings the file to the disk and gives it its name, in one step, replacing what has it.</summary>
    /// <param name="cancellationToken">Looked at until the last moment before that step; not afterwards.</param>
    /// <returns>What could not be kept or made sure of although the file is complete and in place.</returns>
    /// <exception cref="AtomicWriteException">The file could not be written; the destination is as it was.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled or output has been stopped; the destination is as it was.</exception>
    /// <exception cref="InvalidOperationException">The file was committed, has failed or was disposed of.</exception>
    public AtomicWriteResult Commit(CancellationToken cancellationToken = default)
    {
        ThrowUnlessWriting();
        _state = State.Failed;
        var warnings = new List<AtomicWriteWarning>();
        if (_file is not null)
            _file.Publish(_noClobber, warnings, cancellationToken);
        else
            StreamOutput.Write(_context, _destination, _held!, cancellationToken);
        _state = State.Committed;
        return new AtomicWriteResult(Path, IsAtomic, warnings);
    }

    /// <summary>Removes the unfinished file. After a commit there is nothing to remove, and nothing is.</summary>
    public void Dispose()
    {
        if (_state == State.Disposed)
            return;
        _state = State.Disposed;
        _file?.Dispose();
        _held?.Dispose();
    }

    private void ThrowUnlessWriting()
    {
        if (_state != State.Writing)
            throw new InvalidOperationException($"the file '{Path}' was already committed or disposed of, or has failed");
    }
}
