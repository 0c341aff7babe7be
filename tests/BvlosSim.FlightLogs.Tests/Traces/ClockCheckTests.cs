using BvlosSim.FlightLogs.Rows;
using BvlosSim.FlightLogs.Tests.DataFlash;
using BvlosSim.FlightLogs.Tests.ULog;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Tests.Traces;

/// <summary>Clocks that make no flight.</summary>
public class ClockCheckTests
{
    private static readonly TraceRequest Request = new() { TraceId = "t", ToolVersion = "1.2.3" };

    [Theory]
    [InlineData(200_000)]
    [InlineData(500_000)]
    [InlineData(1_000_000)]
    public void A_binary_log_whose_receiver_runs_backwards_is_refused(long stepUs)
    {
        DataFlashWriter log = Logs.Definitions();
        for (int i = 0; i < 100; i++)
            log.Write("IMU", 1_000_000_000 + (i * stepUs), 0f, 0f, 0f, 0f, 0f, 9.8f).Gps(1_000_000_000 - (i * stepUs), 471234567 + i);
        AssertRefused(Logs.Read(log.ToArray()));
    }

    [Theory]
    [InlineData(200_000)]
    [InlineData(500_000)]
    [InlineData(1_000_000)]
    public void A_log_that_runs_backwards_as_a_whole_is_refused(long stepUs)
    {
        DataFlashWriter log = Logs.Definitions();
        for (int i = 0; i < 500; i++)
            log.Write("IMU", 1_000_000_000 - (i * stepUs), 0f, 0f, 0f, 0f, 0f, 9.8f).Gps(1_000_000_000 - (i * stepUs), 471234567 + i);
        AssertRefused(Logs.Read(log.ToArray()));
    }

    [Fact]
    public void A_ULog_whose_receiver_runs_backwards_is_refused() =>
        AssertRefused(ULogs.Read(w =>
        {
            w.DefineGps();
            for (int i = 0; i < 40; i++)
                w.Fix(100 - (i * 0.1));
        }));

    [Fact]
    public void A_clock_that_stands_still_is_refused_and_a_fix_logged_five_times_is_not()
    {
        AssertRefused(ReadLogs.Of(Enumerable.Range(0, 50).Select(i => ReadLogs.Fix(7, 47 + (i * 1e-5)))));
        Assert.Equal(10, TraceBuilder.Build(ReadLogs.Of(Enumerable.Range(0, 50).Select(i => ReadLogs.Fix(i / 5, 47 + (i / 5 * 1e-5)))), Request, out _)!.Records.Count());
    }

    [Fact]
    public void A_text_log_may_be_in_no_order_but_not_in_the_reverse_one()
    {
        // 37 is a generator of the seconds modulo 101: about half of the steps go back.
        GpsRow[] mixed = [.. Enumerable.Range(0, 101).Select(i => ReadLogs.Fix(i * 37 % 101 * 0.04))];
        Assert.Equal(101, TraceBuilder.Build(ReadLogs.Of(mixed, format: LogFormat.DataFlashText), Request, out _)!.Records.Count());
        AssertRefused(ReadLogs.Of(mixed));
        AssertRefused(ReadLogs.Of(Enumerable.Range(0, 40).Select(i => ReadLogs.Fix(100 - i)), format: LogFormat.DataFlashText));
    }

    [Fact]
    public void A_log_that_is_out_of_order_is_sorted_and_says_so()
    {
        // Every sixth position comes one too late.
        IEnumerable<GpsRow> rows = Enumerable.Range(0, 60).Select(i => i % 6 == 4 ? i + 1 : i % 6 == 5 ? i - 1 : i).Select(s => ReadLogs.Fix(s));
        BuiltTrace built = TraceBuilder.Build(ReadLogs.Of(rows), Request, out _)!;
        Assert.Equal(Enumerable.Range(0, 60).Select(i => (double)i), built.Records.Select(r => r.TimeS));
        Assert.Contains(built.Warnings, w => w.StartsWith("10 GPS messages with a time before", StringComparison.Ordinal));
    }

    [Fact]
    public void Repeated_times_are_told_when_they_are_many()
    {
        IEnumerable<GpsRow> twice = Enumerable.Range(0, 20).Select(i => ReadLogs.Fix(i / 2));
        Assert.Contains(TraceBuilder.Build(ReadLogs.Of(twice), Request, out _)!.Warnings, w => w.StartsWith("10 GPS messages with the time", StringComparison.Ordinal));
    }

    [Fact]
    public void A_flight_that_is_asked_for_is_judged_by_itself()
    {
        FlightLog log = ReadLogs.Of(
            [.. Enumerable.Range(0, 60).Select(i => ReadLogs.Fix(100 - i)), .. Enumerable.Range(0, 20).Select(i => ReadLogs.Fix(i, boot: 1))]);
        AssertRefused(log);
        Assert.Equal(20, TraceBuilder.Build(log, Request with { FlightNumber = 2 }, out _)!.Records.Count());
        Assert.Null(TraceBuilder.Build(log, Request with { FlightNumber = 1 }, out _));
    }

    private static void AssertRefused(FlightLog log)
    {
        Assert.Null(TraceBuilder.Build(log, Request, out LogRefusal? refusal));
        Assert.Equal(LogRefusalReason.ParseError, refusal!.Reason);
        Assert.Contains("clock", refusal.Message, StringComparison.Ordinal);
    }
}
