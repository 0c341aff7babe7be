using BvlosSim.AtomicFiles.Destinations;
using BvlosSim.AtomicFiles.Platform;

namespace BvlosSim.AtomicFiles.Naming;

/// <summary>Makes a temporary file or folder beside a destination and takes its lock, the sign to other runs that it has an owner.</summary>
internal static class OwnedName
{
    private const int PrivateFile = 0x180;
    private const int PrivateFolder = 0x1C0;
    private const int Attempts = 16;

    /// <summary>A new temporary file, open for writing and readable by nobody else.</summary>
    public static (PendingName Name, int Descriptor) NewFile(
        OutputContext context,
        Destination destination,
        CancellationToken cancellationToken) =>
        New(context, destination, isFolder: false, path => context.Files.Open(path, OpenAs.NewFile, PrivateFile), cancellationToken);

    /// <summary>A new temporary folder, open so that it can be locked and flushed.</summary>
    public static (PendingName Name, int Descriptor) NewFolder(
        OutputContext context,
        Destination destination,
        CancellationToken cancellationToken) =>
        New(context, destination, isFolder: true, path => MakeAndOpen(context.Files, path), cancellationToken);

    private static (PendingName Name, int Descriptor) New(
        OutputContext context,
        Destination destination,
        bool isFolder,
        Func<string, int> create,
        CancellationToken cancellationToken)
    {
        IFileOperations files = context.Files;
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = new PendingName(context, destination.Sibling(TemporaryName.For(destination.Name)), isFolder);
            int descriptor = -1;
            bool kept = false;
            try
            {
                descriptor = name.Make(create);
                if (descriptor == -Errno.Exists || descriptor == -Errno.WouldBlock)
                    continue;
                if (descriptor < 0)
                    throw Failures.OfCreation(files, destination, -descriptor);

                // Another run may have seen the name before it was locked, taken it for abandoned, and be removing it. It holds the lock
                // until it has, so either the lock is refused here or the name is gone.
                kept = files.TryLockAsOwner(descriptor) != -Errno.WouldBlock && IsThere(files, destination, name.Path);
                if (kept)
                    return (name, descriptor);
            }
            finally
            {
                if (!kept)
                    Abandon(files, name, descriptor);
            }
        }

        throw Failures.NoNameLasts(destination);
    }

    private static int MakeAndOpen(IFileOperations files, string path)
    {
        int result = files.MakeFolder(path, PrivateFolder);
        if (result < 0)
            return result;
        result = files.Open(path, OpenAs.Folder, 0);

        // It was made and is not there: another run has taken it for abandoned already.
        return result == -Errno.NotFound ? -Errno.WouldBlock : result;
    }

    private static bool IsThere(IFileOperations files, Destination destination, string path)
    {
        int result = files.StatusAt(path, out _);
        if (result < 0 && result != -Errno.NotFound)
            throw Failures.OfWriting(destination, -result);
        return result >= 0;
    }

    private static void Abandon(IFileOperations files, PendingName name, int descriptor)
    {
        try
        {
            name.Remove();
        }
        finally
        {
            if (descriptor >= 0)
                files.Close(descriptor);
        }
    }
}
