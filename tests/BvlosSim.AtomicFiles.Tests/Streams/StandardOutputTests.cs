using BvlosSim.AtomicFiles.Platform;
using BvlosSim.AtomicFiles.Tests.Support;

namespace BvlosSim.AtomicFiles.Tests.Streams;

/// <summary>Standard output: all of it, or a word about why not.</summary>
public sealed class StandardOutputTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(1_000_003)]
    public async Task A_pipe_gets_every_byte_in_order(int size)
    {
        byte[] content = new byte[size];
        new Random(size).NextBytes(content);
        (int reader, int writer) = Native.NewPipe();
        Task<byte[]> read = Task.Run(() => Native.ReadToEnd(reader));
        Assert.Equal(StandardOutputResult.Written, Write(writer, content));
        Native.Close(writer);
        Assert.Equal(content, await read.WaitAsync(Patience));
        Native.Close(reader);
    }

    [Fact]
    public async Task A_pipe_that_does_not_block_gets_every_byte_too()
    {
        byte[] content = new byte[500_000];
        new Random(3).NextBytes(content);
        (int reader, int writer) = Native.NewPipe(nonBlocking: true);
        Task<StandardOutputResult> write = Task.Run(() =>
        {
            StandardOutputResult result = Write(writer, content);
            Native.Close(writer);
            return result;
        });
        byte[] read = await Task.Run(() => ReadPatiently(reader, content.Length)).WaitAsync(Patience);
        Assert.Equal(StandardOutputResult.Written, await write.WaitAsync(Patience));
        Assert.Equal(content, read);
        Native.Close(reader);
    }

    [Fact]
    public void A_pipe_is_never_given_more_than_it_takes_at_once()
    {
        (int reader, int writer) = Native.NewPipe();
        var files = new FaultyFileOperations();
        Assert.Equal(StandardOutputResult.Written, StandardOutput.Write(TestOutput.ContextOf(files), writer, new byte[10_000], CancellationToken.None));
        string[] expected = ["StatusOf", "Write", "WaitWritable", "Write", "WaitWritable", "Write", "WaitWritable", "Write"];
        if (OperatingSystem.IsLinux())
            Assert.Equal(expected, files.Calls);
        Native.Close(writer);
        Native.Close(reader);
    }

    [Fact]
    public void A_reader_that_has_gone_is_an_answer()
    {
        (int reader, int writer) = Native.NewPipe();
        Native.Close(reader);
        Assert.Equal(StandardOutputResult.ReaderClosed, Write(writer, Bytes.Of("text")));
        Native.Close(writer);
    }

    [Fact]
    public void The_reading_end_of_a_pipe_is_an_error_and_not_an_endless_wait()
    {
        (int reader, int writer) = Native.NewPipe();
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => Write(reader, Bytes.Of("text")));
        Assert.Equal(Errno.BadDescriptor, failure.ErrorNumber);
        Assert.Equal(StandardOutputResult.Written, Write(reader, []));
        Native.Close(writer);
        Native.Close(reader);
    }

    [Fact]
    public void A_connection_that_was_reset_is_the_same_answer()
    {
        var files = new FaultyFileOperations();
        files.Answers["WaitWritable"] = 1;
        files.Answers["Write"] = -Errno.ConnectionReset;
        Assert.Equal(StandardOutputResult.ReaderClosed, WriteTo(files));
    }

    [Fact]
    public async Task A_full_pipe_is_waited_for_until_the_cancellation()
    {
        (int reader, int writer) = Native.NewPipe(nonBlocking: true);
        int filled = Native.FillPipe(writer);
        using var cancellation = new CancellationTokenSource();
        int waits = 0;
        var files = new FaultyFileOperations
        {
            Before = (call, _) =>
            {
                if (call == "WaitWritable" && ++waits == 3)
                    cancellation.Cancel();
            },
        };
        Task write = Task.Run(() => StandardOutput.Write(TestOutput.ContextOf(files), writer, Bytes.Of("text"), cancellation.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write.WaitAsync(Patience));
        Assert.Equal(3, waits);
        Assert.Equal(["StatusOf", "Write", "WaitWritable", "WaitWritable", "WaitWritable"], files.Calls);
        Assert.Equal(filled, Native.Drain(reader));
        Native.Close(writer);
        Native.Close(reader);
    }

    [Fact]
    public async Task A_write_that_would_block_although_the_pipe_was_ready_is_tried_again()
    {
        (int reader, int writer) = Native.NewPipe();
        var files = new FaultyFileOperations();
        files.Answers["Write"] = -Errno.WouldBlock;
        files.Before = (call, _) =>
        {
            if (call == "Write" && files.Calls.Count(static seen => seen == "Write") == 3)
                files.Answers.Remove("Write");
        };
        Task<StandardOutputResult> write = Task.Run(
            () => StandardOutput.Write(TestOutput.ContextOf(files), writer, Bytes.Of("text"), CancellationToken.None));
        Assert.Equal(StandardOutputResult.Written, await write.WaitAsync(Patience));
        Native.Close(writer);
        Assert.Equal("text"u8.ToArray(), Native.ReadToEnd(reader));
        Native.Close(reader);
    }

    [Fact]
    public void Nothing_is_written_after_a_cancellation()
    {
        var files = new FaultyFileOperations();
        (int reader, int writer) = Native.NewPipe();
        Assert.Throws<OperationCanceledException>(
            () => StandardOutput.Write(TestOutput.ContextOf(files), writer, Bytes.Of("text"), new CancellationToken(canceled: true)));
        Assert.Empty(files.Calls);
        Native.Close(writer);
        Native.Close(reader);
    }

    [Theory]
    [InlineData("StatusOf")]
    [InlineData("WaitWritable")]
    [InlineData("Write")]
    public void Another_error_is_an_exception(string call)
    {
        var files = new FaultyFileOperations();
        files.Answers["WaitWritable"] = 1;
        files.Answers[call] = -Errno.NoSpace;
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => WriteTo(files));
        Assert.Equal(AtomicWriteFailure.DiskFull, failure.Reason);
        Assert.Equal("standard output", failure.Path);
    }

    [Fact]
    public void A_write_that_takes_nothing_is_an_exception()
    {
        var files = new FaultyFileOperations();
        files.Answers["WaitWritable"] = 1;
        files.Answers["Write"] = 0;
        Assert.Equal(Errno.InputOutput, Assert.Throws<AtomicWriteException>(() => WriteTo(files)).ErrorNumber);
    }

    [Fact]
    public void A_file_is_written_in_large_pieces_without_asking_whether_it_is_ready()
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFile("log", "");
        int descriptor = Native.Open(path, Native.WriteOnlyFlag, 0);
        var files = new FaultyFileOperations();
        Assert.Equal(StandardOutputResult.Written, StandardOutput.Write(TestOutput.ContextOf(files), descriptor, new byte[(2 << 20) + 1], CancellationToken.None));
        Native.Close(descriptor);
        Assert.Equal((2 << 20) + 1, new FileInfo(path).Length);
        Assert.Equal(["StatusOf", "Write", "Write", "Write"], files.Calls);
    }

    [Fact]
    public void The_real_standard_output_of_a_process_is_written_whole()
    {
        if (!OperatingSystem.IsLinux())
            return; // Starts itself again with the Linux layout of the runtime.
        using var folder = new TemporaryFolder();
        string path = folder.At("out");
        Assert.Equal(0, Child.RunInShell($"\"$@\" | cat > '{path}'; exit 0", "standard-output", "300000").ExitCode);
        Assert.Equal(new string('x', 300_000), File.ReadAllText(path));
    }

    [Fact]
    public void A_process_whose_reader_has_gone_hears_of_it()
    {
        if (!OperatingSystem.IsLinux())
            return; // Starts itself again with the Linux layout of the runtime.
        using var folder = new TemporaryFolder();
        string code = folder.At("code");
        Child.RunInShell($"(\"$@\"; echo $? > '{code}') | head -c 1 > /dev/null", "standard-output", "3000000");
        Assert.Equal(Program.ReaderClosedExit.ToString(), File.ReadAllText(code).Trim());
    }

    [Fact]
    public void A_process_whose_disk_is_full_hears_of_it()
    {
        if (!OperatingSystem.IsLinux())
            return; // The device exists on Linux only.
        (int exitCode, string errors) = Child.RunInShell("exec \"$@\" > /dev/full", "standard-output", "10");
        Assert.Equal(Program.FailureExit, exitCode);
        Assert.StartsWith("DiskFull", errors, StringComparison.Ordinal);
    }

    private static StandardOutputResult Write(int descriptor, byte[] content) =>
        StandardOutput.Write(TestOutput.NewContext(), descriptor, content, CancellationToken.None);

    private static StandardOutputResult WriteTo(FaultyFileOperations files)
    {
        (int reader, int writer) = Native.NewPipe();
        try
        {
            return StandardOutput.Write(TestOutput.ContextOf(files), writer, Bytes.Of("text"), CancellationToken.None);
        }
        finally
        {
            Native.Close(writer);
            Native.Close(reader);
        }
    }

    private static byte[] ReadPatiently(int reader, int length)
    {
        var all = new List<byte>();
        while (all.Count < length)
            all.AddRange(Native.ReadToEnd(reader));
        return [.. all];
    }
}
