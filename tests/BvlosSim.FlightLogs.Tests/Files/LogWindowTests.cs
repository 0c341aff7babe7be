using System.Security.Cryptography;
using BvlosSim.FlightLogs.Files;
using CsCheck;

namespace BvlosSim.FlightLogs.Tests.Files;

public class LogWindowTests
{
    private enum Move
    {
        Has,
        Fill,
        Skip,
        Seek,
    }

    [Fact]
    public void A_window_shows_the_bytes_of_its_position_however_it_came_there()
    {
        Gen<(Move, int)[]> moves = Gen.Select(Gen.Enum<Move>(), Gen.Int[0, 3_000_000]).Array[1, 40];
        using var folder = new TemporaryFolder();
        byte[] bytes = new byte[2_500_000];
        new Random(1).NextBytes(bytes);
        string path = folder.Write("a.bin", bytes);
        moves.Sample(
            steps =>
            {
                using LogFile file = LogFile.Open(path, null, out _)!;
                var window = new LogWindow(file, CancellationToken.None);
                long position = 0;
                foreach ((Move move, int amount) in steps)
                {
                    position = Make(window, move, amount, position, bytes);
                    Assert.Equal(position, window.Position);
                    Assert.Equal(bytes.Length - position, window.Remaining);
                    Assert.True(window.Bytes.SequenceEqual(bytes.AsSpan((int)position, window.Bytes.Length)));
                }

                Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), file.Sha256(CancellationToken.None));
            },
            iter: 50,
            seed: "0000KOIPZrv4");
    }

    [Fact]
    public void A_limit_holds_inclusively()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.bin", new byte[10]);
        LogFile.Open(path, 10, out LogRefusal? accepted)!.Dispose();
        Assert.Null(accepted);
        Assert.Null(LogFile.Open(path, 9, out LogRefusal? refusal));
        Assert.Equal(LogRefusalReason.FileTooLarge, refusal!.Reason);
    }

    [Fact]
    public void What_is_absent_or_no_file_is_refused()
    {
        using var folder = new TemporaryFolder();
        Assert.Null(LogFile.Open(folder.Path, null, out LogRefusal? refusal));
        Assert.Equal(LogRefusalReason.NonRegularFile, refusal!.Reason);
        Assert.Null(LogFile.Open(Path.Combine(folder.Path, "none"), null, out refusal));
        Assert.Equal(LogRefusalReason.ReadError, refusal!.Reason);
    }

    private static long Make(LogWindow window, Move move, int amount, long position, byte[] bytes)
    {
        long remaining = bytes.Length - position;
        switch (move)
        {
            case Move.Has:
                int wanted = amount % LogWindow.CapacityBytes;
                Assert.Equal(wanted <= remaining, window.Has(wanted));
                Assert.True(wanted > remaining || window.Bytes.Length >= wanted);
                return position;
            case Move.Fill:
                Assert.Equal(remaining > 0, window.Fill());
                return position;
            case Move.Skip:
                window.Skip(amount % 100_000);
                return Math.Min(bytes.Length, position + (amount % 100_000));
            default:
                window.Seek(amount);
                return Math.Min(bytes.Length, amount);
        }
    }
}
