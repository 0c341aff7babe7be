using BvlosSim.AtomicFiles.Platform;
using BvlosSim.AtomicFiles.Tests.Support;

namespace BvlosSim.AtomicFiles.Tests.Facts;

/// <summary>
/// What the base library and the kernel do, that this library exists for: one test a fact, so that a new runtime cannot change one unseen,
/// and what this library does instead. Fact 5 is among the <see cref="MountTests"/>.
/// </summary>
public sealed class BaseLibraryFactTests
{
    private static readonly IFileOperations Calls = OutputContext.SystemCalls();

    [Fact]
    public void Fact04_File_Move_across_devices_copies_in_place_and_rename_is_an_error()
    {
        if (!OperatingSystem.IsLinux())
            return; // Needs a second file system at a known place.
        using var folder = new TemporaryFolder();
        string other = "/dev/shm/bvlos-fact-" + Guid.NewGuid().ToString("N");
        try
        {
            File.WriteAllText(other, "new");
            string path = folder.WithFile("result", "earlier");
            Assert.Equal(0, Calls.StatusAt(path, out FileStatus before));
            Assert.Equal(0, Calls.StatusAt(other, out FileStatus there));
            Assert.NotEqual(before.Device, there.Device);

            Assert.Equal(-Errno.CrossDevice, Calls.Rename(other, path));
            Assert.Equal("earlier", File.ReadAllText(path));

            File.Move(other, path, overwrite: true);
            Assert.Equal(0, Calls.StatusAt(path, out FileStatus after));
            Assert.True(before.IsSameFileAs(after), "File.Move replaces the file now instead of writing into it");
        }
        finally
        {
            File.Delete(other);
        }
    }

    [Fact]
    public void Fact04_File_Replace_needs_a_destination_and_ours_does_not()
    {
        using var folder = new TemporaryFolder();
        string source = folder.WithFile("source", "new");
        Assert.Throws<FileNotFoundException>(() => File.Replace(source, folder.At("result"), null));
        AtomicFile.Write(folder.At("result"), Bytes.Of("new"));
        Assert.Equal("new", File.ReadAllText(folder.At("result")));
    }

