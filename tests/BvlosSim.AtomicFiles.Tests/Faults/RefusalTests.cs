using BvlosSim.AtomicFiles.Platform;
using BvlosSim.AtomicFiles.Tests.Support;

namespace BvlosSim.AtomicFiles.Tests.Faults;

/// <summary>What each refusal of the system is called, and what the message says that one can do.</summary>
public sealed class RefusalTests
{
    private static readonly int Quota = Errno.QuotaExceeded;

    public static TheoryData<string, int, AtomicWriteFailure, string> Refusals => new()
    {
        { "StatusAt", Errno.AccessDenied, AtomicWriteFailure.FolderNotWritable, "cannot be looked into" },
        { "StatusAt", Errno.NotAFolder, AtomicWriteFailure.FolderMissing, "create it first" },
        { "StatusAt", Errno.NameTooLong, AtomicWriteFailure.NameTooLong, "choose a shorter one" },
        { "OpenNewFile", Errno.AccessDenied, AtomicWriteFailure.FolderNotWritable, "no file can be created in the folder" },
        { "OpenNewFile", Errno.NotPermitted, AtomicWriteFailure.FolderNotWritable, "no file can be created in the folder" },
        { "OpenNewFile", Errno.ReadOnlyFileSystem, AtomicWriteFailure.FolderNotWritable, "no file can be created in the folder" },
        { "OpenNewFile", Errno.NotSupported, AtomicWriteFailure.FolderNotWritable, "no file can be created in the folder" },
        { "OpenNewFile", Errno.NotFound, AtomicWriteFailure.FolderNotWritable, "no file can be created in the folder" },
        { "OpenNewFile", Errno.NoSpace, AtomicWriteFailure.DiskFull, "free some" },
        { "OpenNewFile", Errno.NameTooLong, AtomicWriteFailure.NameTooLong, "choose a shorter one" },
        { "OpenNewFile", Errno.Exists, AtomicWriteFailure.InputOutput, "removes or locks every new file" },
        { "TryLockAsOwner", Errno.WouldBlock, AtomicWriteFailure.InputOutput, "removes or locks every new file" },
        { "Write", Errno.NoSpace, AtomicWriteFailure.DiskFull, "free some" },
        { "Write", Quota, AtomicWriteFailure.DiskFull, "free some" },
        { "Write", Errno.InputOutput, AtomicWriteFailure.InputOutput, "(error 5)" },
        { "ChangeMode", Errno.InputOutput, AtomicWriteFailure.InputOutput, "(error 5)" },
        { "Flush", Errno.InputOutput, AtomicWriteFailure.InputOutput, "(error 5)" },
        { "Flush", Errno.ReadOnlyFileSystem, AtomicWriteFailure.InputOutput, "(error 30)" },
        { "Flush", Errno.Invalid, AtomicWriteFailure.InputOutput, "(error 22)" },
        { "Flush", Errno.NoSpace, AtomicWriteFailure.DiskFull, "free some" },
        { "Duplicate", Errno.InputOutput, AtomicWriteFailure.InputOutput, "(error 5)" },
        { "Close", Errno.NoSpace, AtomicWriteFailure.DiskFull, "free some" },
        { "Rename", Errno.CrossDevice, AtomicWriteFailure.CrossDevice, "different file systems" },
        { "Rename", Errno.Busy, AtomicWriteFailure.Busy, "mount its folder instead" },
        { "Rename", Errno.NotPermitted, AtomicWriteFailure.DestinationProtected, "lets only its owner replace it" },
        { "Rename", Errno.AccessDenied, AtomicWriteFailure.DestinationProtected, "lets only its owner replace it" },
        { "Rename", Errno.IsAFolder, AtomicWriteFailure.DestinationIsFolder, "name a file in it" },
        { "Rename", Errno.NotAFolder, AtomicWriteFailure.DestinationIsFile, "not a folder has this name" },
        { "Rename", Errno.NoSpace, AtomicWriteFailure.DiskFull, "free some" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_refusal_has_its_reason_and_its_cure(string call, int errno, AtomicWriteFailure reason, string cure)
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("result");
        var files = new FaultyFileOperations();
        files.Answers[call] = -errno;
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => TestOutput.Write(files, path, "new"));
        Assert.Equal(reason, failure.Reason);
        Assert.Equal(call == "TryLockAsOwner" ? Errno.Exists : errno, failure.ErrorNumber);
        Assert.Contains(cure, failure.Message, StringComparison.Ordinal);
        Assert.Contains(path, failure.Message, StringComparison.Ordinal);
        bool isAboutFolder = reason is AtomicWriteFailure.FolderMissing or AtomicWriteFailure.FolderNotWritable;
        Assert.Equal(isAboutFolder ? folder.Path : path, failure.Path);
        Assert.False(File.Exists(path));
        Assert.Empty(folder.Litter);
        Assert.Empty(files.OpenDescriptors);
    }

