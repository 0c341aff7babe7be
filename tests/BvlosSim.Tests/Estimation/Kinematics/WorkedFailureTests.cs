using BvlosSim.Environment.Wind;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Missions;
using BvlosSim.Vehicles;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation.Kinematics;

/// <summary>Flights that end early, with known numbers for the failure and for what is left.</summary>
public class WorkedFailureTests
{
    private static Vehicle K => TestVehicles.K;

    [Fact]
    public void The_crab_limit_breaks_on_an_arc()
    {
        Mission mission = TestMissions.K(Waypoint(47.03, 8.0, 100), Waypoint(47.03, 8.05, 100))
            .V2().WithWind(5, -5).WithEstimation(e => e with { MaxSegmentLengthM = 4000 });
        EstimateResult result = Estimates.Run(mission, K.WithPerformance(p => p with { MaxCrabAngleDeg = 25 }));

        Expect.Failure(
            result.Failure, FailureKind.Infeasible, FailureCode.CrabAngleLimitExceeded, Expect.Leg(1, 1),
            ("action", "waypoint"), ("track_azimuth_deg", 22.49542681), ("wind_east_mps", 5.0), ("wind_north_mps", -5.0), ("tas_mps", 15.0),
            ("segment_index", 4), ("n_segments", 18),
            ("crab_angle_deg", -25.81753324), ("max_crab_angle_deg", 25.0), ("groundspeed_mps", 10.79628122));
        Leg left = Assert.Single(result.Legs);
        Expect.Printed(3275.1531757, left.HorizontalDistanceM);
        Expect.Printed(358.24815016, left.TimeS);
        Assert.True(result.TotalsArePartial);
        Expect.Printed(358.24815016, result.Totals.TimeS);
        Assert.Equal(EstimateStatus.Infeasible, result.Status);
        Assert.Null(result.Energy);
    }

    [Fact]
    public void The_crab_limit_breaks_while_a_leg_is_cut_back()
    {
        var wind = new WindGrid(
            [0, 1000], [0, 1000], [47.0, 47.0098, 47.0099, 47.03], [7.9, 8.1],
            [.. Enumerable.Range(0, 32).Select(i => i / 2 % 4 < 2 ? new WindVector(9, 0) : default)]);
        Mission mission = TestMissions.K(Waypoint(47.02, 8.0, 100), Land(47.02, 8.03))
            .V2().WithEstimation(e => e with { MaxSegmentLengthM = 5000 });
        EstimateResult result = Estimates.Run(mission, K, wind);

        Expect.Failure(
            result.Failure, FailureKind.Infeasible, FailureCode.CrabAngleLimitExceeded, Expect.Leg(0, 0),
            ("action", "waypoint"), ("track_azimuth_deg", 0.0), ("wind_east_mps", 9.0), ("wind_north_mps", 0.0), ("tas_mps", 15.0),
            ("crab_angle_deg", -36.86989765), ("max_crab_angle_deg", 35.0), ("groundspeed_mps", 12.0));
        Leg left = Assert.Single(result.Legs);
        Expect.Printed(2223.42073121, left.HorizontalDistanceM);
        Expect.Printed(148.22804875, left.TimeS);
        Assert.Equal(new FlightPoint(47.02, 8.0, 600), left.End);
    }

    [Fact]
    public void A_corner_right_after_a_vertical_leg_does_not_fit()
    {
        Mission mission = TestMissions.K(Waypoint(47.02, 8.0, 100), Waypoint(47.02, 8.0, 150), Waypoint(47.02, 8.02, 100)).V2();
        EstimateResult result = Estimates.Run(mission, K);

        Expect.Failure(
            result.Failure, FailureKind.Infeasible, FailureCode.InvalidGeometry, Expect.Leg(2, 2),
            ("incoming_track_deg", 0.0), ("outgoing_track_deg", 89.99268408), ("turn_angle_deg", 89.99268408), ("turn_radius_m", 60.0),
            ("tangent_offset_m", 59.99233928), ("incoming_leg_distance_m", 0.0), ("outgoing_leg_distance_m", 1520.55225109));
        Assert.Equal(2, result.Legs.Length);
    }

    [Fact]
    public void A_corner_that_is_too_sharp_does_not_fit()
    {
        Mission mission = TestMissions.K(Waypoint(47.02, 8.0, 100), Waypoint(47.0, 8.0001, 100)).V2();
        MissionFailure failure = Estimates.Run(mission, K).Failure!;

        Assert.Equal(FailureCode.InvalidGeometry, failure.Code);
        Assert.Equal(Expect.Leg(1, 1), failure.Place);
        Expect.Printed(179.80401052, failure.Context.Find("turn_angle_deg").Number);
        Expect.Printed(35080.89673282, failure.Context.Find("tangent_offset_m").Number);
    }

