namespace BvlosSim.AtomicFiles.Platform;

/// <summary>
/// Every call to the operating system that this library makes, in one place, so that a test can make any of them fail.
/// </summary>
/// <remarks>
/// The convention is the kernel's own: a result of zero or more is success, a negative one is the error number with its sign turned.
/// No method throws for a failure of the file system, and none retries: <see cref="InterruptedCalls"/> does that, in the open.
/// </remarks>
internal interface IFileOperations
{
    /// <summary>The user that new files belong to.</summary>
    uint UserId { get; }

    /// <summary>The process's file mode creation mask, read without changing it; an error where it cannot be read so.</summary>
    int ReadUmask();

    /// <summary>Opens a path; the result is a descriptor that no child process inherits.</summary>
    int Open(string path, OpenAs intent, int permissions);

    /// <summary>A second descriptor of the same open file: it keeps the lock when the first one is closed.</summary>
    int Duplicate(int descriptor);

    /// <summary>Closes a descriptor. It is gone afterwards whatever the answer.</summary>
    int Close(int descriptor);

    /// <summary>Writes some or all of the bytes; the result is how many.</summary>
    int Write(int descriptor, ReadOnlySpan<byte> bytes);

    /// <summary>Waits until a write would make progress: 1 when it would, 0 when the time is over.</summary>
    int WaitWritable(int descriptor, int milliseconds);

    /// <summary>Sends a file or a folder to the disk.</summary>
    int Flush(int descriptor);

    /// <summary>Takes the advisory lock of the open file that its owner has; fails at once with <see cref="Errno.WouldBlock"/>.</summary>
    int TryLockAsOwner(int descriptor);

    /// <summary>Takes the lock that nobody gets while there is an owner; fails at once with <see cref="Errno.WouldBlock"/>.</summary>
    int TryLockAsReclaimer(int descriptor);

    /// <summary>Gives the lock up, also for a child process that has inherited the descriptor for the moment between its fork and its exec.</summary>
    int Unlock(int descriptor);

    /// <summary>Sets the permission bits.</summary>
    int ChangeMode(int descriptor, int permissions);

    /// <summary>Sets owner and group.</summary>
    int ChangeOwner(int descriptor, uint user, uint group);

    /// <summary>What a descriptor refers to.</summary>
    int StatusOf(int descriptor, out FileStatus status);

    /// <summary>What a path names, a link being a link.</summary>
    int StatusAt(string path, out FileStatus status);

    /// <summary>Where a symbolic link points.</summary>
    int ReadLink(string path, out string target);

    /// <summary>The names in a folder that begin so.</summary>
    int List(string folder, string prefix, out IReadOnlyList<string> names);

    /// <summary>Renames, replacing what is there.</summary>
    int Rename(string from, string to);

    /// <summary>Renames, or fails with <see cref="Errno.Exists"/>.</summary>
    int RenameNoReplace(string from, string to);

    /// <summary>Lets two names change places in one step.</summary>
    int Exchange(string first, string second);

    /// <summary>Gives a file a second name, or fails with <see cref="Errno.Exists"/>.</summary>
    int Link(string existing, string added);

    /// <summary>Removes the name of a file.</summary>
    int Unlink(string path);

    /// <summary>Makes a folder, or fails with <see cref="Errno.Exists"/>.</summary>
    int MakeFolder(string path, int permissions);

    /// <summary>Removes an empty folder.</summary>
    int RemoveFolder(string path);
}

/// <summary>The few ways in which this library opens anything.</summary>
internal enum OpenAs
{
    /// <summary>Create, exclusively, for writing (and reading, which a shared lock needs on network file systems); never through a link.</summary>
    NewFile,

    /// <summary>A folder, to flush or to lock it.</summary>
    Folder,

    /// <summary>A file left by somebody else, to lock it; never through a link, never waiting.</summary>
    Abandoned,

    /// <summary>The same for a file that we may not write.</summary>
    AbandonedReadOnly,

    /// <summary>A new file without a name in the folder that the path names; Linux alone has it.</summary>
    Unnamed,

    /// <summary>A FIFO or a device, to write to it without waiting for a reader.</summary>
    Stream,
}
