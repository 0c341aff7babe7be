namespace BvlosSim.AtomicFiles.Platform;

/// <summary>The error numbers that this library decides by. Most are the same everywhere; the rest are looked up once.</summary>
internal static class Errno
{
    public const int NotPermitted = 1;
    public const int NotFound = 2;
    public const int Interrupted = 4;
    public const int InputOutput = 5;
    public const int NoReader = 6;
    public const int BadDescriptor = 9;
    public const int AccessDenied = 13;
    public const int Busy = 16;
    public const int Exists = 17;
    public const int CrossDevice = 18;
    public const int NotAFolder = 20;
    public const int IsAFolder = 21;
    public const int Invalid = 22;
    public const int NoSpace = 28;
    public const int ReadOnlyFileSystem = 30;
    public const int TooManyLinks = 31;
    public const int BrokenPipe = 32;

    public static readonly int WouldBlock = OnMac(35, 11);
    public static readonly int NameTooLong = OnMac(63, 36);
    public static readonly int NotImplemented = OnMac(78, 38);
    public static readonly int NotEmpty = OnMac(66, 39);
    public static readonly int Loop = OnMac(62, 40);
    public static readonly int NotSupported = OnMac(45, 95);
    public static readonly int OperationNotSupported = OnMac(102, 95);
    public static readonly int ConnectionReset = OnMac(54, 104);
    public static readonly int QuotaExceeded = OnMac(69, 122);

    /// <summary>Whether the file system says that it does not know the operation, rather than that it failed.</summary>
    public static bool IsUnsupported(int errno) =>
        errno == Invalid || errno == NotImplemented || errno == NotSupported || errno == OperationNotSupported;

    private static int OnMac(int mac, int elsewhere) => OperatingSystem.IsMacOS() ? mac : elsewhere;
}
