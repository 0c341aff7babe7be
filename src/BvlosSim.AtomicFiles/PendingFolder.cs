using BvlosSim.AtomicFiles.Destinations;
using BvlosSim.AtomicFiles.Naming;
using BvlosSim.AtomicFiles.Permissions;
using BvlosSim.AtomicFiles.Platform;

namespace BvlosSim.AtomicFiles;

/// <summary>A folder of files that is being written and appears, whole, with <see cref="Commit"/>, or never.</summary>
/// <remarks>
/// <para>
/// It does <b>not</b> promise what <see cref="PendingFile"/> does not, nor that a folder that is in use elsewhere (a shell's current
/// folder, an open file in it) follows to the new one, nor that it works everywhere: to replace a folder that has files in it, two
/// names must change places in one step, which FAT, most network file systems and Windows cannot. It is an error there, never a
/// folder that is missing for a moment.
/// </para>
/// <para>
/// It promises: under the name there is the earlier folder, or none if there was none, or the complete new one, at every moment, also
/// if the process is killed. The new folder replaces the earlier one with all its files: nothing is merged. The earlier one is
/// removed after the exchange; a process that is killed meanwhile leaves the rest of it under a temporary name,
/// <c>.NAME.TOKEN.tmp</c>, which the next write to the same destination removes.
/// </para>
/// <para>A link keeps its place and the folder it leads to is replaced. The folder that holds the destination must exist.</para>
/// </remarks>
public sealed class PendingFolder : IDisposable
{
    private const int EveryBitOfFile = 0x1B6;
    private const int EveryBitOfFolder = 0x1FF;

    private readonly OutputContext _context;
    private readonly Destination _destination;
    private readonly bool _noClobber;
    private readonly PendingName _name;
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private readonly List<string> _folders = [];
    private int _descriptor;
    private State _state;

    private PendingFolder(OutputContext context, Destination destination, bool noClobber, PendingName name, int descriptor)
    {
        _context = context;
        _destination = destination;
        _noClobber = noClobber;
        _name = name;
        _descriptor = descriptor;
    }

    private enum State
    {
        Writing,
        Committed,
        Failed,
        Disposed,
    }

    /// <summary>The absolute path of the real folder, all links resolved.</summary>
    public string Path => _destination.Path;

    private IFileOperations Files => _context.Files;

