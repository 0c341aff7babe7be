using BvlosSim.AtomicFiles.Platform;
using BvlosSim.AtomicFiles.Tests.Support;

namespace BvlosSim.AtomicFiles.Tests.Folders;

/// <summary>A folder of files appears whole, in the place of a whole one.</summary>
public sealed class PendingFolderTests
{
    [Fact]
    public void A_new_folder_appears_with_all_its_files_and_not_before()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("result");
        using PendingFolder pending = PendingFolder.Create(path);
        pending.WriteFile("a", Bytes.Of("1"));
        pending.WriteFile("inner/deeper/b", Bytes.Of("2"));
        pending.WriteFile("inner/c", Bytes.Of("3"));
        Assert.False(Directory.Exists(path));
        AtomicWriteResult result = pending.Commit();
        Assert.Equal(path, result.Path);
        Assert.Equal(path, pending.Path);
        Assert.True(result.IsAtomic);
        Assert.Empty(result.Warnings);
        Assert.Equal("1 2 3", string.Join(' ', Read(path, "a"), Read(path, "inner/deeper/b"), Read(path, "inner/c")));
        Assert.Equal(3, Directory.GetFiles(path, "*", SearchOption.AllDirectories).Length);
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Everything_is_flushed_inner_folders_before_outer_ones_and_all_before_the_name()
    {
        using var folder = new TemporaryFolder();
        var files = new FaultyFileOperations { Describe = path => Faults.FaultScenario.Describe(folder.Path, path) };
        using PendingFolder pending = PendingFolder.Create(TestOutput.ContextOf(files), folder.At("result"), null, CancellationToken.None);
        pending.WriteFile("inner/deeper/file", Bytes.Of("1"));
        pending.Commit();
        string[] steps = [.. files.Calls.Where(static call => call.StartsWith("Flush", StringComparison.Ordinal) || call.StartsWith("Rename", StringComparison.Ordinal))];
        string[] expected =
        [
            "Flush TEMP/inner/deeper/file", "Flush TEMP/inner/deeper", "Flush TEMP/inner", "Flush TEMP", "Rename TEMP", "Flush FOLDER",
        ];
        Assert.Equal(expected, steps);
    }

