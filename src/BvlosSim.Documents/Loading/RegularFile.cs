using System.Diagnostics.CodeAnalysis;
using Microsoft.Win32.SafeHandles;

namespace BvlosSim.Documents.Loading;

/// <summary>Opens files that end. A folder, a pipe or a terminal is refused at once rather than waited for.</summary>
public static class RegularFile
{
    /// <summary>Opens a file for reading.</summary>
    /// <param name="path">The path; a relative one starts at the current directory.</param>
    /// <param name="handle">The open file, which the caller closes; null on failure.</param>
    /// <param name="lengthBytes">Its size. A device may state 0.</param>
    /// <param name="fault">Why it is not open; null on success.</param>
    public static bool TryOpen(
        string path, [NotNullWhen(true)] out SafeFileHandle? handle, out long lengthBytes, [NotNullWhen(false)] out ReadFault? fault)
    {
        handle = null;
        lengthBytes = 0;
        fault = CheckPath(path);
        if (fault is not null)
            return false;
        try
        {
            handle = OperatingSystem.IsWindows()
                ? File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
                : UnixFile.OpenForReading(path);
            lengthBytes = RandomAccess.GetLength(handle);
            return true;
        }
        catch (NotSupportedException)
        {
            fault = new ReadFault(ReadErrorTypes.Other, "It is a pipe or a device, not a file.") { IsOfAnotherKind = true };
        }
        catch (UnixFileException e)
        {
            fault = new ReadFault(e.ErrorType, e.Message) { IsOfAnotherKind = e.ErrorType == ReadErrorTypes.IsDirectory };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            fault = Explain(e);
        }

        handle?.Dispose();
        handle = null;
        return false;
    }

    /// <summary>What an exception of the base library says of a file.</summary>
    internal static ReadFault Explain(Exception exception) => new(ReadErrorTypes.Of(exception), "It cannot be read: " + exception.Message);

    private static ReadFault? CheckPath(string path)
    {
        if (path.Contains('\0', StringComparison.Ordinal))
            return new ReadFault(ReadErrorTypes.Other, "The path contains a NUL character.", InternalErrorTypes.Value);
        return path.Length == 0 || Directory.Exists(path)
            ? new ReadFault(ReadErrorTypes.IsDirectory, "It is a directory, not a file.") { IsOfAnotherKind = true }
            : null;
    }
}
