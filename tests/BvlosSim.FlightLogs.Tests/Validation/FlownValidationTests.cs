using System.Collections.Immutable;
using System.Text.Json;
using BvlosSim.Estimation;
using BvlosSim.FlightLogs.Tests.Traces;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.FlightLogs.Validation;
using BvlosSim.FlightLogs.Validation.Flown;
using CsCheck;

namespace BvlosSim.FlightLogs.Tests.Validation;

/// <summary><c>validation-report.v3</c>: the flight alone against a sound estimate, aligned.</summary>
public class FlownValidationTests
{
    private static readonly MissionReference Mission = new("m.yaml", new string('0', 64), null, new string('1', 64));

    [Fact]
    public void A_flight_as_predicted_has_no_error() => Gen.Int[0, 120].Sample(
        dwellS =>
        {
            EstimateResult estimate = Predictions.Of(dwellS: dwellS);
            FlownReport report = Validate(estimate, Predictions.Flown(estimate));

            Assert.Equal(0.0, report.Metrics[(int)MissionMetric.Time].AbsError!.Value, 2.0);
            // The last 10 m are cut, and each step of 3 m may hide a part of the turn.
            Assert.Equal(0.0, report.Metrics[(int)MissionMetric.HorizontalDistance].AbsError!.Value, 16.0);
            Assert.Equal(0.0, report.BatteryUsedPoints.AbsError!.Value, 0.5);
            Assert.InRange(report.Alignment!.ByWay.TimeS!.MaxAbs, 0.0, 3.0);
            Assert.InRange(report.Alignment.ByWay.CrossTrackM!.MaxAbs, 0.0, 0.1);
            Assert.InRange(report.Alignment.ByTime.PositionM!.Rms, 0.0, 16.0);
            Assert.InRange(report.Alignment.ByTime.BatteryPoints!.MaxAbs, 0.0, 0.8);
            Assert.True(report.Acceptance.Passed, string.Join("; ", report.Acceptance.Failures));
        },
        iter: 20);

    [Fact]
    public void Waiting_on_the_ground_does_not_count()
    {
        EstimateResult estimate = Predictions.Of();
        ImmutableArray<TraceRecord> flight = Predictions.Flown(estimate);
        ImmutableArray<TraceRecord> waiting =
        [
            .. Enumerable.Range(0, 300).Select(i => Jitter(flight[0], i) with { TimeS = i }),
            .. flight.Select(r => r with { TimeS = r.TimeS + 300.0 }),
        ];
        FlownReport plain = Validate(estimate, flight);
        FlownReport late = Validate(estimate, waiting);

        Assert.Equal(plain.Metrics[0].Observed!.Value, late.Metrics[0].Observed!.Value, 1.5);
        Assert.Equal(plain.Metrics[1].Observed!.Value, late.Metrics[1].Observed!.Value, 3.0);
        Assert.InRange(late.Span!.FirstIndex, 299, 308);
        Assert.Equal(waiting[late.Span.FirstIndex].TimeS, late.StartTimeS);
    }

    [Fact]
    public void The_noise_of_a_receiver_in_a_hover_is_no_way_flown()
    {
        EstimateResult estimate = Predictions.Of(dwellS: 300.0);
        ImmutableArray<TraceRecord> flight = Predictions.Flown(estimate);
        FlownReport plain = Validate(estimate, flight);
        FlownReport noisy = Validate(estimate, [.. flight.Select((r, i) => r.TimeS is > 80.0 and < 370.0 ? Jitter(r, i) : r)]);

        Assert.Equal(plain.Metrics[1].Observed!.Value, noisy.Metrics[1].Observed!.Value, 20.0);
        Assert.Equal(plain.Metrics[2].Observed!.Value, noisy.Metrics[2].Observed!.Value, 0.1);
    }

    [Fact]
    public void A_delay_is_an_error_of_time_by_distance_and_of_distance_by_time()
    {
        EstimateResult estimate = Predictions.Of();
        FlownReport report = Validate(estimate, [.. Predictions.Flown(estimate).Select(r => r with { TimeS = r.TimeS * 1.1 })]);

        Assert.Equal(0.1 * estimate.Totals.TimeS, report.Alignment!.ByWay.TimeS!.MaxAbs, 3.0);
        Assert.Equal(report.Alignment.ByWay.Points[^1].At, report.Alignment.ByWay.TimeS.MaxAt, 25.0);
        Assert.InRange(report.Alignment.ByWay.CrossTrackM!.MaxAbs, 0.0, 0.1);
        Assert.True(report.Alignment.ByTime.WayM!.Mean < -50.0);
        Assert.Equal(100.0 - (100.0 / 1.1), report.Metrics[0].PercentError!.Value, 1.5);
    }

