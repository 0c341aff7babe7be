using BvlosSim.AtomicFiles.Tests.Support;

namespace BvlosSim.AtomicFiles.Tests.Destinations;

/// <summary>The life of a pending file: written, then committed or removed, once.</summary>
public sealed class PendingFileTests
{
    [Fact]
    public void Parts_become_one_file_at_the_commit_and_not_before()
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFile("result", "earlier");
        using PendingFile file = PendingFile.Create(path);
        Assert.Equal(path, file.Path);
        Assert.True(file.IsAtomic);
        file.Write(Bytes.Of("one "));
        file.Write([]);
        file.Write(Bytes.Of("two"));
        Assert.Equal("earlier", File.ReadAllText(path));
        file.Commit();
        Assert.Equal("one two", File.ReadAllText(path));
        Assert.Empty(folder.Litter);
    }

    [Fact]
    public void What_is_not_committed_is_removed()
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFile("result", "earlier");
        using (PendingFile file = PendingFile.Create(path))
            file.Write(Bytes.Of("never"));
        Assert.Equal("earlier", File.ReadAllText(path));
        Assert.Empty(folder.Litter);
    }

    [Fact]
    public void After_the_commit_there_is_nothing_more_to_do()
    {
        using var folder = new TemporaryFolder();
        PendingFile file = PendingFile.Create(folder.At("result"));
        file.Commit();
        Assert.Throws<InvalidOperationException>(() => file.Write(Bytes.Of("more")));
        Assert.Throws<InvalidOperationException>(() => file.Commit());
        file.Dispose();
        file.Dispose();
        Assert.Throws<InvalidOperationException>(() => file.Commit());
        Assert.Equal("", File.ReadAllText(folder.At("result")));
    }

    [Fact]
    public void After_a_failed_write_there_is_no_commit_of_half_the_content()
    {
        using var folder = new TemporaryFolder();
        var files = new FaultyFileOperations();
        using PendingFile file = PendingFile.Create(TestOutput.ContextOf(files), folder.At("result"), null, CancellationToken.None);
        file.Write(Bytes.Of("half "));
        files.Answers["Write"] = -Platform.Errno.NoSpace;
        Assert.Throws<AtomicWriteException>(() => file.Write(Bytes.Of("other half")));
        files.Answers.Remove("Write");
        Assert.Throws<InvalidOperationException>(() => file.Commit());
        Assert.False(File.Exists(folder.At("result")));
    }

    [Fact]
    public void After_a_failed_commit_there_is_no_second_one()
    {
        using var folder = new TemporaryFolder();
        var files = new FaultyFileOperations();
        files.Answers["Rename"] = -Platform.Errno.InputOutput;
        using PendingFile file = PendingFile.Create(TestOutput.ContextOf(files), folder.At("result"), null, CancellationToken.None);
        Assert.Throws<AtomicWriteException>(() => file.Commit());
        files.Answers.Clear();
        Assert.Throws<InvalidOperationException>(() => file.Commit());
    }

    [Fact]
    public void A_cancelled_token_ends_every_step_and_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("result");
        var cancelled = new CancellationToken(canceled: true);
        Assert.Throws<OperationCanceledException>(() => AtomicFile.Write(path, Bytes.Of("never"), null, cancelled));
        Assert.Throws<OperationCanceledException>(() => PendingFile.Create(path, null, cancelled));
        using (PendingFile file = PendingFile.Create(path))
            Assert.Throws<OperationCanceledException>(() => file.Write([], cancelled));
        using (PendingFile file = PendingFile.Create(path))
            Assert.Throws<OperationCanceledException>(() => file.Commit(cancelled));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_cancellation_is_seen_between_the_pieces_of_a_large_write()
    {
        using var folder = new TemporaryFolder();
        var files = new FaultyFileOperations();
        int writes = 0;
        files.Before = (call, _) =>
        {
            if (call == "Write" && ++writes == 2)
                files.Cancellation.Cancel();
        };
        using PendingFile file = PendingFile.Create(TestOutput.ContextOf(files), folder.At("result"), null, CancellationToken.None);
        Assert.Throws<OperationCanceledException>(() => file.Write(new byte[5 << 20], files.Cancellation.Token));
        Assert.Equal(2, writes);
    }

    [Fact]
    public void Writers_at_once_leave_one_whole_file_of_either_and_readers_never_see_less()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("result");
        AtomicFile.Write(path, Program.Content("a"));
        int done = 0;
        Parallel.Invoke(
            () => WriteMany("a"),
            () => WriteMany("b"),
            () =>
            {
                while (Volatile.Read(ref done) < 2)
                    AssertWhole(File.ReadAllBytes(path));
            });
        AssertWhole(File.ReadAllBytes(path));
        Assert.Empty(folder.Litter);

        void WriteMany(string letter)
        {
            for (int count = 0; count < 60; count++)
                AtomicFile.Write(path, Program.Content(letter));
            Interlocked.Increment(ref done);
        }

        static void AssertWhole(byte[] content) =>
            Assert.True(content.Length == 100_000 && content.AsSpan().IndexOfAnyExcept(content[0]) < 0, "a part of a file, or of two");
    }
}
