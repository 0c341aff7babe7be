using System.Diagnostics;
using BvlosSim.AtomicFiles.Naming;
using BvlosSim.AtomicFiles.Platform;
using BvlosSim.AtomicFiles.Tests.Support;

namespace BvlosSim.AtomicFiles.Tests.Naming;

/// <summary>What a killed run has left is removed by the next run to the same destination, and nothing else is.</summary>
public sealed class ReclaimingTests
{
    private const int LockShared = 1;
    private const int LockExclusive = 2;

    [Fact]
    public void What_a_dead_run_left_is_removed()
    {
        using var folder = new TemporaryFolder();
        folder.WithFile(TemporaryName.For("result"), "half of");
        folder.WithFile(TemporaryName.For("result"), "");
        AtomicFile.Write(folder.At("result"), Bytes.Of("new"));
        Assert.Equal([folder.At("result")], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_folder_that_a_dead_run_left_is_removed_with_all_that_is_in_it_and_nothing_outside()
    {
        using var folder = new TemporaryFolder();
        string outside = folder.WithFile("outside", "kept");
        folder.WithFolder("kept");
        string kept = folder.WithFile("kept/file", "kept");
        string left = folder.WithFolder(TemporaryName.For("result"));
        Directory.CreateDirectory(left + "/inner/deeper");
        File.WriteAllText(left + "/inner/deeper/file", "half of");
        File.CreateSymbolicLink(left + "/inner/link-to-file", outside);
        File.CreateSymbolicLink(left + "/inner/link-to-folder", folder.At("kept"));
        AtomicFile.Write(folder.At("result"), Bytes.Of("new"));
        Assert.Empty(folder.Litter);
        Assert.Equal("kept", File.ReadAllText(outside));
        Assert.Equal("kept", File.ReadAllText(kept));
    }

    [Fact]
    public void What_a_living_run_has_is_left_alone_and_can_still_be_committed()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("result");
        using PendingFile first = PendingFile.Create(TestOutput.NewContext(), path, null, CancellationToken.None);
        first.Write(Bytes.Of("first"));
        AtomicFile.Write(path, Bytes.Of("second"));
        Assert.Single(folder.Litter);
        Assert.Equal("second", File.ReadAllText(path));
        first.Commit();
        Assert.Equal("first", File.ReadAllText(path));
        Assert.Empty(folder.Litter);
    }

    [Fact]
    public void A_folder_of_a_living_run_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("result");
        using PendingFolder first = PendingFolder.Create(path);
        first.WriteFile("file", Bytes.Of("first"));
        using (PendingFolder second = PendingFolder.Create(path))
        {
            second.WriteFile("file", Bytes.Of("second"));
            second.Commit();
        }

        Assert.Single(folder.Litter);
        first.Commit();
        Assert.Equal("first", File.ReadAllText(path + "/file"));
        Assert.Empty(folder.Litter);
    }

    [Theory]
    [InlineData("hold-file")]
    [InlineData("hold-folder")]
    public void Another_process_is_an_owner_for_as_long_as_it_lives(string command)
    {
        if (!OperatingSystem.IsLinux())
            return; // Starts itself again with the Linux layout of the runtime.
        using var folder = new TemporaryFolder();
        string path = folder.At("result");
        using Process owner = Child.StartAndWaitUntilReady(command, path, "never");
        AtomicFile.Write(path, Bytes.Of("one"));
        Assert.Single(folder.Litter);
        Child.Kill(owner);
        AtomicFile.Write(path, Bytes.Of("two"));
        Assert.Empty(folder.Litter);
        Assert.Equal("two", File.ReadAllText(path));
    }

