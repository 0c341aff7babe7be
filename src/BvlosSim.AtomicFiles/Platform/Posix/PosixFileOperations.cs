using System.IO.Enumeration;
using System.Runtime.InteropServices;
using System.Text;

namespace BvlosSim.AtomicFiles.Platform.Posix;

/// <summary>The calls of Linux and of macOS.</summary>
internal sealed unsafe class PosixFileOperations : IFileOperations
{
    private const int DuplicateCloseOnExecLinux = 1030;
    private const int DuplicateCloseOnExecMac = 67;
    private const int FullFlushMac = 51;
    private const int LockShared = 1;
    private const int LockExclusive = 2;
    private const int LockNoWait = 4;
    private const int LockRelease = 8;
    private const short PollWritable = 4;
    private const int CurrentFolder = -100;
    private const int NoReplaceLinux = 1;
    private const int ExchangeLinux = 2;
    private const uint NoReplaceMac = 4;
    private const uint ExchangeMac = 2;
    private const int PathMax = 4096;

    private static readonly bool Mac = OperatingSystem.IsMacOS();
    private static readonly bool ArmMac = Mac && RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    private static readonly nint RenameAt2Number = RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 316,
        Architecture.Arm64 or Architecture.RiscV64 or Architecture.LoongArch64 => 276,
        Architecture.Arm => 382,
        _ => -1,
    };

    private static readonly EnumerationOptions EveryName = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
        MatchCasing = MatchCasing.CaseSensitive,
    };

    public uint UserId => LibC.EffectiveUser();

    public int ReadUmask()
    {
        // umask(2) can only be read by changing it, which every other thread would see. The kernel also tells it as text.
        if (Mac)
            return -Errno.NotSupported;
        int descriptor = Open("/proc/self/status", OpenAs.AbandonedReadOnly, 0);
        if (descriptor < 0)
            return descriptor;
        Span<byte> text = stackalloc byte[512];
        int length;
        fixed (byte* start = text)
            length = Answer(LibC.Read(descriptor, start, (nuint)text.Length));
        Close(descriptor);
        return length < 0 ? length : UmaskIn(text[..length]);
    }

    /// <summary>Finds the mask in the text of <c>/proc/self/status</c>; an error where the kernel is too old to tell.</summary>
    internal static int UmaskIn(ReadOnlySpan<byte> status)
    {
        ReadOnlySpan<byte> label = "\nUmask:\t"u8;
        int at = status.IndexOf(label);
        if (at < 0)
            return -Errno.NotSupported;
        int mask = 0;
        foreach (byte digit in status[(at + label.Length)..])
        {
            if (digit is < (byte)'0' or > (byte)'7')
                break;
            mask = (mask * 8) + (digit - '0');
        }

        return mask & FileStatus.PermissionMask;
    }

    public int Open(string path, OpenAs intent, int permissions)
    {
        int flags = OpenFlags.For(intent);
        fixed (byte* name = Utf8Path.From(path))
        {
            return Answer(ArmMac
                ? LibC.OpenPadded(name, flags, 0, 0, 0, 0, 0, 0, permissions)
                : LibC.Open(name, flags, permissions));
        }
    }

    public int Duplicate(int descriptor) => Control(descriptor, Mac ? DuplicateCloseOnExecMac : DuplicateCloseOnExecLinux, 0);

    public int Close(int descriptor) => Answer(LibC.Close(descriptor));

    public int Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
            return Answer(LibC.Write(descriptor, start, (nuint)bytes.Length));
    }

    public int WaitWritable(int descriptor, int milliseconds)
    {
        var poll = new LibC.PollDescriptor { Descriptor = descriptor, Wanted = PollWritable };
        return Answer(LibC.Poll(&poll, 1, milliseconds));
    }

    public int Flush(int descriptor)
    {
        // On a Mac fsync stops at the drive's own cache.
        if (Mac && Control(descriptor, FullFlushMac, 0) >= 0)
            return 0;
        return Answer(LibC.Fsync(descriptor));
    }

    // Shared, and not exclusive: the base library's readers take a shared lock, and they may come before this one is given up.
    public int TryLockAsOwner(int descriptor) => Answer(LibC.Flock(descriptor, LockShared | LockNoWait));

    public int TryLockAsReclaimer(int descriptor) => Answer(LibC.Flock(descriptor, LockExclusive | LockNoWait));

    public int Unlock(int descriptor) => Answer(LibC.Flock(descriptor, LockRelease));

    public int ChangeMode(int descriptor, int permissions) => Answer(LibC.Fchmod(descriptor, (uint)permissions));

    public int ChangeOwner(int descriptor, uint user, uint group) => Answer(LibC.Fchown(descriptor, user, group));

    public int StatusOf(int descriptor, out FileStatus status) => StatusCalls.OfDescriptor(descriptor, out status);

    public int StatusAt(string path, out FileStatus status) => StatusCalls.OfPath(path, out status);

    public int ReadLink(string path, out string target)
    {
        byte[] buffer = new byte[PathMax];
        int length;
        fixed (byte* name = Utf8Path.From(path))
        fixed (byte* start = buffer)
            length = Answer(LibC.ReadLink(name, start, PathMax));
        target = length < 0 ? "" : Encoding.UTF8.GetString(buffer, 0, length);
        return length < 0 ? length : 0;
    }

    public int List(string folder, string prefix, out IReadOnlyList<string> names)
    {
        names = [];
        try
        {
            var matching = new FileSystemEnumerable<string>(folder, static (ref entry) => entry.FileName.ToString(), EveryName)
            {
                ShouldIncludePredicate = (ref entry) => entry.FileName.StartsWith(prefix, StringComparison.Ordinal),
            };
            names = [.. matching];
            return 0;
        }
        catch (UnauthorizedAccessException)
        {
            return -Errno.AccessDenied;
        }
        catch (DirectoryNotFoundException)
        {
            return -Errno.NotFound;
        }
        catch (IOException)
        {
            return -Errno.InputOutput;
        }
    }

    public int Rename(string from, string to)
    {
        fixed (byte* source = Utf8Path.From(from), target = Utf8Path.From(to))
            return Answer(LibC.Rename(source, target));
    }

    public int RenameNoReplace(string from, string to) => RenameWith(from, to, NoReplaceLinux, NoReplaceMac);

    public int Exchange(string first, string second) => RenameWith(first, second, ExchangeLinux, ExchangeMac);

    public int Link(string existing, string added)
    {
        fixed (byte* source = Utf8Path.From(existing), target = Utf8Path.From(added))
            return Answer(LibC.Link(source, target));
    }

    public int Unlink(string path)
    {
        fixed (byte* name = Utf8Path.From(path))
            return Answer(LibC.Unlink(name));
    }

    public int MakeFolder(string path, int permissions)
    {
        fixed (byte* name = Utf8Path.From(path))
            return Answer(LibC.MakeFolder(name, (uint)permissions));
    }

    public int RemoveFolder(string path)
    {
        fixed (byte* name = Utf8Path.From(path))
            return Answer(LibC.RemoveFolder(name));
    }

    private static int RenameWith(string from, string to, nint linuxFlag, uint macFlag)
    {
        fixed (byte* source = Utf8Path.From(from), target = Utf8Path.From(to))
        {
            if (Mac)
                return Answer(LibC.RenameOnMac(source, target, macFlag));
            return RenameAt2Number < 0
                ? -Errno.NotImplemented
                : Answer(LibC.RenameAt2(RenameAt2Number, CurrentFolder, source, CurrentFolder, target, linuxFlag));
        }
    }

    private static int Control(int descriptor, int command, nint argument) => Answer(ArmMac
        ? LibC.ControlPadded(descriptor, command, 0, 0, 0, 0, 0, 0, argument)
        : LibC.Control(descriptor, command, argument));

    private static int Answer(nint result) => result < 0 ? -Marshal.GetLastPInvokeError() : (int)result;
}
