using System.Collections.Immutable;
using BvlosSim.Estimation;
using BvlosSim.FlightLogs.Segmentation;
using BvlosSim.FlightLogs.Tests.Traces;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.FlightLogs.Validation;
using BvlosSim.FlightLogs.Validation.Flown;
using BvlosSim.FlightLogs.Validation.Terms;
using CsCheck;

namespace BvlosSim.FlightLogs.Tests.Validation;

/// <summary>Where errors come from: the parts add up, and each is found where it was put.</summary>
public class FlightPairTests
{
    private static readonly MissionReference Mission = new("m.yaml", new string('0', 64), null, new string('1', 64));

    /// <summary>Degrees of latitude of a metre.</summary>
    private const double DegPerM = 1.0 / 111_250.0;

    [Fact]
    public void The_parts_add_up_to_the_error_of_either_report() =>
        Gen.Select(Gen.Double[0.6, 1.6], Gen.Double[-60.0, 60.0], Gen.Double[0.0, 1.0], Gen.Int[0, 60], Gen.Bool, Gen.Bool).Sample(
            (stretch, sideM, cut, waitS, hasAltitude, hasPower) =>
            {
                EstimateResult estimate = Predictions.Of(dwellS: 20.0);
                ImmutableArray<TraceRecord> flight = Predictions.Flown(estimate);
                TraceRecord[] records =
                [
                    .. Enumerable.Range(0, waitS).Select(i => flight[0] with { TimeS = i }),
                    .. flight.Take((int)(flight.Length * (0.2 + (0.8 * cut)))).Select(r => r with
                    {
                        TimeS = waitS + (r.TimeS * stretch),
                        LongitudeDeg = r.LongitudeDeg + (sideM * DegPerM * Math.Sin(r.TimeS / 20.0)),
                    }),
                ];
                ImmutableArray<TraceRecord> changed =
                [
                    .. records.Select((r, i) => r with
                    {
                        AltitudeAmslM = hasAltitude ? r.AltitudeAmslM : null,
                        BatteryVoltageV = hasPower ? Volts(i) : null,
                        BatteryCurrentA = Amps(i, 30.0),
                    }),
                ];
                foreach (FlightPair pair in new[] { PairOf(estimate, changed), PairOfTotals(estimate, changed) })
                {
                    Assert.Equal(hasPower, pair.IsEnergyMeasured);
                    Assert.Equal(MissionMetrics.All, pair.Errors.Select(e => e.Metric).Union([MissionMetric.MeanGroundspeed]).Order());
                    Assert.All(pair.Errors, e => Assert.Equal(0.0, e.Unexplained, 6));
                    Assert.Equal(pair.Observed!.DurationS, pair.ObservedProfile!.Totals.Sum(t => t.TimeS), 6);
                    Assert.Equal(pair.Predicted!.LengthM, pair.PredictedProfile!.Totals.Sum(t => t.WayM), 6);
                }
            },
            iter: 60);

    [Fact]
    public void Any_trace_is_divided() => SampleTraces.Any.Sample(
        trace =>
        {
            EstimateResult estimate = Predictions.Of();
            Assert.All(PairOf(estimate, trace.Records).Errors, e => Assert.Equal(0.0, e.Unexplained, 6));
            PairOfTotals(estimate, trace.Records);
        },
        iter: 50);

    [Fact]
    public void A_slow_flight_is_one_of_speed_and_rate_not_of_way()
    {
        EstimateResult estimate = Predictions.Of();
        ErrorBreakdown time = Of(MissionMetric.Time, PairOf(estimate, [.. Predictions.Flown(estimate).Select(r => r with { TimeS = r.TimeS * 1.2 })]));

        Assert.Equal(20.0, Sum(time, ErrorTerm.Groundspeed), 2.0);
        Assert.Equal(0.0, Sum(time, ErrorTerm.WayLength), 2.0);
        Assert.Equal(5.0, Sum(time, ErrorTerm.VerticalRate), 2.0);
    }

    [Fact]
    public void Wind_and_airspeed_are_told_apart_by_the_wind_of_the_trace()
    {
        EstimateResult estimate = Predictions.Of();
        // Over ground 20/1.25 = 16 m/s: north, then south, into a wind of 4 m/s both times.
        FlightPair pair = PairOf(
            estimate,
            [
                .. Predictions.Flown(estimate).Select(r =>
                {
                    double north = r.TimeS < 75.0 ? 1.0 : -1.0;
                    return r with { TimeS = r.TimeS * 1.25, GroundspeedMps = 16.0, TrackDeg = north > 0.0 ? 0.0 : 180.0, WindEastMps = 0.0, WindNorthMps = -4.0 * north };
                }),
            ]);
        ErrorBreakdown time = Of(MissionMetric.Time, pair);

        Assert.Equal(25.0, Sum(time, ErrorTerm.Wind), 2.5);
        Assert.Equal(0.0, Sum(time, ErrorTerm.Airspeed), 0.5);
        // Of the seconds at the edge of a leg on the spot no airspeed is predicted.
        Assert.Equal(0.0, Sum(time, ErrorTerm.Groundspeed), 3.0);
        Assert.Equal(20.0, pair.ObservedProfile!.In(FlightPhase.Transit).AirspeedMps!.Value, 0.1);
    }