    [Theory]
    [InlineData(LockShared)]
    [InlineData(LockExclusive)]
    public void Any_lock_is_a_sign_of_life(int kind)
    {
        using var folder = new TemporaryFolder();
        string left = folder.WithFile(TemporaryName.For("result"), "half of");
        int descriptor = Native.Open(left, Native.ReadWriteFlag, 0);
        Assert.Equal(0, Native.Lock(descriptor, kind));
        AtomicFile.Write(folder.At("result"), Bytes.Of("new"));
        Assert.True(File.Exists(left));
        Native.Close(descriptor);
        AtomicFile.Write(folder.At("result"), Bytes.Of("new"));
        Assert.False(File.Exists(left));
    }

    [Fact]
    public void Names_that_only_look_like_ours_are_left_alone()
    {
        using var folder = new TemporaryFolder();
        string[] others =
        [
            folder.WithFile(".result.d41d8cd98f00b204e9800998ecf8427e.tmp", "another program's"),
            folder.WithFile(".result.da39a3ee5e6b4b0d3255bfef95601890afd80709.tmp", "another program's"),
            folder.WithFile(".result.tmp", "another program's"),
            folder.WithFile(TemporaryName.For("result2"), "another destination's"),
            folder.WithFile(TemporaryName.For("resul"), "another destination's"),
            folder.WithFile(TemporaryName.For("result") + "x", "another program's"),
        ];
        AtomicFile.Write(folder.At("result"), Bytes.Of("new"));
        Assert.All(others, static other => Assert.True(File.Exists(other), other));
    }

    [Fact]
    public void A_link_and_a_fifo_with_our_name_are_left_alone()
    {
        using var folder = new TemporaryFolder();
        string real = folder.WithFile("real", "kept");
        string link = folder.At(TemporaryName.For("result"));
        File.CreateSymbolicLink(link, real);
        string fifo = folder.At(TemporaryName.For("result"));
        Assert.Equal(0, Native.MakeFifo(fifo, 0x180));
        AtomicFile.Write(folder.At("result"), Bytes.Of("new"));
        Assert.Equal(real, new FileInfo(link).LinkTarget);
        Assert.True(File.Exists(fifo));
        Assert.Equal("kept", File.ReadAllText(real));
    }

