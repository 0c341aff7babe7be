using BvlosSim.AtomicFiles.Tests.Support;

namespace BvlosSim.AtomicFiles.Tests.Destinations;

/// <summary>Every name that the file system allows can be written, although the temporary name is longer.</summary>
public sealed class NameLengthTests
{
    [Theory]
    [InlineData("a", 255)]
    [InlineData("a", 210)]
    [InlineData("a", 209)]
    [InlineData("ä", 127)]
    [InlineData("漢", 85)]
    [InlineData("🚁", 63)]
    public void The_longest_names_work(string letter, int count)
    {
        using var folder = new TemporaryFolder();
        string path = folder.At(string.Concat(Enumerable.Repeat(letter, count)));
        AtomicFile.Write(path, Bytes.Of("earlier"));
        AtomicFile.Write(path, Bytes.Of("new"));
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void The_longest_name_of_a_folder_works()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At(new string('a', 255));
        using PendingFolder pending = PendingFolder.Create(path);
        pending.WriteFile(new string('b', 255), Bytes.Of("new"));
        pending.Commit();
        Assert.Equal("new", File.ReadAllText(Path.Combine(path, new string('b', 255))));
        Assert.Empty(folder.Litter);
    }

    [Fact]
    public void A_name_that_the_file_system_does_not_allow_is_an_error()
    {
        using var folder = new TemporaryFolder();
        AtomicWriteException failure = Assert.Throws<AtomicWriteException>(() => AtomicFile.Write(folder.At(new string('a', 256)), Bytes.Of("new")));
        Assert.Equal(AtomicWriteFailure.NameTooLong, failure.Reason);
    }
}
