namespace BvlosSim.AtomicFiles;

/// <summary>What a completed write has to say: the output is complete and in place, whatever the warnings.</summary>
/// <param name="Path">The absolute path of the real file or folder, all links resolved.</param>
/// <param name="IsAtomic">False if the bytes were streamed, to a FIFO, a device or an open descriptor.</param>
/// <param name="Warnings">What could not be kept or made sure of.</param>
public sealed record AtomicWriteResult(string Path, bool IsAtomic, IReadOnlyList<AtomicWriteWarning> Warnings);

/// <summary>Something that did not go as it should although the output is complete and in place.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="ErrorNumber">The system's error number.</param>
/// <param name="Message">One sentence for a human.</param>
public sealed record AtomicWriteWarning(AtomicWriteWarningKind Kind, int ErrorNumber, string Message);

/// <summary>The kinds of <see cref="AtomicWriteWarning"/>.</summary>
public enum AtomicWriteWarningKind
{
    /// <summary>The folder could not be flushed: after a power failure the earlier file may be back.</summary>
    FolderNotFlushed,

    /// <summary>The new file belongs to the writer, not to the owner or group of the earlier one.</summary>
    OwnerNotKept,

    /// <summary>The new file is readable by its owner only, since the file system refused the intended permissions.</summary>
    PermissionsNotKept,

    /// <summary>The replaced folder, or a second name of the new file, still has a temporary name. The next run removes it.</summary>
    TemporaryNameLeft,
}
