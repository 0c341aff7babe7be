using BvlosSim.AtomicFiles.Platform;
using BvlosSim.AtomicFiles.Tests.Support;

namespace BvlosSim.AtomicFiles.Tests.Destinations;

/// <summary>A link keeps its place, and what it leads to is written.</summary>
public sealed class LinkTests
{
    [Fact]
    public void A_link_survives_and_its_target_is_replaced_beside_itself()
    {
        using var folder = new TemporaryFolder();
        folder.WithFolder("away");
        string real = folder.WithFile("away/real", "earlier");
        string link = folder.At("link");
        File.CreateSymbolicLink(link, "away/real");
        var files = new FaultyFileOperations();
        AtomicWriteResult result = TestOutput.Write(files, link, "new");
        Assert.Equal("away/real", new FileInfo(link).LinkTarget);
        Assert.Equal("new", File.ReadAllText(real));
        Assert.Equal(real, result.Path);
        Assert.Null(new FileInfo(real).LinkTarget);
    }

    [Fact]
    public void A_chain_of_links_is_followed_to_its_end()
    {
        using var folder = new TemporaryFolder();
        string real = folder.WithFile("real", "earlier");
        File.CreateSymbolicLink(folder.At("second"), real);
        File.CreateSymbolicLink(folder.At("first"), "second");
        Assert.Equal(real, AtomicFile.Write(folder.At("first"), Bytes.Of("new")).Path);
        Assert.Equal("new", File.ReadAllText(real));
        Assert.Equal("second", new FileInfo(folder.At("first")).LinkTarget);
        Assert.Equal(real, new FileInfo(folder.At("second")).LinkTarget);
    }

    [Fact]
    public void A_link_to_nothing_gets_its_target()
    {
        using var folder = new TemporaryFolder();
        string link = folder.At("link");
        File.CreateSymbolicLink(link, "target");
        AtomicFile.Write(link, Bytes.Of("new"));
        Assert.Equal("target", new FileInfo(link).LinkTarget);
        Assert.Equal("new", File.ReadAllText(folder.At("target")));
    }

    [Fact]
    public void A_link_into_a_missing_folder_names_that_folder()
    {
        using var folder = new TemporaryFolder();
        string link = folder.At("link");
        File.CreateSymbolicLink(link, "missing/target");
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => AtomicFile.Write(link, Bytes.Of("new")));
        Assert.Equal(AtomicWriteFailure.FolderMissing, failure.Reason);
        Assert.Equal(folder.At("missing"), failure.Path);
    }

    [Theory]
    [InlineData("gone/")]
    [InlineData(".")]
    public void A_link_to_a_folder_is_a_folder(string target)
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.At("link"), target);
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => AtomicFile.Write(folder.At("link"), Bytes.Of("new")));
        Assert.Equal(AtomicWriteFailure.DestinationIsFolder, failure.Reason);
    }

    [Fact]
    public void A_circle_of_links_is_an_error()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.At("first"), "second");
        File.CreateSymbolicLink(folder.At("second"), "first");
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => AtomicFile.Write(folder.At("first"), Bytes.Of("new")));
        Assert.Equal(Errno.Loop, failure.ErrorNumber);
        Assert.Equal(folder.At("first"), failure.Path);
    }

    [Fact]
    public void Forty_links_are_followed_and_forty_one_are_not()
    {
        using var folder = new TemporaryFolder();
        string real = folder.WithFile("link0", "earlier");
        for (int number = 1; number <= 41; number++)
            File.CreateSymbolicLink(folder.At($"link{number}"), $"link{number - 1}");
        Assert.Equal(real, AtomicFile.Write(folder.At("link40"), Bytes.Of("new")).Path);
        Assert.Throws<AtomicWriteException>(() => AtomicFile.Write(folder.At("link41"), Bytes.Of("new")));
    }

    [Fact]
    public void Two_dots_behind_a_link_to_a_folder_mean_what_the_kernel_says()
    {
        using var folder = new TemporaryFolder();
        folder.WithFolder("deep");
        folder.WithFolder("deep/inner");
        File.CreateSymbolicLink(folder.At("link"), "deep/inner");
        AtomicFile.Write(folder.At("link") + "/../result", Bytes.Of("new"));
        Assert.Equal("new", File.ReadAllText(folder.At("deep/result")));
        Assert.False(File.Exists(folder.At("result")));
    }

    [Theory]
    [InlineData(true, true, true, true)]
    [InlineData(false, true, true, false)]
    [InlineData(true, false, true, false)]
    [InlineData(true, true, false, false)]
    public void A_link_placed_by_another_user_in_a_folder_open_to_all_is_not_followed(bool foreign, bool sticky, bool open, bool refused)
    {
        using var folder = new TemporaryFolder();
        string real = folder.WithFile("real", "earlier");
        string shared = folder.WithFolder("shared");
        File.SetUnixFileMode(
            shared,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | (sticky ? UnixFileMode.StickyBit : UnixFileMode.None)
            | (open ? UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute : UnixFileMode.None));
        string link = shared + "/link";
        File.CreateSymbolicLink(link, real);
        var files = new FaultyFileOperations { Lie = (path, status) => foreign && path == link ? status with { User = 4242 } : status };
        if (refused)
        {
            AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => TestOutput.Write(files, link, "new"));
            Assert.Equal(AtomicWriteFailure.ForeignLink, failure.Reason);
            Assert.Equal(link, failure.Path);
            Assert.Contains(shared, failure.Message, StringComparison.Ordinal);
        }
        else
        {
            TestOutput.Write(files, link, "new");
        }

        Assert.Equal(refused ? "earlier" : "new", File.ReadAllText(real));
        Assert.Empty(files.OpenDescriptors);
    }

    [Fact]
    public void A_link_placed_by_the_owner_of_the_open_folder_is_followed()
    {
        using var folder = new TemporaryFolder();
        string real = folder.WithFile("real", "earlier");
        string shared = folder.WithFolder("shared");
        File.SetUnixFileMode(shared, (UnixFileMode)0x3FF);
        File.CreateSymbolicLink(shared + "/link", real);
        var files = new FaultyFileOperations
        {
            Lie = (path, status) => path.StartsWith(shared, StringComparison.Ordinal) ? status with { User = 4242 } : status,
        };
        TestOutput.Write(files, shared + "/link", "new");
        Assert.Equal("new", File.ReadAllText(real));
    }
}