    [Fact]
    public void A_phase_that_one_flight_merely_touches_does_not_blame_the_speed()
    {
        // Predicted: down on the way home. Flown at the same speed: level home, then down on the spot.
        EstimateResult estimate = Predictions.Of();
        ImmutableArray<TraceRecord> flight = Predictions.Flown(estimate)[..^50];
        TraceRecord last = flight[^1] with { AltitudeAmslM = 100.0 };
        ErrorBreakdown time = Of(
            MissionMetric.Time,
            PairOf(
                estimate,
                [
                    .. flight.Select(r => r.TimeS < 25.0 ? r : r with { AltitudeAmslM = 100.0 }),
                    .. Enumerable.Range(1, 50).Select(i => last with { TimeS = last.TimeS + i, AltitudeAmslM = 100.0 - (2.0 * i) }),
                ]));

        Assert.Equal(50.0, time.Error, 3.0);
        Assert.Equal(45.0, Sum(time, ErrorTerm.Duration), 3.0);
        Assert.Equal(0.0, Sum(time, ErrorTerm.Groundspeed) + Sum(time, ErrorTerm.Airspeed), 5.0);
        Assert.Equal(0.0, Sum(time, ErrorTerm.PhaseMix), 2.0);
    }

    [Theory]
    [InlineData(0.0, 0.0, 10.0, 50.0, 50.0, 0.0)]
    [InlineData(10.0, 50.0, 0.0, 0.0, -50.0, 0.0)]
    [InlineData(10.0, 20.0, 30.0, 90.0, 60.0, 10.0)]
    [InlineData(30.0, 90.0, 10.0, 20.0, -60.0, -10.0)]
    [InlineData(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)]
    public void An_average_is_compared_over_the_common_amount(
        double amount0, double product0, double amount1, double product1, double ofAmount, double ofAverage) =>
        Assert.Equal((ofAmount, ofAverage), Difference.SplitAverage(amount0, product0, amount1, product1));

    [Fact]
    public void A_way_home_along_the_way_out_is_followed()
    {
        EstimateResult estimate = Predictions.Of();
        ErrorBreakdown distance = Of(MissionMetric.HorizontalDistance, PairOf(estimate, Predictions.Flown(estimate)));

        Assert.Equal(0.0, Sum(distance, ErrorTerm.OtherRoute));
        Assert.Equal(0.0, Sum(distance, ErrorTerm.NotFlown), 16.0);
        Assert.Equal(0.0, Sum(distance, ErrorTerm.Wandering), 16.0);
    }

    [Fact]
    public void A_cut_route_a_detour_and_wandering_are_told_apart()
    {
        EstimateResult estimate = Predictions.Of();
        ImmutableArray<TraceRecord> flight = Predictions.Flown(estimate);
        FlightPair cut = PairOf(estimate, [.. flight.Take(flight.Length / 2)]);
        FlightPair detour = PairOf(estimate, Aside(flight, r => 300.0 * Bump(r.TimeS, 30.0, 70.0)));
        FlightPair weave = PairOf(estimate, Aside(flight, r => 20.0 * Math.Sin(r.TimeS)));

        Assert.InRange(Sum(Of(MissionMetric.HorizontalDistance, cut), ErrorTerm.NotFlown), -1300.0, -900.0);
        Assert.True(Sum(Of(MissionMetric.HorizontalDistance, detour), ErrorTerm.OtherRoute) > 3.0 * Sum(Of(MissionMetric.HorizontalDistance, detour), ErrorTerm.Wandering));
        Assert.Equal(0.0, Sum(Of(MissionMetric.HorizontalDistance, weave), ErrorTerm.OtherRoute));
        Assert.True(Sum(Of(MissionMetric.HorizontalDistance, weave), ErrorTerm.Wandering) > 300.0);
    }

