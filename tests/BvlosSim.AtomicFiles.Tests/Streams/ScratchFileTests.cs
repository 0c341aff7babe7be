using BvlosSim.AtomicFiles.Streaming;
using BvlosSim.AtomicFiles.Tests.Support;

namespace BvlosSim.AtomicFiles.Tests.Streams;

public sealed class ScratchFileTests
{
    [Fact]
    public void BytesComeBackAndNoNameIsEverSeen()
    {
        using var folder = new TemporaryFolder();
        using ScratchFile? file = ScratchFile.TryCreate(folder.Path);
        Assert.Equal(OperatingSystem.IsLinux(), file is not null);
        if (file is null)
            return;
        byte[] read = new byte[3];

        file.Write(1 << 20, [1, 2, 3]);
        file.Write(0, [9]);
        file.Read(1 << 20, read);

        Assert.Equal([1, 2, 3], read);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
        Assert.Throws<EndOfStreamException>(() => file.Read((1 << 20) + 1, new byte[3]));
    }

    [Fact]
    public void WhereThereIsNoFolderThereIsNoFile() => Assert.Null(ScratchFile.TryCreate("/nonexistent/folder"));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(HeldBytes.MemoryBytes)]
    [InlineData(HeldBytes.MemoryBytes + 1)]
    [InlineData((3 * HeldBytes.MemoryBytes) + 12_345)]
    public void HeldBytesAreHandedOnInOrder(int length)
    {
        byte[] bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        Func<ScratchFile?>[] sources = [ScratchFile.TryCreate, () => null, FullDisk];
        foreach (Func<ScratchFile?> source in sources)
        {
            using var held = new HeldBytes(source);
            foreach (byte[] piece in bytes.Chunk(100_003))
                held.Write(piece);
            var handedOn = new List<byte>();

            Assert.Equal(0, held.HandOn(piece =>
            {
                handedOn.AddRange(piece);
                return 0;
            }));

            Assert.Equal(bytes, handedOn);
            Assert.Equal(-5, held.HandOn(_ => -5));
        }
    }

    private static ScratchFile? FullDisk() => throw new IOException("No space left on device");
}
