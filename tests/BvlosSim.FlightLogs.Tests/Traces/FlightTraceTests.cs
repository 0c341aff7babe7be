using System.Text;
using BvlosSim.Documents.Json;
using BvlosSim.Documents.Loading;
using BvlosSim.FlightLogs.Traces;
using CsCheck;

namespace BvlosSim.FlightLogs.Tests.Traces;

/// <summary><c>flight-trace.v1</c>, written and read.</summary>
public class FlightTraceTests
{
    private const string Head =
        """
        schema_version: flight-trace.v1
        trace_id: t
        provenance: {source_format: x, raw_log_sha256: 18261ED253A65fe047228672e09a80bd3f46509da809e7ad70c10e6d3bc2726d, raw_log_filename: a.log, tool_version: v}

        """;

    [Fact]
    public void What_is_written_is_read() => SampleTraces.Any.Sample(trace =>
    {
        FlightTrace read = SampleTraces.Read(FlightTraceJson.Render(trace)).Value!;

        Assert.Equal(trace.Records.ToArray(), read.Records.ToArray());
        Assert.Equal(trace.Provenance.ParsingAssumptions.ToArray(), read.Provenance.ParsingAssumptions.ToArray());
        Assert.Equal(FlightTraceJson.Render(trace), FlightTraceJson.Render(read));
    });

    [Fact]
    public void Every_key_is_written()
    {
        FlightTrace trace = SampleTraces.Of(SampleTraces.Record(0.0, 500.123456789, 1.5, "AUTO")) with
        {
            Mission = new MissionReference("/m.yaml", "00", null, "11"),
        };
        string text = Encoding.UTF8.GetString(FlightTraceJson.Render(trace));

        Assert.Equal(
            """
            {
              "mission_ref": {
                "mission_file": "/m.yaml",
                "mission_sha256": "00",
                "vehicle_file": null,
                "vehicle_sha256": "11"
              },
              "provenance": {
                "missing_fields": [
                  "heading_deg",
                  "battery_voltage_v",
                  "battery_current_a",
                  "battery_remaining_pct",
                  "wind_east_mps",
                  "wind_north_mps"
                ],
                "parsing_assumptions": [
                  "seconds",
                  "h\u00f6he \"AMSL\"\u007f\n"
                ],
                "raw_log_filename": "flight.log",
                "raw_log_sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "source_format": "ardupilot_dataflash_text",
                "tool_version": "0.33.0"
              },
              "records": [
                {
                  "alt_amsl_m": 500.12345679,
                  "battery_current_a": null,
                  "battery_remaining_pct": null,
                  "battery_voltage_v": null,
                  "flight_mode": "AUTO",
                  "groundspeed_mps": 1.5,
                  "heading_deg": null,
                  "lat_deg": 47.0,
                  "lon_deg": 8.0,
                  "mission_item_index": null,
                  "timestamp_s": 0.0,
                  "wind_east_mps": null,
                  "wind_north_mps": null
                }
              ],
              "schema_version": "flight-trace.v1",
              "trace_id": "t"
            }

            """,
            text);
    }

    [Fact]
    public void Yaml_without_records_and_upper_case_hashes_are_accepted()
    {
        FlightTrace trace = SampleTraces.Read(Head + "mission_ref: {mission_file: m, mission_sha256: null}\n").Value!;

        Assert.Empty(trace.Records);
        Assert.Equal(new MissionReference("m", null, null, null), trace.Mission);
    }

    [Fact]
    public void Numbers_may_be_texts_and_booleans()
    {
        TraceRecord record = SampleTraces.Read(
            Head + "records: [{timestamp_s: true, lat_deg: ' 47.5 ', lon_deg: 8, flight_mode: '', mission_item_index: '3'}]\n").Value!.Records[0];

        Assert.Equal(new TraceRecord { TimeS = 1.0, LatitudeDeg = 47.5, LongitudeDeg = 8.0, FlightMode = "", MissionItemIndex = 3 }, record);
    }

