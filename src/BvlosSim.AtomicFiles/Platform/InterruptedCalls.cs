namespace BvlosSim.AtomicFiles.Platform;

/// <summary>
/// Repeats the calls that a signal interrupted, each in the way that is right for it.
/// </summary>
/// <remarks>
/// Three kinds are not simply repeated. <see cref="Close"/>: the descriptor is gone although the call was interrupted, and its number
/// may be somebody else's by now. Exclusive creation: the name may have been made before the interruption, so it is removed first.
/// The calls that make a result appear: they may have happened, and a second exchange would undo the first; <see
/// cref="Naming.Publication"/> asks the disk.
/// </remarks>
internal sealed class InterruptedCalls : IFileOperations
{
    private readonly IFileOperations _inner;

    public InterruptedCalls(IFileOperations inner) => _inner = inner;

    public uint UserId => _inner.UserId;

    public int ReadUmask()
    {
        int result;
        do result = _inner.ReadUmask();
        while (result == -Errno.Interrupted);
        return result;
    }

    public int Open(string path, OpenAs intent, int permissions)
    {
        while (true)
        {
            int result = _inner.Open(path, intent, permissions);
            if (result != -Errno.Interrupted)
                return result;
            if (intent == OpenAs.NewFile)
                _inner.Unlink(path);
        }
    }

    public int Duplicate(int descriptor)
    {
        int result;
        do result = _inner.Duplicate(descriptor);
        while (result == -Errno.Interrupted);
        return result;
    }

    public int Close(int descriptor)
    {
        int result = _inner.Close(descriptor);
        return result == -Errno.Interrupted ? 0 : result;
    }

    public int Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        int result;
        do result = _inner.Write(descriptor, bytes);
        while (result == -Errno.Interrupted);
        return result;
    }

    public int WaitWritable(int descriptor, int milliseconds)
    {
        // Not repeated: the caller comes back anyway, after a look at its cancellation.
        int result = _inner.WaitWritable(descriptor, milliseconds);
        return result == -Errno.Interrupted ? 0 : result;
    }

    public int Flush(int descriptor)
    {
        int result;
        do result = _inner.Flush(descriptor);
        while (result == -Errno.Interrupted);
        return result;
    }

    public int TryLockAsOwner(int descriptor)
    {
        int result;
        do result = _inner.TryLockAsOwner(descriptor);
        while (result == -Errno.Interrupted);
        return result;
    }

    public int TryLockAsReclaimer(int descriptor)
    {
        int result;
        do result = _inner.TryLockAsReclaimer(descriptor);
        while (result == -Errno.Interrupted);
        return result;
    }

    public int Unlock(int descriptor)
    {
        int result;
        do result = _inner.Unlock(descriptor);
        while (result == -Errno.Interrupted);
        return result;
    }

    public int ChangeMode(int descriptor, int permissions)
    {
        int result;
        do result = _inner.ChangeMode(descriptor, permissions);
        while (result == -Errno.Interrupted);
        return result;
    }

    public int ChangeOwner(int descriptor, uint user, uint group)
    {
        int result;
        do result = _inner.ChangeOwner(descriptor, user, group);
        while (result == -Errno.Interrupted);
        return result;
    }

    public int StatusOf(int descriptor, out FileStatus status)
    {
        int result;
        do result = _inner.StatusOf(descriptor, out status);
        while (result == -Errno.Interrupted);
        return result;
    }

    public int StatusAt(string path, out FileStatus status)
    {
        int result;
        do result = _inner.StatusAt(path, out status);
        while (result == -Errno.Interrupted);
        return result;
    }

    public int ReadLink(string path, out string target)
    {
        int result;
        do result = _inner.ReadLink(path, out target);
        while (result == -Errno.Interrupted);
        return result;
    }

    public int List(string folder, string prefix, out IReadOnlyList<string> names)
    {
        int result;
        do result = _inner.List(folder, prefix, out names);
        while (result == -Errno.Interrupted);
        return result;
    }

    public int Rename(string from, string to) => _inner.Rename(from, to);

    public int RenameNoReplace(string from, string to) => _inner.RenameNoReplace(from, to);

    public int Exchange(string first, string second) => _inner.Exchange(first, second);

    public int Link(string existing, string added) => _inner.Link(existing, added);

    public int Unlink(string path)
    {
        int result;
        do result = _inner.Unlink(path);
        while (result == -Errno.Interrupted);
        return result;
    }

    public int MakeFolder(string path, int permissions)
    {
        while (true)
        {
            int result = _inner.MakeFolder(path, permissions);
            if (result != -Errno.Interrupted)
                return result;
            _inner.RemoveFolder(path);
        }
    }

    public int RemoveFolder(string path)
    {
        int result;
        do result = _inner.RemoveFolder(path);
        while (result == -Errno.Interrupted);
        return result;
    }
}
