using System.Runtime.InteropServices;

namespace BvlosSim.AtomicFiles.Tests.Support;

/// <summary>What tests need from the system and the library does not.</summary>
internal static partial class Native
{
    public const int ReadOnlyFlag = 0;
    public const int WriteOnlyFlag = 1;
    public const int ReadWriteFlag = 2;
    public const int NonBlockFlag = 0x800;
    public const int CreateFlag = 0x40;
    public const uint ReadOnlyMount = 1;
    public const uint BindMount = 4096;

    public static bool IsRoot => EffectiveUser() == 0;

    [LibraryImport("libc", EntryPoint = "mkfifo", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int MakeFifo(string path, uint mode);

    [LibraryImport("libc", EntryPoint = "chmod", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int ChangeMode(string path, uint mode);

    [LibraryImport("libc", EntryPoint = "chown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int ChangeOwner(string path, uint user, uint group);

    [LibraryImport("libc", EntryPoint = "lchown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int ChangeLinkOwner(string path, uint user, uint group);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    public static partial uint EffectiveUser();

    [LibraryImport("libc", EntryPoint = "umask")]
    public static partial uint Umask(uint mask);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "pipe2", SetLastError = true)]
    public static unsafe partial int Pipe(int* descriptors, int flags);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static unsafe partial nint Read(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static unsafe partial nint Write(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    public static partial int Lock(int descriptor, int operation);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Link(string existing, string added);

    [LibraryImport("libc", EntryPoint = "mknod", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int MakeNode(string path, uint mode, ulong device);

    [LibraryImport("libc", EntryPoint = "mount", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Mount(string source, string target, string type, nuint flags, string data);

    [LibraryImport("libc", EntryPoint = "umount2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Unmount(string target, int flags);

    /// <summary>The two ends of a new pipe, to read and to write.</summary>
    public static unsafe (int Reader, int Writer) NewPipe(bool nonBlocking = false)
    {
        int* ends = stackalloc int[2];
        Assert.Equal(0, Pipe(ends, 0x80000 | (nonBlocking ? NonBlockFlag : 0)));
        return (ends[0], ends[1]);
    }

    /// <summary>Everything that comes until the last writer is gone.</summary>
    public static unsafe byte[] ReadToEnd(int descriptor)
    {
        using var all = new MemoryStream();
        byte[] buffer = new byte[65536];
        while (true)
        {
            nint count;
            fixed (byte* start = buffer)
                count = Read(descriptor, start, (nuint)buffer.Length);
            if (count <= 0)
                return all.ToArray();
            all.Write(buffer, 0, (int)count);
        }
    }

    /// <summary>How many bytes are in a pipe; they are taken out.</summary>
    public static unsafe int Drain(int reader)
    {
        int total = 0;
        byte[] page = new byte[4096];
        while (true)
        {
            nint count;
            fixed (byte* start = page)
                count = Read(reader, start, (nuint)page.Length);
            if (count <= 0)
                return total;
            total += (int)count;
        }
    }

    /// <summary>Writes until the pipe takes no more; the writing end does not block.</summary>
    public static unsafe int FillPipe(int writer)
    {
        byte[] page = new byte[4096];
        int total = 0;
        while (true)
        {
            nint count;
            fixed (byte* start = page)
                count = Write(writer, start, (nuint)page.Length);
            if (count <= 0)
                return total;
            total += (int)count;
        }
    }

    public static UnixFileMode ModeOf(string path) => File.GetUnixFileMode(path);
}
