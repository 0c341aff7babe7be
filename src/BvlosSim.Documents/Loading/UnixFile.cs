using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace BvlosSim.Documents.Loading;

/// <summary>The contract tokens of <c>read_error_type</c>.</summary>
internal static class ReadErrorTypes
{
    public const string NotFound = "FileNotFoundError";
    public const string IsDirectory = "IsADirectoryError";
    public const string NotDirectory = "NotADirectoryError";
    public const string Permission = "PermissionError";
    public const string Other = "OSError";

    public static string Of(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => NotFound,
        UnauthorizedAccessException => Permission,
        _ => Other,
    };
}

/// <summary>A Unix file could not be opened.</summary>
internal sealed class UnixFileException : Exception
{
    public UnixFileException(string errorType, string message)
        : base(message) => ErrorType = errorType;

    public string ErrorType { get; }
}

/// <summary>
/// Opens files by the system call, because the base library waits for the other end when the file is a pipe, and because the error number
/// says more than an exception type.
/// </summary>
internal static class UnixFile
{
    private const int NotPermitted = 1;
    private const int NoEntry = 2;
    private const int Interrupted = 4;
    private const int AccessDenied = 13;
    private const int NotADirectory = 20;
    private const int IsADirectory = 21;

    public static SafeFileHandle OpenForReading(string path)
    {
        byte[] name = Encoding.UTF8.GetBytes(path + '\0');
        while (true)
        {
            int descriptor = Open(ref name[0], Flags);
            if (descriptor >= 0)
                return new SafeFileHandle(descriptor, ownsHandle: true);

            int error = Marshal.GetLastPInvokeError();
            if (error != Interrupted)
                throw Explain(error);
        }
    }

    // O_RDONLY | O_NONBLOCK | O_CLOEXEC
    private static int Flags => OperatingSystem.IsMacOS() ? 0x4 | 0x1000000 : 0x800 | 0x80000;

    private static UnixFileException Explain(int error) => error switch
    {
        NoEntry => new(ReadErrorTypes.NotFound, "There is no such file."),
        NotADirectory => new(ReadErrorTypes.NotDirectory, "A part of the path is a file, not a directory."),
        IsADirectory => new(ReadErrorTypes.IsDirectory, "It is a directory, not a file."),
        NotPermitted or AccessDenied => new(ReadErrorTypes.Permission, "Reading it is not permitted."),
        _ => new(ReadErrorTypes.Other, "It cannot be opened: " + Marshal.GetPInvokeErrorMessage(error)),
    };

    [DllImport("libc", EntryPoint = "open", SetLastError = true, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(ref byte path, int flags);
}
