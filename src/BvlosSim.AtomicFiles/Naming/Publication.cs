using BvlosSim.AtomicFiles.Platform;

namespace BvlosSim.AtomicFiles.Naming;

/// <summary>The calls that make a finished file or folder appear under its name, all of it in one step.</summary>
internal static class Publication
{
    private const int ReplaceAttempts = 3;

    /// <summary>One of them; it also says whether the temporary name is still there.</summary>
    public delegate int Call(out bool surplus);

    /// <summary>Puts a file in the place of whatever file is there.</summary>
    public static int Replace(IFileOperations files, string temporary, string destination, FileStatus ours) =>
        Settle(files, () => files.Rename(temporary, destination), destination, ours);

    /// <summary>Gives a file a name that must be free.</summary>
    /// <remarks>
    /// The exclusive rename is one step and so leaves nothing behind wherever the process is killed. Where a file system does not know it
    /// (network file systems), a hard link is as exclusive, and only the temporary name can be left.
    /// </remarks>
    public static int Claim(IFileOperations files, string temporary, string destination, FileStatus ours, out bool surplus)
    {
        surplus = false;
        int result = Settle(files, () => files.RenameNoReplace(temporary, destination), destination, ours);
        if (!Errno.IsUnsupported(-result))
            return result;
        result = Settle(files, () => files.Link(temporary, destination), destination, ours);
        surplus = result >= 0;
        return result is -Errno.NotPermitted or -Errno.TooManyLinks || Errno.IsUnsupported(-result) ? -Errno.NotSupported : result;
    }

    /// <summary>Gives a folder a name that must be free.</summary>
    public static int ClaimFolder(IFileOperations files, string temporary, string destination, FileStatus ours)
    {
        int result = Settle(files, () => files.RenameNoReplace(temporary, destination), destination, ours);
        return Errno.IsUnsupported(-result) ? -Errno.NotSupported : result;
    }

    /// <summary>Puts a folder in the place of whatever folder is there; a folder that was not empty has the temporary name then.</summary>
    public static int ReplaceFolder(IFileOperations files, string temporary, string destination, FileStatus ours, out bool surplus)
    {
        surplus = false;
        for (int attempt = 1; ; attempt++)
        {
            int result = Settle(files, () => files.Rename(temporary, destination), destination, ours);
            if (result != -Errno.NotEmpty && result != -Errno.Exists)
                return result;
            result = Settle(files, () => files.Exchange(temporary, destination), destination, ours);
            surplus = result >= 0;

            // Somebody may have removed the earlier folder in between: then the name is free.
            if (result == -Errno.NotFound && attempt < ReplaceAttempts)
                continue;
            return Errno.IsUnsupported(-result) ? -Errno.NotSupported : result;
        }
    }

    // A network file system may report the failure or the interruption of a call that has happened. The name knows better: if it leads to
    // our file, it has happened, and to repeat it would be wrong (an exchange would be undone).
    private static int Settle(IFileOperations files, Func<int> call, string destination, FileStatus ours)
    {
        while (true)
        {
            int result = call();
            if (result >= 0)
                return result;
            if (files.StatusAt(destination, out FileStatus status) >= 0 && status.IsSameFileAs(ours))
                return 0;
            if (result != -Errno.Interrupted)
                return result;
        }
    }
}
