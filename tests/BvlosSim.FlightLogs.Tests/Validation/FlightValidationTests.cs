using System.Collections.Immutable;
using System.Text;
using BvlosSim.Estimation;
using BvlosSim.FlightLogs.Tests.Traces;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.FlightLogs.Validation;

namespace BvlosSim.FlightLogs.Tests.Validation;

/// <summary><c>validation-report.v2</c>: totals and phases.</summary>
public class FlightValidationTests
{
    private static readonly MissionReference Mission = new("m.yaml", new string('0', 64), null, new string('1', 64));

    [Theory]
    [InlineData(96.0, 98.0, 2.0, 2.0408163265306123)]
    [InlineData(96.0, 8.0, 88.0, 1100.0)]
    [InlineData(5.0, -10.0, 15.0, 150.0)]
    [InlineData(1.0, 0.0, 1.0, null)]
    [InlineData(null, 1.0, null, null)]
    [InlineData(1.0, null, null, null)]
    public void An_error_is_relative_to_what_was_observed(double? predicted, double? observed, double? error, double? percent)
    {
        var comparison = new Comparison(predicted, observed);

        Assert.Equal((error, percent), (comparison.AbsError, comparison.PercentError));
    }

    [Theory]
    [InlineData(10.0, 10.0, true)]
    [InlineData(10.000001, 10.0, false)]
    [InlineData(null, 10.0, false)]
    [InlineData(1e9, double.NaN, true)]
    [InlineData(null, double.NaN, false)]
    [InlineData(1e9, double.PositiveInfinity, true)]
    public void An_error_at_its_limit_passes_and_an_unknown_one_never(double? error, double limit, bool passes) =>
        Assert.Equal(passes, new GateResult(MissionMetric.Time, error, limit, "%").Passed);

    [Fact]
    public void Totals_are_compared_and_the_speed_by_record()
    {
        EstimateResult estimate = Predictions.Of();
        ValidationReport report = Validate(
            estimate,
            SampleTraces.Record(10.0, 0.0, 0.0, "STABILIZE"),
            SampleTraces.Record(60.0, 100.0, 6.0, "AUTO") with { LatitudeDeg = 47.009, BatteryRemainingPercent = 90.0 },
            SampleTraces.Record(130.0, 0.0, 3.0, "LAND") with { BatteryRemainingPercent = 80.0 });

        Assert.Equal(new Comparison(estimate.Totals.TimeS, 120.0), report.Metrics[0]);
        Assert.Equal(2001.08, report.Metrics[1].Observed!.Value, 0.1);
        Assert.Equal(new Comparison(20.0, 3.0), report.Metrics[2] with { Predicted = Math.Round(report.Metrics[2].Predicted!.Value, 6) });
        Assert.Equal(80.0, report.Metrics[3].Observed);
        Assert.Equal(3, report.ObservedRecordCount);
    }

    [Fact]
    public void A_segment_of_one_record_lasts_no_time_and_phases_without_counterpart_are_noted()
    {
        ValidationReport report = Validate(
            Predictions.Of(dwellS: 30.0),
            SampleTraces.Record(0.0, 0.0, 0.0, "STABILIZE"),
            SampleTraces.Record(5.0, 0.0, 0.0, "STABILIZE"),
            SampleTraces.Record(60.0, 100.0, 20.0, "RTL"));

        Assert.Equal(["loiter_dwell", "loiter_transit", "rtl_transit", "transit", "vertical_takeoff"], report.Phases.Select(p => p.Name));
        PhaseComparison home = report.Phases[2];
        Assert.Equal((1, 1, 0.0, 20.0), (home.PredictedLegCount, home.ObservedSegmentCount, home.TimeS.Observed, home.MeanGroundspeedMps.Observed));
        Assert.Null(home.TimeS.PercentError);
        PhaseComparison dwell = report.Phases[0];
        Assert.Equal((30.0, null, 0), (dwell.TimeS.Predicted, dwell.TimeS.Observed, dwell.ObservedSegmentCount));
        Assert.Equal(2, report.Notes.Length);
        Assert.Contains("`unknown` has no counterpart in the estimate: 5.00 s", report.Notes[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_mode_that_the_contract_does_not_know_stays_unknown()
    {
        ValidationReport report = Validate(
            Predictions.Of(), SampleTraces.Record(0.0, 100.0, 0.0, "QLAND"), SampleTraces.Record(9.0, 0.0, 0.0, "QLAND"));

        Assert.DoesNotContain(report.Phases, p => p.ObservedSegmentCount > 0);
        Assert.Contains("`unknown` has no counterpart in the estimate: 9.00 s", report.Notes[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_estimate_is_compared_with_what_there_is_of_it()
    {
        ValidationReport report = Validate(Predictions.Of(windEastMps: 60.0), SampleTraces.Record(0.0), SampleTraces.Record(60.0));

        Assert.False(report.Acceptance.Passed);
        Assert.Null(report.Metrics[(int)MissionMetric.Reserve].Predicted);
        Assert.Equal(4, report.Notes.Length);
    }

    [Fact]
    public void A_trace_of_less_than_two_records_has_no_time_and_no_distance()
    {
        Assert.All(Validate(Predictions.Of()).Metrics, m => Assert.Null(m.Observed));
        ValidationReport one = Validate(Predictions.Of(), SampleTraces.Record(3.0, 0.0, 5.0) with { BatteryRemainingPercent = 7.0 });
        Assert.Equal([null, null, 5.0, 7.0], one.Metrics.Select(m => m.Observed));
        Assert.Equal([false, false, false, false], one.Acceptance.Results.Select(r => r.Passed));
        Assert.Equal(4, one.Acceptance.Failures.Length);
    }

    [Fact]
    public void The_markdown_leads_with_the_verdict_and_the_gate()
    {
        ValidationReport report = Validate(Predictions.Of(), SampleTraces.Record(0.0, 0.0, 0.0));
        var request = new ValidationRequest(Predictions.Of(), SampleTraces.Of(), GateLimits.Default, "id", "test");
        string text = Encoding.UTF8.GetString(ValidationFormats.Render(report, request, ValidationFormat.Markdown, CancellationToken.None));

        Assert.StartsWith("# Validation: id\n\n- Trace: t\n- Records: 1\n- Mission: m.yaml\n- Tool version: test\n- Result: **FAIL**\n- Completeness of the log: **not stated by the trace**\n\n## Gate\n\n", text, StringComparison.Ordinal);
        Assert.Contains("| time_s                | —     | 20.0%   | FAIL   |\n", text, StringComparison.Ordinal);
        // What a foreign trace says stays on its line.
        Assert.Contains("\n## What the reader of the log assumed\n\n- seconds\n- höhe \"AMSL\"", text, StringComparison.Ordinal);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n\n", text, StringComparison.Ordinal);
    }

    private static ValidationReport Validate(EstimateResult estimate, params ImmutableArray<TraceRecord> records) => FlightValidation.Compare(
        new ValidationRequest(estimate, SampleTraces.Of(records) with { Mission = Mission }, GateLimits.Default, "id", "test"));
}
