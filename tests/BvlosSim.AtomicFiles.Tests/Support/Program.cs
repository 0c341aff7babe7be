using System.Globalization;

namespace BvlosSim.AtomicFiles.Tests.Support;

/// <summary>The tests as a process of their own, for what ends a process or changes all of it. The test runner does not come here.</summary>
internal static class Program
{
    public const int ReaderClosedExit = 20;
    public const int FailureExit = 21;
    public const int CancelledExit = 22;

    public static int Main(string[] arguments)
    {
        try
        {
            return Run(arguments);
        }
        catch (AtomicWriteException failure)
        {
            Console.Error.WriteLine(failure.Reason + " " + failure.Message);
            return FailureExit;
        }
        catch (OperationCanceledException)
        {
            return CancelledExit;
        }
    }

    private static int Run(string[] arguments)
    {
        switch (arguments[0])
        {
            case "write":
                AtomicFile.Write(arguments[1], Bytes.Of(arguments[2]));
                return 0;
            case "write-with-umask":
                _ = Native.Umask(Convert.ToUInt32(arguments[3], 8));
                AtomicFile.Write(arguments[1], Bytes.Of(arguments[2]));
                return 0;
            case "folder-with-umask":
                _ = Native.Umask(Convert.ToUInt32(arguments[3], 8));
                using (PendingFolder folder = PendingFolder.Create(arguments[1]))
                {
                    folder.WriteFile("inner/file", Bytes.Of(arguments[2]));
                    folder.Commit();
                }

                return 0;
            case "hold-file":
                using (PendingFile file = PendingFile.Create(arguments[1]))
                {
                    file.Write(Bytes.Of(arguments[2]));
                    return WaitForEver();
                }

            case "hold-folder":
                using (PendingFolder folder = PendingFolder.Create(arguments[1]))
                {
                    folder.WriteFile("inner/file", Bytes.Of(arguments[2]));
                    return WaitForEver();
                }

            case "write-again-and-again":
                return WriteAgainAndAgain(arguments[1], arguments[2], arguments[3]);
            case "standard-output":
                byte[] content = new byte[int.Parse(arguments[1], CultureInfo.InvariantCulture)];
                Array.Fill(content, (byte)'x');
                return StandardOutput.Write(content) == StandardOutputResult.ReaderClosed ? ReaderClosedExit : 0;
            case "remove-pending":
                return RemovePending(arguments[1]);
            default:
                return 1;
        }
    }

    private static int WaitForEver()
    {
        Console.Error.WriteLine("ready");
        new ManualResetEventSlim().Wait();
        return 0;
    }

    private static int WriteAgainAndAgain(string path, string first, string second)
    {
        byte[][] contents = [Content(first), Content(second)];
        for (int count = 0; ; count++)
        {
            AtomicFile.Write(path, contents[count % 2]);
            if (count == 0)
                Console.Error.WriteLine("ready");
        }
    }

    /// <summary>Large enough to be written in several steps.</summary>
    public static byte[] Content(string letter)
    {
        byte[] content = new byte[100_000];
        Array.Fill(content, (byte)letter[0]);
        return content;
    }

    private static int RemovePending(string folder)
    {
        using PendingFile file = PendingFile.Create(Path.Combine(folder, "file"));
        file.Write(Bytes.Of("never"));
        using PendingFolder pending = PendingFolder.Create(Path.Combine(folder, "folder"));
        pending.WriteFile("inner/file", Bytes.Of("never"));
        int before = TemporaryFolder.LitterIn(folder).Count;
        int left = AtomicOutput.RemovePending();
        int after = TemporaryFolder.LitterIn(folder).Count;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"before {before} left {left} after {after}"));
        file.Commit();
        return 0;
    }
}
