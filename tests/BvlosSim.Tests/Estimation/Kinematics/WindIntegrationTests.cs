using BvlosSim.Environment.Wind;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Missions;
using BvlosSim.Values;
using BvlosSim.Vehicles;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation.Kinematics;

/// <summary>How a leg is cut into pieces and timed in a wind that changes.</summary>
public class WindIntegrationTests
{
    private static Vehicle K => TestVehicles.K;

    /// <summary>Some 100 m due north, level.</summary>
    private static Mission Short { get; } = TestMissions.K(Waypoint(47.0009, 8.0, 0));

    [Theory]
    [InlineData(0.5, 500, 1)]
    [InlineData(500, 500, 1)]
    [InlineData(500.0001, 500, 2)]
    [InlineData(1000, 500, 2)]
    [InlineData(2223.4, 500, 5)]
    [InlineData(2223.4, double.PositiveInfinity, 1)]
    [InlineData(1_000_000, 1, 1_000_000)]
    [InlineData(1_000_001, 1, int.MaxValue)]
    [InlineData(100, 0.0, int.MaxValue)]
    [InlineData(100, double.Epsilon, int.MaxValue)]
    [InlineData(100, double.NaN, int.MaxValue)]
    public void The_number_of_pieces(double distanceM, double maxLengthM, int expected) =>
        Assert.Equal(expected, WindIntegration.SegmentCount(distanceM, maxLengthM));

    [Fact]
    public void The_wind_is_taken_at_the_midpoint_in_place_and_time()
    {
        var queries = new List<(double Lat, double Lon, double Altitude, double Time)>();
        var wind = new FormulaWind((lat, lon, altitude, time) =>
        {
            queries.Add((lat, lon, altitude, time));
            return default;
        });
        Mission mission = TestMissions.K(Waypoint(47.0, 8.0, 30), Waypoint(47.02, 8.0, 130)).WithEstimation(e => e with { MaxSegmentLengthM = 600 });
        Leg leg = Estimates.Success(mission, K, wind).Legs[1];

        // Ten seconds of climb first; then four pieces, each settled at the first guess.
        double pieceS = leg.HorizontalDistanceM / 4 / 15;
        (double _, double _, double altitude, double time) = queries[0];
        Expect.Near(10 + (pieceS / 2), time, 1e-14);
        Expect.Near(530 + (3 * pieceS / 2), altitude, 1e-14);
        (double lat, double lon, altitude, time) = queries[1];
        Expect.Near(10 + (1.5 * pieceS), time, 1e-14);
        // The climb is over after 33.3 s.
        Assert.Equal(630, altitude);
        Expect.Near(47.0075, lat, 1e-8);
        Assert.Equal(8.0, lon);
    }

    [Fact]
    public void The_time_of_a_piece_settles_where_the_wind_of_its_middle_gives_it()
    {
        // A tailwind that grows: gs(t/2) · t = D.
        var wind = FormulaWind.OfTime(t => new WindVector(0, 0.2 * t));
        Leg leg = Estimates.Success(Short, K, wind).Legs.Single();
        Expect.Near(leg.HorizontalDistanceM, leg.TimeS * (15 + (0.1 * leg.TimeS)), 1e-8);
        Assert.NotEqual(leg.HorizontalDistanceM / 15, leg.TimeS);
    }

    [Fact]
    public void A_time_that_jumps_between_two_winds_fails()
    {
        var wind = FormulaWind.OfTime(t => new WindVector(0, t < 3.6 ? -5 : 5));
        double distanceM = Estimates.Success(Short, K).Legs[0].HorizontalDistanceM;
        Expect.Failure(
            Estimates.Run(Short, K, wind).Failure, FailureKind.InvalidInput, FailureCode.InvalidGeometry, Expect.Leg(0, 0),
            ("action", "waypoint"), ("segment_index", 0), ("n_segments", 1),
            ("last_duration_s", distanceM / 20), ("revised_duration_s", distanceM / 10), ("reason", "two_cycle"));
    }

    [Fact]
    public void A_time_that_jumps_back_to_the_first_guess_fails_at_once()
    {
        // A tailwind in the middle of the first guess, calm in that of the second, which gives the first again.
        int queries = 0;
        var wind = FormulaWind.OfTime(t =>
        {
            queries++;
            return t < 3 ? default : new WindVector(0, 15);
        });
        MissionFailure failure = Estimates.Run(Short, K, wind).Failure!;
        Assert.Equal("two_cycle", failure.Context.Find("reason").Text);
        Assert.Equal(2, queries);
    }

