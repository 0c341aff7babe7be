using BvlosSim.AtomicFiles.Tests.Support;

namespace BvlosSim.AtomicFiles.Tests.Naming;

/// <summary>The end of all output from another thread: nothing appears afterwards, nothing finished is touched, and nothing is waited for that can hang.</summary>
public sealed class RemovePendingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void A_process_removes_its_files_and_folders_and_commits_nothing_afterwards()
    {
        if (!OperatingSystem.IsLinux())
            return; // Starts itself again with the Linux layout of the runtime.
        using var folder = new TemporaryFolder();
        (int exitCode, string errors) = Child.Run("remove-pending", folder.Path);
        Assert.Equal("before 2 left 0 after 0", errors.Trim());
        Assert.Equal(Program.CancelledExit, exitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void What_is_pending_is_removed_and_every_later_step_is_a_cancellation()
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFile("result", "earlier");
        OutputContext context = TestOutput.NewContext();
        using PendingFile file = PendingFile.Create(context, path, null, CancellationToken.None);
        using PendingFolder pending = PendingFolder.Create(context, folder.At("folder"), null, CancellationToken.None);
        pending.WriteFile("inner/file", Bytes.Of("never"));
        Assert.Equal(2, context.Registry.Count);
        Assert.Equal(0, context.Registry.RemoveAll(TimeSpan.Zero));
        Assert.Equal(0, context.Registry.RemoveAll(TimeSpan.Zero));
        Assert.Empty(folder.Litter);
        Assert.Throws<OperationCanceledException>(() => file.Commit());
        Assert.Throws<OperationCanceledException>(() => pending.WriteFile("inner/other", Bytes.Of("never")));
        Assert.Throws<OperationCanceledException>(() => AtomicFile.Write(context, path, Bytes.Of("never"), null, CancellationToken.None));
        Assert.Throws<OperationCanceledException>(() => PendingFolder.Create(context, folder.At("folder"), null, CancellationToken.None));
        Assert.Equal("earlier", File.ReadAllText(path));
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void What_was_committed_or_disposed_of_is_not_pending()
    {
        using var folder = new TemporaryFolder();
        OutputContext context = TestOutput.NewContext();
        AtomicFile.Write(context, folder.At("result"), Bytes.Of("new"), null, CancellationToken.None);
        PendingFile.Create(context, folder.At("other"), null, CancellationToken.None).Dispose();
        Assert.Equal(0, context.Registry.Count);
        Assert.Equal(0, context.Registry.RemoveAll(TimeSpan.Zero));
        Assert.Equal("new", File.ReadAllText(folder.At("result")));
    }

    [Fact]
    public void What_was_committed_and_not_yet_disposed_of_stays()
    {
        using var folder = new TemporaryFolder();
        OutputContext context = TestOutput.NewContext();
        using PendingFile file = PendingFile.Create(context, folder.At("result"), null, CancellationToken.None);
        file.Commit();
        Assert.Equal(0, context.Registry.RemoveAll(TimeSpan.Zero));
        Assert.True(File.Exists(folder.At("result")));
    }

    [Theory]
    [InlineData("Flush")]
    [InlineData("Write")]
    [InlineData("Close")]
    [InlineData("ChangeMode")]
    public async Task A_call_that_hangs_is_not_waited_for(string hanging)
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFile("result", "earlier");
        File.SetUnixFileMode(path, (UnixFileMode)0x1A0);
        using var reached = new ManualResetEventSlim();
        using var released = new ManualResetEventSlim();
        var files = new FaultyFileOperations { Before = HangAt(hanging, reached, released) };
        OutputContext context = TestOutput.ContextOf(files);
        Task write = Task.Run(() => AtomicFile.Write(context, path, Bytes.Of("never"), null, CancellationToken.None));
        Assert.True(reached.Wait(Patience));
        Assert.Single(folder.Litter);

        // Without any patience: what needs some would be left.
        Assert.Equal(0, context.Registry.RemoveAll(TimeSpan.Zero));
        Assert.Empty(folder.Litter);
        Assert.False(write.IsCompleted);
        released.Set();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write.WaitAsync(Patience));
        Assert.Equal("earlier", File.ReadAllText(path));
        Assert.Empty(folder.Litter);
    }

    [Theory]
    [InlineData("Rename", "new")]
    [InlineData("OpenNewFile", "earlier")]
    public async Task A_name_that_is_being_made_or_given_is_waited_for_only_so_long(string hanging, string outcome)
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFile("result", "earlier");
        using var reached = new ManualResetEventSlim();
        using var released = new ManualResetEventSlim();
        var files = new FaultyFileOperations { Before = HangAt(hanging, reached, released) };
        OutputContext context = TestOutput.ContextOf(files);
        Task write = Task.Run(() => AtomicFile.Write(context, path, Bytes.Of("new"), null, CancellationToken.None));
        Assert.True(reached.Wait(Patience));
        Assert.Equal(1, context.Registry.RemoveAll(TimeSpan.FromMilliseconds(20)));
        released.Set();
        if (outcome == "new")
            await write.WaitAsync(Patience);
        else
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write.WaitAsync(Patience));
        Assert.Equal(outcome, File.ReadAllText(path));
        Assert.Empty(folder.Litter);
    }

    [Fact]
    public async Task A_rename_that_has_begun_is_waited_for_and_what_it_made_is_kept()
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFile("result", "earlier");
        using var reached = new ManualResetEventSlim();
        using var released = new ManualResetEventSlim();
        var files = new FaultyFileOperations { Before = HangAt("Rename", reached, released) };
        OutputContext context = TestOutput.ContextOf(files);
        Task write = Task.Run(() => AtomicFile.Write(context, path, Bytes.Of("new"), null, CancellationToken.None));
        Assert.True(reached.Wait(Patience));
        Task<int> end = Task.Run(() => context.Registry.RemoveAll(Patience));
        Assert.NotSame(end, await Task.WhenAny(end, Task.Delay(50)));
        released.Set();
        Assert.Equal(0, await end.WaitAsync(Patience));
        await write.WaitAsync(Patience);
        Assert.Equal("new", File.ReadAllText(path));
    }

    [Fact]
    public async Task At_whatever_moment_it_comes_there_is_the_earlier_file_or_a_reported_new_one()
    {
        int written = 0;
        const int Rounds = 300;
        using var folder = new TemporaryFolder();
        for (int round = 0; round < Rounds; round++)
        {
            string path = folder.WithFile($"result{round}", "earlier");
            OutputContext context = TestOutput.NewContext();
            using var begin = new Barrier(2);
            int delay = round * 40;
            Task<bool> write = Task.Run(() =>
            {
                begin.SignalAndWait();
                return TryWrite(context, path);
            });
            Task<int> end = Task.Run(() =>
            {
                begin.SignalAndWait();
                Thread.SpinWait(delay);
                return context.Registry.RemoveAll(Patience);
            });
            Assert.Equal(0, await end.WaitAsync(Patience));
            string atTheEnd = File.ReadAllText(path);
            bool reported = await write.WaitAsync(Patience);
            Assert.Equal(reported ? "new" : "earlier", File.ReadAllText(path));

            // What is there when it returns stays: nothing appears afterwards.
            Assert.Equal(atTheEnd, File.ReadAllText(path));
            Assert.Equal(0, context.Registry.Count);
            written += reported ? 1 : 0;
        }

        Assert.Empty(folder.Litter);
        Assert.True(written < Rounds, "it never came in time: the test says nothing");
    }

    private static bool TryWrite(OutputContext context, string path)
    {
        try
        {
            AtomicFile.Write(context, path, Bytes.Of("new"), null, CancellationToken.None);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static Action<string, string> HangAt(string hanging, ManualResetEventSlim reached, ManualResetEventSlim released) => (call, _) =>
    {
        if (call != hanging || reached.IsSet)
            return;
        reached.Set();
        released.Wait(Patience);
    };
}
