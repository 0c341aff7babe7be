using BvlosSim.AtomicFiles.Platform;
using BvlosSim.AtomicFiles.Tests.Support;

namespace BvlosSim.AtomicFiles.Tests.Destinations;

/// <summary>FIFOs, devices and descriptors get the bytes once they are complete, and no wait outlasts a cancellation.</summary>
public sealed class StreamTests
{
    /// <summary>Far more than any machine needs: the tests do not measure speed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void The_null_device_swallows_everything_and_stays_a_device()
    {
        AtomicWriteResult result = AtomicFile.Write("/dev/null", Bytes.Of("new"));
        Assert.False(result.IsAtomic);
        Assert.Equal("/dev/null", result.Path);
        Assert.Equal(0, OutputContext.SystemCalls().StatusAt("/dev/null", out FileStatus status));
        Assert.Equal(FileKind.CharacterDevice, status.Kind);
    }

    [Fact]
    public void A_full_device_is_a_full_disk()
    {
        if (!OperatingSystem.IsLinux())
            return; // The device exists on Linux only.
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => AtomicFile.Write("/dev/full", Bytes.Of("new")));
        Assert.Equal(AtomicWriteFailure.DiskFull, failure.Reason);
        Assert.Equal(Errno.NoSpace, failure.ErrorNumber);
    }

    [Theory]
    [InlineData(300_000)]
    [InlineData(10_000_000)]
    public async Task A_fifo_gets_all_bytes_and_stays_a_fifo(int length)
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("fifo");
        Assert.Equal(0, Native.MakeFifo(path, 0x1B6));
        byte[] content = new byte[length];
        new Random(2).NextBytes(content);
        Task<byte[]> reader = Task.Run(() => ReadAll(path));
        AtomicWriteResult result = await Task.Run(() => AtomicFile.Write(path, content)).WaitAsync(Patience);
        Assert.False(result.IsAtomic);
        Assert.Equal(content, await reader.WaitAsync(Patience));
        Assert.Equal(0, OutputContext.SystemCalls().StatusAt(path, out FileStatus status));
        Assert.Equal(FileKind.Fifo, status.Kind);
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_fifo_gets_nothing_before_the_commit()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("fifo");
        Assert.Equal(0, Native.MakeFifo(path, 0x1B6));
        int reader = Native.Open(path, Native.ReadOnlyFlag | Native.NonBlockFlag, 0);
        using (PendingFile file = PendingFile.Create(path))
        {
            Assert.False(file.IsAtomic);
            file.Write(Bytes.Of("one "));
            file.Write(Bytes.Of("two"));
            Assert.Empty(Native.ReadToEnd(reader));
            file.Commit();
        }

        Assert.Equal("one two"u8.ToArray(), Native.ReadToEnd(reader));
        Native.Close(reader);
    }

    [Fact]
    public async Task A_fifo_without_a_reader_is_waited_for_until_the_cancellation()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("fifo");
        Assert.Equal(0, Native.MakeFifo(path, 0x1B6));
        using var cancellation = new CancellationTokenSource();
        int opens = 0;
        var files = new FaultyFileOperations
        {
            Before = (call, _) =>
            {
                if (call == "OpenStream" && ++opens == 3)
                    cancellation.Cancel();
            },
        };
        Task write = Task.Run(() => TestOutput.Write(files, path, "new", cancellationToken: cancellation.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write.WaitAsync(Patience));
        Assert.Equal(3, opens);
    }

    [Fact]
    public async Task A_fifo_whose_reader_does_not_read_is_waited_for_until_the_cancellation()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("fifo");
        Assert.Equal(0, Native.MakeFifo(path, 0x1B6));
        int reader = Native.Open(path, Native.ReadOnlyFlag | Native.NonBlockFlag, 0);
        using var cancellation = new CancellationTokenSource();
        int waitsAfterLastWrite = 0;
        var files = new FaultyFileOperations
        {
            Before = (call, _) =>
            {
                waitsAfterLastWrite = call == "WaitWritable" ? waitsAfterLastWrite + 1 : 0;
                if (waitsAfterLastWrite == 3)
                    cancellation.Cancel();
            },
        };
        Task write = Task.Run(() => TestOutput.Write(files, path, new string('x', 500_000), cancellationToken: cancellation.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write.WaitAsync(Patience));
        Assert.Empty(files.OpenDescriptors);
        Native.Close(reader);
    }

    [Fact]
    public void A_fifo_whose_reader_goes_away_is_an_error()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("fifo");
        Assert.Equal(0, Native.MakeFifo(path, 0x1B6));
        int reader = Native.Open(path, Native.ReadOnlyFlag | Native.NonBlockFlag, 0);
        var files = new FaultyFileOperations
        {
            Before = (call, _) =>
            {
                if (call == "Write")
                    Native.Close(reader);
            },
        };
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => TestOutput.Write(files, path, "new"));
        Assert.Equal(AtomicWriteFailure.ReaderClosed, failure.Reason);
        Assert.Contains("its reader went away", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_driver_is_an_error_and_not_an_endless_wait()
    {
        var files = new FaultyFileOperations();
        files.Answers["OpenStream"] = -Errno.NoReader;
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => TestOutput.Write(files, "/dev/null", "new"));
        Assert.Equal(Errno.NoReader, failure.ErrorNumber);
    }

    [Fact]
    public void A_file_that_took_the_place_of_a_fifo_is_not_written_into()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("fifo");
        Assert.Equal(0, Native.MakeFifo(path, 0x1B6));
        using PendingFile file = PendingFile.Create(path);
        file.Write(Bytes.Of("new"));
        File.Delete(path);
        File.WriteAllText(path, "somebody else's");
        Assert.Equal(AtomicWriteFailure.Busy, Assert.Throws<AtomicWriteException>(() => file.Commit()).Reason);
        Assert.Equal("somebody else's", File.ReadAllText(path));
    }

    [Fact]
    public void A_close_that_fails_is_a_failure()
    {
        var files = new FaultyFileOperations();
        files.Answers["Close"] = -Errno.InputOutput;
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => TestOutput.Write(files, "/dev/null", "new"));
        Assert.Equal(Errno.InputOutput, failure.ErrorNumber);
    }

    [Fact]
    public void Nothing_is_streamed_after_the_end_of_all_output()
    {
        var files = new FaultyFileOperations();
        OutputContext context = TestOutput.ContextOf(files);
        using PendingFile file = PendingFile.Create(context, "/dev/null", null, CancellationToken.None);
        file.Write(Bytes.Of("new"));
        context.Registry.RemoveAll(TimeSpan.Zero);
        Assert.Throws<OperationCanceledException>(() => file.Commit());
        Assert.DoesNotContain(files.Calls, static call => call.StartsWith("Open", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_streamed_after_a_cancellation()
    {
        var files = new FaultyFileOperations();
        using PendingFile file = PendingFile.Create(TestOutput.ContextOf(files), "/dev/null", null, CancellationToken.None);
        file.Write(Bytes.Of("new"));
        Assert.Throws<OperationCanceledException>(() => file.Commit(new CancellationToken(canceled: true)));
        Assert.DoesNotContain(files.Calls, static call => call.StartsWith("Open", StringComparison.Ordinal));
    }

    private static byte[] ReadAll(string path)
    {
        int descriptor = Native.Open(path, Native.ReadOnlyFlag, 0);
        byte[] content = Native.ReadToEnd(descriptor);
        Native.Close(descriptor);
        return content;
    }
}
