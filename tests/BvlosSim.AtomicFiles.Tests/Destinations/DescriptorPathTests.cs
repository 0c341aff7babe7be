using BvlosSim.AtomicFiles.Destinations;
using BvlosSim.AtomicFiles.Platform;
using BvlosSim.AtomicFiles.Tests.Support;

namespace BvlosSim.AtomicFiles.Tests.Destinations;

/// <summary>Paths that name an open descriptor are written to, whatever that leads to.</summary>
public sealed class DescriptorPathTests
{
    [Theory]
    [InlineData("/dev/stdout", 1)]
    [InlineData("/dev/stderr", 2)]
    [InlineData("/dev/fd/63", 63)]
    [InlineData("/proc/self/fd/5", 5)]
    [InlineData("/proc/thread-self/fd/6", 6)]
    [InlineData("/dev/fd/", -1)]
    [InlineData("/dev/fd/x", -1)]
    [InlineData("/dev/fd/-1", -1)]
    [InlineData("/dev/fd/+1", -1)]
    [InlineData("/dev/fd/1/2", -1)]
    [InlineData("/dev/fd/99999999999", -1)]
    [InlineData("/dev/null", -1)]
    [InlineData("/proc/1/fd/1", -1)]
    [InlineData("/tmp/dev/stdout", -1)]
    public void The_number_is_read_from_the_path(string path, int expected) => Assert.Equal(expected, DescriptorPath.Parse(path));

    [Fact]
    public void The_own_process_may_be_given_by_its_number() =>
        Assert.Equal(7, DescriptorPath.Parse($"/proc/{Environment.ProcessId}/fd/7"));

    [Theory]
    [InlineData("/dev/fd/")]
    [InlineData("/proc/self/fd/")]
    public void A_pipe_gets_all_bytes(string prefix)
    {
        (int reader, int writer) = Native.NewPipe();
        AtomicWriteResult result = AtomicFile.Write(prefix + writer, Bytes.Of("new"));
        Assert.False(result.IsAtomic);
        Native.Close(writer);
        Assert.Equal("new"u8.ToArray(), Native.ReadToEnd(reader));
        Native.Close(reader);
    }

    [Fact]
    public void A_link_to_a_descriptor_is_followed()
    {
        using var folder = new TemporaryFolder();
        (int reader, int writer) = Native.NewPipe();
        File.CreateSymbolicLink(folder.At("link"), $"/dev/fd/{writer}");
        AtomicFile.Write(folder.At("link"), Bytes.Of("new"));
        Native.Close(writer);
        Assert.Equal("new"u8.ToArray(), Native.ReadToEnd(reader));
        Native.Close(reader);
    }

    [Fact]
    public void A_file_behind_a_descriptor_is_written_where_the_descriptor_stands_and_not_replaced()
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFile("log", "");
        Assert.True(OutputContext.SystemCalls().StatusAt(path, out FileStatus before) >= 0);
        int descriptor = Native.Open(path, Native.WriteOnlyFlag, 0);
        AtomicFile.Write($"/dev/fd/{descriptor}", Bytes.Of("one "));
        AtomicFile.Write($"/dev/fd/{descriptor}", Bytes.Of("two"));
        Native.Close(descriptor);
        Assert.Equal("one two", File.ReadAllText(path));
        Assert.True(OutputContext.SystemCalls().StatusAt(path, out FileStatus after) >= 0);
        Assert.True(before.IsSameFileAs(after));
    }

    [Fact]
    public void A_descriptor_that_is_not_open_is_refused_before_anything_is_computed()
    {
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => PendingFile.Create("/dev/fd/987654"));
        Assert.Equal(Errno.BadDescriptor, failure.ErrorNumber);
    }

    [Fact]
    public void A_descriptor_is_no_folder()
    {
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => PendingFolder.Create("/dev/stdout"));
        Assert.Equal(AtomicWriteFailure.DestinationIsFile, failure.Reason);
    }

    [Fact]
    public void Standard_output_as_a_path_appends_to_a_file_and_feeds_a_pipe()
    {
        if (!OperatingSystem.IsLinux())
            return; // Starts itself again with the Linux layout of the runtime.
        using var folder = new TemporaryFolder();
        string log = folder.WithFile("log", "first ");
        Assert.Equal(0, Child.RunInShell($"exec \"$@\" >> '{log}'", "write", "/dev/stdout", "second").ExitCode);
        Assert.Equal("first second", File.ReadAllText(log));
        string piped = folder.At("piped");
        Assert.Equal(0, Child.RunInShell($"\"$@\" | cat > '{piped}'", "write", "/dev/stdout", "through").ExitCode);
        Assert.Equal("through", File.ReadAllText(piped));
        Assert.Empty(folder.Litter);
    }
}
