using BvlosSim.AtomicFiles.Platform;

namespace BvlosSim.AtomicFiles;

/// <summary>Makes the names in a folder survive a power failure, which the base library cannot do: it opens no folders.</summary>
internal static class FolderFlush
{
    /// <summary>Zero, or the error of the first call that failed.</summary>
    public static int Run(IFileOperations files, string folder)
    {
        int descriptor = files.Open(folder, OpenAs.Folder, 0);
        if (descriptor < 0)
            return descriptor;
        int flushed = 0;
        int closed = 0;
        try
        {
            flushed = files.Flush(descriptor);
        }
        finally
        {
            closed = files.Close(descriptor);
        }

        return flushed < 0 ? flushed : closed;
    }

    /// <summary>After the output has its name a failure is only worth a warning: the output is complete.</summary>
    public static void AfterPublication(IFileOperations files, string folder, ICollection<AtomicWriteWarning> warnings)
    {
        int result = Run(files, folder);
        if (result < 0)
            warnings.Add(Warning(folder, -result));
    }

    /// <summary>The warning that a folder could not be flushed.</summary>
    public static AtomicWriteWarning Warning(string folder, int errno) => new(
        AtomicWriteWarningKind.FolderNotFlushed,
        errno,
        $"the output is complete, but the folder '{folder}' could not be flushed to the disk ({Failures.Text(errno)}): a power failure now may undo it");
}
