using BvlosSim.AtomicFiles.Platform;
using BvlosSim.AtomicFiles.Tests.Support;

namespace BvlosSim.AtomicFiles.Tests.Facts;

/// <summary>
/// Real file systems in states that take a mount to make. Where mounting is not allowed (no superuser, or a container) the same
/// answers are injected by <see cref="Faults.RefusalTests"/>, which always runs.
/// </summary>
public sealed class MountTests
{
    [Fact]
    public void A_disk_that_is_really_full_keeps_the_earlier_file()
    {
        using var mount = Mounted.TryNew("tmpfs", "size=64k");
        if (mount is null)
            return; // Mounting is not allowed here.
        string path = mount.At("result");
        AtomicFile.Write(path, Bytes.Of("earlier"));
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => AtomicFile.Write(path, new byte[1 << 20]));
        Assert.Equal(AtomicWriteFailure.DiskFull, failure.Reason);
        Assert.Equal("earlier", File.ReadAllText(path));
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(mount.Path));
    }

    [Fact]
    public void A_file_system_that_is_really_read_only_is_named()
    {
        using var mount = Mounted.TryNew("tmpfs", "size=64k", Native.ReadOnlyMount);
        if (mount is null)
            return; // Mounting is not allowed here.
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => AtomicFile.Write(mount.At("result"), Bytes.Of("new")));
        Assert.Equal(AtomicWriteFailure.FolderNotWritable, failure.Reason);
        Assert.Equal(Errno.ReadOnlyFileSystem, failure.ErrorNumber);
        Assert.Equal(mount.Path, failure.Path);
    }

    [Fact]
    public void Fact05_A_single_file_that_is_mounted_cannot_be_replaced_and_the_message_names_the_cure()
    {
        using var folder = new TemporaryFolder();
        string outside = folder.WithFile("outside", "earlier");
        string path = folder.WithFile("mounted", "");
        if (Native.Mount(outside, path, "none", Native.BindMount, "") != 0)
            return; // Mounting is not allowed here.
        try
        {
            AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => AtomicFile.Write(path, Bytes.Of("new")));
            Assert.Equal(AtomicWriteFailure.Busy, failure.Reason);
            Assert.Equal(Errno.Busy, failure.ErrorNumber);
            Assert.Contains("mount its folder instead", failure.Message, StringComparison.Ordinal);
            Assert.Equal("earlier", File.ReadAllText(path));
            Assert.Empty(folder.Litter);
        }
        finally
        {
            Assert.Equal(0, Native.Unmount(path, 0));
        }
    }

    [Fact]
    public void A_folder_that_is_a_mount_point_cannot_be_replaced()
    {
        using var mount = Mounted.TryNew("tmpfs", "size=64k");
        if (mount is null)
            return; // Mounting is not allowed here.
        using PendingFolder pending = PendingFolder.Create(mount.Path);
        pending.WriteFile("file", Bytes.Of("new"));
        Assert.Equal(AtomicWriteFailure.Busy, Assert.Throws<AtomicWriteException>(() => pending.Commit()).Reason);
        Assert.Empty(Directory.EnumerateFileSystemEntries(mount.Path));
    }

    private sealed class Mounted : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        private Mounted() => Path = _folder.WithFolder("mounted");

        public string Path { get; }

        public static Mounted? TryNew(string type, string options, uint flags = 0)
        {
            var mounted = new Mounted();
            if (OperatingSystem.IsLinux() && Native.Mount("none", mounted.Path, type, flags, options) == 0)
                return mounted;
            mounted._folder.Dispose();
            return null;
        }

        public string At(string name) => System.IO.Path.Combine(Path, name);

        public void Dispose()
        {
            Assert.Equal(0, Native.Unmount(Path, 0));
            _folder.Dispose();
        }
    }
}
