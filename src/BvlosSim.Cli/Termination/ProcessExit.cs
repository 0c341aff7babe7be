using System.Runtime.InteropServices;

namespace BvlosSim.Cli.Termination;

/// <summary>Ends the process at once: no finalisers, no flushing, no waiting for threads that may hang in the kernel.</summary>
internal static partial class ProcessExit
{
    /// <summary>Ends the process.</summary>
    /// <param name="code">Its exit code.</param>
    public static void Now(int code)
    {
        if (OperatingSystem.IsWindows())
            TerminateProcess(-1, (uint)code);
        else
            Exit(code);
    }

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void Exit(int status);

    [LibraryImport("kernel32", EntryPoint = "TerminateProcess")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool TerminateProcess(nint process, uint exitCode);
}
