using System.Runtime.InteropServices;

namespace BvlosSim.Cli.Termination;

/// <summary>
/// A process can be started with standard streams closed, and the next files that it opens get their numbers. What is printed on standard
/// error then goes into whatever has number 2: the runtime's own signal pipe, which takes the text for signals.
/// </summary>
internal static unsafe partial class StandardStreams
{
    private const int GetDescriptorFlags = 1;
    private const int ReadOnly = 0;
    private const int WriteOnly = 1;

    /// <summary>Gives every closed one a device that holds nothing. What is written to standard output still fails, since a document would be lost.</summary>
    public static void Occupy()
    {
        if (OperatingSystem.IsWindows())
            return;
        for (int stream = 0; stream <= 2; stream++)
        {
            if (Control(stream, GetDescriptorFlags) >= 0)
                continue;
            fixed (byte* device = "/dev/null\0"u8)
                _ = Open(device, stream == 2 ? WriteOnly : ReadOnly);
        }
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(int descriptor, int command);

    [LibraryImport("libc", EntryPoint = "open")]
    private static partial int Open(byte* path, int flags);
}
