using BvlosSim.FlightLogs.Rows;
using BvlosSim.FlightLogs.Tests.DataFlash;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Tests.Traces;

public class TraceBuilderTests
{
    private static readonly TraceRequest Request = new() { TraceId = "t", ToolVersion = "1.2.3" };

    [Fact]
    public void Every_position_is_a_record_in_order_of_time()
    {
        FlightTrace trace = Build(ReadLogs.Of([ReadLogs.Fix(5), ReadLogs.Fix(7), ReadLogs.Fix(6)]));
        Assert.Equal([0.0, 1.0, 2.0], trace.Records.Select(r => r.TimeS));
        Assert.Equal("battery_voltage_v battery_current_a battery_remaining_pct flight_mode wind_east_mps wind_north_mps", string.Join(" ", trace.Provenance.MissingFields));
    }

    [Fact]
    public void Slower_sensors_are_carried_forward_not_back()
    {
        FlightTrace trace = Build(ReadLogs.Of(
            [ReadLogs.Fix(1), ReadLogs.Fix(2), ReadLogs.Fix(3)],
            [ReadLogs.Battery(1.5, 25.0), ReadLogs.Battery(3.0, 24.0)],
            [new ModeRow(2_000_000, 0, "AUTO")],
            [new WindRow(2_500_000, 0, 1.0, -2.0)]));
        Assert.Equal([null, 25.0, 24.0], trace.Records.Select(r => r.BatteryVoltageV));
        Assert.Equal([null, "AUTO", "AUTO"], trace.Records.Select(r => r.FlightMode));
        Assert.Equal([null, null, -2.0], trace.Records.Select(r => r.WindEastMps));
        Assert.Equal([null, null, 1.0], trace.Records.Select(r => r.WindNorthMps));
    }

    [Fact]
    public void A_battery_value_grows_too_old()
    {
        FlightTrace trace = Build(ReadLogs.Of([ReadLogs.Fix(0), ReadLogs.Fix(30), ReadLogs.Fix(31)], [ReadLogs.Battery(0, 25.0)]), out BuiltTrace built);
        Assert.Equal([25.0, 25.0, null], trace.Records.Select(r => r.BatteryVoltageV));
        Assert.Contains(built.Warnings, w => w.Contains("too old", StringComparison.Ordinal));
    }

    [Fact]
    public void In_a_thinned_log_values_hold_for_longer()
    {
        FlightTrace trace = Build(ReadLogs.Of([ReadLogs.Fix(0), ReadLogs.Fix(110)], [ReadLogs.Battery(0, 25.0), ReadLogs.Battery(5, 25.0), ReadLogs.Battery(10, 24.0)]));
        Assert.Equal([25.0, 24.0], trace.Records.Select(r => r.BatteryVoltageV));
    }

    [Fact]
    public void A_restart_is_another_flight_never_an_interleaved_one()
    {
        FlightLog log = ReadLogs.Of(
            [ReadLogs.Fix(100), ReadLogs.Fix(101), ReadLogs.Fix(50, boot: 1), ReadLogs.Fix(51, boot: 1), ReadLogs.Fix(52, boot: 1)],
            [ReadLogs.Battery(99, 20.0), ReadLogs.Battery(50, 25.0, boot: 1)]);
        FlightTrace longest = Build(log, out BuiltTrace built);
        Assert.Equal([25.0, 25.0, 25.0], longest.Records.Select(r => r.BatteryVoltageV));
        Assert.Contains(built.Warnings, w => w.Contains("2 flights", StringComparison.Ordinal));
        Assert.Equal([20.0, 20.0], Build(log, Request with { FlightNumber = 1 }).Records.Select(r => r.BatteryVoltageV));
        Assert.Null(TraceBuilder.Build(log, Request with { FlightNumber = 3 }, out LogRefusal? refusal));
        Assert.Null(refusal!.Reason);
    }

