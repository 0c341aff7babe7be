using System.Runtime.InteropServices;

namespace BvlosSim.AtomicFiles.Platform.Posix;

/// <summary>The C library, as far as it is needed: blittable arguments only, so that nothing is marshalled behind our back.</summary>
/// <remarks>
/// <c>open</c> and <c>fcntl</c> take a variable argument. On 64-bit ARM Macs such an argument travels on the stack and not in a
/// register, which a fixed signature gets there by filling the eight argument registers first: hence the padded twins.
/// </remarks>
internal static unsafe partial class LibC
{
    private const string Library = "libc";

    [LibraryImport(Library, EntryPoint = "open", SetLastError = true)]
    internal static partial int Open(byte* path, int flags, nint permissions);

    [LibraryImport(Library, EntryPoint = "open", SetLastError = true)]
    internal static partial int OpenPadded(byte* path, int flags, nint r2, nint r3, nint r4, nint r5, nint r6, nint r7, nint permissions);

    [LibraryImport(Library, EntryPoint = "fcntl", SetLastError = true)]
    internal static partial int Control(int descriptor, int command, nint argument);

    [LibraryImport(Library, EntryPoint = "fcntl", SetLastError = true)]
    internal static partial int ControlPadded(int descriptor, int command, nint r2, nint r3, nint r4, nint r5, nint r6, nint r7, nint value);

    [LibraryImport(Library, EntryPoint = "close", SetLastError = true)]
    internal static partial int Close(int descriptor);

    [LibraryImport(Library, EntryPoint = "read", SetLastError = true)]
    internal static partial nint Read(int descriptor, byte* buffer, nuint count);

    [LibraryImport(Library, EntryPoint = "write", SetLastError = true)]
    internal static partial nint Write(int descriptor, byte* buffer, nuint count);

    [LibraryImport(Library, EntryPoint = "poll", SetLastError = true)]
    internal static partial int Poll(PollDescriptor* descriptors, nuint count, int milliseconds);

    [LibraryImport(Library, EntryPoint = "fsync", SetLastError = true)]
    internal static partial int Fsync(int descriptor);

    [LibraryImport(Library, EntryPoint = "flock", SetLastError = true)]
    internal static partial int Flock(int descriptor, int operation);

    [LibraryImport(Library, EntryPoint = "fchmod", SetLastError = true)]
    internal static partial int Fchmod(int descriptor, uint permissions);

    [LibraryImport(Library, EntryPoint = "fchown", SetLastError = true)]
    internal static partial int Fchown(int descriptor, uint user, uint group);

    [LibraryImport(Library, EntryPoint = "readlink", SetLastError = true)]
    internal static partial nint ReadLink(byte* path, byte* buffer, nuint size);

    [LibraryImport(Library, EntryPoint = "rename", SetLastError = true)]
    internal static partial int Rename(byte* from, byte* to);

    [LibraryImport(Library, EntryPoint = "renamex_np", SetLastError = true)]
    internal static partial int RenameOnMac(byte* from, byte* to, uint flags);

    // musl has had no wrapper for renameat2 for most of its life; the number of the call is the same for every C library.
    [LibraryImport(Library, EntryPoint = "syscall", SetLastError = true)]
    internal static partial nint RenameAt2(nint call, nint fromFolder, byte* from, nint toFolder, byte* to, nint flags);

    [LibraryImport(Library, EntryPoint = "link", SetLastError = true)]
    internal static partial int Link(byte* existing, byte* added);

    [LibraryImport(Library, EntryPoint = "unlink", SetLastError = true)]
    internal static partial int Unlink(byte* path);

    [LibraryImport(Library, EntryPoint = "mkdir", SetLastError = true)]
    internal static partial int MakeFolder(byte* path, uint permissions);

    [LibraryImport(Library, EntryPoint = "rmdir", SetLastError = true)]
    internal static partial int RemoveFolder(byte* path);

    [LibraryImport(Library, EntryPoint = "geteuid")]
    internal static partial uint EffectiveUser();

    [LibraryImport(Library, EntryPoint = "statx", SetLastError = true)]
    internal static partial int StatX(int folder, byte* path, int flags, uint mask, LinuxStatus* status);

    [LibraryImport(Library, EntryPoint = "fstat", SetLastError = true)]
    internal static partial int StatusOfOnArmMac(int descriptor, MacStatus* status);

    [LibraryImport(Library, EntryPoint = "lstat", SetLastError = true)]
    internal static partial int StatusAtOnArmMac(byte* path, MacStatus* status);

    [LibraryImport(Library, EntryPoint = "fstat$INODE64", SetLastError = true)]
    internal static partial int StatusOfOnIntelMac(int descriptor, MacStatus* status);

    [LibraryImport(Library, EntryPoint = "lstat$INODE64", SetLastError = true)]
    internal static partial int StatusAtOnIntelMac(byte* path, MacStatus* status);

    /// <summary><c>struct pollfd</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct PollDescriptor
    {
        internal int Descriptor;
        internal short Wanted;
        internal short Happened;
    }

    /// <summary>The head of <c>struct statx</c>, which is laid out alike on every architecture.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    internal struct LinuxStatus
    {
        [FieldOffset(20)]
        internal uint User;

        [FieldOffset(24)]
        internal uint Group;

        [FieldOffset(28)]
        internal ushort Mode;

        [FieldOffset(32)]
        internal ulong Inode;

        [FieldOffset(40)]
        internal long Size;

        [FieldOffset(136)]
        internal uint DeviceMajor;

        [FieldOffset(140)]
        internal uint DeviceMinor;
    }

    /// <summary>The head of <c>struct stat</c> on a Mac, with 64-bit inodes.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 144)]
    internal struct MacStatus
    {
        [FieldOffset(0)]
        internal uint Device;

        [FieldOffset(4)]
        internal ushort Mode;

        [FieldOffset(8)]
        internal ulong Inode;

        [FieldOffset(16)]
        internal uint User;

        [FieldOffset(20)]
        internal uint Group;

        [FieldOffset(96)]
        internal long Size;
    }
}
