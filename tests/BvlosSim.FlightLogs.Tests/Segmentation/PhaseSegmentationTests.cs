using System.Collections.Immutable;
using System.Text;
using BvlosSim.FlightLogs.Segmentation;
using BvlosSim.FlightLogs.Tests.Traces;
using BvlosSim.FlightLogs.Traces;
using CsCheck;

namespace BvlosSim.FlightLogs.Tests.Segmentation;

/// <summary>The phases of a flight.</summary>
public class PhaseSegmentationTests
{
    [Fact]
    public void The_worked_example()
    {
        FlightTrace trace = SampleTraces.Of(
            SampleTraces.Record(0, 500, 0, "AUTO"),
            SampleTraces.Record(1, 500, 0.2, "AUTO"),
            SampleTraces.Record(2, 503, 0.3, "AUTO"),
            SampleTraces.Record(3, 506, 5, "AUTO"),
            SampleTraces.Record(4, 507, 9, "AUTO"),
            SampleTraces.Record(5, 507.4, 12, "AUTO"),
            SampleTraces.Record(6, 507.5, 2.24, "AUTO"),
            SampleTraces.Record(7, 507.5, 2.25, "AUTO"),
            SampleTraces.Record(8, 507.5, 12, "QLOITER"),
            SampleTraces.Record(9, 507.5, 12, "AUTO"),
            SampleTraces.Record(10, 506, 12, "AUTO"),
            SampleTraces.Record(11, 503, 1.4, "AUTO"),
            SampleTraces.Record(12, 500, 1.6, "AUTO"),
            SampleTraces.Record(13, 500, 0, "LAND"));

        PhaseSegments contract = PhaseSegmentation.Segment(trace, ModeTable.Contract);
        Assert.Equal(
            ["loiter 0-0", "takeoff 1-2", "climb 3-4", "transit 5-7", "unknown 8-8", "descent 9-12", "landing 13-13"], Describe(contract));
        Assert.Equal(1, contract.UnknownRecordCount);
        Assert.Equal(["alt_amsl_m", "flight_mode", "groundspeed_mps"], contract.SourceFieldsUsed.ToArray());
        Assert.Contains("loiter 8-8", Describe(PhaseSegmentation.Segment(trace, ModeTable.All)));
    }

    [Fact]
    public void The_example_of_the_text_log()
    {
        PhaseSegments phases = PhaseSegmentation.Segment(SampleTraces.WorkedExample(), ModeTable.Contract);

        Assert.Equal(["takeoff 0-1", "climb 2-3"], Describe(phases));
        Assert.Equal(
            """
            {
              "metadata": {
                "method": "flight_mode_priority",
                "source_fields_used": [
                  "alt_amsl_m",
                  "flight_mode",
                  "groundspeed_mps"
                ],
                "unknown_record_count": 0
              },
              "schema_version": "phase-segments.v1",
              "segments": [
                {
                  "end_index": 1,
                  "end_time_s": 2.0,
                  "estimator_leg_phase": "vertical_takeoff",
                  "phase": "takeoff",
                  "record_count": 2,
                  "start_index": 0,
                  "start_time_s": 0.0
                },
                {
                  "end_index": 3,
                  "end_time_s": 4.0,
                  "estimator_leg_phase": null,
                  "phase": "climb",
                  "record_count": 2,
                  "start_index": 2,
                  "start_time_s": 3.0
                }
              ],
              "trace_id": "ex1"
            }

            """,
            Encoding.UTF8.GetString(PhaseSegmentsJson.Render(phases)));
    }

    [Fact]
    public void An_alternation_takes_the_phase_of_its_first_record()
    {
        double[] speeds = [10, 0, 10, 0, 10];
        FlightTrace trace = SampleTraces.Of([.. speeds.Select((v, i) => SampleTraces.Record(i, 500, v, "AUTO"))]);

        Assert.Equal(["transit 0-4"], Describe(PhaseSegmentation.Segment(trace, ModeTable.Contract)));
    }

    [Fact]
    public void Without_a_rate_and_a_speed_the_phase_is_unknown()
    {
        double?[] altitudes = [null, 500, 500.5, null];
        FlightTrace trace = SampleTraces.Of([.. altitudes.Select((z, i) => SampleTraces.Record(i, z))]);
        PhaseSegments phases = PhaseSegmentation.Segment(trace, ModeTable.Contract);

        Assert.Equal(["unknown 0-3"], Describe(phases));
        Assert.Equal(4, phases.UnknownRecordCount);
        Assert.Equal(["alt_amsl_m"], phases.SourceFieldsUsed.ToArray());
    }

    [Fact]
    public void No_record_and_one_record()
    {
        PhaseSegments none = PhaseSegmentation.Segment(SampleTraces.Of(), ModeTable.All);
        PhaseSegments one = PhaseSegmentation.Segment(SampleTraces.Of(SampleTraces.Record(5, 500, 3)), ModeTable.All);

        Assert.Empty(none.Segments);
        Assert.Empty(none.SourceFieldsUsed);
        Assert.Equal(["transit 0-0"], Describe(one));
        Assert.Equal(0.0, one.Segments[0].DurationS);
    }

