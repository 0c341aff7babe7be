using System.Text;
using BvlosSim.FlightLogs.Files;
using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Tests.DataFlash;

namespace BvlosSim.FlightLogs.Tests.Reading;

/// <summary>Which format a file is, and what is none.</summary>
public class FlightLogReaderTests
{
    [Fact]
    public void A_summary_is_the_same_without_the_wind()
    {
        byte[] bytes = Logs.Flight().ToArray();
        FlightLog whole = Logs.Read(bytes);
        using var file = LogFile.InMemory("/logs/a.bin", bytes);
        FlightLog summary = FlightLogReader.ReadForSummary(file, out _, CancellationToken.None)!;

        Assert.NotEmpty(whole.Rows.Wind);
        Assert.Empty(summary.Rows.Wind);
        Assert.Equal(whole.Rows.Battery.AsEnumerable(), summary.Rows.Battery);
        Assert.Equal(whole.Inventory.Messages.ToArray(), summary.Inventory.Messages.ToArray());
        Assert.Equal(whole.Assumptions.ToArray(), summary.Assumptions.ToArray());
        Assert.Equal(whole.Sha256, summary.Sha256);
    }

    [Theory]
    [InlineData("a.LOG", "", LogFormat.DataFlashText)]
    [InlineData("a.txt", "\uFEFF\r\n\tFMT, 1", LogFormat.DataFlashText)]
    [InlineData("a.txt", "x\nGPS, 1\n", LogFormat.DataFlashText)]
    [InlineData("a.txt", "GPS, 1\n", null)]
    [InlineData("a.bin", "", null)]
    [InlineData("a.txt", "hello\n", null)]
    public void Text_is_known_by_suffix_or_content(string name, string text, LogFormat? format)
    {
        FlightLog? log = Logs.TryRead(Encoding.UTF8.GetBytes(text), name, out LogRefusal? refusal);
        Assert.Equal(format, log?.Format);
        Assert.Equal(format is null ? LogRefusalReason.UnsupportedFormat : null, refusal?.Reason);
    }

    [Fact]
    public void A_binary_log_is_known_by_its_first_bytes_and_by_a_definition_behind_a_damaged_start()
    {
        byte[] bytes = Logs.Definitions().Gps(1_000_000).ToArray();
        Assert.Equal(LogFormat.DataFlashBinary, Logs.Read(bytes, "a.log").Format);
        FlightLog damaged = Logs.Read([.. new byte[5000], .. bytes]);
        Assert.Single(damaged.Rows.Gps);
        Assert.Equal(5000, Assert.Single(damaged.Inventory.Skipped).Bytes);
    }

    [Fact]
    public void Any_definition_tells_a_binary_log_whose_first_bytes_are_lost()
    {
        byte[] bytes = Logs.Definitions().Gps(1_000_000).ToArray();
        bytes.AsSpan(0, 89).Clear();

        Assert.Single(Logs.Read(bytes).Rows.Gps);
        Assert.Null(Logs.TryRead([.. new byte[89], .. bytes[89..(2 * 89)]], "a.bin", out _));
    }

    [Fact]
    public void A_character_cut_by_the_first_4096_bytes_is_no_fault()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("FMT,1,1,GPS,Q,TimeUS,Lat,Lng\nGPS,1000000,47,8\n" + new string('x', 4096 - 46 - 1) + "ä\n");
        Assert.Equal(0xC3, bytes[4095]);
        Assert.Single(Logs.Read(bytes, "a.txt").Rows.Gps);
        Assert.Null(Logs.TryRead([.. bytes[..100], 0xFF, .. bytes[100..]], "a.txt", out LogRefusal? refusal));
        Assert.Equal((LogRefusalReason.UnsupportedFormat, 100L), (refusal!.Reason, refusal.OffsetBytes));
    }

    [Theory]
    [InlineData("a.bin")]
    [InlineData("a.log")]
    public void A_file_of_zeros_is_no_log(string name)
    {
        Assert.Null(Logs.TryRead(new byte[100_000], name, out LogRefusal? refusal));
        Assert.Equal(LogRefusalReason.UnsupportedFormat, refusal!.Reason);
        Assert.Contains("zero", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_the_kernel_is_no_file()
    {
        if (!File.Exists("/proc/version"))
            return;
        using LogFile file = LogFile.Open("/proc/version", null, out _)!;
        Assert.Null(FlightLogReader.Read(file, out LogRefusal? refusal, CancellationToken.None));
        Assert.Equal(LogRefusalReason.NonRegularFile, refusal!.Reason);
    }

    [Fact]
    public void A_cancelled_reading_ends()
    {
        using var folder = new TemporaryFolder();
        using LogFile file = LogFile.Open(folder.Write("a.bin", Logs.Flight().ToArray()), null, out _)!;
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => FlightLogReader.Read(file, out _, source.Token));
    }
}
