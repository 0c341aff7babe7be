using System.Collections.Immutable;
using System.Text.Json;
using BvlosSim.Estimation;
using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Tests.Traces;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.FlightLogs.Validation;
using BvlosSim.FlightLogs.Validation.Flown;

namespace BvlosSim.FlightLogs.Tests.Validation;

/// <summary>A flight of which the log lacks a part proves nothing, however small its errors are.</summary>
public class FlightCoverageTests
{
    /// <summary>Errors of any size pass: only an objection fails.</summary>
    private static readonly GateLimits Wide = new(1e9, 1e9, 1e9, 1e9);

    private static readonly EstimateResult Estimate = Predictions.Of(dwellS: 60.0);
    private static readonly ImmutableArray<TraceRecord> Flight = Predictions.Flown(Estimate);

    [Fact]
    public void A_whole_flight_passes_without_a_note()
    {
        FlownReport report = Validate(Flight, "complete.");

        Assert.Equal((LogCompleteness.Complete, FlightEdge.OnGround, FlightEdge.OnGround), Of(report));
        Assert.True(report.Acceptance.Passed);
        Assert.Empty(report.Coverage.Notes);
    }

    [Theory]
    [InlineData("truncated; 24 bytes in 1 stretch could not be used.", LogCompleteness.Truncated, false, 1)]
    [InlineData("damaged; 24 bytes in 1 stretch could not be used.", LogCompleteness.Damaged, true, 1)]
    [InlineData("Complete", LogCompleteness.Complete, true, 0)]
    [InlineData("who knows", null, true, 0)]
    [InlineData(null, null, true, 0)]
    public void A_truncated_log_fails(string? stated, LogCompleteness? completeness, bool passes, int notes)
    {
        FlownReport report = Validate(Flight, stated);
        JsonElement json = Json(report);

        Assert.Equal(completeness, report.Coverage.Completeness);
        Assert.Equal(passes, report.Acceptance.Passed);
        Assert.Equal(passes, json.GetProperty("acceptance").GetProperty("passed").GetBoolean());
        AssertFailures(report, passes ? null : "flight: the log was truncated");
        Assert.Equal(notes, json.GetProperty("notes").EnumerateArray().Count(n => n.GetString()!.StartsWith("The log was", StringComparison.Ordinal)));
        Assert.Equal(completeness is { } known ? LogCompletenessTokens.Set.NameOf(known) : null, json.GetProperty("log_completeness").GetString());
    }