    [Fact]
    public void One_receiver_and_one_battery_are_read()
    {
        FlightLog log = ReadLogs.Of(
            [ReadLogs.Fix(1) with { Instance = 1 }, ReadLogs.Fix(1, 48.0) with { Instance = 0 }],
            [ReadLogs.Battery(1, 20.0, instance: 0), ReadLogs.Battery(1, 21.0, instance: 1)]);
        TraceRecord byRule = Assert.Single(Build(log).Records);
        Assert.Equal((48.0, 20.0), (byRule.LatitudeDeg, byRule.BatteryVoltageV));
        TraceRecord asked = Assert.Single(Build(log, Request with { GpsInstance = 1, BatteryInstance = 1 }).Records);
        Assert.Equal((47.0, 21.0), (asked.LatitudeDeg, asked.BatteryVoltageV));
        Assert.Null(TraceBuilder.Build(log, Request with { GpsInstance = 2 }, out LogRefusal? refusal));
        Assert.Contains("0, 1", refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fix_that_is_logged_twice_is_one_record() =>
        Assert.Equal(2, Build(ReadLogs.Of([ReadLogs.Fix(1), ReadLogs.Fix(1), ReadLogs.Fix(2)])).Records.Length);

    [Fact]
    public void Lines_without_fix_or_place_are_left_out()
    {
        FlightTrace trace = Build(ReadLogs.Of(
            [ReadLogs.Fix(1) with { Status = 1 }, ReadLogs.Fix(2, 0.0, 0.0), ReadLogs.Fix(3, -0.0, 8.0), ReadLogs.Fix(4) with { LatitudeDeg = null }, ReadLogs.Fix(5) with { Status = null }]));
        Assert.Equal([0.0, 2.0], trace.Records.Select(r => r.TimeS));
        Assert.Contains(trace.Provenance.ParsingAssumptions, a => a.StartsWith("3 GPS messages without a fix", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(LogFormat.DataFlashBinary)]
    [InlineData(LogFormat.ULog)]
    public void A_line_that_cannot_be_is_left_out_of_a_log_from_the_card(LogFormat format)
    {
        FlightTrace trace = Build(
            ReadLogs.Of(
                [
                    ReadLogs.Fix(1), ReadLogs.Fix(2, 91.0), ReadLogs.Fix(3) with { GroundspeedMps = 6.0e23 }, ReadLogs.Fix(4) with { AltitudeAmslM = -17446338.56 },
                    ReadLogs.Fix(5) with { GroundspeedMps = double.NaN },
                ],
                format: format),
            out BuiltTrace built);
        Assert.Equal([0.0, 4.0], trace.Records.Select(r => r.TimeS));
        Assert.Null(trace.Records[1].GroundspeedMps);
        Assert.Contains(built.Warnings, w => w.StartsWith("3 GPS messages left out as damaged", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void A_course_or_speed_that_is_no_number_costs_itself_alone(float none)
    {
        DataFlashWriter log = Logs.Definitions().Gps(1_000_000)
            .Write("GPS", 2_000_000, 0, 3, 2000, 2200, 14, 80, 471234567, 87654321, 51234, none, none, 0f, 0f, 1);
        FlightTrace trace = Build(Logs.Read(log.ToArray()));
        Assert.Equal([0.0, 1.0], trace.Records.Select(r => r.TimeS));
        Assert.Equal((null, null), (trace.Records[1].TrackDeg, trace.Records[1].GroundspeedMps));
    }

    [Fact]
    public void Modes_that_stay_numbers_are_told()
    {
        FlightLog log = ReadLogs.Of([ReadLogs.Fix(1)], modes: [new ModeRow(1_000_000, 0, "10")]);
        Build(log, out BuiltTrace built);
        Assert.Contains(built.Warnings, w => w.Contains("segments as unknown", StringComparison.Ordinal));
        Build(ReadLogs.Of([ReadLogs.Fix(1)], modes: [new ModeRow(1_000_000, 0, "AUTO")]), out built);
        Assert.DoesNotContain(built.Warnings, w => w.Contains("segments as unknown", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_log_with_such_a_line_is_refused()
    {
        Assert.Null(TraceBuilder.Build(
            ReadLogs.Of([ReadLogs.Fix(1), ReadLogs.Fix(2) with { GroundspeedMps = double.NaN }], format: LogFormat.DataFlashText), Request, out LogRefusal? refusal));
        Assert.Null(refusal!.Reason);
        Assert.Contains("groundspeed_mps", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_charge_that_cannot_be_is_absent_and_told()
    {
        FlightLog log = ReadLogs.Of([ReadLogs.Fix(1), ReadLogs.Fix(2)], [ReadLogs.Battery(1, 25.0) with { RemainingPercent = 101.0 }, ReadLogs.Battery(2, 25.0)]);
        FlightTrace trace = Build(log, out BuiltTrace built);
        Assert.Equal([null, 80.0], trace.Records.Select(r => r.BatteryRemainingPercent));
        Assert.Contains(built.Warnings, w => w.StartsWith("1 record without a charge", StringComparison.Ordinal));
    }

    [Fact]
    public void A_log_whose_positions_all_are_damaged_says_so()
    {
        FlightLog log = ReadLogs.Of([ReadLogs.Fix(1) with { GroundspeedMps = -0.5 }, ReadLogs.Fix(2) with { GroundspeedMps = 1e23 }]);
        Assert.Null(TraceBuilder.Build(log, Request, out LogRefusal? refusal));
        Assert.Contains("2 hold values that cannot be", refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_position_there_is_no_trace()
    {
        Assert.Null(TraceBuilder.Build(ReadLogs.Of([ReadLogs.Fix(1) with { Status = 0 }]), Request, out LogRefusal? refusal));
        Assert.Equal(LogRefusalReason.NoGpsRecords, refusal!.Reason);
        Assert.Null(TraceBuilder.Build(ReadLogs.Of([]), Request, out refusal));
        Assert.Equal(LogRefusalReason.NoGpsRecords, refusal!.Reason);
    }

    [Fact]
    public void ATraceIsTheSameHeldAndWrittenAsItIsMade()
    {
        FlightLog log = ReadLogs.Of(
            [.. Enumerable.Range(0, 2000).Select(i => ReadLogs.Fix(i))], [.. Enumerable.Range(0, 100).Select(i => ReadLogs.Battery(i * 3, 25.0 - (i * 0.01)))]);
        BuiltTrace built = TraceBuilder.Build(log, Request, out _)!;
        var pieces = new List<byte[]>();
        FlightTraceJson.Render(built, piece => pieces.Add(piece.ToArray()));

        Assert.True(pieces.Count > 5);
        Assert.Equal(FlightTraceJson.Render(built.Trace()), pieces.SelectMany(p => p));
    }

    private static FlightTrace Build(FlightLog log, TraceRequest? request = null) => TraceBuilder.Build(log, request ?? Request, out _)!.Trace();

    private static FlightTrace Build(FlightLog log, out BuiltTrace built)
    {
        built = TraceBuilder.Build(log, Request, out _)!;
        return built.Trace();
    }
}
