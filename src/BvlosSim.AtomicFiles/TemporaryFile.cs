using BvlosSim.AtomicFiles.Destinations;
using BvlosSim.AtomicFiles.Naming;
using BvlosSim.AtomicFiles.Permissions;
using BvlosSim.AtomicFiles.Platform;

namespace BvlosSim.AtomicFiles;

/// <summary>A new file under its temporary name, beside the one that it will replace.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly OutputContext _context;
    private readonly Destination _destination;
    private readonly PendingName _name;
    private int _descriptor;
    private int _lock = -1;

    private TemporaryFile(OutputContext context, Destination destination, PendingName name, int descriptor)
    {
        _context = context;
        _destination = destination;
        _name = name;
        _descriptor = descriptor;
    }

    /// <summary>The bytes written so far.</summary>
    public long Length { get; private set; }

    private IFileOperations Files => _context.Files;

    public static TemporaryFile Create(OutputContext context, Destination destination, CancellationToken cancellationToken)
    {
        (PendingName name, int descriptor) = OwnedName.NewFile(context, destination, cancellationToken);
        return new TemporaryFile(context, destination, name, descriptor);
    }

    public void Write(ReadOnlySpan<byte> bytes, CancellationToken cancellationToken)
    {
        int result = FileBody.Write(Files, _descriptor, bytes, cancellationToken);
        if (result < 0)
            throw Failures.OfWriting(_destination, -result);
        Length += bytes.Length;
    }

    /// <summary>Everything from the last byte to the name.</summary>
    public void Publish(bool noClobber, ICollection<AtomicWriteWarning> warnings, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        KeptPermissions.ApplyToFile(_context, _descriptor, _destination, Earlier(noClobber), warnings);
        cancellationToken.ThrowIfCancellationRequested();
        FileStatus ours = FileBody.Flush(Files, _descriptor, _destination.Path, Length);
        CloseBeforeName();
        (int published, int removed) = _name.Publish(
            (out surplus) =>
            {
                if (noClobber)
                    return Publication.Claim(Files, _name.Path, _destination.Path, ours, out surplus);
                surplus = false;
                return Publication.Replace(Files, _name.Path, _destination.Path, ours);
            },
            cancellationToken);
        if (published < 0)
            throw Failures.OfPublication(_destination, -published, isFolder: false);

        // Explicitly and at once: a lock on the finished file is somebody's failure to open it.
        if (_lock >= 0)
            Files.Unlock(_lock);
        if (removed < 0)
            warnings.Add(TemporaryNameLeft(_name.Path, -removed));
        FolderFlush.AfterPublication(Files, _destination.Folder, warnings);
    }

    /// <summary>Removes the temporary name unless the file has got its own.</summary>
    public void Dispose()
    {
        try
        {
            _name.Remove();
        }
        finally
        {
            CloseOnce(ref _descriptor);
            CloseOnce(ref _lock);
        }
    }

    /// <summary>The warning that something is still there under a temporary name.</summary>
    public static AtomicWriteWarning TemporaryNameLeft(string path, int errno) => new(
        AtomicWriteWarningKind.TemporaryNameLeft,
        errno,
        $"the output is complete, but '{path}', which nobody needs any more, could not be removed ({Failures.Text(errno)})");

    // Looked at again, and not remembered from the creation: what has the name may have changed while the content was computed.
    private FileStatus? Earlier(bool noClobber)
    {
        FileStatus? current = DestinationResolver.Current(Files, _destination);
        if (noClobber && current is not null)
            throw Failures.Exists(_destination.Path);
        if (current is { } found && DestinationResolver.RouteFor(found.Kind, _destination.Path) != Route.Replace)
            throw Failures.HasChanged(_destination.Path);
        return current;
    }

    // Network file systems report a failed write as late as here. The second descriptor keeps the lock until the file has its name.
    private void CloseBeforeName()
    {
        int duplicate = Files.Duplicate(_descriptor);
        if (duplicate < 0 && !Errno.IsUnsupported(-duplicate))
            throw Failures.OfWriting(_destination, -duplicate);
        _lock = duplicate;
        int result = CloseOnce(ref _descriptor);
        if (result < 0)
            throw Failures.OfWriting(_destination, -result);
    }

    private int CloseOnce(ref int descriptor)
    {
        int closing = descriptor;
        descriptor = -1;
        return closing < 0 ? 0 : Files.Close(closing);
    }
}
