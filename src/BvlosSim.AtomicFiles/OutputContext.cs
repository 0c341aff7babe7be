using BvlosSim.AtomicFiles.Naming;
using BvlosSim.AtomicFiles.Platform;
using BvlosSim.AtomicFiles.Platform.Posix;
using BvlosSim.AtomicFiles.Platform.Windows;

namespace BvlosSim.AtomicFiles;

/// <summary>What all output needs: the calls of the system, and the list of names to be removed when the process is stopped.</summary>
internal sealed class OutputContext
{
    public OutputContext(IFileOperations files, PendingRegistry registry)
    {
        Files = new InterruptedCalls(files);
        Registry = registry;
    }

    /// <summary>The one that the public types use.</summary>
    public static OutputContext OfProcess { get; } = new(SystemCalls(), PendingRegistry.OfProcess);

    public IFileOperations Files { get; }

    public PendingRegistry Registry { get; }

    /// <summary>The calls of the system that the process runs on.</summary>
    public static IFileOperations SystemCalls() =>
        OperatingSystem.IsWindows() ? new WindowsFileOperations() : new PosixFileOperations();
}
