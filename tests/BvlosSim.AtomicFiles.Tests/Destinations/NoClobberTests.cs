using BvlosSim.AtomicFiles.Platform;
using BvlosSim.AtomicFiles.Tests.Support;

namespace BvlosSim.AtomicFiles.Tests.Destinations;

/// <summary>With no-clobber the kernel says at the last moment whether the name is free, and only then is it taken.</summary>
public sealed class NoClobberTests
{
    [Fact]
    public void A_free_name_is_taken()
    {
        using var folder = new TemporaryFolder();
        var files = new FaultyFileOperations();
        Assert.Empty(TestOutput.Write(files, folder.At("result"), "new", noClobber: true).Warnings);
        Assert.Equal("new", File.ReadAllText(folder.At("result")));
        Assert.DoesNotContain(files.Calls, static call => call.StartsWith("Rename ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_stays_and_nothing_is_prepared_beside_it()
    {
        using var folder = new TemporaryFolder();
        string path = folder.WithFile("result", "earlier");
        var files = new FaultyFileOperations();
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => TestOutput.Write(files, path, "new", noClobber: true));
        Assert.Equal(AtomicWriteFailure.DestinationExists, failure.Reason);
        Assert.Equal(path, failure.Path);
        Assert.Equal("earlier", File.ReadAllText(path));
        Assert.DoesNotContain(files.Calls, static call => call.StartsWith("OpenNewFile", StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_to_a_file_counts_as_a_file()
    {
        using var folder = new TemporaryFolder();
        folder.WithFile("real", "earlier");
        File.CreateSymbolicLink(folder.At("link"), "real");
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(
            () => AtomicFile.Write(folder.At("link"), Bytes.Of("new"), new AtomicWriteOptions { NoClobber = true }));
        Assert.Equal(AtomicWriteFailure.DestinationExists, failure.Reason);
        Assert.Equal("earlier", File.ReadAllText(folder.At("real")));
    }

    [Fact]
    public void A_link_to_nothing_counts_as_a_free_name_and_gets_its_target()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.At("link"), "target");
        AtomicFile.Write(folder.At("link"), Bytes.Of("new"), new AtomicWriteOptions { NoClobber = true });
        Assert.Equal("target", new FileInfo(folder.At("link")).LinkTarget);
        Assert.Equal("new", File.ReadAllText(folder.At("target")));
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/stdout")]
    public void What_cannot_be_replaced_counts_as_taken(string path)
    {
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(
            () => AtomicFile.Write(path, Bytes.Of("new"), new AtomicWriteOptions { NoClobber = true }));
        Assert.Equal(AtomicWriteFailure.DestinationExists, failure.Reason);
    }

    [Theory]
    [InlineData("RenameNoReplace", false)]
    [InlineData("Link", true)]
    public void A_file_that_appears_at_the_last_moment_stays(string call, bool withoutExclusiveRename)
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("result");
        var files = new FaultyFileOperations();
        if (withoutExclusiveRename)
            files.Answers["RenameNoReplace"] = -Errno.Invalid;
        files.Before = (name, _) =>
        {
            if (name == call)
                File.WriteAllText(path, "somebody else's");
        };
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => TestOutput.Write(files, path, "new", noClobber: true));
        Assert.Equal(AtomicWriteFailure.DestinationExists, failure.Reason);
        Assert.Equal("somebody else's", File.ReadAllText(path));
        Assert.Empty(folder.Litter);
    }

    [Fact]
    public void A_file_that_appears_while_the_content_is_computed_stays()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("result");
        using PendingFile file = PendingFile.Create(path, new AtomicWriteOptions { NoClobber = true });
        file.Write(Bytes.Of("new"));
        File.WriteAllText(path, "somebody else's");
        Assert.Equal(AtomicWriteFailure.DestinationExists, Assert.Throws<AtomicWriteException>(() => file.Commit()).Reason);
        Assert.Equal("somebody else's", File.ReadAllText(path));
    }

    [Theory]
    [InlineData(nameof(Errno.NotImplemented))]
    [InlineData(nameof(Errno.NotSupported))]
    [InlineData(nameof(Errno.Invalid))]
    public void Without_an_exclusive_rename_a_hard_link_serves(string refusal)
    {
        using var folder = new TemporaryFolder();
        var files = new FaultyFileOperations();
        files.Answers["RenameNoReplace"] = -NumberOf(refusal);
        Assert.Empty(TestOutput.Write(files, folder.At("result"), "new", noClobber: true).Warnings);
        Assert.Equal("new", File.ReadAllText(folder.At("result")));
        Assert.Empty(folder.Litter);
        Assert.Contains(files.Calls, static call => call.StartsWith("Link", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(nameof(Errno.NotPermitted))]
    [InlineData(nameof(Errno.TooManyLinks))]
    [InlineData(nameof(Errno.NotSupported))]
    public void Without_either_it_is_an_error_and_not_a_race(string refusal)
    {
        using var folder = new TemporaryFolder();
        var files = new FaultyFileOperations();
        files.Answers["RenameNoReplace"] = -Errno.Invalid;
        files.Answers["Link"] = -NumberOf(refusal);
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => TestOutput.Write(files, folder.At("result"), "new", noClobber: true));
        Assert.Equal(AtomicWriteFailure.NotSupported, failure.Reason);
        Assert.Contains("write without no-clobber", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.At("result")));
        Assert.Empty(folder.Litter);
    }

    [Fact]
    public void Of_many_at_once_exactly_one_gets_the_name()
    {
        for (int round = 0; round < 20; round++)
        {
            using var folder = new TemporaryFolder();
            string path = folder.At("result");
            int written = 0;
            int refused = 0;
            Parallel.For(0, 6, writer =>
            {
                try
                {
                    AtomicFile.Write(path, Bytes.Of($"writer {writer}"), new AtomicWriteOptions { NoClobber = true });
                    Interlocked.Increment(ref written);
                }
                catch (AtomicWriteException failure) when (failure.Reason == AtomicWriteFailure.DestinationExists)
                {
                    Interlocked.Increment(ref refused);
                }
            });
            Assert.Equal(1, written);
            Assert.Equal(5, refused);
            Assert.StartsWith("writer ", File.ReadAllText(path), StringComparison.Ordinal);
            Assert.Empty(folder.Litter);
        }
    }

    private static int NumberOf(string name) => name switch
    {
        nameof(Errno.NotImplemented) => Errno.NotImplemented,
        nameof(Errno.NotSupported) => Errno.NotSupported,
        nameof(Errno.NotPermitted) => Errno.NotPermitted,
        nameof(Errno.TooManyLinks) => Errno.TooManyLinks,
        _ => Errno.Invalid,
    };
}