    [Theory]
    [InlineData(0.5, 1.49, "takeoff")]
    [InlineData(0.5, 1.5, "climb")]
    [InlineData(-0.5, null, "landing")]
    [InlineData(-0.5, 1.5, "descent")]
    [InlineData(0.49, 1.5, "loiter")]
    [InlineData(0.49, 2.24, "loiter")]
    [InlineData(0.49, 2.25, "transit")]
    public void The_thresholds_of_motion(double rateMps, double? speedMps, string phase)
    {
        FlightTrace trace = SampleTraces.Of(SampleTraces.Record(0, 500, speedMps), SampleTraces.Record(1, 500 + rateMps, speedMps));

        Assert.Equal([phase + " 0-1"], Describe(PhaseSegmentation.Segment(trace, ModeTable.Contract)));
    }

    [Theory]
    [InlineData("QLAND", "landing")]
    [InlineData("AUTOLAND", "landing")]
    [InlineData("LOITERALTQLAND", "landing")]
    [InlineData("QRTL", "rtl")]
    [InlineData("QLOITER", "loiter")]
    [InlineData("CIRCLE", "loiter")]
    [InlineData("BRAKE", "loiter")]
    [InlineData("CRUISE", "transit")]
    [InlineData("FBWB", "transit")]
    [InlineData("QHOVER", "transit")]
    [InlineData("ALT_HOLD", "transit")]
    [InlineData("POSCTL", "transit")]
    [InlineData("FOLLOW", "transit")]
    [InlineData("AltHold", "transit")]
    [InlineData("Auto", "transit")]
    [InlineData("Smart_RTL", "rtl")]
    [InlineData("Loiter", "loiter")]
    [InlineData("FBW_B", "transit")]
    [InlineData("AUTO RTL", "rtl")]
    public void Modes_beyond_the_contract_are_known_where_it_does_not_count(string mode, string phase)
    {
        FlightTrace trace = SampleTraces.Of(SampleTraces.Record(0, 500, 12, mode), SampleTraces.Record(1, 500, 12, mode));

        Assert.Equal([phase + " 0-1"], Describe(PhaseSegmentation.Segment(trace, ModeTable.All)));
        Assert.Equal(["unknown 0-1"], Describe(PhaseSegmentation.Segment(trace, ModeTable.Contract)));
    }

    [Theory]
    [InlineData("TAKEOFF", "takeoff")]
    [InlineData("AUTO_VTOL_TAKEOFF", "takeoff")]
    [InlineData("SMART_RTL", "rtl")]
    [InlineData("DESCEND", "landing")]
    [InlineData("ORBIT", "loiter")]
    [InlineData("OFFBOARD", "transit")]
    [InlineData(null, "transit")]
    [InlineData("", "unknown")]
    [InlineData("10", "unknown")]
    [InlineData("STABILIZE", "unknown")]
    [InlineData("MANUAL", "unknown")]
    public void Modes_of_the_contract_mean_the_same_everywhere(string? mode, string phase)
    {
        FlightTrace trace = SampleTraces.Of(SampleTraces.Record(0, 500, 12, mode), SampleTraces.Record(1, 500, 12, mode));

        foreach (ModeTable table in (ModeTable[])[ModeTable.All, ModeTable.Contract])
            Assert.Equal([phase + " 0-1"], Describe(PhaseSegmentation.Segment(trace, table)));
    }

    [Fact]
    public void Segments_cover_the_trace_without_gaps_and_no_single_record_divides_a_phase() => SampleTraces.Any.Sample(trace =>
    {
        PhaseSegments phases = PhaseSegmentation.Segment(trace, ModeTable.All);
        ImmutableArray<PhaseSegment> segments = phases.Segments;

        Assert.Equal(trace.Records.Length, segments.Sum(s => s.RecordCount));
        Assert.Equal(phases.UnknownRecordCount, segments.Where(s => s.Phase == FlightPhase.Unknown).Sum(s => s.RecordCount));
        for (int i = 0; i < segments.Length; i++)
        {
            Assert.Equal(i == 0 ? 0 : segments[i - 1].EndIndex + 1, segments[i].StartIndex);
            Assert.Equal(trace.Records[segments[i].EndIndex].TimeS, segments[i].EndTimeS);
            Assert.True(i == 0 || segments[i - 1].Phase != segments[i].Phase);
            Assert.False(i > 0 && i < segments.Length - 1 && segments[i].RecordCount == 1 && segments[i - 1].Phase == segments[i + 1].Phase);
        }
    });

    private static IEnumerable<string> Describe(PhaseSegments phases) =>
        phases.Segments.Select(s => $"{FlightPhases.Set.NameOf(s.Phase)} {s.StartIndex}-{s.EndIndex}");
}
