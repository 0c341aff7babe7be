using System.Runtime.InteropServices;
using BvlosSim.AtomicFiles.Destinations;

namespace BvlosSim.AtomicFiles.Platform;

/// <summary>Turns an error number, and the step at which it came, into a failure that says what to do.</summary>
internal static class Failures
{
    public static AtomicWriteException Exists(string path) => New(
        AtomicWriteFailure.DestinationExists,
        path,
        Errno.Exists,
        $"'{path}' exists already and is not to be replaced: choose another name or remove it");

    public static AtomicWriteException IsFolder(string path) => New(
        AtomicWriteFailure.DestinationIsFolder,
        path,
        Errno.IsAFolder,
        $"cannot write '{path}': it is a folder; name a file in it");

    public static AtomicWriteException IsFile(string path) => New(
        AtomicWriteFailure.DestinationIsFile,
        path,
        Errno.NotAFolder,
        $"cannot write the folder '{path}': something that is not a folder has this name");

    public static AtomicWriteException IsSocket(string path) => New(
        AtomicWriteFailure.DestinationIsSocket,
        path,
        Errno.NoReader,
        $"cannot write '{path}': it is a socket, which is never replaced; choose another name");

    public static AtomicWriteException IsDevice(string path) => New(
        AtomicWriteFailure.DestinationIsDevice,
        path,
        Errno.NotSupported,
        $"cannot write '{path}': it is a block device or of an unknown kind; choose another name");

    /// <summary>The kind of thing that has the name changed while the content was computed.</summary>
    public static AtomicWriteException HasChanged(string path) => New(
        AtomicWriteFailure.Busy,
        path,
        Errno.Busy,
        $"cannot write '{path}': what has this name was replaced by something of another kind meanwhile; write again");

    public static AtomicWriteException HasNoName(string path) => New(
        AtomicWriteFailure.Busy,
        path,
        Errno.Busy,
        $"cannot replace the folder '{path}': give it by its own name, not by '.', '..' or '/'");

    public static AtomicWriteException IsForeignLink(string link, string folder) => New(
        AtomicWriteFailure.ForeignLink,
        link,
        Errno.AccessDenied,
        $"cannot write '{link}': another user has placed this link in '{folder}', where everybody may create files; name the real file");

    /// <summary>What has the name could not be found out.</summary>
    public static AtomicWriteException OfLooking(string path, int errno)
    {
        string folder = Destination.FolderOf(path);
        if (errno is Errno.NotAFolder or Errno.NotFound)
            return FolderMissing(path, folder, errno);
        if (errno == Errno.AccessDenied)
        {
            return New(
                AtomicWriteFailure.FolderNotWritable,
                folder,
                errno,
                $"cannot write '{path}': the folder '{folder}' cannot be looked into ({Text(errno)})");
        }

        return Common(path, errno);
    }

    /// <summary>The temporary file or folder could not be made.</summary>
    public static AtomicWriteException OfCreation(IFileOperations files, Destination destination, int errno)
    {
        string folder = destination.Folder;
        if (errno is Errno.NotFound or Errno.NotAFolder && !IsFolder(files, folder))
            return FolderMissing(destination.Path, folder, errno);
        bool refused = errno is Errno.NotFound or Errno.AccessDenied or Errno.NotPermitted or Errno.ReadOnlyFileSystem;
        if (!refused && !Errno.IsUnsupported(errno))
            return Common(destination.Path, errno);
        return New(
            AtomicWriteFailure.FolderNotWritable,
            folder,
            errno,
            $"cannot write '{destination.Path}': no file can be created in the folder '{folder}' ({Text(errno)}), where the new one is prepared");
    }

    /// <summary>The content could not be brought to the disk.</summary>
    public static AtomicWriteException OfWriting(Destination destination, int errno) => Common(destination.Path, errno);

    /// <summary>The finished output could not be given its name.</summary>
    public static AtomicWriteException OfPublication(Destination destination, int errno, bool isFolder)
    {
        string path = destination.Path;
        return errno switch
        {
            Errno.Exists => Exists(path),
            Errno.IsAFolder => IsFolder(path),
            Errno.NotAFolder => IsFile(path),
            Errno.NotPermitted or Errno.AccessDenied => New(
                AtomicWriteFailure.DestinationProtected,
                path,
                errno,
                $"cannot replace '{path}' ({Text(errno)}): it is immutable, or its folder '{destination.Folder}' lets only its owner replace it"),
            _ when errno == Errno.NotSupported => New(
                AtomicWriteFailure.NotSupported,
                path,
                errno,
                isFolder
                    ? $"cannot write the folder '{path}': this file system does not do so in one step; write to a new name, without no-clobber"
                    : $"cannot write '{path}': this file system cannot claim a free name in one step; write without no-clobber"),
            _ => Common(path, errno),
        };
    }

    /// <summary>The kinds that can come at any step.</summary>
    public static AtomicWriteException Common(string path, int errno)
    {
        (AtomicWriteFailure reason, string cause) = errno switch
        {
            Errno.CrossDevice => (
                AtomicWriteFailure.CrossDevice,
                "its folder and the file are on different file systems, so that it cannot be replaced in one step; name the real file"),
            Errno.Busy => (
                AtomicWriteFailure.Busy,
                "it is in use as a mount point, such as a single file mounted into a container; mount its folder instead"),
            Errno.BrokenPipe => (AtomicWriteFailure.ReaderClosed, "its reader went away before it had everything"),
            _ when errno == Errno.ConnectionReset => (AtomicWriteFailure.ReaderClosed, "its reader went away before it had everything"),
            _ when errno == Errno.NoSpace || errno == Errno.QuotaExceeded => (
                AtomicWriteFailure.DiskFull,
                $"no space is left ({Text(errno)}); free some or choose another folder"),
            _ when errno == Errno.NameTooLong => (
                AtomicWriteFailure.NameTooLong,
                "the name is longer than the file system allows; choose a shorter one"),
            _ => (AtomicWriteFailure.InputOutput, $"{Text(errno)} (error {errno})"),
        };
        return New(reason, path, errno, $"cannot write '{path}': {cause}");
    }

    /// <summary>The size on the disk is not what was written.</summary>
    public static AtomicWriteException Incomplete(string path, long written, long found) => New(
        AtomicWriteFailure.InputOutput,
        path,
        0,
        $"cannot write '{path}': {written} bytes were written and the file system has {found}");

    /// <summary>No temporary name lasted.</summary>
    public static AtomicWriteException NoNameLasts(Destination destination) => New(
        AtomicWriteFailure.InputOutput,
        destination.Path,
        Errno.Exists,
        $"cannot write '{destination.Path}': something in '{destination.Folder}' removes or locks every new file at once");

    /// <summary>The system's own words.</summary>
    public static string Text(int errno) => Marshal.GetPInvokeErrorMessage(errno);

    private static AtomicWriteException FolderMissing(string path, string folder, int errno) => New(
        AtomicWriteFailure.FolderMissing,
        folder,
        errno,
        $"cannot write '{path}': there is no folder '{folder}'; create it first");

    private static bool IsFolder(IFileOperations files, string path)
    {
        int descriptor = files.Open(path, OpenAs.Folder, 0);
        if (descriptor >= 0)
            files.Close(descriptor);
        return descriptor >= 0 || descriptor == -Errno.AccessDenied;
    }

    private static AtomicWriteException New(AtomicWriteFailure reason, string path, int errno, string message) =>
        new(reason, path, errno, message);
}