    [Theory]
    [InlineData("timestamp_s: .nan", "records.0.timestamp_s", "finite_number")]
    [InlineData("alt_amsl_m: .inf", "records.0.alt_amsl_m", "finite_number")]
    [InlineData("wind_east_mps: '-inf'", "records.0.wind_east_mps", "finite_number")]
    [InlineData("timestamp_s: -0.1", "records.0.timestamp_s", "greater_than_equal")]
    [InlineData("lat_deg: 90.1", "records.0.lat_deg", "less_than_equal")]
    [InlineData("lon_deg: -180.1", "records.0.lon_deg", "greater_than_equal")]
    [InlineData("groundspeed_mps: -1", "records.0.groundspeed_mps", "greater_than_equal")]
    [InlineData("heading_deg: 360.01", "records.0.heading_deg", "less_than_equal")]
    [InlineData("battery_remaining_pct: 101", "records.0.battery_remaining_pct", "less_than_equal")]
    [InlineData("battery_voltage_v: x", "records.0.battery_voltage_v", "float_parsing")]
    [InlineData("mission_item_index: -1", "records.0.mission_item_index", "greater_than_equal")]
    [InlineData("flight_mode: 3", "records.0.flight_mode", "string_type")]
    [InlineData("lat_deg: null", "records.0.lat_deg", "float_type")]
    [InlineData("speed: 1", "records.0.speed", "extra_forbidden")]
    public void A_record_that_is_not_allowed_is_refused(string value, string path, string type)
    {
        var values = new List<string> { "timestamp_s: 0", "lat_deg: 47", "lon_deg: 8" };
        values.RemoveAll(v => v.Split(':')[0] == value.Split(':')[0]);
        LoadError error = SampleTraces.Read($"{Head}records: [{{{string.Join(", ", values.Append(value))}}}]\n").Error!;

        Problem problem = Assert.Single(error.Problems);
        Assert.Equal((path, type), (problem.Path, problem.Type));
        Assert.Equal("flight_trace", error.InputName);
        Assert.Equal(LoadStage.SchemaValidation, error.Stage);
    }

    [Theory]
    [InlineData("18261ed253a65fe047228672e09a80bd3f46509da809e7ad70c10e6d3bc2726")]
    [InlineData("18261ed253a65fe047228672e09a80bd3f46509da809e7ad70c10e6d3bc2726g")]
    [InlineData("")]
    public void A_hash_has_64_hexadecimal_digits(string hash)
    {
        LoadError error = SampleTraces.Read($"{Head}mission_ref: {{mission_file: m, vehicle_sha256: '{hash}'}}\n").Error!;

        Assert.Equal("mission_ref.vehicle_sha256 string_pattern_mismatch", error.Problems.Select(p => $"{p.Path} {p.Type}").Single());
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.5)]
    public void Times_increase(double second)
    {
        FlightTrace trace = SampleTraces.Of(SampleTraces.Record(0.0), SampleTraces.Record(1.0), SampleTraces.Record(second));
        Problem problem = Assert.Single(SampleTraces.Read(FlightTraceJson.Render(trace)).Error!.Problems);

        Assert.Null(problem.Path);
        Assert.Equal("value_error", problem.Type);
        Assert.Contains("record 2", problem.Message, StringComparison.Ordinal);
        Assert.Equal((2, "timestamp_s"), (TraceCheck.FirstViolation(trace.Records)!.RecordIndex, TraceCheck.FirstViolation(trace.Records)!.Field));
    }

    [Fact]
    public void Records_made_of_a_log_are_held_to_the_ranges_of_the_contract()
    {
        TraceRecord good = SampleTraces.Record(0.0, 500.0, 1.0);

        Assert.Null(TraceCheck.FirstViolation([good, good with { TimeS = 1.0, TrackDeg = 360.0, BatteryRemainingPercent = 100.0 }]));
        Assert.Equal("alt_amsl_m", TraceCheck.FirstViolation([good, good with { TimeS = 1.0, AltitudeAmslM = double.NaN }])!.Field);
        Assert.Equal("battery_current_a", TraceCheck.FirstViolation([good with { BatteryCurrentA = double.PositiveInfinity }])!.Field);
        Assert.Equal("heading_deg", TraceCheck.FirstViolation([good with { TrackDeg = -0.1 }])!.Field);
        Assert.Equal("lat_deg", TraceCheck.FirstViolation([good with { LatitudeDeg = -90.5 }])!.Field);
        Assert.Throws<NonFiniteNumberException>(() => FlightTraceJson.Render(SampleTraces.Of(good with { WindNorthMps = double.NaN })));
    }

    [Fact]
    public void A_value_that_one_record_has_is_not_missing()
    {
        TraceRecord bare = SampleTraces.Record(0.0);

        Assert.Equal(TraceFields.Optional.Select(f => f.Name), TraceFields.MissingIn([bare]).ToArray());
        Assert.Equal(
            [
                "alt_amsl_m", "groundspeed_mps", "heading_deg", "battery_voltage_v", "battery_current_a", "battery_remaining_pct", "flight_mode",
                "wind_east_mps",
            ],
            TraceFields.MissingIn([bare, bare with { WindNorthMps = 0.0 }]).ToArray());
    }

    [Fact]
    public void A_trace_that_no_command_can_read_is_told()
    {
        FlightTrace trace = SampleTraces.WorkedExample();
        var built = new BuiltTrace(trace with { Records = [] }, trace.Records, []);
        byte[] document = FlightTraceJson.Render(trace);
        using var written = new MemoryStream();
        var tight = new TraceSize(document.Length - 1);
        tight.Render(built, piece => written.Write(piece));
        var exact = new TraceSize(document.Length);
        exact.Render(built, _ => { });

        Assert.Equal(document, written.ToArray());
        Assert.Equal(document.Length, tight.Bytes);
        Assert.Equal($"The trace has {document.Length} bytes; segment, validate and calibrate read {document.Length - 1} at most.", tight.Warning);
        Assert.Null(exact.Warning);
    }
}