    [Fact]
    public void A_track_beside_the_route_and_too_high_is_measured_in_metres()
    {
        EstimateResult estimate = Predictions.Of();
        // 20 m east at this latitude, and 7 m up.
        FlownReport report = Validate(
            estimate, [.. Predictions.Flown(estimate).Select(r => r with { LongitudeDeg = r.LongitudeDeg + 0.00029127, AltitudeAmslM = r.AltitudeAmslM + 7.0 })]);

        Assert.Equal(20.0, report.Alignment!.ByWay.CrossTrackM!.Mean, 0.1);
        Assert.Equal(20.0, report.Alignment.ByWay.CrossTrackM.MaxAbs, 0.1);
        Assert.Equal(7.0, report.Alignment.ByTime.AltitudeM!.Mean, 1.0);
        Assert.InRange(report.Alignment.ByTime.PositionM!.MaxAbs, 19.9, 60.0);
    }

    [Fact]
    public void The_reserve_is_judged_in_points_and_the_charge_used_whatever_the_charge_was()
    {
        EstimateResult estimate = Predictions.Of();
        double reserve = estimate.Energy!.ReserveAtLandingPercent;
        FlownReport report = Validate(
            estimate, [.. Predictions.Flown(estimate).Select(r => r with { BatteryRemainingPercent = r.BatteryRemainingPercent - 9.0 })]);
        GateResult gate = report.Acceptance.Results[(int)MissionMetric.Reserve];

        Assert.Equal("points", gate.Unit);
        Assert.Equal(9.0, gate.Error!.Value, 0.5);
        Assert.True(gate.Passed);
        Assert.Equal(100.0 * gate.Error.Value / (reserve - 9.0), report.Metrics[(int)MissionMetric.Reserve].PercentError!.Value, 0.5);
        Assert.Equal(0.0, report.BatteryUsedPoints.AbsError!.Value, 0.5);
    }