    /// <summary>Begins a folder. Nothing is visible under its name before <see cref="Commit"/>.</summary>
    /// <param name="path">The destination; relative to the current folder if it does not begin at the root.</param>
    /// <param name="options">Choices; <see cref="AtomicWriteOptions.Default"/> if left out.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="AtomicWriteException">The destination cannot be written, or is taken and not to be replaced.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled, or output has been stopped.</exception>
    public static PendingFolder Create(string path, AtomicWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        Create(OutputContext.OfProcess, path, options, cancellationToken);

    internal static PendingFolder Create(
        OutputContext context,
        string path,
        AtomicWriteOptions? options,
        CancellationToken cancellationToken)
    {
        bool noClobber = (options ?? AtomicWriteOptions.Default).NoClobber;
        cancellationToken.ThrowIfCancellationRequested();
        Destination destination = DestinationResolver.ForFolder(context.Files, path);
        Reclaiming.Run(context.Files, destination, cancellationToken);
        if (noClobber && destination.Exists)
            throw Failures.Exists(destination.Path);
        (PendingName name, int descriptor) = OwnedName.NewFolder(context, destination, cancellationToken);
        return new PendingFolder(context, destination, noClobber, name, descriptor);
    }

    /// <summary>Adds a file, brought to the disk before this returns. After a failure the folder can only be disposed of.</summary>
    /// <param name="relativePath">Its path in the folder, parts separated by <c>/</c>; folders on the way are made.</param>
    /// <param name="content">All of its bytes.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ArgumentException">The path is empty, absolute, leads out of the folder, or was added already.</exception>
    /// <exception cref="AtomicWriteException">The file could not be written.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled, or output has been stopped.</exception>
    /// <exception cref="InvalidOperationException">The folder was committed, has failed or was disposed of.</exception>
    public void WriteFile(string relativePath, ReadOnlySpan<byte> content, CancellationToken cancellationToken = default)
    {
        string[] parts = Parts(relativePath);
        ThrowUnlessWriting();
        if (_folders.Contains(relativePath, StringComparer.Ordinal) || !_files.Add(relativePath))
            throw new ArgumentException($"'{relativePath}' was added already", nameof(relativePath));
        _state = State.Failed;
        cancellationToken.ThrowIfCancellationRequested();
        for (int count = 1; count < parts.Length; count++)
            EnsureFolder(string.Join('/', parts, 0, count));
        WriteNew(_name.Path + "/" + relativePath, content, cancellationToken);
        _state = State.Writing;
    }

    /// <summary>Brings all names to the disk and gives the folder its own, in one step, replacing the folder that has it.</summary>
    /// <param name="cancellationToken">Looked at until the last moment before that step; not afterwards.</param>
    /// <returns>What could not be kept, made sure of or removed although the folder is complete and in place.</returns>
    /// <exception cref="AtomicWriteException">The folder could not be written; the destination is as it was.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled or output has been stopped; the destination is as it was.</exception>
    /// <exception cref="InvalidOperationException">The folder was committed, has failed or was disposed of.</exception>
    public AtomicWriteResult Commit(CancellationToken cancellationToken = default)
    {
        ThrowUnlessWriting();
        _state = State.Failed;
        var warnings = new List<AtomicWriteWarning>();
        cancellationToken.ThrowIfCancellationRequested();
        FlushInnerFolders(warnings, cancellationToken);
        KeptPermissions.ApplyToFolder(_context, _descriptor, _destination, Earlier(), warnings);
        cancellationToken.ThrowIfCancellationRequested();
        FlushOrWarn(Files.Flush(_descriptor), warnings);
        int result = Files.StatusOf(_descriptor, out FileStatus ours);
        if (result < 0)
            throw Failures.OfWriting(_destination, -result);

        (int published, int removed) = _name.Publish((out surplus) => GiveName(ours, out surplus), cancellationToken);
        if (published < 0)
            throw Failures.OfPublication(_destination, -published, isFolder: true);
        Files.Unlock(_descriptor);
        if (removed < 0)
            warnings.Add(TemporaryFile.TemporaryNameLeft(_name.Path, -removed));
        FolderFlush.AfterPublication(Files, _destination.Folder, warnings);
        _state = State.Committed;
        return new AtomicWriteResult(Path, IsAtomic: true, warnings);
    }

    /// <summary>Removes the unfinished folder. After a commit there is nothing to remove but what is left of the earlier folder.</summary>
    public void Dispose()
    {
        if (_state == State.Disposed)
            return;
        _state = State.Disposed;
        try
        {
            _name.Remove();
        }
        finally
        {
            Files.Close(_descriptor);
            _descriptor = -1;
        }
    }

    private static string[] Parts(string relativePath)
    {
        ArgumentException.ThrowIfNullOrEmpty(relativePath);
        string[] parts = relativePath.Split('/');
        bool leadsOut = parts.Any(static part => part.Length == 0 || part is "." or ".." || part.Contains('\0', StringComparison.Ordinal));
        if (leadsOut || (OperatingSystem.IsWindows() && relativePath.AsSpan().ContainsAny('\\', ':')))
            throw new ArgumentException($"'{relativePath}' is not the path of a file inside the folder", nameof(relativePath));
        return parts;
    }

    private int GiveName(FileStatus ours, out bool surplus)
    {
        if (!_noClobber)
            return Publication.ReplaceFolder(Files, _name.Path, _destination.Path, ours, out surplus);
        surplus = false;
        return Publication.ClaimFolder(Files, _name.Path, _destination.Path, ours);
    }

    private void EnsureFolder(string relativePath)
    {
        if (_folders.Contains(relativePath, StringComparer.Ordinal))
            return;
        int result = _name.MakeInside(() => Files.MakeFolder(_name.Path + "/" + relativePath, EveryBitOfFolder));
        if (result < 0)
            throw Failures.OfWriting(_destination, -result);
        _folders.Add(relativePath);
    }

    private void WriteNew(string path, ReadOnlySpan<byte> content, CancellationToken cancellationToken)
    {
        // The kernel applies the umask: the folder around it keeps the file private for as long as that matters.
        int descriptor = _name.MakeInside(() => Files.Open(path, OpenAs.NewFile, EveryBitOfFile));
        if (descriptor < 0)
            throw Failures.OfWriting(_destination, -descriptor);
        int closed = 0;
        try
        {
            int result = FileBody.Write(Files, descriptor, content, cancellationToken);
            if (result < 0)
                throw Failures.OfWriting(_destination, -result);
            FileBody.Flush(Files, descriptor, path, content.Length);
        }
        finally
        {
            closed = Files.Close(descriptor);
        }

        if (closed < 0)
            throw Failures.OfWriting(_destination, -closed);
    }

    private void FlushInnerFolders(List<AtomicWriteWarning> warnings, CancellationToken cancellationToken)
    {
        // The last one made comes first: a folder is made after the one that holds it.
        for (int index = _folders.Count - 1; index >= 0; index--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            FlushOrWarn(FolderFlush.Run(Files, _name.Path + "/" + _folders[index]), warnings);
        }
    }

    private void FlushOrWarn(int result, List<AtomicWriteWarning> warnings)
    {
        if (result >= 0)
            return;
        if (!Errno.IsUnsupported(-result))
            throw Failures.OfWriting(_destination, -result);
        if (warnings.Count == 0)
            warnings.Add(FolderFlush.Warning(_destination.Path, -result));
    }

    private FileStatus? Earlier()
    {
        FileStatus? current = DestinationResolver.Current(Files, _destination);
        if (current is null)
            return null;
        if (_noClobber)
            throw Failures.Exists(Path);
        return current is { Kind: FileKind.Folder } ? current : throw Failures.IsFile(Path);
    }

    private void ThrowUnlessWriting()
    {
        if (_state != State.Writing)
            throw new InvalidOperationException($"the folder '{Path}' was already committed or disposed of, or has failed");
    }
}
