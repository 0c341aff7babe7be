using BvlosSim.AtomicFiles.Platform;

namespace BvlosSim.AtomicFiles.Naming;

/// <summary>Removes a folder with all that is in it. A link in it is removed, never followed.</summary>
internal static class FolderTree
{
    /// <summary>Zero when the folder is gone, else the first failure.</summary>
    public static int Remove(IFileOperations files, string folder)
    {
        int failure = files.List(folder, "", out IReadOnlyList<string> names);
        foreach (string name in names)
        {
            string path = folder + "/" + name;
            int result = files.StatusAt(path, out FileStatus status);
            if (result >= 0)
                result = status.Kind == FileKind.Folder ? Remove(files, path) : files.Unlink(path);
            if (result is < 0 and not -Errno.NotFound)
                failure = failure < 0 ? failure : result;
        }

        int removed = files.RemoveFolder(folder);
        if (removed >= 0 || removed == -Errno.NotFound)
            return 0;
        return failure < 0 ? failure : removed;
    }
}