    [Theory]
    [InlineData(1000u, 1000u, 7u, true)]
    [InlineData(1000u, 2000u, 7u, false)]
    [InlineData(1000u, 2000u, 2000u, false)]
    [InlineData(0u, 2000u, 7u, false)]
    [InlineData(0u, 2000u, 2000u, true)]
    public void Only_our_own_are_removed_and_by_the_superuser_those_it_gave_to_the_owner_of_the_destination(
        uint we,
        uint candidate,
        uint destination,
        bool removed)
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFile("result", "earlier");
        string left = folder.WithFile(TemporaryName.For("result"), "half of");
        var files = new FaultyFileOperations
        {
            User = we,
            Lie = (seen, status) => status with { User = seen == left ? candidate : seen == path ? destination : we },
        };
        files.Answers["ChangeOwner"] = 0;
        TestOutput.Write(files, path, "new");
        Assert.Equal(!removed, File.Exists(left));
    }

    [Theory]
    [InlineData("TryLockAsReclaimer")]
    [InlineData("OpenAbandoned")]
    [InlineData("List")]
    public void Where_the_owner_cannot_be_asked_nothing_is_removed_and_the_write_goes_on(string call)
    {
        using var folder = new TemporaryFolder();
        string left = folder.WithFile(TemporaryName.For("result"), "half of");
        var files = new FaultyFileOperations();
        files.Answers[call] = -Errno.NotSupported;
        TestOutput.Write(files, folder.At("result"), "new");
        Assert.Equal("new", File.ReadAllText(folder.At("result")));
        Assert.True(File.Exists(left));
        Assert.Empty(files.OpenDescriptors);
    }

    [Fact]
    public void A_file_that_may_not_be_written_is_locked_through_a_reader()
    {
        using var folder = new TemporaryFolder();
        string left = folder.WithFile(TemporaryName.For("result"), "half of");
        var files = new FaultyFileOperations();
        files.Answers["OpenAbandoned"] = -Errno.AccessDenied;
        TestOutput.Write(files, folder.At("result"), "new");
        Assert.False(File.Exists(left));
    }

    [Theory]
    [InlineData("OpenAbandoned")]
    [InlineData("TryLockAsReclaimer")]
    public void A_name_that_leads_to_another_file_by_now_is_left_alone(string call)
    {
        using var folder = new TemporaryFolder();
        string left = folder.WithFile(TemporaryName.For("result"), "half of");
        string kept = folder.At("kept-alive");
        var files = new FaultyFileOperations
        {
            Before = (name, _) =>
            {
                if (name != call || File.Exists(kept))
                    return;
                File.Move(left, kept);
                File.WriteAllText(left, "another's");
            },
        };
        TestOutput.Write(files, folder.At("result"), "new");
        Assert.Equal("another's", File.ReadAllText(left));
    }

    [Fact]
    public void An_owner_whose_name_is_taken_for_abandoned_before_it_is_locked_takes_another()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("result");
        int reclaimed = 0;
        var files = new FaultyFileOperations();
        files.Before = (call, temporary) =>
        {
            // Another run, between the creation of our file and its lock: twice it removes the name.
            if (call == "TryLockAsOwner" && reclaimed++ < 2)
                File.Delete(temporary);
        };
        Assert.Empty(TestOutput.Write(files, path, "new").Warnings);
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal(3, reclaimed);
        Assert.Empty(folder.Litter);
        Assert.Empty(files.OpenDescriptors);
    }

    [Fact]
    public void An_owner_that_finds_its_name_locked_takes_another_and_removes_the_first()
    {
        using var folder = new TemporaryFolder();
        int descriptor = -1;
        var files = new FaultyFileOperations();
        files.Before = (call, temporary) =>
        {
            if (call != "TryLockAsOwner" || descriptor >= 0)
                return;
            descriptor = Native.Open(temporary, Native.ReadWriteFlag, 0);
            Native.Lock(descriptor, LockExclusive);
        };
        Assert.Empty(TestOutput.Write(files, folder.At("result"), "new").Warnings);
        Native.Close(descriptor);
        Assert.Equal("new", File.ReadAllText(folder.At("result")));
        Assert.Empty(folder.Litter);
    }

    [Fact]
    public void A_name_that_exists_already_is_somebody_elses_and_stays()
    {
        using var folder = new TemporaryFolder();
        string taken = "";
        var files = new FaultyFileOperations();
        files.Before = (call, temporary) =>
        {
            if (call != "OpenNewFile" || taken.Length > 0)
                return;
            taken = temporary;
            File.WriteAllText(temporary, "somebody else's");
        };
        Assert.Empty(TestOutput.Write(files, folder.At("result"), "new").Warnings);
        Assert.Equal("somebody else's", File.ReadAllText(taken));
        Assert.Equal("new", File.ReadAllText(folder.At("result")));
    }

    [Fact]
    public void A_cancellation_ends_the_removal()
    {
        using var folder = new TemporaryFolder();
        for (int count = 0; count < 3; count++)
            folder.WithFile(TemporaryName.For("result"), "half of");
        var files = new FaultyFileOperations();
        files.Before = (call, _) =>
        {
            if (call == "Unlink")
                files.Cancellation.Cancel();
        };
        Assert.Throws<OperationCanceledException>(
            () => TestOutput.Write(files, folder.At("result"), "new", cancellationToken: files.Cancellation.Token));
        Assert.Equal(2, folder.Litter.Count);
    }

    [Fact]
    public void A_refused_no_clobber_write_reclaims_too()
    {
        using var folder = new TemporaryFolder();
        folder.WithFile("result", "earlier");
        folder.WithFile(TemporaryName.For("result"), "half of");
        Assert.Throws<AtomicWriteException>(
            () => AtomicFile.Write(folder.At("result"), Bytes.Of("new"), new AtomicWriteOptions { NoClobber = true }));
        Assert.Empty(folder.Litter);
    }
}