    [Fact]
    public void Fact06_The_base_library_opens_no_folder_and_ours_flushes_it()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<UnauthorizedAccessException>(() => File.OpenHandle(folder.Path));
        int descriptor = Calls.Open(folder.Path, OpenAs.Folder, 0);
        Assert.True(descriptor >= 0);
        Assert.Equal(0, Calls.Flush(descriptor));
        Assert.Equal(0, Calls.Close(descriptor));
        var files = new FaultyFileOperations();
        TestOutput.Write(files, folder.At("result"), "new");
        int renamed = files.Calls.ToList().FindIndex(static call => call.StartsWith("Rename", StringComparison.Ordinal));
        Assert.Contains("Flush " + Path.GetFileName(folder.Path), files.Calls.Skip(renamed));
    }

    [Fact]
    public void Fact07_FileStream_swallows_a_flush_that_is_refused_and_ours_is_told()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("fifo");
        Assert.Equal(0, Native.MakeFifo(path, 0x180));
        int reader = Native.Open(path, Native.ReadOnlyFlag | Native.NonBlockFlag, 0);
        using (var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            stream.Flush(flushToDisk: true);
        int writer = Calls.Open(path, OpenAs.Stream, 0);
        Assert.Equal(-Errno.Invalid, Calls.Flush(writer));
        Calls.Close(writer);
        Native.Close(reader);
    }

    [Fact]
    public void Fact08_Opening_with_the_base_library_takes_a_lock_and_our_finished_file_has_none()
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFile("result", "earlier");
        int descriptor = Native.Open(path, Native.ReadWriteFlag, 0);
        using (new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None))
            Assert.Equal(-Errno.WouldBlock, Calls.TryLockAsReclaimer(descriptor));
        using (new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read))
        {
            Assert.Equal(-Errno.WouldBlock, Calls.TryLockAsReclaimer(descriptor));
            Assert.Equal(0, Calls.TryLockAsOwner(descriptor));
        }

        Native.Close(descriptor);
        using PendingFile file = PendingFile.Create(path);
        file.Commit();
        descriptor = Native.Open(path, Native.ReadWriteFlag, 0);
        Assert.Equal(0, Calls.TryLockAsReclaimer(descriptor));
        Native.Close(descriptor);
    }

    [Fact]
    public void Fact09_A_bare_rename_loses_the_mode_and_turns_a_link_into_a_file_and_ours_does_neither()
    {
        using var folder = new TemporaryFolder();
        string real = folder.WithFile("real", "earlier");
        File.SetUnixFileMode(real, (UnixFileMode)0x1C0);
        File.CreateSymbolicLink(folder.At("link"), "real");
        AtomicFile.Write(folder.At("link"), Bytes.Of("new"));
        Assert.Equal("real", new FileInfo(folder.At("link")).LinkTarget);
        Assert.Equal((UnixFileMode)0x1C0, Native.ModeOf(real));

        string bare = folder.WithFile("bare", "new");
        Assert.Equal(0, Calls.Rename(bare, folder.At("link")));
        Assert.Null(new FileInfo(folder.At("link")).LinkTarget);
        bare = folder.WithFile("bare", "new");
        Assert.Equal(0, Calls.Rename(bare, real));
        Assert.NotEqual((UnixFileMode)0x1C0, Native.ModeOf(real));
    }

    [Fact]
    public void Fact09_A_temporary_name_that_somebody_has_prepared_is_neither_followed_nor_opened()
    {
        using var folder = new TemporaryFolder();
        string victim = folder.WithFile("victim", "kept");
        File.CreateSymbolicLink(folder.At("prepared"), victim);
        Assert.Equal(-Errno.Exists, Calls.Open(folder.At("prepared"), OpenAs.NewFile, 0x180));
        File.CreateSymbolicLink(folder.At("dangling"), folder.At("nothing"));
        Assert.Equal(-Errno.Exists, Calls.Open(folder.At("dangling"), OpenAs.NewFile, 0x180));
        Assert.Equal(-Errno.Exists, Calls.Open(victim, OpenAs.NewFile, 0x180));
        Assert.Equal(-Errno.Loop, Calls.Open(folder.At("prepared"), OpenAs.Abandoned, 0));
        Assert.Equal("kept", File.ReadAllText(victim));
        Assert.False(File.Exists(folder.At("nothing")));
    }

    [Fact]
    public void Fact09_The_mode_is_set_by_the_descriptor_before_the_file_has_its_name()
    {
        using var folder = new TemporaryFolder();
        var files = new FaultyFileOperations();
        TestOutput.Write(files, folder.At("result"), "new");
        string[] order = [.. files.Calls.Select(static call => call.Split(' ')[0]).Where(static call => call is "ChangeMode" or "Flush" or "Rename")];
        Assert.Equal(["ChangeMode", "Flush", "Rename", "Flush"], order);
    }

    [Fact]
    public void No_child_process_inherits_a_descriptor_and_with_it_the_lock()
    {
        if (!OperatingSystem.IsLinux())
            return; // Asks /proc.
        using var folder = new TemporaryFolder();
        int first = Calls.Open(folder.At("file"), OpenAs.NewFile, 0x180);
        int second = Calls.Duplicate(first);
        int third = Calls.Open(folder.Path, OpenAs.Folder, 0);
        foreach (int descriptor in new[] { first, second, third })
        {
            string flags = File.ReadLines($"/proc/self/fdinfo/{descriptor}").First(static line => line.StartsWith("flags:", StringComparison.Ordinal));
            const int CloseOnExec = 0x80000;
            Assert.Equal(CloseOnExec, Convert.ToInt32(flags["flags:".Length..].Trim(), 8) & CloseOnExec);
            Assert.Equal(0, Calls.Close(descriptor));
        }
    }

    [Fact]
    public void Fact13_A_bare_rename_replaces_a_fifo_and_ours_writes_to_it()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("fifo");
        Assert.Equal(0, Native.MakeFifo(path, 0x180));
        int reader = Native.Open(path, Native.ReadOnlyFlag | Native.NonBlockFlag, 0);
        AtomicFile.Write(path, Bytes.Of("new"));
        Assert.Equal("new"u8.ToArray(), Native.ReadToEnd(reader));
        Native.Close(reader);
        string bare = folder.WithFile("bare", "new");
        Assert.Equal(0, Calls.Rename(bare, path));
        Assert.Equal(0, Calls.StatusAt(path, out FileStatus status));
        Assert.Equal(FileKind.Regular, status.Kind);
    }

    [Fact]
    public void Fact14_A_temporary_name_that_is_free_after_the_commit_is_not_removed_again()
    {
        using var folder = new TemporaryFolder();
        string temporary = "";
        var files = new FaultyFileOperations
        {
            Before = (call, path) =>
            {
                if (call == "Rename")
                    temporary = path;
            },
        };
        OutputContext context = TestOutput.ContextOf(files);
        using (PendingFile file = PendingFile.Create(context, folder.At("result"), null, CancellationToken.None))
        {
            file.Commit();
            File.WriteAllText(temporary, "somebody else's");
            Assert.Equal(0, context.Registry.RemoveAll(TimeSpan.Zero));
        }

        Assert.Equal("somebody else's", File.ReadAllText(temporary));
    }
}
