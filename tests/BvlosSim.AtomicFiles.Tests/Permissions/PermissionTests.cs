using BvlosSim.AtomicFiles.Platform;
using BvlosSim.AtomicFiles.Platform.Posix;
using BvlosSim.AtomicFiles.Tests.Support;

namespace BvlosSim.AtomicFiles.Tests.Permissions;

/// <summary>A new file has what the umask leaves, a replaced one what it had, and an unfinished one is nobody else's business.</summary>
public sealed class PermissionTests
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Theory]
    [InlineData("022", 0x1A4)]
    [InlineData("077", 0x180)]
    [InlineData("002", 0x1B4)]
    [InlineData("000", 0x1B6)]
    public void A_new_file_has_what_the_umask_leaves(string umask, int expected)
    {
        if (!OperatingSystem.IsLinux())
            return; // Starts itself again with the Linux layout of the runtime.
        using var folder = new TemporaryFolder();
        string path = folder.At("result");
        Assert.Equal(0, Child.Run("write-with-umask", path, "new", umask).ExitCode);
        Assert.Equal((UnixFileMode)expected, Native.ModeOf(path));
    }

    [Fact]
    public void A_new_folder_and_what_is_in_it_have_what_the_umask_leaves()
    {
        if (!OperatingSystem.IsLinux())
            return; // Starts itself again with the Linux layout of the runtime.
        using var folder = new TemporaryFolder();
        string path = folder.At("result");
        Assert.Equal(0, Child.Run("folder-with-umask", path, "new", "027").ExitCode);
        Assert.Equal((UnixFileMode)0x1E8, Native.ModeOf(path));
        Assert.Equal((UnixFileMode)0x1E8, Native.ModeOf(path + "/inner"));
        Assert.Equal((UnixFileMode)0x1A0, Native.ModeOf(path + "/inner/file"));
    }

    [Theory]
    [InlineData(0x1FF)]
    [InlineData(0x180)]
    [InlineData(0x124)]
    [InlineData(0x1A0)]
    public void A_replaced_file_keeps_its_permissions(int mode)
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFile("result", "earlier");
        File.SetUnixFileMode(path, (UnixFileMode)mode);
        Assert.Empty(AtomicFile.Write(path, Bytes.Of("new")).Warnings);
        Assert.Equal((UnixFileMode)mode, Native.ModeOf(path));
        Assert.Equal("new"u8.ToArray(), File.ReadAllBytes(path));
    }

    [Fact]
    public void The_set_user_bit_is_not_kept_as_it_would_not_be_by_a_write_in_place()
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFile("result", "earlier");
        File.SetUnixFileMode(path, (UnixFileMode)0x9ED);
        AtomicFile.Write(path, Bytes.Of("new"));
        Assert.Equal((UnixFileMode)0x1ED, Native.ModeOf(path));
    }

    [Fact]
    public void A_replaced_folder_keeps_its_permissions()
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFolder("result");
        File.SetUnixFileMode(path, (UnixFileMode)0x1C8);
        using PendingFolder pending = PendingFolder.Create(path);
        pending.WriteFile("file", Bytes.Of("new"));
        pending.Commit();
        Assert.Equal((UnixFileMode)0x1C8, Native.ModeOf(path));
    }

    [Fact]
    public void A_replaced_file_keeps_its_owner_where_the_system_allows_it()
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFile("result", "earlier");
        uint owner = Native.IsRoot ? 12345 : Native.EffectiveUser();
        Assert.Equal(0, Native.ChangeOwner(path, owner, uint.MaxValue));
        if (Native.IsRoot)
            Assert.Equal(0, Native.ChangeOwner(path, uint.MaxValue, 23456));
        File.SetUnixFileMode(path, (UnixFileMode)0x1A0);
        Assert.Empty(AtomicFile.Write(path, Bytes.Of("new")).Warnings);
        OutputContext.SystemCalls().StatusAt(path, out FileStatus status);
        Assert.Equal(owner, status.User);
        Assert.Equal(0x1A0, status.Permissions);
        if (Native.IsRoot)
            Assert.Equal(23456u, status.Group);
        Assert.Equal("new", File.ReadAllText(path));
    }

    [Theory]
    [InlineData(4242u, 4343u, "4242:4343 own:4343")]
    [InlineData(4242u, null, "4242:own")]
    [InlineData(null, 4343u, "own:4343")]
    public void An_owner_that_cannot_be_kept_is_a_warning_and_the_group_is_tried_alone(uint? user, uint? group, string expected)
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFile("result", "earlier");
        var files = new OwnerRecorder(path, user, group);
        AtomicWriteResult result = TestOutput.Write(files.Calls, path, "new");
        AtomicWriteWarning warning = Assert.Single(result.Warnings);
        Assert.Equal(AtomicWriteWarningKind.OwnerNotKept, warning.Kind);
        Assert.Equal(Errno.NotPermitted, warning.ErrorNumber);
        Assert.Contains(path, warning.Message, StringComparison.Ordinal);
        Assert.Equal(expected.Split(' ').Length, files.Calls.Calls.Count(static call => call.StartsWith("ChangeOwner", StringComparison.Ordinal)));
        Assert.Equal("new", File.ReadAllText(path));
    }

    [Fact]
    public void An_owner_whose_change_fails_for_another_reason_is_an_error()
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFile("result", "earlier");
        var files = new OwnerRecorder(path, 4242, null);
        files.Calls.Answers["ChangeOwner"] = -Errno.InputOutput;
        Assert.Throws<AtomicWriteException>(() => TestOutput.Write(files.Calls, path, "new"));
        Assert.Equal("earlier", File.ReadAllText(path));
    }

    [Theory]
    [InlineData(Errno.NotPermitted)]
    [InlineData(Errno.AccessDenied)]
    [InlineData(Errno.Invalid)]
    public void Permissions_that_the_file_system_refuses_are_a_warning(int errno)
    {
        using var folder = new TemporaryFolder();
        var files = new FaultyFileOperations();
        files.Answers["ChangeMode"] = -errno;
        AtomicWriteResult result = TestOutput.Write(files, folder.At("result"), "new");
        AtomicWriteWarning warning = Assert.Single(result.Warnings);
        Assert.Equal(AtomicWriteWarningKind.PermissionsNotKept, warning.Kind);
        Assert.Equal(errno, warning.ErrorNumber);
        Assert.Equal(Private, Native.ModeOf(folder.At("result")));
    }

    [Fact]
    public void An_unfinished_file_is_readable_by_its_owner_only()
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFile("result", "earlier");
        File.SetUnixFileMode(path, (UnixFileMode)0x1FF);
        using PendingFile file = PendingFile.Create(path);
        file.Write(Bytes.Of("new"));
        Assert.Equal(Private, Native.ModeOf(Assert.Single(folder.Litter)));
        file.Commit();
        Assert.Equal((UnixFileMode)0x1FF, Native.ModeOf(path));
    }

    [Fact]
    public void An_unfinished_folder_is_open_to_its_owner_only()
    {
        using var folder = new TemporaryFolder();
        using PendingFolder pending = PendingFolder.Create(folder.At("result"));
        Assert.Equal(Private | UnixFileMode.UserExecute, Native.ModeOf(Assert.Single(folder.Litter)));
    }

    [Fact]
    public void A_umask_that_the_kernel_does_not_tell_is_found_out_beside_the_destination()
    {
        using var folder = new TemporaryFolder();
        AtomicFile.Write(folder.At("expected"), Bytes.Of("new"));
        var files = new FaultyFileOperations();
        files.Answers["ReadUmask"] = -Errno.NotSupported;
        TestOutput.Write(files, folder.At("result"), "new");
        Assert.Equal(Native.ModeOf(folder.At("expected")), Native.ModeOf(folder.At("result")));
        Assert.Empty(folder.Litter);
        Assert.Contains(files.Calls, static call => call.StartsWith("MakeFolder", StringComparison.Ordinal));
    }

    [Fact]
    public void A_probe_that_another_run_takes_for_abandoned_is_made_again_and_not_for_ever()
    {
        using var folder = new TemporaryFolder();
        var files = new FaultyFileOperations();
        files.Answers["ReadUmask"] = -Errno.NotSupported;
        int taken = 0;
        files.Before = (call, path) =>
        {
            if (call == "StatusAt" && Directory.Exists(path))
            {
                taken++;
                Directory.Delete(path);
            }
        };
        Assert.Throws<AtomicWriteException>(() => TestOutput.Write(files, folder.At("result"), "new"));
        Assert.Equal(16, taken);
        Assert.Empty(folder.Litter);
        files.Before = (call, path) =>
        {
            if (call == "StatusAt" && Directory.Exists(path) && ++taken < 20)
                Directory.Delete(path);
        };
        Assert.Empty(TestOutput.Write(files, folder.At("result"), "new").Warnings);
    }

    [Theory]
    [InlineData("Name:\tdotnet\nUmask:\t0022\nState:\tR", 0x12)]
    [InlineData("Name:\tdotnet\nUmask:\t0777\nState:\tR", 0x1FF)]
    [InlineData("Name:\tdotnet\nUmask:\t0000\n", 0)]
    [InlineData("Name:\tdotnet\nUmask:\t0107", 0x47)]
    [InlineData("Name:\tdotnet\nUmask:\t7022\n", 0x12)]
    public void The_umask_is_read_from_the_kernels_text(string status, int expected) =>
        Assert.Equal(expected, PosixFileOperations.UmaskIn(Bytes.Of(status)));

    [Theory]
    [InlineData("Name:\tdotnet\nState:\tR")]
    [InlineData("Umask:\t0022")]
    public void A_text_without_the_umask_is_an_error(string status) =>
        Assert.Equal(-Errno.NotSupported, PosixFileOperations.UmaskIn(Bytes.Of(status)));

    [Fact]
    public void A_process_called_like_the_field_does_not_fool_it() =>
        Assert.Equal(0x3F, PosixFileOperations.UmaskIn(Bytes.Of("Name:\tUmask:\t0022\nUmask:\t0077\n")));

    /// <summary>Says that the destination belongs to somebody else, and refuses to give files away.</summary>
    private sealed class OwnerRecorder
    {
        public OwnerRecorder(string path, uint? user, uint? group)
        {
            Calls = new FaultyFileOperations
            {
                Lie = (seen, status) => seen == path ? status with { User = user ?? status.User, Group = group ?? status.Group } : status,
            };
            Calls.Answers["ChangeOwner"] = -Errno.NotPermitted;
        }

        public FaultyFileOperations Calls { get; }
    }
}