    [Fact]
    public void A_folder_with_files_is_exchanged_and_the_earlier_one_goes_with_all_that_was_in_it()
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFolder("result");
        folder.WithFolder("result/old");
        folder.WithFile("result/old/file", "earlier");
        string seen = "";
        var files = new FaultyFileOperations
        {
            Before = (call, _) =>
            {
                // The name is never free: before and after the exchange there is a whole folder.
                if (call is "Exchange" or "RemoveFolder")
                    seen += Directory.Exists(path + "/old") ? "earlier " : File.Exists(path + "/new") ? "new " : "neither ";
            },
        };
        using PendingFolder pending = PendingFolder.Create(TestOutput.ContextOf(files), path, null, CancellationToken.None);
        pending.WriteFile("new", Bytes.Of("new"));
        Assert.Empty(pending.Commit().Warnings);
        Assert.Equal("earlier new new ", seen);
        Assert.Equal([path + "/new"], Directory.EnumerateFileSystemEntries(path));
        Assert.Empty(folder.Litter);
    }

    [Fact]
    public void An_earlier_folder_that_cannot_be_removed_is_a_warning_and_left_to_the_next_run()
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFolder("result");
        folder.WithFile("result/old", "earlier");
        var files = new FaultyFileOperations();
        files.Answers["Unlink"] = -Errno.InputOutput;
        using (PendingFolder pending = PendingFolder.Create(TestOutput.ContextOf(files), path, null, CancellationToken.None))
        {
            pending.WriteFile("new", Bytes.Of("new"));
            AtomicWriteWarning warning = Assert.Single(pending.Commit().Warnings);
            Assert.Equal(AtomicWriteWarningKind.TemporaryNameLeft, warning.Kind);
            Assert.Equal(Errno.InputOutput, warning.ErrorNumber);
        }

        Assert.Equal("new", Read(path, "new"));
        Assert.Single(folder.Litter);
        using (PendingFolder next = PendingFolder.Create(path))
            next.Commit();
        Assert.Empty(folder.Litter);
        Assert.Empty(Directory.EnumerateFileSystemEntries(path));
    }

    [Fact]
    public void A_link_survives_and_the_folder_it_leads_to_is_replaced()
    {
        using var folder = new TemporaryFolder();
        folder.WithFolder("real");
        folder.WithFile("real/old", "earlier");
        File.CreateSymbolicLink(folder.At("link"), "real");
        Write(folder.At("link") + "/", "new");
        Assert.Equal("real", new FileInfo(folder.At("link")).LinkTarget);
        Assert.Equal([folder.At("real/new")], Directory.EnumerateFileSystemEntries(folder.At("real")));
    }

    [Fact]
    public void A_folder_without_files_is_a_folder_too()
    {
        using var folder = new TemporaryFolder();
        using PendingFolder pending = PendingFolder.Create(folder.At("result"));
        pending.Commit();
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.At("result")));
    }

    [Fact]
    public void What_is_not_committed_is_removed()
    {
        using var folder = new TemporaryFolder();
        using (PendingFolder pending = PendingFolder.Create(folder.At("result")))
        {
            pending.WriteFile("inner/file", Bytes.Of("never"));
            Assert.Single(folder.Litter);
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/file")]
    [InlineData("inner/")]
    [InlineData("inner//file")]
    [InlineData("../file")]
    [InlineData("inner/../../file")]
    [InlineData(".")]
    [InlineData("./file")]
    [InlineData("a\0b")]
    public void A_path_that_leads_out_of_the_folder_is_a_mistake_of_the_caller(string relativePath)
    {
        using var folder = new TemporaryFolder();
        using PendingFolder pending = PendingFolder.Create(folder.At("result"));
        Assert.Throws<ArgumentException>(() => pending.WriteFile(relativePath, Bytes.Of("never")));
        pending.WriteFile("..file", Bytes.Of("new"));
        pending.Commit();
        Assert.Equal("new", Read(folder.At("result"), "..file"));
    }

    [Fact]
    public void The_same_file_twice_is_a_mistake_of_the_caller()
    {
        using var folder = new TemporaryFolder();
        using PendingFolder pending = PendingFolder.Create(folder.At("result"));
        pending.WriteFile("inner/file", Bytes.Of("first"));
        Assert.Throws<ArgumentException>(() => pending.WriteFile("inner/file", Bytes.Of("second")));
        Assert.Throws<ArgumentException>(() => pending.WriteFile("inner", Bytes.Of("second")));
        pending.WriteFile("inner/File", Bytes.Of("third"));
        pending.Commit();
        Assert.Equal("first", Read(folder.At("result"), "inner/file"));
    }

    [Fact]
    public void A_file_below_a_file_is_an_error_and_ends_the_folder()
    {
        using var folder = new TemporaryFolder();
        using PendingFolder pending = PendingFolder.Create(folder.At("result"));
        pending.WriteFile("file", Bytes.Of("new"));
        Assert.Throws<AtomicWriteException>(() => pending.WriteFile("file/below", Bytes.Of("never")));
        Assert.Throws<InvalidOperationException>(() => pending.WriteFile("other", Bytes.Of("never")));
        Assert.Throws<InvalidOperationException>(() => pending.Commit());
    }

    [Fact]
    public void After_the_commit_nothing_can_be_added_and_nothing_is_removed()
    {
        using var folder = new TemporaryFolder();
        PendingFolder pending = PendingFolder.Create(folder.At("result"));
        pending.Commit();
        Assert.Throws<InvalidOperationException>(() => pending.WriteFile("file", Bytes.Of("never")));
        Assert.Throws<InvalidOperationException>(() => pending.Commit());
        pending.Dispose();
        pending.Dispose();
        Assert.Throws<InvalidOperationException>(() => pending.Commit());
        Assert.True(Directory.Exists(folder.At("result")));
    }

    [Fact]
    public void A_file_with_the_name_is_an_error()
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFile("result", "earlier");
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => PendingFolder.Create(path));
        Assert.Equal(AtomicWriteFailure.DestinationIsFile, failure.Reason);
        Assert.Equal("earlier", File.ReadAllText(path));
    }

    [Fact]
    public void A_file_that_takes_the_name_meanwhile_is_an_error()
    {
        using var folder = new TemporaryFolder();
        using PendingFolder pending = PendingFolder.Create(folder.At("result"));
        folder.WithFile("result", "somebody else's");
        Assert.Equal(AtomicWriteFailure.DestinationIsFile, Assert.Throws<AtomicWriteException>(() => pending.Commit()).Reason);
        Assert.Equal("somebody else's", File.ReadAllText(folder.At("result")));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/tmp/.")]
    [InlineData("/tmp/..")]
    [InlineData(".")]
    [InlineData("..")]
    public void A_folder_without_a_name_of_its_own_is_an_error(string path)
    {
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => PendingFolder.Create(path));
        Assert.Equal(AtomicWriteFailure.Busy, failure.Reason);
        Assert.Contains("by its own name", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void With_no_clobber_any_folder_with_the_name_stays_even_an_empty_one(bool meanwhile)
    {
        using var folder = new TemporaryFolder();
        var options = new AtomicWriteOptions { NoClobber = true };
        if (!meanwhile)
        {
            folder.WithFolder("result");
            Assert.Equal(AtomicWriteFailure.DestinationExists, Assert.Throws<AtomicWriteException>(() => PendingFolder.Create(folder.At("result"), options)).Reason);
            return;
        }

        using PendingFolder pending = PendingFolder.Create(folder.At("result"), options);
        pending.WriteFile("file", Bytes.Of("never"));
        folder.WithFolder("result");
        Assert.Equal(AtomicWriteFailure.DestinationExists, Assert.Throws<AtomicWriteException>(() => pending.Commit()).Reason);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.At("result")));
    }

    [Fact]
    public void With_no_clobber_a_folder_that_appears_at_the_last_moment_stays()
    {
        using var folder = new TemporaryFolder();
        var files = new FaultyFileOperations
        {
            Before = (call, _) =>
            {
                if (call == "RenameNoReplace")
                    folder.WithFolder("result");
            },
        };
        using PendingFolder pending = PendingFolder.Create(
            TestOutput.ContextOf(files),
            folder.At("result"),
            new AtomicWriteOptions { NoClobber = true },
            CancellationToken.None);
        pending.WriteFile("file", Bytes.Of("never"));
        Assert.Equal(AtomicWriteFailure.DestinationExists, Assert.Throws<AtomicWriteException>(() => pending.Commit()).Reason);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.At("result")));
    }

    [Theory]
    [InlineData("Exchange", false)]
    [InlineData("RenameNoReplace", true)]
    public void A_file_system_without_the_one_step_is_an_error_and_keeps_the_earlier_folder(string call, bool noClobber)
    {
        using var folder = new TemporaryFolder();
        if (!noClobber)
            folder.WithFile(Path.Combine(folder.WithFolder("result"), "old"), "earlier");
        var files = new FaultyFileOperations();
        files.Answers[call] = -Errno.Invalid;
        using (PendingFolder pending = PendingFolder.Create(
            TestOutput.ContextOf(files),
            folder.At("result"),
            new AtomicWriteOptions { NoClobber = noClobber },
            CancellationToken.None))
        {
            pending.WriteFile("new", Bytes.Of("never"));
            AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => pending.Commit());
            Assert.Equal(AtomicWriteFailure.NotSupported, failure.Reason);
            Assert.Contains("write to a new name", failure.Message, StringComparison.Ordinal);
        }

        Assert.Equal(!noClobber, File.Exists(folder.At("result/old")));
        Assert.Empty(folder.Litter);
    }

    [Fact]
    public void Folders_that_cannot_be_flushed_are_one_warning_and_one_for_the_folder_around()
    {
        using var folder = new TemporaryFolder();
        var files = new FaultyFileOperations();
        files.Before = (call, path) =>
        {
            if (call == "Flush" && Directory.Exists(path))
                files.Answers["Flush"] = -Errno.Invalid;
        };
        using PendingFolder pending = PendingFolder.Create(TestOutput.ContextOf(files), folder.At("result"), null, CancellationToken.None);
        pending.WriteFile("inner/file", Bytes.Of("new"));
        IReadOnlyList<AtomicWriteWarning> warnings = pending.Commit().Warnings;
        Assert.Equal(2, warnings.Count);
        Assert.All(warnings, static warning => Assert.Equal(AtomicWriteWarningKind.FolderNotFlushed, warning.Kind));
        Assert.Contains(folder.At("result"), warnings[0].Message, StringComparison.Ordinal);
        Assert.Equal("new", Read(folder.At("result"), "inner/file"));
    }

    [Fact]
    public void A_cancelled_folder_is_removed()
    {
        using var folder = new TemporaryFolder();
        var cancelled = new CancellationToken(canceled: true);
        Assert.Throws<OperationCanceledException>(() => PendingFolder.Create(folder.At("result"), null, cancelled));
        using (PendingFolder pending = PendingFolder.Create(folder.At("result")))
            Assert.Throws<OperationCanceledException>(() => pending.WriteFile("file", Bytes.Of("never"), cancelled));
        using (PendingFolder pending = PendingFolder.Create(folder.At("result")))
            Assert.Throws<OperationCanceledException>(() => pending.Commit(cancelled));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void An_earlier_folder_that_is_removed_at_the_last_moment_is_not_waited_for_for_ever(int times)
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("result");
        Fill();
        int removed = 0;
        var files = new FaultyFileOperations
        {
            Before = (call, _) =>
            {
                if (call == "Exchange" && removed++ < times)
                    Directory.Delete(path, recursive: true);
                if (call == "Rename" && removed is > 0 and < 3)
                    Fill();
            },
        };
        using PendingFolder pending = PendingFolder.Create(TestOutput.ContextOf(files), path, null, CancellationToken.None);
        pending.WriteFile("new", Bytes.Of("new"));
        if (times == 3)
        {
            Assert.Equal(Errno.NotFound, Assert.Throws<AtomicWriteException>(() => pending.Commit()).ErrorNumber);
            return;
        }

        Assert.Empty(pending.Commit().Warnings);
        Assert.Equal([path + "/new"], Directory.EnumerateFileSystemEntries(path));

        void Fill()
        {
            Directory.CreateDirectory(path);
            File.WriteAllText(path + "/old", "earlier");
        }
    }

    [Fact]
    public void A_folder_that_is_taken_for_abandoned_before_it_is_opened_is_made_again()
    {
        using var folder = new TemporaryFolder();
        int taken = 0;
        var files = new FaultyFileOperations
        {
            Before = (call, path) =>
            {
                if (call == "OpenFolder" && taken++ < 2)
                    Directory.Delete(path);
            },
        };
        using PendingFolder pending = PendingFolder.Create(TestOutput.ContextOf(files), folder.At("result"), null, CancellationToken.None);
        pending.Commit();
        Assert.True(Directory.Exists(folder.At("result")));
        Assert.Empty(folder.Litter);
    }

    [Fact]
    public void Two_at_once_leave_one_whole_folder_of_either()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("result");
        Parallel.For(0, 40, number => Write(path, number % 2 == 0 ? "even" : "odd"));
        string name = Path.GetFileName(Assert.Single(Directory.EnumerateFileSystemEntries(path)));
        Assert.Contains(name, new[] { "even", "odd" });
        Assert.Equal(name, Read(path, name));
        Write(path, "last");
        Assert.Empty(folder.Litter);
    }

    private static void Write(string path, string name)
    {
        using PendingFolder pending = PendingFolder.Create(path);
        pending.WriteFile(name, Bytes.Of(name));
        pending.Commit();
    }

    private static string Read(string path, string name) => File.ReadAllText(Path.Combine(path, name));
}