    [Fact]
    public void A_folder_that_vanished_is_missing_and_not_merely_unwritable()
    {
        using var folder = new TemporaryFolder();
        string gone = folder.At("gone");
        var files = new FaultyFileOperations();
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => TestOutput.Write(files, gone + "/result", "new"));
        Assert.Equal(AtomicWriteFailure.FolderMissing, failure.Reason);
        Assert.Equal(gone, failure.Path);
        Assert.Empty(files.OpenDescriptors);
    }

    [Fact]
    public void A_write_that_takes_nothing_is_an_error_and_not_an_endless_loop()
    {
        using var folder = new TemporaryFolder();
        var files = new FaultyFileOperations();
        files.Answers["Write"] = 0;
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => TestOutput.Write(files, folder.At("result"), "new"));
        Assert.Equal(AtomicWriteFailure.InputOutput, failure.Reason);
        Assert.Empty(folder.Litter);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void A_size_on_the_disk_that_is_not_what_was_written_is_an_error(long size)
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFile("result", "earlier");
        var files = new FaultyFileOperations { Lie = (_, status) => status with { Size = size } };
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => TestOutput.Write(files, path, "new"));
        Assert.Equal(AtomicWriteFailure.InputOutput, failure.Reason);
        Assert.Contains($"3 bytes were written and the file system has {size}", failure.Message, StringComparison.Ordinal);
        Assert.Equal("earlier", File.ReadAllText(path));
        Assert.Empty(folder.Litter);
    }

    [Theory]
    [InlineData("TryLockAsOwner")]
    [InlineData("Duplicate")]
    public void A_file_system_without_locks_or_second_descriptors_is_written_to_all_the_same(string call)
    {
        using var folder = new TemporaryFolder();
        var files = new FaultyFileOperations();
        files.Answers[call] = -Errno.NotSupported;
        Assert.Empty(TestOutput.Write(files, folder.At("result"), "new").Warnings);
        Assert.Equal("new", File.ReadAllText(folder.At("result")));
        Assert.Empty(folder.Litter);
    }

    [Fact]
    public void The_finished_file_can_be_opened_by_anybody_in_any_way_as_soon_as_it_has_its_name()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("result");
        string seen = "";
        var files = new FaultyFileOperations();
        files.Before = (call, _) =>
        {
            if (call == "Unlock")
                seen += File.ReadAllText(path);
            if (call != "OpenFolder")
                return;
            using var exclusive = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            seen += " " + new StreamReader(exclusive).ReadToEnd();
        };
        Assert.Empty(TestOutput.Write(files, path, "new").Warnings);
        Assert.Equal("new new", seen);
    }

    [Fact]
    public void A_folder_that_cannot_be_flushed_is_a_warning_since_the_file_is_complete()
    {
        using var folder = new TemporaryFolder();
        var files = new FaultyFileOperations();
        files.Before = (call, path) =>
        {
            if (call == "Flush" && path == folder.Path)
                files.Answers["Flush"] = -Errno.Invalid;
        };
        AtomicWriteResult result = TestOutput.Write(files, folder.At("result"), "new");
        AtomicWriteWarning warning = Assert.Single(result.Warnings);
        Assert.Equal(AtomicWriteWarningKind.FolderNotFlushed, warning.Kind);
        Assert.Equal(Errno.Invalid, warning.ErrorNumber);
        Assert.Contains(folder.Path, warning.Message, StringComparison.Ordinal);
        Assert.Equal("new", File.ReadAllText(folder.At("result")));
    }

    [Fact]
    public void A_second_name_that_cannot_be_removed_is_a_warning_since_the_file_is_complete()
    {
        using var folder = new TemporaryFolder();
        var files = new FaultyFileOperations();
        files.Answers["RenameNoReplace"] = -Errno.NotImplemented;
        files.Answers["Unlink"] = -Errno.InputOutput;
        AtomicWriteResult result = TestOutput.Write(files, folder.At("result"), "new", noClobber: true);
        Assert.Equal(AtomicWriteWarningKind.TemporaryNameLeft, Assert.Single(result.Warnings).Kind);
        Assert.Equal("new", File.ReadAllText(folder.At("result")));
        Assert.Single(folder.Litter);
    }

    [Fact]
    public void An_interrupted_wait_for_a_reader_is_not_an_error()
    {
        (int reader, int writer) = Native.NewPipe();
        var files = new FaultyFileOperations { FaultAt = 2, Fault = Fault.Eintr };
        Assert.Equal(StandardOutputResult.Written, StandardOutput.Write(TestOutput.ContextOf(files), writer, Bytes.Of("text"), CancellationToken.None));
        Assert.StartsWith("WaitWritable", files.Calls[2], StringComparison.Ordinal);
        Native.Close(writer);
        Assert.Equal("text"u8.ToArray(), Native.ReadToEnd(reader));
        Native.Close(reader);
    }
}
