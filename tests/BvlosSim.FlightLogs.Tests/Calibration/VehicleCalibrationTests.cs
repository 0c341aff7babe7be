using System.Collections.Immutable;
using System.Text;
using BvlosSim.Documents.Calibration;
using BvlosSim.Documents.Loading;
using BvlosSim.FlightLogs.Calibration;
using BvlosSim.FlightLogs.Tests.Traces;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.Vehicles;
using CsCheck;

namespace BvlosSim.FlightLogs.Tests.Calibration;

/// <summary>Performance values fitted to traces.</summary>
public class VehicleCalibrationTests
{
    [Fact]
    public void The_worked_example()
    {
        CalibrationProfile profile = Fit(1, SampleTraces.WorkedExample()).Profile;
        FittedParameter climb = Assert.Single(profile.Parameters);

        Assert.Equal(CalibratedParameter.ClimbRateMps, climb.Parameter);
        Assert.Equal((4.375, 2L, 4.0, 4.75, 0.375), (climb.FittedValue, climb.SampleCount, climb.ConfidenceLow, climb.ConfidenceHigh, climb.Spread));
        Assert.Contains("500.50 to 520.00", climb.ApplicableConditions.Single(), StringComparison.Ordinal);
        Assert.Equal(["cruise_speed_mps", "descent_rate_mps", "max_station_keep_wind_mps"], profile.Notes.Select(n => n.Split(' ')[0]));
    }

    [Fact]
    public void The_data_set_of_the_worked_example()
    {
        // Calculated by hand from the definition, for the trace without parsing assumptions.
        Assert.Equal("ds-1-68b0a02abf211cfe851903bcab4a3c9ae1072cae312d954ce378f8f3fd3c82b1", DatasetOf(SampleTraces.WorkedExample()));
    }

    [Fact]
    public void The_data_set_does_not_depend_on_the_order_but_on_every_value() => Gen.Select(SampleTraces.Any, SampleTraces.Any).Sample((a, b) =>
    {
        Assert.Equal(DatasetOf(a, b), DatasetOf(b, a));
        Assert.NotEqual(DatasetOf(a, b), DatasetOf(a, b with { TraceId = "other" }));
        Assert.NotEqual(DatasetOf(a, b), DatasetOf(a));
        if (!a.Records.IsEmpty)
            Assert.NotEqual(DatasetOf(a), DatasetOf(a with { Records = a.Records.SetItem(0, a.Records[0] with { BatteryCurrentA = 1e-12 }) }));
    });

    [Fact]
    public void The_order_of_traces_changes_nothing_and_a_repeated_one_counts_twice() => SampleTraces.Any.Sample(trace =>
    {
        CalibrationProfile once = Fit(1, trace).Profile;
        CalibrationProfile twice = Fit(1, trace, trace).Profile;

        Assert.Equal(once.Parameters.Select(p => (p.Parameter, p.SampleCount * 2)), twice.Parameters.Select(p => (p.Parameter, p.SampleCount)));
        Assert.Equal(["t"], twice.Provenance.SourceTraceIds.ToArray());
        foreach ((FittedParameter one, FittedParameter two) in once.Parameters.Zip(twice.Parameters))
        {
            Assert.Equal(one.FittedValue, two.FittedValue, 9);
            Assert.Equal((one.ConfidenceLow, one.ConfidenceHigh), (two.ConfidenceLow, two.ConfidenceHigh));
            Assert.InRange(one.FittedValue, one.ConfidenceLow - 1e-9, one.ConfidenceHigh + 1e-9);
            Assert.InRange(one.Spread, 0.0, one.ConfidenceHigh - one.ConfidenceLow + 1e-9);
        }
    });

    [Fact]
    public void The_airspeed_is_the_ground_speed_less_the_wind_as_vectors()
    {
        // Course east at 10 m/s: 4 m/s of it is wind from behind, and 8 m/s blow across.
        FlightTrace trace = SampleTraces.Of(
            Cruise(0.0), Cruise(1.0), Cruise(2.0) with { WindNorthMps = null }, Cruise(3.0) with { GroundspeedMps = null });
        FittedParameter cruise = Fit(1, trace).Profile.Parameters.Single();

        Assert.Equal(CalibratedParameter.CruiseSpeedMps, cruise.Parameter);
        Assert.Equal(10.0, cruise.FittedValue, 12);
        Assert.Equal(2, cruise.SampleCount);
        Assert.Contains("8.94 m/s", cruise.ApplicableConditions.Single(), StringComparison.Ordinal);

        static TraceRecord Cruise(double timeS) => SampleTraces.Record(timeS, 500.0, 10.0, "AUTO") with { TrackDeg = 90.0, WindEastMps = 4.0, WindNorthMps = 8.0 };
    }

    [Fact]
    public void Rates_come_from_neighbours_of_one_segment_and_flat_pairs_are_none()
    {
        double[] altitudes = [500, 497, 497.4, 494];
        FlightTrace trace = SampleTraces.Of([.. altitudes.Select((z, i) => SampleTraces.Record(i, z, 1.0, "LAND"))]);
        FittedParameter descent = Fit(1, trace).Profile.Parameters.Single();

        Assert.Equal(CalibratedParameter.DescentRateMps, descent.Parameter);
        Assert.Equal((2L, 3.0), (descent.SampleCount, descent.ConfidenceLow));
        Assert.Equal(3.2, descent.FittedValue, 12);
    }

