using BvlosSim.AtomicFiles.Naming;
using BvlosSim.AtomicFiles.Platform;

namespace BvlosSim.AtomicFiles.Tests.Support;

/// <summary>A context of a test's own: its list of pending names can be closed without ending all other tests.</summary>
internal static class TestOutput
{
    public static OutputContext NewContext() => new(OutputContext.SystemCalls(), new PendingRegistry());

    public static OutputContext ContextOf(IFileOperations files) => new(files, new PendingRegistry());

    public static AtomicWriteResult Write(
        IFileOperations files,
        string path,
        string content,
        bool noClobber = false,
        CancellationToken cancellationToken = default) =>
        AtomicFile.Write(ContextOf(files), path, Bytes.Of(content), new AtomicWriteOptions { NoClobber = noClobber }, cancellationToken);
}