    [Theory]
    [InlineData(50.0, "on_ground", "in_air", "at its last record the aircraft moves at 20.0 m/s")]
    [InlineData(15.0, "on_ground", "in_air", "its last record lies 60.0 m above its first")]
    [InlineData(110.0, "on_ground", "in_air", "its last record lies 100.0 m above its first")]
    [InlineData(400.0, "on_ground", "on_ground", null)]
    public void A_log_that_ends_in_the_air_fails(double untilS, string begins, string ends, string? why)
    {
        FlownReport report = Validate([.. Flight.Where(r => r.TimeS <= untilS)]);
        JsonElement flight = Json(report).GetProperty("flight");

        Assert.Equal((begins, ends), (flight.GetProperty("begins").GetString(), flight.GetProperty("ends").GetString()));
        Assert.Equal(why is null, report.Acceptance.Passed);
        AssertFailures(report, why is null ? null : "flight: the log ends in the air");
        Assert.Equal(why is null ? 0 : 1, report.Coverage.Notes.Count(n => n.Contains(why!, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_log_that_begins_in_the_air_fails()
    {
        FlownReport report = Validate([.. Flight.Where(r => r.TimeS >= 50.0)]);

        Assert.Equal((null, FlightEdge.InAir, FlightEdge.OnGround), Of(report));
        AssertFailures(report, "flight: the log begins in the air");
        Assert.Contains("What came before is not compared.", Assert.Single(report.Coverage.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2.0, FlightEdge.OnGround)]
    [InlineData(20.0, FlightEdge.InAir)]
    public void A_landing_on_a_hill_is_told_by_its_power(double endA, FlightEdge ends)
    {
        double restS = Flight[^1].TimeS - 4.0;
        FlownReport report = Validate(
            [.. Flight.Select((r, i) => r with { AltitudeAmslM = r.AltitudeAmslM + (0.5 * r.TimeS), BatteryVoltageV = 20.0 + (0.01 * (i % 3)), BatteryCurrentA = r.TimeS < restS ? 22.0 : endA })]);

        Assert.Equal(ends, report.Coverage.Ends);
        Assert.Equal(ends == FlightEdge.OnGround, report.Acceptance.Passed);
    }

    [Fact]
    public void Without_altitude_and_power_nothing_shows_a_landing()
    {
        FlownReport report = Validate([.. Flight.Select(r => r with { AltitudeAmslM = null })]);

        Assert.Equal((null, FlightEdge.OnGround, FlightEdge.Unknown), Of(report));
        AssertFailures(report, "flight: nothing shows that the log ends on the ground");
        Assert.Contains("no altitude at its end", Assert.Single(report.Coverage.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void What_never_left_has_no_edges()
    {
        FlownReport report = Validate([.. Flight[..5], .. Flight[..5].Select(r => r with { TimeS = r.TimeS + 1.0 })]);

        Assert.Equal((null, null, null), Of(report));
        Assert.Empty(report.Acceptance.Objections);
        Assert.Empty(Validate([]).Coverage.Notes);
    }

    [Fact]
    public void What_lies_in_a_gap_is_told_and_not_aligned()
    {
        // The turn at the far end is missing: a straight line would put the aircraft hundreds of metres short of it.
        FlownReport whole = Validate(Flight);
        FlownReport report = Validate([.. Flight.Where(r => r.TimeS is <= 50.0 or >= 160.0)]);
        JsonElement json = Json(report);
        double share = 110.0 / report.Metrics[0].Observed!.Value;

        Assert.Contains("A gap of 110.0 s between records, from ", report.Coverage.Notes[0], StringComparison.Ordinal);
        Assert.Contains($"nothing is known of {100.0 * share:F1} % of the time.", report.Coverage.Notes[0], StringComparison.Ordinal);
        Assert.Equal(1, json.GetProperty("flight").GetProperty("gap_count").GetInt32());
        Assert.Equal(110.0, json.GetProperty("flight").GetProperty("gap_s").GetDouble(), 6);
        Assert.InRange(report.Alignment!.ByTime.PositionM!.MaxAbs, 0.0, whole.Alignment!.ByTime.PositionM!.MaxAbs + 0.1);
        Assert.InRange(report.Alignment.ByTime.AltitudeM!.MaxAbs, 0.0, whole.Alignment.ByTime.AltitudeM!.MaxAbs + 0.1);
        Assert.InRange(report.Alignment.ByTime.Points.Length, (1.0 - share - 0.02) * whole.Alignment.ByTime.Points.Length, (1.0 - share + 0.02) * whole.Alignment.ByTime.Points.Length);
        Assert.Equal(whole.Alignment.ByTime.CommonS, report.Alignment.ByTime.CommonS, 6);
        Assert.DoesNotContain(report.Alignment.ByWay.Points, p => p.Observed.TimeS is > 50.0 and < 159.0);
        Assert.Contains(whole.Alignment.ByWay.Points, p => p.Observed.TimeS is > 50.0 and < 159.0);
        Assert.True(report.Acceptance.Passed);
    }

    [Fact]
    public void Several_gaps_are_one_note()
    {
        FlownReport report = Validate([.. Flight.Where(r => r.TimeS is <= 40.0 or >= 47.0 and <= 60.0 or >= 80.0)]);

        Assert.StartsWith("2 gaps between records, 27.0 s in all, the longest 20.0 s from ", Assert.Single(report.Coverage.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.0, 5.0, 0)]
    [InlineData(1.0, 5.5, 1)]
    [InlineData(0.1, 5.5, 1)]
    [InlineData(2.0, 9.9, 0)]
    [InlineData(2.0, 10.5, 1)]
    [InlineData(60.0, 299.0, 0)]
    public void A_gap_is_longer_than_five_seconds_and_five_steps(double stepS, double longS, int gaps)
    {
        ImmutableArray<TraceRecord> records =
        [
            .. Enumerable.Range(0, 10).Select(i => SampleTraces.Record(7.0 + (i * stepS))),
            .. Enumerable.Range(0, 10).Select(i => SampleTraces.Record(7.0 + (9.0 * stepS) + longS + (i * stepS))),
        ];
        var found = RecordGaps.Of(records);

        Assert.Equal(gaps, found.Gaps.Length);
        Assert.Equal(gaps * longS, found.TotalS, 9);
        Assert.Equal(gaps == 1, found.Hold((9.0 * stepS) + (longS / 2.0)));
        Assert.False(found.Hold(9.0 * stepS));
        Assert.Empty(RecordGaps.Of(records[..1]).Gaps);
    }

    private static void AssertFailures(FlownReport report, string? failure) =>
        Assert.Equal(failure is null ? [] : [failure], (IEnumerable<string>)report.Acceptance.Failures.Where(f => f.StartsWith("flight: ", StringComparison.Ordinal)).ToArray());

    private static (LogCompleteness?, FlightEdge?, FlightEdge?) Of(FlownReport report) =>
        (report.Coverage.Completeness, report.Coverage.Begins, report.Coverage.Ends);

    private static FlownReport Validate(ImmutableArray<TraceRecord> records, string? completeness = null)
    {
        FlightTrace trace = SampleTraces.Of(records) with { Mission = new MissionReference("m.yaml", new string('0', 64), null, new string('1', 64)) };
        trace = trace with
        {
            Provenance = trace.Provenance with { ParsingAssumptions = completeness is null ? [] : ["Completeness of the log: " + completeness] },
        };
        return FlownValidation.Compare(new ValidationRequest(Estimate, trace, Wide, "id", "test"), CancellationToken.None);
    }

    private static JsonElement Json(FlownReport report) => JsonDocument.Parse(
        ValidationFormats.Render(report, new ValidationRequest(Estimate, SampleTraces.Of(), Wide, "id", "test"), ValidationFormat.Json, CancellationToken.None)).RootElement;
}