    [Fact]
    public void A_mode_that_the_contract_does_not_know_gives_no_samples()
    {
        FlightTrace trace = SampleTraces.Of(SampleTraces.Record(0.0, 100.0, 0.0, "QLAND"), SampleTraces.Record(9.0, 0.0, 0.0, "QLAND"));

        Assert.Empty(Fit(1, trace).Profile.Parameters);
    }

    [Fact]
    public void The_greatest_wind_in_which_the_station_was_kept()
    {
        TraceRecord loiter = SampleTraces.Record(0.0, 500.0, 0.5, "LOITER") with { WindEastMps = 3.0, WindNorthMps = 4.0 };
        FlightTrace trace = SampleTraces.Of(
            loiter,
            loiter with { TimeS = 1.0, GroundspeedMps = 1.5, WindEastMps = 30.0 },
            loiter with { TimeS = 2.0, GroundspeedMps = null, WindEastMps = 0.0 });
        FittedParameter station = Fit(1, trace).Profile.Parameters.Single();

        Assert.Equal((5.0, 2L, 0.5), (station.FittedValue, station.SampleCount, station.Spread));
    }

    [Fact]
    public void A_value_with_too_few_samples_is_left_out_when_asked_and_doubted_otherwise()
    {
        CalibrationOutcome lenient = Fit(2, SampleTraces.WorkedExample());
        CalibrationOutcome strict = Fit(3, SampleTraces.WorkedExample());

        Assert.Single(lenient.Profile.Parameters);
        Assert.Contains("climb_rate_mps rests on 2 of at least 30 samples", lenient.Warnings.Single(), StringComparison.Ordinal);
        Assert.Empty(strict.Profile.Parameters);
        Assert.Empty(strict.Warnings);
        Assert.Contains("climb_rate_mps was not fitted: 2 samples are fewer than the 3", strict.Profile.Notes[1], StringComparison.Ordinal);
        Assert.Equal(4, strict.Profile.Notes.Length);
    }

    [Fact]
    public void Two_traces_of_one_log_are_told()
    {
        FlightTrace trace = SampleTraces.Of(SampleTraces.Record(0.0));

        Assert.Contains("2 traces are of one log (flight.log)", Fit(1, trace, trace with { TraceId = "u" }).Warnings.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_of_another_vehicle_is_known_by_the_hash()
    {
        string mine = new('b', 64);
        FlightTrace trace = SampleTraces.Of(SampleTraces.Record(0.0));
        FlightTrace stated = trace with { Mission = new MissionReference("m", null, "v", mine.ToUpperInvariant()) };

        Assert.Null(TraceOwnership.ProblemOf(trace, mine));
        Assert.NotNull(TraceOwnership.DoubtAbout(trace));
        Assert.Null(TraceOwnership.ProblemOf(stated, mine));
        Assert.Null(TraceOwnership.DoubtAbout(stated));
        Assert.Contains("--any-vehicle", TraceOwnership.ProblemOf(stated, new string('c', 64)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_is_a_profile_and_the_markdown_says_the_same()
    {
        CalibrationProfile profile = Fit(1, SampleTraces.WorkedExample()).Profile;
        byte[] json = CalibrationFormats.Render(profile, CalibrationFormat.Json);
        LoadResult<LoadedDocument> document = DocumentLoader.Parse(json, DocumentFormat.Json, "/p.json", "calibration");
        CalibrationProfile read = CalibrationReader.Bind(document.Value!).Value!.Profile;
        string markdown = Encoding.UTF8.GetString(CalibrationFormats.Render(profile, CalibrationFormat.Markdown));

        Assert.Equal(profile.Parameters[0].FittedValue, read.Parameters.Single().FittedValue);
        Assert.Equal(profile.Notes.ToArray(), read.Notes.ToArray());
        Assert.Equal("v", read.BaseVehicleId);
        Assert.Contains("| climb_rate_mps | 4.38   | m/s  | 4.00–4.75 | 0.38   | 2       |\n", markdown, StringComparison.Ordinal);
        Assert.Contains(
            "Nothing could be fitted.\n",
            Encoding.UTF8.GetString(CalibrationFormats.Render(Fit(3, SampleTraces.WorkedExample()).Profile, CalibrationFormat.Markdown)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_that_names_a_log_stays_in_its_line()
    {
        CalibrationProfile profile = Fit(1, SampleTraces.WorkedExample()).Profile with { Notes = ["2 traces are of one log (a.log\n# Not ours\u001b[2J)."] };

        Assert.EndsWith(
            "\n- 2 traces are of one log (a.log # Not ours [2J).\n",
            Encoding.UTF8.GetString(CalibrationFormats.Render(profile, CalibrationFormat.Markdown)),
            StringComparison.Ordinal);
    }

    private static CalibrationOutcome Fit(int minSamples, params ImmutableArray<FlightTrace> traces) =>
        VehicleCalibration.Fit("v", traces, minSamples, "c", "test", CancellationToken.None);

    private static string DatasetOf(params ImmutableArray<FlightTrace> traces) => Fit(1, traces).Profile.Provenance.CalibrationDatasetVersion;
}
