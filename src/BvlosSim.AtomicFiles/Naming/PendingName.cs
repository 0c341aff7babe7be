using BvlosSim.AtomicFiles.Platform;

namespace BvlosSim.AtomicFiles.Naming;

/// <summary>
/// The life of one temporary name: made, then either published or removed, and never both.
/// </summary>
/// <remarks>
/// The gate is held around the calls that make, rename and remove names, and around nothing else: a flush to a dead disk or server
/// can hang for ever, and <see cref="PendingRegistry.RemoveAll"/> must not wait for it.
/// </remarks>
internal sealed class PendingName
{
    private readonly Lock _gate = new();
    private readonly OutputContext _context;
    private readonly bool _isFolder;
    private State _state = State.Unmade;

    public PendingName(OutputContext context, string path, bool isFolder)
    {
        _context = context;
        _isFolder = isFolder;
        Path = path;
    }

    private enum State
    {
        /// <summary>Not there yet.</summary>
        Unmade,

        /// <summary>There, and to be removed unless it is published.</summary>
        Pending,

        /// <summary>Published; what has the name now (a second name of the file, the replaced folder) is needed by nobody.</summary>
        Surplus,

        /// <summary>Published; the name is free, and whoever has it next is not us.</summary>
        Committed,

        /// <summary>Removed, by its owner or by the end of the process.</summary>
        Removed,
    }

    /// <summary>The temporary path.</summary>
    public string Path { get; }

    /// <summary>Makes the name; the result is that of the call.</summary>
    public int Make(Func<string, int> create)
    {
        _context.Registry.Add(this);
        lock (_gate)
        {
            _context.Registry.ThrowIfClosed();

            // Before the call: a creation that is reported as failed may have happened on a network file system.
            _state = State.Pending;
            int result = create(Path);
            if (result == -Errno.Exists)
                _state = State.Removed;
            return result;
        }
    }

    /// <summary>Makes something inside a pending folder.</summary>
    public int MakeInside(Func<int> create)
    {
        lock (_gate)
        {
            ThrowUnlessPending();
            return create();
        }
    }

    /// <summary>
    /// Makes the result appear. The call answers zero when it has, and says whether the temporary name must still be removed.
    /// </summary>
    /// <returns>The answer of the call, and that of removing the surplus.</returns>
    public (int Published, int Removed) Publish(Publication.Call call, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            ThrowUnlessPending();
            cancellationToken.ThrowIfCancellationRequested();
            int result = call(out bool surplus);
            if (result < 0)
                return (result, 0);
            _state = surplus ? State.Surplus : State.Committed;
            return (result, surplus ? RemoveNow() : 0);
        }
    }

    /// <summary>Removes the name unless it was published: the owner's clean-up. It waits for as long as a call takes.</summary>
    public int Remove()
    {
        try
        {
            lock (_gate)
                return RemoveNow();
        }
        finally
        {
            _context.Registry.Remove(this);
        }
    }

    /// <summary>The same for another thread, which does not wait longer than it says.</summary>
    public bool TryRemove(TimeSpan patience)
    {
        if (!_gate.TryEnter(patience))
            return false;
        try
        {
            return RemoveNow() >= 0;
        }
        finally
        {
            _gate.Exit();
        }
    }

    private int RemoveNow()
    {
        if (_state is not (State.Pending or State.Surplus))
            return 0;
        int result = -1;
        try
        {
            result = RemoveOnce();
        }
        finally
        {
            // Litter is worth a second attempt.
            if (result < 0)
                result = RemoveOnce();
        }

        if (result >= 0)
            _state = _state == State.Pending ? State.Removed : State.Committed;
        return result;
    }

    private int RemoveOnce()
    {
        int result = _isFolder ? FolderTree.Remove(_context.Files, Path) : _context.Files.Unlink(Path);
        return result == -Errno.NotFound ? 0 : result;
    }

    private void ThrowUnlessPending()
    {
        _context.Registry.ThrowIfClosed();
        if (_state != State.Pending)
            throw new InvalidOperationException("this output was already committed or removed");
    }
}
