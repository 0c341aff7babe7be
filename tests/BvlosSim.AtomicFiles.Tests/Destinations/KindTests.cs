using System.Net.Sockets;
using BvlosSim.AtomicFiles.Platform;
using BvlosSim.AtomicFiles.Tests.Support;

namespace BvlosSim.AtomicFiles.Tests.Destinations;

/// <summary>What has the name decides whether and how it is written.</summary>
public sealed class KindTests
{
    [Fact]
    public void Nothing_becomes_a_file()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("result");
        AtomicWriteResult result = AtomicFile.Write(path, Bytes.Of("new"));
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal(path, result.Path);
        Assert.True(result.IsAtomic);
        Assert.Empty(result.Warnings);
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_file_becomes_another_file_and_who_has_the_earlier_one_open_keeps_it()
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFile("result", "earlier");
        using var reader = new StreamReader(path);
        AtomicFile.Write(path, Bytes.Of("new"));
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal("earlier", reader.ReadToEnd());
    }

    [Fact]
    public void No_bytes_are_a_file_too()
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFile("result", "earlier");
        AtomicFile.Write(path, []);
        Assert.Equal(0, new FileInfo(path).Length);
    }

    [Fact]
    public void Several_mebibytes_arrive_whole()
    {
        using var folder = new TemporaryFolder();
        byte[] content = new byte[(3 << 20) + 17];
        new Random(1).NextBytes(content);
        AtomicFile.Write(folder.At("result"), content);
        Assert.Equal(content, File.ReadAllBytes(folder.At("result")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/.")]
    [InlineData("/inner/..")]
    public void A_folder_is_an_error(string ending)
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFolder("result");
        folder.WithFolder("result/inner");
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => AtomicFile.Write(path + ending, Bytes.Of("new")));
        Assert.Equal(AtomicWriteFailure.DestinationIsFolder, failure.Reason);
        Assert.Equal(path + ending, failure.Path);
        Assert.Equal(Errno.IsAFolder, failure.ErrorNumber);
        Assert.Empty(folder.Litter);
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        using var folder = new TemporaryFolder();
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => AtomicFile.Write(folder.At("missing/result"), Bytes.Of("new")));
        Assert.Equal(AtomicWriteFailure.FolderMissing, failure.Reason);
        Assert.Equal(folder.At("missing"), failure.Path);
        Assert.Contains($"there is no folder '{folder.At("missing")}'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_a_missing_folder()
    {
        using var folder = new TemporaryFolder();
        string file = folder.WithFile("file", "text");
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => AtomicFile.Write(file + "/result", Bytes.Of("new")));
        Assert.Equal(AtomicWriteFailure.FolderMissing, failure.Reason);
        Assert.Equal(file, failure.Path);
    }

    [Theory]
    [InlineData("/proc")]
    [InlineData("/sys")]
    public void A_folder_that_nobody_can_write_to_is_named_with_the_reason(string refusing)
    {
        if (!OperatingSystem.IsLinux())
            return; // These two folders refuse even the superuser, and exist on Linux only.
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => AtomicFile.Write(refusing + "/result", Bytes.Of("new")));
        Assert.Equal(AtomicWriteFailure.FolderNotWritable, failure.Reason);
        Assert.Equal(refusing, failure.Path);
        Assert.Contains($"no file can be created in the folder '{refusing}' (", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_socket_is_never_replaced()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("socket");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => AtomicFile.Write(path, Bytes.Of("new")));
        Assert.Equal(AtomicWriteFailure.DestinationIsSocket, failure.Reason);
        Assert.Empty(folder.Litter);
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData(nameof(FileKind.BlockDevice))]
    [InlineData(nameof(FileKind.Other))]
    public void A_disk_is_never_written_to(string kind)
    {
        // Told by the status and not by a real device: the test must not be able to harm one.
        using var folder = new TemporaryFolder();
        string path = folder.WithFile("result", "earlier");
        var files = new FaultyFileOperations { Lie = (_, status) => status with { Kind = Enum.Parse<FileKind>(kind) } };
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => TestOutput.Write(files, path, "new"));
        Assert.Equal(AtomicWriteFailure.DestinationIsDevice, failure.Reason);
        Assert.Equal("earlier", File.ReadAllText(path));
    }

    [Theory]
    [InlineData(0x8000, nameof(FileKind.Regular))]
    [InlineData(0x4000, nameof(FileKind.Folder))]
    [InlineData(0xA000, nameof(FileKind.Link))]
    [InlineData(0x1000, nameof(FileKind.Fifo))]
    [InlineData(0x2000, nameof(FileKind.CharacterDevice))]
    [InlineData(0x6000, nameof(FileKind.BlockDevice))]
    [InlineData(0xC000, nameof(FileKind.Socket))]
    [InlineData(0xE000, nameof(FileKind.Other))]
    public void The_mode_word_tells_the_kind_and_the_permissions(int type, string kind)
    {
        FileStatus status = FileStatus.FromMode(type | 0x3ED, 1, 2, 3, 4, 5);
        Assert.Equal(new FileStatus(Enum.Parse<FileKind>(kind), 0x3ED, 1, 2, 3, 4, 5), status);
    }

    [Theory]
    [InlineData(nameof(FileKind.Fifo), AtomicWriteFailure.Busy)]
    [InlineData(nameof(FileKind.Link), AtomicWriteFailure.Busy)]
    [InlineData(nameof(FileKind.Folder), AtomicWriteFailure.DestinationIsFolder)]
    [InlineData(nameof(FileKind.Socket), AtomicWriteFailure.DestinationIsSocket)]
    public void What_took_the_name_while_the_content_was_computed_is_not_replaced(string kind, AtomicWriteFailure reason)
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFile("result", "earlier");
        var files = new FaultyFileOperations();
        using PendingFile file = PendingFile.Create(TestOutput.ContextOf(files), path, null, CancellationToken.None);
        file.Write(Bytes.Of("new"));
        files.Lie = (seen, status) => seen == path ? status with { Kind = Enum.Parse<FileKind>(kind) } : status;
        Assert.Equal(reason, Assert.Throws<AtomicWriteException>(() => file.Commit()).Reason);
        Assert.Equal("earlier", File.ReadAllText(path));
    }

    [Fact]
    public void A_relative_path_begins_at_the_current_folder()
    {
        using var folder = new TemporaryFolder();
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, folder.At("result"));
        Assert.Equal(Path.Combine(Environment.CurrentDirectory, relative), AtomicFile.Write(relative, Bytes.Of("new")).Path);
        Assert.Equal("new", File.ReadAllText(folder.At("result")));
    }

    [Fact]
    public void An_empty_path_and_a_path_with_a_zero_are_mistakes_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => AtomicFile.Write("", Bytes.Of("new")));
        Assert.Throws<ArgumentNullException>(() => AtomicFile.Write(null!, Bytes.Of("new")));
        Assert.Throws<ArgumentException>(() => AtomicFile.Write("/tmp/a\0b", Bytes.Of("new")));
    }
}
