namespace BvlosSim.AtomicFiles;

/// <summary>Why output could not be written.</summary>
public enum AtomicWriteFailure
{
    /// <summary>The system reported an error that has no member of its own here: see <see cref="AtomicWriteException.ErrorNumber"/>.</summary>
    InputOutput,

    /// <summary>The folder of the destination does not exist, or a part of its path is not a folder. Folders are never created.</summary>
    FolderMissing,

    /// <summary>The folder of the destination does not let this user create or look up files, or is on a read-only file system.</summary>
    FolderNotWritable,

    /// <summary>A folder has the name that a file was to get.</summary>
    DestinationIsFolder,

    /// <summary>Something else than a folder has the name that a folder was to get.</summary>
    DestinationIsFile,

    /// <summary>A socket has the name; it is never replaced.</summary>
    DestinationIsSocket,

    /// <summary>A block device or something unknown has the name; it is never written to.</summary>
    DestinationIsDevice,

    /// <summary>The name is taken and <see cref="AtomicWriteOptions.NoClobber"/> was asked for.</summary>
    DestinationExists,

    /// <summary>The file that has the name may not be replaced: it is immutable, or its folder lets only its owner do so.</summary>
    DestinationProtected,

    /// <summary>The name is a link that another user has placed in a folder open to everybody; it is not followed.</summary>
    ForeignLink,

    /// <summary>The disk or the user's share of it is full.</summary>
    DiskFull,

    /// <summary>The temporary file and the destination are on different file systems, so that no rename can be atomic.</summary>
    CrossDevice,

    /// <summary>The destination is in use as a mount point, such as a single file mounted into a container.</summary>
    Busy,

    /// <summary>The name or the path is longer than the file system allows.</summary>
    NameTooLong,

    /// <summary>The file system has no operation that would do what was asked in one step.</summary>
    NotSupported,

    /// <summary>The reader of a pipe or FIFO went away before it had everything.</summary>
    ReaderClosed,
}

/// <summary>Output could not be written. Unless the message says otherwise the destination is as it was.</summary>
public sealed class AtomicWriteException : IOException
{
    /// <summary>Describes a failure.</summary>
    /// <param name="reason">Its kind.</param>
    /// <param name="path">The destination, or the folder or link that is in the way.</param>
    /// <param name="errorNumber">The system's error number, or 0.</param>
    /// <param name="message">What failed, why, and what to do about it.</param>
    public AtomicWriteException(AtomicWriteFailure reason, string path, int errorNumber, string message)
        : base(message)
    {
        Reason = reason;
        Path = path;
        ErrorNumber = errorNumber;
    }

    /// <summary>The kind of failure.</summary>
    public AtomicWriteFailure Reason { get; }

    /// <summary>The destination, or the folder or link that is in the way.</summary>
    public string Path { get; }

    /// <summary>The system's error number (<c>errno</c>; a Windows error code there), or 0 when no call failed.</summary>
    public int ErrorNumber { get; }
}
