using BvlosSim.FlightLogs.Info;
using BvlosSim.FlightLogs.Rows;
using BvlosSim.FlightLogs.Tests.ULog;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Tests.Flights;

/// <summary>Which receiver is read when the first one is of no use.</summary>
public class ReceiverChoiceTests
{
    private static readonly TraceRequest Request = new() { TraceId = "t", ToolVersion = "1.2.3" };

    [Fact]
    public void A_receiver_that_never_has_a_fix_is_passed_over()
    {
        FlightLog log = ReadLogs.Of(
            [.. Rows(20, 0).Select(r => r with { Status = 1 }), .. Rows(15, 2, 48.0), .. Rows(20, 3, 49.0)]);
        BuiltTrace built = TraceBuilder.Build(log, Request, out _)!;
        Assert.All(built.Records, r => Assert.Equal(48.0, r.LatitudeDeg));
        Assert.Contains("GPS receiver 0 never had a fix and is passed over.", built.Warnings);
        Assert.Contains("Read GPS receiver 2 of 3. --gps chooses another.", built.Warnings);
        Assert.Equal(15, Assert.Single(LogInfo.Of(log).Flights).FixCount);
        Assert.Null(TraceBuilder.Build(log, Request with { GpsInstance = 0 }, out LogRefusal? refusal));
        Assert.Equal(LogRefusalReason.NoGpsRecords, refusal!.Reason);
    }

    [Fact]
    public void A_receiver_with_many_more_positions_is_named()
    {
        BuiltTrace built = TraceBuilder.Build(ReadLogs.Of([.. Rows(3, 0), .. Rows(40, 1)]), Request, out _)!;
        Assert.Equal(3, built.Records.Count());
        Assert.Contains("GPS receiver 0 has 3 positions, receiver 1 has 40: --gps 1 reads that one.", built.Warnings);
        Assert.DoesNotContain(TraceBuilder.Build(ReadLogs.Of([.. Rows(30, 0), .. Rows(40, 1)]), Request, out _)!.Warnings, w => w.Contains("positions", StringComparison.Ordinal));
    }

    [Fact]
    public void A_receiver_whose_lines_have_no_time_is_not_passed_over()
    {
        FlightLog log = ReadLogs.Of([.. Rows(5, 1).Select(r => r with { TimeUs = null }), .. Rows(5, 2)]);
        Assert.Null(TraceBuilder.Build(log, Request, out LogRefusal? refusal));
        Assert.Equal(LogRefusalReason.NoGpsRecords, refusal!.Reason);
    }

    [Fact]
    public void A_topic_that_never_has_a_fix_hides_no_other()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.Format(ULogs.GpsFormat.Replace("vehicle_gps_position", "sensor_gps", StringComparison.Ordinal));
            w.Subscribe(0, 1, "sensor_gps");
            w.DefineGps();
            for (int second = 1; second < 9; second++)
            {
                w.Data(0, WithoutFix(second));
                w.Fix(second + 0.5, id: 1);
            }
        });
        Assert.Equal(Enumerable.Range(1, 8).Select(s => s + 0.5), log.Seconds());
        Assert.Contains("Positions are of sensor_gps: the log has none of vehicle_gps_position.", log.Assumptions);
    }

    [Fact]
    public void A_topic_that_has_a_fix_later_keeps_its_lines_in_order()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.Format(ULogs.GpsFormat.Replace("vehicle_gps_position", "sensor_gps", StringComparison.Ordinal));
            w.Subscribe(0, 1, "sensor_gps");
            w.DefineGps();
            w.Data(0, WithoutFix(1));
            w.Fix(1.5, id: 1);
            w.Data(0, WithoutFix(2));
            w.Fix(3);
            w.Data(0, WithoutFix(4));
            w.Fix(4.5, id: 1);
        });
        Assert.Equal([1, 2, 3, 4], log.Seconds());
        Assert.Equal([1.0, 2.0], ULogs.Read(w =>
        {
            w.DefineGps();
            w.Data(0, WithoutFix(1));
            w.Data(0, WithoutFix(2));
        }).Seconds());
    }

    private static byte[] WithoutFix(double second)
    {
        byte[] body = ULogs.FixBody(second);
        body[^1] = 1;
        return body;
    }

    private static IEnumerable<GpsRow> Rows(int count, long instance, double latitudeDeg = 47.0) =>
        Enumerable.Range(0, count).Select(s => ReadLogs.Fix(s, latitudeDeg) with { Instance = instance });
}