    [Fact]
    public void A_long_time_settles_within_its_relative_tolerance()
    {
        // Two times half a microsecond apart, in turns: the same among ten thousand seconds, not among ten.
        FormulaWind Flicker(double distanceM)
        {
            int queries = 0;
            double slowdown = 1e-6 / (distanceM / 15) * 15;
            return FormulaWind.OfTime(_ => new WindVector(0, -slowdown * (1 + (++queries % 2 * 0.5))));
        }

        Mission far = TestMissions.K(Waypoint(48.5, 8.0, 0)).WithEstimation(e => e with { MaxSegmentLengthM = double.PositiveInfinity });
        double farM = Estimates.Success(far, TestVehicles.K.WithEnergy(e => e with { BatteryCapacityWh = 1e5 })).Legs[0].HorizontalDistanceM;
        Assert.Single(Estimates.Run(far, K, Flicker(farM)).Legs);
        double shortM = Estimates.Success(Short, K).Legs[0].HorizontalDistanceM;
        Assert.Equal("two_cycle", Estimates.Run(Short, K, Flicker(shortM)).Failure!.Context.Find("reason").Text);
    }

    [Fact]
    public void A_time_that_wanders_between_three_winds_fails()
    {
        var wind = FormulaWind.OfTime(t => new WindVector(0, t < 3 ? -10 : t < 4 ? -5 : t < 6 ? 5 : -5));
        double distanceM = Estimates.Success(Short, K).Legs[0].HorizontalDistanceM;
        Expect.Failure(
            Estimates.Run(Short, K, wind).Failure, FailureKind.InvalidInput, FailureCode.InvalidGeometry, Expect.Leg(0, 0),
            ("action", "waypoint"), ("segment_index", 0), ("n_segments", 1),
            ("last_duration_s", distanceM / 5), ("revised_duration_s", distanceM / 5), ("reason", "iteration_limit"));
    }

    [Fact]
    public void A_time_may_take_all_but_the_last_try_to_settle()
    {
        // The wind rises with every query, then holds: the try after that settles.
        foreach ((int rises, bool settles) in ((int, bool)[])[(22, true), (23, true), (24, false)])
        {
            int queries = 0;
            var wind = FormulaWind.OfTime(_ => new WindVector(0, 0.1 * Math.Min(++queries, rises)));
            MissionFailure? failure = Estimates.Run(Short, K, wind).Failure;
            Assert.Equal(settles ? null : "iteration_limit", failure?.Context.Find("reason").Text);
        }
    }

    [Fact]
    public void A_change_within_a_nanosecond_does_not_advance()
    {
        double distanceM = Estimates.Success(Short, K).Legs[0].HorizontalDistanceM;
        Expect.Failure(
            Estimates.Run(Short, K, Estimates.CalmUntil(5e-10, 0, 1)).Failure,
            FailureKind.InvalidInput, FailureCode.InvalidGeometry, Expect.Leg(0, 0),
            ("action", "waypoint"), ("segment_index", 0), ("n_segments", 1),
            ("last_duration_s", distanceM / 15), ("revised_duration_s", 5e-10), ("reason", "non_advancing_wind_event"));
    }

    [Fact]
    public void A_change_before_any_way_is_made_is_inconsistent()
    {
        var wind = new TimeVaryingWind(Estimates.Constant(0, -14.6), [new WindChange(2e-9, ConstantWind.Calm)]);
        MissionFailure failure = Estimates.Run(Short.WithEstimation(e => e with { MinGroundspeedMps = 0.1 }), K, wind).Failure!;
        Assert.Equal((FailureKind.InvalidInput, FailureCode.InvalidGeometry), (failure.Kind, failure.Code));
        Assert.Equal("inconsistent_event_bracket", failure.Context.Find("reason").Text);
        Assert.Equal(2e-9, failure.Context.Find("revised_duration_s").Number);
        Expect.Near(Estimates.Success(Short, K).Legs[0].HorizontalDistanceM / 0.4, failure.Context.Find("last_duration_s").Number);
    }

    [Fact]
    public void A_change_at_the_end_of_a_piece_does_not_cut_it()
    {
        double timeS = Estimates.Success(Short, K).Legs[0].TimeS;
        foreach (double changeS in (double[])[timeS, timeS - 9e-10, timeS + 1])
        {
            Leg leg = Estimates.Success(Short, K, Estimates.CalmUntil(changeS, 0, 5)).Legs[0];
            Assert.Equal(2, leg.Timing.Points.Length);
            Assert.Equal(timeS, leg.TimeS);
        }

        Assert.Equal(3, Estimates.Success(Short, K, Estimates.CalmUntil(timeS - 1e-6, 0, 5)).Legs[0].Timing.Points.Length);
    }

