using System.Runtime.InteropServices;

namespace BvlosSim.AtomicFiles.Platform.Windows;

/// <summary>The Windows calls that the base library does not offer in the form that is needed.</summary>
internal static partial class Kernel32
{
    internal const uint ReplaceExisting = 1;
    internal const uint WriteThrough = 8;
    internal const int StandardOutput = -11;
    internal const int StandardError = -12;

    [LibraryImport("kernel32", EntryPoint = "MoveFileExW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool MoveFile(string from, string to, uint flags);

    [LibraryImport("kernel32", EntryPoint = "GetStdHandle", SetLastError = true)]
    internal static partial nint StandardHandle(int which);

    [LibraryImport("kernel32", EntryPoint = "WriteFile", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static unsafe partial bool Write(nint handle, byte* bytes, uint count, uint* written, nint overlapped);
}
