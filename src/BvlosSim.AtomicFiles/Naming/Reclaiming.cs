using BvlosSim.AtomicFiles.Destinations;
using BvlosSim.AtomicFiles.Platform;

namespace BvlosSim.AtomicFiles.Naming;

/// <summary>
/// Removes what a killed run to the same destination has left: see <see cref="TemporaryName"/> for how it is recognised.
/// </summary>
/// <remarks>
/// A living run holds the lock of its temporary file, and the kernel drops the lock with the process however it ends, also in another
/// container. So whoever gets the lock knows that the owner is gone. Where locks are not supported nothing is removed. All failures are
/// passed over: litter is no reason to refuse a write.
/// </remarks>
internal static class Reclaiming
{
    /// <summary>Removes abandoned temporary names of this destination.</summary>
    public static void Run(IFileOperations files, Destination destination, CancellationToken cancellationToken)
    {
        files.List(destination.Folder, TemporaryName.PrefixFor(destination.Name), out IReadOnlyList<string> candidates);
        foreach (string candidate in candidates)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TemporaryName.IsFor(candidate, destination.Name))
                RemoveIfAbandoned(files, destination, destination.Sibling(candidate));
        }
    }

    private static void RemoveIfAbandoned(IFileOperations files, Destination destination, string path)
    {
        if (files.StatusAt(path, out FileStatus seen) < 0 || !IsOurs(files, destination, seen))
            return;
        bool isFolder = seen.Kind == FileKind.Folder;
        if (!isFolder && seen.Kind != FileKind.Regular)
            return;
        int descriptor = Open(files, path, isFolder);
        if (descriptor < 0)
            return;
        try
        {
            bool unchanged = files.StatusOf(descriptor, out FileStatus opened) >= 0 && opened.IsSameFileAs(seen);
            if (!unchanged || files.TryLockAsReclaimer(descriptor) < 0)
                return;

            // Looked at once more under the lock: another run may have reclaimed it, or its owner published it, in the meantime.
            if (files.StatusAt(path, out FileStatus named) < 0 || !named.IsSameFileAs(opened))
                return;
            if (isFolder)
                FolderTree.Remove(files, path);
            else
                files.Unlink(path);
        }
        finally
        {
            files.Close(descriptor);
        }
    }

    private static int Open(IFileOperations files, string path, bool isFolder)
    {
        if (isFolder)
            return files.Open(path, OpenAs.Folder, 0);

        // Network file systems grant an exclusive lock only to a writer; a file that already has a read-only mode cannot be opened by one.
        int descriptor = files.Open(path, OpenAs.Abandoned, 0);
        return descriptor == -Errno.AccessDenied ? files.Open(path, OpenAs.AbandonedReadOnly, 0) : descriptor;
    }

    // The superuser gives a temporary file the owner of the file that it will replace, and may be killed right after it.
    private static bool IsOurs(IFileOperations files, Destination destination, FileStatus candidate) =>
        candidate.User == files.UserId
        || (files.UserId == 0 && destination.Existing is { } existing && candidate.User == existing.User);
}