    [Fact]
    public void Power_charge_at_takeoff_and_gauge_are_told_apart()
    {
        EstimateResult estimate = Predictions.Of();
        double usedPoints = 100.0 - estimate.Energy!.ReserveAtLandingPercent;
        ImmutableArray<TraceRecord> flight = Predictions.Flown(estimate);
        // Drawn: 20 % more than predicted. The gauge says 30 % more, and began at 90 %.
        TraceRecord[] records = [.. flight.Select(r => r with { BatteryRemainingPercent = 90.0 - (1.3 * (100.0 - r.BatteryRemainingPercent)), BatteryVoltageV = 1.0 })];
        for (int i = 0; i < records.Length; i++)
        {
            (int from, int to) = (Math.Max(0, i - 1), Math.Min(records.Length - 1, i + 1));
            double pointsPerS = (flight[from].BatteryRemainingPercent - flight[to].BatteryRemainingPercent)!.Value / (flight[to].TimeS - flight[from].TimeS);
            records[i] = records[i] with { BatteryCurrentA = 1.2 * pointsPerS * 3600.0 };
        }

        FlightPair pair = PairOf(estimate, [.. records]);
        ErrorBreakdown reserve = Of(MissionMetric.Reserve, pair);

        Assert.True(pair.IsEnergyMeasured);
        Assert.Equal(-10.0, Sum(reserve, ErrorTerm.ChargeAtTakeoff), 0.2);
        Assert.Equal(-0.2 * usedPoints, Sum(reserve, ErrorTerm.Power), 0.3);
        Assert.Equal(-0.1 * usedPoints, Sum(reserve, ErrorTerm.ChargeGauge), 0.3);
        Assert.Equal(0.0, Sum(reserve, ErrorTerm.Duration), 0.3);
    }

    [Fact]
    public void A_reserve_without_a_charge_at_the_landing_is_not_divided()
    {
        EstimateResult estimate = Predictions.Of();
        ImmutableArray<TraceRecord> flight = [.. Predictions.Flown(estimate).Select(r => r.TimeS > 60.0 ? r with { BatteryRemainingPercent = null } : r)];

        Assert.DoesNotContain(PairOf(estimate, flight).Errors, e => e.Metric == MissionMetric.Reserve);
        // The report of totals takes the last record alone.
        ImmutableArray<TraceRecord> late = [.. flight[..^1], flight[^1] with { BatteryRemainingPercent = 50.0 }];
        Assert.Empty(Of(MissionMetric.Reserve, PairOfTotals(estimate, [.. late.Select((r, i) => r.TimeS < 60.0 ? r with { BatteryRemainingPercent = null } : r)])).Shares.Where(s => s.Term == ErrorTerm.Power));
    }

    [Fact]
    public void Energy_over_a_gap_is_not_made_up()
    {
        EstimateResult estimate = Predictions.Of();
        ImmutableArray<TraceRecord> powered = Powered(estimate, _ => 30.0);

        Assert.True(PairOf(estimate, powered).IsEnergyMeasured);
        Assert.False(PairOf(estimate, [.. powered.Where(r => r.TimeS is < 40.0 or > 80.0)]).IsEnergyMeasured);
    }

    [Fact]
    public void Readings_are_those_that_a_calibration_takes()
    {
        EstimateResult estimate = Predictions.Of();
        FlightPair plain = PairOf(estimate, Powered(estimate, _ => 30.0));
        double usedWh = Wh(plain);

        // Drawn as negative: the sign is turned. Not measured now and then: nothing is added.
        Assert.Equal(usedWh, Wh(PairOf(estimate, Powered(estimate, _ => -30.0))), 6);
        Assert.Equal(usedWh, Wh(PairOf(estimate, Powered(estimate, i => i % 200 == 50 ? 655.35 : 30.0))), 0.02 * usedWh);
        Assert.Equal(usedWh, Wh(PairOf(estimate, Powered(estimate, i => i % 200 == 50 ? -1.0 : 30.0))), 0.02 * usedWh);
        // Held on to, or of both signs: no power at all.
        Assert.False(PairOf(estimate, [.. Predictions.Flown(estimate).Select(r => r with { BatteryVoltageV = 20.0, BatteryCurrentA = 30.0 })]).IsEnergyMeasured);
        Assert.False(PairOf(estimate, Powered(estimate, i => i % 3 == 0 ? -30.0 : 30.0)).IsEnergyMeasured);

        static double Wh(FlightPair pair)
        {
            Assert.True(pair.IsEnergyMeasured);
            return pair.ObservedProfile!.Totals.Sum(t => t.EnergyWh!.Value);
        }
    }

