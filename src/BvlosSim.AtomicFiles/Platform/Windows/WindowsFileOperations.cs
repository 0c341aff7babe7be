using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace BvlosSim.AtomicFiles.Platform.Windows;

/// <summary>The same calls on Windows, as far as they go there.</summary>
/// <remarks>
/// The claim on Windows is "the old file or the new one", not "survives a power failure": folders cannot be flushed. A file that another
/// process has open cannot be replaced; since virus scanners and indexers hold new files for some 50 ms, a refused rename is tried again
/// for about a second before it becomes an error. Links are not resolved, owners and modes are not kept. An open temporary file cannot
/// be removed by anybody, which does the service of the lock. This file is compiled on every platform and has never been run: there is no
/// Windows build machine yet.
/// </remarks>
internal sealed class WindowsFileOperations : IFileOperations
{
    private const int FileNotFound = 2;
    private const int PathNotFound = 3;
    private const int AccessDenied = 5;
    private const int NotSameDevice = 17;
    private const int SharingViolation = 32;
    private const int LockViolation = 33;
    private const int FileExists = 80;
    private const int BrokenPipe = 109;
    private const int DiskFull = 112;
    private const int NameTooLong = 206;
    private const int AlreadyExists = 183;
    private const int NoData = 232;
    private const int MoveAttempts = 20;
    private const int MoveWaitMilliseconds = 50;
    private const int FirstDescriptor = 3;
    private const int FolderDescriptor = int.MaxValue;

    private readonly ConcurrentDictionary<int, OpenFile> _open = new();
    private int _last = FirstDescriptor;

    public uint UserId => 0;

    public int ReadUmask() => 0;

    public int Open(string path, OpenAs intent, int permissions)
    {
        if (intent == OpenAs.Folder)
            return Directory.Exists(path) ? FolderDescriptor : -Errno.NotFound;
        FileMode mode = intent == OpenAs.NewFile ? FileMode.CreateNew : FileMode.Open;
        return Try(() =>
        {
            int descriptor = Interlocked.Increment(ref _last);
            _open[descriptor] = new OpenFile(File.OpenHandle(path, mode, FileAccess.Write, FileShare.None), path);
            return descriptor;
        });
    }

    public int Duplicate(int descriptor) => -Errno.NotSupported;

    public int Close(int descriptor)
    {
        if (_open.TryRemove(descriptor, out OpenFile? file))
            file.Handle.Dispose();
        return 0;
    }