    [Theory]
    [InlineData(29.0, true)]
    [InlineData(31.0, false)]
    public void A_charge_of_long_before_the_landing_is_none(double ageS, bool isKnown)
    {
        EstimateResult estimate = Predictions.Of();
        ImmutableArray<TraceRecord> flight = Predictions.Flown(estimate);
        double endS = Validate(estimate, flight).EndTimeS!.Value;
        FlownReport report = Validate(
            estimate, [.. flight.Select(r => r.TimeS > endS - ageS ? r with { BatteryRemainingPercent = null } : r)]);

        Assert.Equal(isKnown, report.Metrics[(int)MissionMetric.Reserve].Observed is not null);
        Assert.Equal(isKnown, report.BatteryUsedPoints.Observed is not null);
        Assert.Equal(isKnown, report.Acceptance.Results[(int)MissionMetric.Reserve].Passed);
        Assert.Equal(isKnown ? 0 : 1, report.Notes.Count(n => n.Contains("31.0 s before its end", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(29.0, true)]
    [InlineData(31.0, false)]
    public void A_charge_of_long_after_the_takeoff_tells_not_what_was_used(double afterS, bool isKnown)
    {
        EstimateResult estimate = Predictions.Of();
        FlownReport report = Validate(
            estimate, [.. Predictions.Flown(estimate).Select(r => r.TimeS < afterS ? r with { BatteryRemainingPercent = null } : r)]);

        Assert.NotNull(report.Metrics[(int)MissionMetric.Reserve].Observed);
        Assert.Equal(isKnown, report.BatteryUsedPoints.Observed is not null);
        Assert.Equal(isKnown ? 0 : 1, report.Notes.Count(n => n.Contains("s after its start", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_speed_is_distance_by_time_on_both_sides()
    {
        EstimateResult estimate = Predictions.Of(dwellS: 60.0);
        FlownReport report = Validate(estimate, Predictions.Flown(estimate));

        Assert.Equal(report.Metrics[1].Predicted!.Value / report.Metrics[0].Predicted!.Value, report.Metrics[2].Predicted!.Value, 9);
        Assert.Equal(report.Metrics[1].Observed!.Value / report.Metrics[0].Observed!.Value, report.Metrics[2].Observed!.Value, 9);
    }

    [Fact]
    public void The_durations_of_the_phases_add_up_to_the_flight()
    {
        EstimateResult estimate = Predictions.Of(dwellS: 60.0);
        FlownReport report = Validate(
            estimate, [.. Predictions.Flown(estimate).Select(r => r with { FlightMode = r.TimeS < 20.0 ? "TAKEOFF" : r.TimeS < 80.0 ? "QLOITER" : "QRTL" })]);

        Assert.Equal(report.Metrics[0].Observed!.Value, report.Phases.Sum(p => p.TimeS.Observed ?? 0.0), 6);
        Assert.Empty(report.Notes);
        Assert.Equal(["loiter_dwell", "rtl_transit", "vertical_takeoff"], report.Phases.Where(p => p.ObservedSegmentCount > 0).Select(p => p.Name));
    }

    [Fact]
    public void An_aircraft_that_never_leaves_has_flown_nothing()
    {
        TraceRecord place = SampleTraces.Record(0.0, 10.0, 0.1);
        FlownReport report = Validate(Predictions.Of(), [.. Enumerable.Range(0, 100).Select(i => Jitter(place, i) with { TimeS = i })]);

        Assert.Null(report.Span);
        Assert.Null(report.Alignment);
        Assert.All(report.Metrics, m => Assert.Null(m.Observed));
        Assert.False(report.Acceptance.Passed);
        Assert.Null(Validate(Predictions.Of(), []).Span);
        Assert.Null(Validate(Predictions.Of(), [place]).Span);
        using JsonDocument json = Json(report);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("flight").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("alignment").ValueKind);
    }

    [Fact]
    public void Any_trace_makes_a_report() => SampleTraces.Any.Sample(
        trace =>
        {
            EstimateResult estimate = Predictions.Of();
            FlownReport report = Validate(estimate, trace.Records);

            Json(report).Dispose();
            Assert.NotEmpty(Render(report, ValidationFormat.Markdown));
        },
        iter: 50);

    [Fact]
    public void A_prediction_that_failed_is_refused()
    {
        EstimateResult estimate = Predictions.Of(windEastMps: 60.0);
        FlightTrace trace = SampleTraces.Of(SampleTraces.Record(0.0)) with { Mission = Mission };
        var request = new ValidationRequest(estimate, trace, GateLimits.Default, "id", "test");
        ValidationOutcome refused = ValidationRun.Run(ReportVersion.V3, request, ValidationFormat.Json, CancellationToken.None);
        ValidationOutcome shown = ValidationRun.Run(ReportVersion.V2, request, ValidationFormat.Json, CancellationToken.None);

        Assert.Null(refused.Document);
        Assert.Contains(FailureTokens.Codes.NameOf(estimate.Failure!.Code), refused.Refusal, StringComparison.Ordinal);
        Assert.NotNull(shown.Document);
        Assert.Single(shown.Warnings);
    }

    [Fact]
    public void The_json_holds_the_alignment_and_the_units_of_the_gate()
    {
        EstimateResult estimate = Predictions.Of();
        using JsonDocument json = Json(Validate(estimate, Predictions.Flown(estimate)));
        JsonElement root = json.RootElement;

        Assert.Equal("validation-report.v3", root.GetProperty("schema_version").GetString());
        Assert.Equal("points", root.GetProperty("acceptance").GetProperty("metrics").GetProperty("reserve_percent").GetProperty("unit").GetString());
        Assert.Equal(
            ["altitude_m", "battery_points", "common_distance_m", "cross_track_m", "point_count", "time_s"],
            root.GetProperty("alignment").GetProperty("by_distance").EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            ["altitude_m", "battery_points", "common_time_s", "distance_m", "point_count", "position_m"],
            root.GetProperty("alignment").GetProperty("by_time").EnumerateObject().Select(p => p.Name));
    }

    private static JsonDocument Json(FlownReport report) => JsonDocument.Parse(Render(report, ValidationFormat.Json));

    private static byte[] Render(FlownReport report, ValidationFormat format) =>
        ValidationFormats.Render(report, new ValidationRequest(Predictions.Of(), SampleTraces.Of(), GateLimits.Default, "id", "test"), format, CancellationToken.None);

    private static FlownReport Validate(EstimateResult estimate, ImmutableArray<TraceRecord> records) => FlownValidation.Compare(
        new ValidationRequest(estimate, SampleTraces.Of(records) with { Mission = Mission }, GateLimits.Default, "id", "test"), CancellationToken.None);

    /// <summary>The noise of a receiver at rest: up to 2 m in place and in height.</summary>
    private static TraceRecord Jitter(TraceRecord record, int index) => record with
    {
        LatitudeDeg = record.LatitudeDeg + (1e-5 * Math.Sin(index)),
        LongitudeDeg = record.LongitudeDeg + (1e-5 * Math.Cos(3.0 * index)),
        AltitudeAmslM = record.AltitudeAmslM + Math.Sin(2.0 * index),
    };
}