    [Fact]
    public void Waiting_on_the_ground_is_a_part_of_its_own_in_the_report_that_counts_it()
    {
        EstimateResult estimate = Predictions.Of();
        ImmutableArray<TraceRecord> flight = Predictions.Flown(estimate);
        ImmutableArray<TraceRecord> waiting =
            [.. Enumerable.Range(0, 300).Select(i => flight[0] with { TimeS = i }), .. flight.Select(r => r with { TimeS = r.TimeS + 300.0 })];

        Assert.Equal(305.0, Sum(Of(MissionMetric.Time, PairOfTotals(estimate, waiting)), ErrorTerm.OutsideFlight), 2.0);
        Assert.Equal(0.0, Sum(Of(MissionMetric.Time, PairOf(estimate, waiting)), ErrorTerm.OutsideFlight));
    }

    [Fact]
    public void Without_altitudes_on_one_side_neither_climbs()
    {
        EstimateResult estimate = Predictions.Of();
        FlightPair pair = PairOf(estimate, [.. Predictions.Flown(estimate).Select(r => r with { AltitudeAmslM = null })]);

        Assert.False(pair.HasAltitudes);
        Assert.Equal([FlightPhase.Transit, FlightPhase.Loiter], pair.PredictedProfile!.Totals.Select(t => t.Phase));
    }

    [Fact]
    public void Gaps_are_bridged_over_time_and_held_at_the_ends()
    {
        var track = new FlightTrack(
        [
            .. new (double TimeS, double? M)[] { (0.0, null), (1.0, 10.0), (2.0, null), (5.0, 50.0), (6.0, null) }
                .Select(p => new TrackPoint(p.TimeS, 0.0, 0.0, 0.0, p.M, null)),
        ]);

        Assert.Equal(new double?[] { 10.0, 10.0, 20.0, 50.0, 50.0 }, FilledTrack.Of(track).Points.Select(p => p.AltitudeAmslM));
        Assert.All(FilledTrack.Of(track).Points, p => Assert.Null(p.BatteryPercent));
    }

    [Fact]
    public void Numbers_beyond_calculation_leave_the_error_unexplained()
    {
        EstimateResult estimate = Predictions.Of();
        FlightPair pair = PairOf(
            estimate, [.. Predictions.Flown(estimate).Select((r, i) => r with { AltitudeAmslM = i % 2 == 0 ? 1e308 : -1e308, BatteryVoltageV = 1e200, BatteryCurrentA = 1e200 })]);

        Assert.All(pair.Errors.SelectMany(e => e.Shares), s => Assert.True(double.IsFinite(s.Amount)));
        Assert.False(pair.IsEnergyMeasured);
    }

    /// <summary>A voltage that is measured anew at every record.</summary>
    private static double Volts(int index) => 20.0 + (0.001 * (index % 2));

    /// <summary>A current that is measured anew at every record.</summary>
    private static double Amps(int index, double currentA) => currentA * (1.0 + (1e-9 * (index % 3)));

    private static ImmutableArray<TraceRecord> Powered(EstimateResult estimate, Func<int, double> currentA) =>
        [.. Predictions.Flown(estimate).Select((r, i) => r with { BatteryVoltageV = Volts(i), BatteryCurrentA = Amps(i, currentA(i)) })];

    private static double Bump(double timeS, double fromS, double toS) =>
        timeS <= fromS || timeS >= toS ? 0.0 : Math.Sin((timeS - fromS) / (toS - fromS) * Math.PI);

    private static ImmutableArray<TraceRecord> Aside(ImmutableArray<TraceRecord> flight, Func<TraceRecord, double> eastM) =>
        [.. flight.Select(r => r with { LongitudeDeg = r.LongitudeDeg + (eastM(r) * DegPerM / Math.Cos(52.0 * Math.PI / 180.0)) })];

    private static double Sum(ErrorBreakdown error, ErrorTerm term) => error.Shares.Where(s => s.Term == term).Sum(s => s.Amount);

    private static ErrorBreakdown Of(MissionMetric metric, FlightPair pair) => pair.Errors.Single(e => e.Metric == metric);

    private static FlightPair PairOf(EstimateResult estimate, ImmutableArray<TraceRecord> records)
    {
        ValidationRequest request = Request(estimate, records);
        return FlightPair.Of(request, FlownValidation.Compare(request, CancellationToken.None).Metrics, CancellationToken.None);
    }

    private static FlightPair PairOfTotals(EstimateResult estimate, ImmutableArray<TraceRecord> records)
    {
        ValidationRequest request = Request(estimate, records);
        return FlightPair.Of(request, FlightValidation.Compare(request).Metrics, CancellationToken.None);
    }

    private static ValidationRequest Request(EstimateResult estimate, ImmutableArray<TraceRecord> records) =>
        new(estimate, SampleTraces.Of(records) with { Mission = Mission }, GateLimits.Default, "id", "test");
}