    [Fact]
    public void A_repeated_waypoint_on_a_straight_line_is_a_leg_of_zeros()
    {
        Mission mission = TestMissions.K(Waypoint(47.02, 8.0, 100), Waypoint(47.02, 8.0, 100), Waypoint(47.04, 8.0, 100)).V2();
        EstimateResult result = Estimates.Success(mission, K);

        Assert.Equal(3, result.Legs.Length);
        Leg zero = result.Legs[1];
        Assert.Equal((0.0, 0.0, 0.0, 0.0), (zero.HorizontalDistanceM, zero.VerticalDeltaM, zero.PathDistanceM, zero.TimeS));
        Assert.Null(zero.Track);
    }

    [Fact]
    public void The_crab_limit_breaks_on_a_circular_dwell()
    {
        Mission mission = TestMissions.K(Loiter(47.01, 8.03, 120, 75)).V2().WithWind(7, 0.5);
        EstimateResult result = Estimates.Run(mission, K.WithPerformance(p => p with { MaxCrabAngleDeg = 27 }));

        Expect.Failure(
            result.Failure, FailureKind.Infeasible, FailureCode.CrabAngleLimitExceeded, Expect.Leg(1, 0),
            ("wind_speed_mps", 7.01783442), ("tas_mps", 15.0), ("elapsed_time_s", 119.25731774),
            ("crab_angle_deg", 27.89519052), ("max_crab_angle_deg", 27.0));
        Assert.Single(result.Legs);
    }

    [Fact]
    public void A_crosswind_above_the_airspeed_has_no_solution()
    {
        EstimateResult result = Estimates.Run(TestMissions.K(Waypoint(47.02, 8.0, 100)).WithWind(16, 0), K);

        Expect.Failure(
            result.Failure, FailureKind.Infeasible, FailureCode.WindTriangleNoSolution, Expect.Leg(0, 0),
            ("action", "waypoint"), ("track_azimuth_deg", 0.0), ("wind_east_mps", 16.0), ("wind_north_mps", 0.0), ("tas_mps", 15.0),
            ("segment_index", 0), ("n_segments", 5));
        Assert.Empty(result.Legs);
        Assert.False(result.TotalsArePartial);
    }

    [Fact]
    public void A_headwind_slows_the_aircraft_below_the_limit()
    {
        EstimateResult result = Estimates.Run(TestMissions.K(Waypoint(47.02, 8.0, 100)).WithWind(0, -13), K);

        Expect.Failure(
            result.Failure, FailureKind.Infeasible, FailureCode.GroundspeedBelowMin, Expect.Leg(0, 0),
            ("action", "waypoint"), ("track_azimuth_deg", 0.0), ("wind_east_mps", 0.0), ("wind_north_mps", -13.0), ("tas_mps", 15.0),
            ("segment_index", 0), ("n_segments", 5), ("groundspeed_mps", 2.0), ("min_groundspeed_mps", 3.0));
    }

    [Fact]
    public void A_negative_least_ground_speed_is_refused_before_the_flight()
    {
        Mission mission = TestMissions.K(Waypoint(47.02, 8.0, 100)).WithEstimation(e => e with { MinGroundspeedMps = -1 });
        EstimateResult result = Estimates.Run(mission, K);

        Expect.Failure(
            result.Failure, FailureKind.InvalidInput, FailureCode.InvalidSpeedProfile, new FlightPlace(0, null, null),
            ("min_groundspeed_mps", -1.0));
        Assert.Equal(EstimateStatus.Error, result.Status);
        Assert.Equal("v1", result.Metadata.Find("estimator_version").Text);
    }

    [Fact]
    public void Items_after_a_return_are_flown_with_a_warning()
    {
        Mission mission = TestMissions.K(Waypoint(47.02, 8.0, 100), Land(47.02, 8.01), Rtl(), Waypoint(47.01, 8.0, 50)).WithWind(1, 1);
        EstimateResult result = Estimates.Success(mission, K);

        Expect.Warnings(result, (WarningCode.RouteActionsAfterRtl, new FlightPlace(null, 2, "w3")));
        Leg landing = result.Legs[1];
        Assert.Equal(LegPhase.LandingTransit, landing.Phase);
        Assert.Equal(0, landing.VerticalDeltaM);
        Assert.Equal(600, landing.End.AltitudeAmslM);
        Expect.Printed(47.61636649, landing.TimeS);
        Assert.Equal([LegPhase.Transit, LegPhase.LandingTransit, LegPhase.RtlTransit, LegPhase.Transit], result.Legs.Select(l => l.Phase));
    }
}