    [Fact]
    public void Several_changes_and_nested_schedules_cut_a_piece_several_times()
    {
        var inner = new TimeVaryingWind(Estimates.Constant(0, 5), [new WindChange(4, Estimates.Constant(0, -5))]);
        var wind = new TimeVaryingWind(ConstantWind.Calm, [new WindChange(2, inner), new WindChange(5, ConstantWind.Calm)]);
        Leg leg = Estimates.Success(Short, K, wind).Legs[0];

        // 2 s at 15, 2 s at 20, 1 s at 10, the rest at 15 m/s.
        double restS = (leg.HorizontalDistanceM - 80) / 15;
        Assert.Equal([0, 2, 4, 5, 5 + restS], leg.Timing.Points.Select(p => p.TimeS));
        Assert.Equal([0, 30, 70, 80], leg.Timing.Points.Take(4).Select(p => Math.Round(p.Fraction * leg.HorizontalDistanceM, 9)));
        Assert.Equal(1, leg.Timing.Points[4].Fraction);
        Assert.Equal(5 + restS, leg.TimeS);
        Assert.Equal(10, leg.Track!.GroundspeedMps);
        Assert.Equal(new LegWind(0, 5, 5), leg.Wind);
    }

    [Fact]
    public void The_clock_of_a_schedule_is_that_of_the_mission()
    {
        // 20 s of climb, then 6.7 s of flight: the change at 22 s falls into the second leg.
        Mission mission = TestMissions.K(Waypoint(47.0, 8.0, 60), Waypoint(47.0009, 8.0, 60));
        Leg leg = Estimates.Success(mission, K, Estimates.CalmUntil(22, 0, 5)).Legs[1];
        Assert.Equal(2, leg.Timing.Points[1].TimeS, 1e-12);
        Expect.Near(2 + ((leg.HorizontalDistanceM - 30) / 20), leg.TimeS, 1e-12);
    }

    [Fact]
    public void A_schedule_inside_another_wind_is_not_seen_as_one()
    {
        var hidden = new ComponentOverrideWind(Estimates.CalmUntil(2, 0, 5), eastMps: 0, northMps: null);
        Leg leg = Estimates.Success(Short, K, hidden).Legs[0];
        Assert.Equal(2, leg.Timing.Points.Length);
        // All of it in the wind of its middle.
        Expect.Near(leg.HorizontalDistanceM / 20, leg.TimeS, 1e-14);
    }

    [Fact]
    public void A_layer_is_chosen_where_the_piece_begins()
    {
        // Climbs through 510 m after 3.3 s of 6.7 s; a cut at 4 s begins in the upper layer.
        Mission mission = TestMissions.K(Waypoint(47.0009, 8.0, 60));
        var layers = new LayeredWind([new WindLayer(500, 0, 0), new WindLayer(510, 0, 5)]);
        Leg leg = Estimates.Success(mission, K, layers).Legs[0];
        Expect.Near(leg.HorizontalDistanceM / 15, leg.Timing.Points[^1].TimeS, 1e-14);

        leg = Estimates.Success(mission, K, new TimeVaryingWind(layers, [new WindChange(4, layers)])).Legs[0];
        Expect.Near(4 + ((leg.HorizontalDistanceM - 60) / 20), leg.Timing.Points[^1].TimeS, 1e-13);
    }

    [Fact]
    public void Pieces_of_an_absurd_number_or_length_are_refused()
    {
        Mission mission = TestMissions.K(Waypoint(47.02, 8.0, 0)).WithEstimation(e => e with { MaxSegmentLengthM = 1e-9 });
        MissionFailure failure = Estimates.Run(mission, K).Failure!;
        Assert.Equal((FailureKind.Unsupported, FailureCode.SegmentCountUnsupported), (failure.Kind, failure.Code));
        Assert.Equal(Expect.Leg(0, 0), failure.Place);
        Assert.Equal(["action", "max_segments", "segment_length_m"], failure.Context.Select(e => e.Key));
        Assert.Equal("waypoint", failure.Context.Find("action").Text);
        Assert.Equal((Scalar)1_000_000, failure.Context.Find("max_segments"));

        // Two micrometres in pieces of half a nanometre.
        mission = TestMissions.K(Waypoint(47.0 + 1.8e-11, 8.0, 0)).WithEstimation(e => e with { MaxSegmentLengthM = 5e-10 });
        Assert.Equal(FailureCode.SegmentCountUnsupported, Estimates.Run(mission, K).Failure!.Code);
    }
}