    public unsafe int Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        if (_open.TryGetValue(descriptor, out OpenFile? file))
            return WriteAt(file, bytes);
        nint handle = Kernel32.StandardHandle(descriptor == 2 ? Kernel32.StandardError : Kernel32.StandardOutput);
        uint written;
        fixed (byte* start = bytes)
            return Kernel32.Write(handle, start, (uint)bytes.Length, &written, 0) ? (int)written : -FromSystem(Marshal.GetLastPInvokeError());
    }

    public int WaitWritable(int descriptor, int milliseconds) => 1;

    public int Flush(int descriptor) => _open.TryGetValue(descriptor, out OpenFile? file)
        ? Try(() =>
        {
            RandomAccess.FlushToDisk(file.Handle);
            return 0;
        })
        : 0;

    public int TryLockAsOwner(int descriptor) => 0;

    public int TryLockAsReclaimer(int descriptor) => 0;

    public int Unlock(int descriptor) => 0;

    public int ChangeMode(int descriptor, int permissions) => 0;

    public int ChangeOwner(int descriptor, uint user, uint group) => 0;

    public int StatusOf(int descriptor, out FileStatus status)
    {
        status = new FileStatus(FileKind.Other, 0, 0, 0, 0, 0, (ulong)descriptor);
        if (descriptor == FolderDescriptor)
            status = status with { Kind = FileKind.Folder };
        if (!_open.TryGetValue(descriptor, out OpenFile? file))
            return 0;
        status = status with { Kind = FileKind.Regular, Size = RandomAccess.GetLength(file.Handle), Inode = Identity(file.Path) };
        return 0;
    }

    public int StatusAt(string path, out FileStatus status)
    {
        status = default;
        if (Directory.Exists(path))
            status = new FileStatus(FileKind.Folder, 0, 0, 0, 0, 0, Identity(path));
        else if (File.Exists(path))
            status = new FileStatus(FileKind.Regular, 0, 0, 0, 0, 0, Identity(path));
        else
            return -Errno.NotFound;
        return 0;
    }

    public int ReadLink(string path, out string target)
    {
        target = "";
        return -Errno.NotSupported;
    }

    public int List(string folder, string prefix, out IReadOnlyList<string> names)
    {
        var found = new List<string>();
        names = found;
        return Try(() =>
        {
            foreach (string path in Directory.EnumerateFileSystemEntries(folder))
            {
                string name = Path.GetFileName(path);
                if (name.StartsWith(prefix, StringComparison.Ordinal))
                    found.Add(name);
            }

            return 0;
        });
    }

    public int Rename(string from, string to) =>
        Directory.Exists(to) ? -Errno.NotEmpty : Move(from, to, Kernel32.WriteThrough | Kernel32.ReplaceExisting);

    public int RenameNoReplace(string from, string to) => Move(from, to, Kernel32.WriteThrough);

    public int Exchange(string first, string second) => -Errno.NotSupported;

    public int Link(string existing, string added) => -Errno.NotSupported;

    public int Unlink(string path) => Try(() =>
    {
        if (!File.Exists(path))
            return -Errno.NotFound;

        // The owner's own handle keeps the file from being removed.
        foreach ((int descriptor, OpenFile file) in _open)
        {
            if (string.Equals(file.Path, path, StringComparison.Ordinal))
                Close(descriptor);
        }

        File.Delete(path);
        return 0;
    });

    public int MakeFolder(string path, int permissions) => Try(() =>
    {
        if (Directory.Exists(path) || File.Exists(path))
            return -Errno.Exists;
        Directory.CreateDirectory(path);
        return 0;
    });

    public int RemoveFolder(string path) => Try(() =>
    {
        if (!Directory.Exists(path))
            return -Errno.NotFound;
        Directory.Delete(path);
        return 0;
    });

    // A path is its own identity here: the temporary name is random, and nothing else ever has it.
    private static ulong Identity(string path) => (ulong)(uint)string.GetHashCode(path, StringComparison.Ordinal);

    private static int WriteAt(OpenFile file, ReadOnlySpan<byte> bytes)
    {
        try
        {
            RandomAccess.Write(file.Handle, bytes, file.Position);
            file.Position += bytes.Length;
            return bytes.Length;
        }
        catch (IOException failure)
        {
            return -FromSystem(failure.HResult & 0xFFFF);
        }
    }

    private static int Move(string from, string to, uint flags)
    {
        int error = 0;
        for (int attempt = 0; attempt < MoveAttempts; attempt++)
        {
            if (Kernel32.MoveFile(from, to, flags))
                return 0;
            error = Marshal.GetLastPInvokeError();
            if (error is not (SharingViolation or LockViolation or AccessDenied))
                break;
            CancellationToken.None.WaitHandle.WaitOne(MoveWaitMilliseconds);
        }

        return -FromSystem(error);
    }

    private static int Try(Func<int> call)
    {
        try
        {
            return call();
        }
        catch (UnauthorizedAccessException)
        {
            return -Errno.AccessDenied;
        }
        catch (IOException failure)
        {
            return -FromSystem(failure.HResult & 0xFFFF);
        }
    }

    private static int FromSystem(int error) => error switch
    {
        FileNotFound or PathNotFound => Errno.NotFound,
        AccessDenied => Errno.AccessDenied,
        NotSameDevice => Errno.CrossDevice,
        SharingViolation or LockViolation => Errno.Busy,
        FileExists or AlreadyExists => Errno.Exists,
        BrokenPipe or NoData => Errno.BrokenPipe,
        DiskFull => Errno.NoSpace,
        NameTooLong => Errno.NameTooLong,
        _ => Errno.InputOutput,
    };

    private sealed class OpenFile(SafeFileHandle handle, string path)
    {
        public SafeFileHandle Handle { get; } = handle;

        public string Path { get; } = path;

        public long Position { get; set; }
    }
}
