using BvlosSim.Environment.Wind;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Geodesy;
using BvlosSim.Missions;
using BvlosSim.Values;
using BvlosSim.Vehicles;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation.Kinematics;

/// <summary>The limits of flight through wind, their order, and the margins to them.</summary>
public class FlightLimitTests
{
    private static Vehicle K => TestVehicles.K;

    private static FlightSettings Limits { get; } =
        Estimates.Settings(TestMissions.K(Rtl()), K) with { MaxCrabAngleDeg = 30, MinGroundspeedMps = 4 };

    [Theory]
    [InlineData(30.0, 4.0, null)]
    [InlineData(-30.0, 4.0, null)]
    [InlineData(30.000001, 4.0, FailureCode.CrabAngleLimitExceeded)]
    [InlineData(-30.000001, -1.0, FailureCode.CrabAngleLimitExceeded)]
    [InlineData(30.0, 0.0, FailureCode.GroundspeedNonPositive)]
    [InlineData(0.0, -0.1, FailureCode.GroundspeedNonPositive)]
    [InlineData(0.0, 0.1, FailureCode.GroundspeedBelowMin)]
    [InlineData(0.0, 3.999999, FailureCode.GroundspeedBelowMin)]
    [InlineData(double.NaN, 5.0, FailureCode.CrabAngleLimitExceeded)]
    [InlineData(0.0, double.NaN, FailureCode.GroundspeedNonPositive)]
    public void The_first_broken_limit_is_reported(double crabDeg, double groundspeedMps, FailureCode? expected)
    {
        var solution = new WindTriangleSolution(default, groundspeedMps, 0, crabDeg);
        Assert.Equal(expected, FlightLimits.FirstBroken(solved: true, solution, Limits)?.Code);
        Assert.Equal(FailureCode.WindTriangleNoSolution, FlightLimits.FirstBroken(solved: false, solution, Limits)?.Code);
    }

    [Fact]
    public void Each_breach_carries_its_numbers()
    {
        LimitBreach crab = FlightLimits.Solve(0, 10, new WindVector(6, 0), Limits, out WindTriangleSolution solution)!;
        Expect.Printed(8, solution.GroundspeedMps);
        Expect.Context(crab.Numbers, ("crab_angle_deg", -36.86989765), ("max_crab_angle_deg", 30.0));
        Assert.Empty(FlightLimits.Solve(0, 10, new WindVector(11, 0), Limits, out _)!.Numbers);
        Expect.Context(FlightLimits.Solve(0, 10, new WindVector(0, -12), Limits, out _)!.Numbers, ("groundspeed_mps", -2.0));
        Expect.Context(
            FlightLimits.Solve(0, 10, new WindVector(0, -7), Limits, out _)!.Numbers, ("groundspeed_mps", 3.0), ("min_groundspeed_mps", 4.0));
        Assert.Null(FlightLimits.Solve(0, 10, new WindVector(0, -6), Limits, out _));
    }

    [Fact]
    public void Every_breach_says_what_happened()
    {
        var messages = new HashSet<string>();
        foreach (WindVector wind in (WindVector[])[new(11, 0), new(6, 0), new(0, -12), new(0, -7)])
        {
            LimitBreach breach = FlightLimits.Solve(0, 10, wind, Limits, out _)!;
            Assert.True(messages.Add(breach.ToFailure(FlightPlace.Mission, ScalarMap.Empty).Message));
        }
    }

    [Theory]
    [InlineData(-15.0, 0.0)]
    [InlineData(-16.5, -1.5)]
    public void A_headwind_as_fast_as_the_aircraft_stops_it(double northMps, double groundspeedMps) => Expect.Failure(
        Estimates.Run(TestMissions.K(Waypoint(47.001, 8.0, 0)).WithWind(0, northMps), K).Failure,
        FailureKind.Infeasible, FailureCode.GroundspeedNonPositive, Expect.Leg(0, 0),
        ("action", "waypoint"), ("track_azimuth_deg", 0.0), ("wind_east_mps", 0.0), ("wind_north_mps", northMps), ("tas_mps", 15.0),
        ("groundspeed_mps", groundspeedMps));

    [Fact]
    public void A_wind_that_is_judged_while_the_time_is_still_sought_breaks_the_same_limits()
    {
        Mission mission = TestMissions.K(Waypoint(47.001, 8.0, 0));
        Assert.Equal(
            FailureCode.GroundspeedNonPositive,
            Estimates.Run(mission, K, FormulaWind.OfTime(_ => new WindVector(0, -15))).Failure!.Code);
        Assert.Equal(
            FailureCode.WindTriangleNoSolution,
            Estimates.Run(mission, K, FormulaWind.OfTime(_ => new WindVector(15.1, 0))).Failure!.Code);
        Assert.Equal(
            FailureCode.CrabAngleLimitExceeded,
            Estimates.Run(mission, K, FormulaWind.OfTime(_ => new WindVector(12, -13))).Failure!.Code);
        Assert.Equal(
            FailureCode.WindTriangleNoSolution,
            Estimates.Run(mission, K, FormulaWind.OfTime(_ => new WindVector(double.NaN, 0))).Failure!.Code);
    }

    [Fact]
    public void Limits_are_checked_on_the_settled_sample_only()
    {
        // The first guess lies in a wind that no aircraft could hold against; the settled time does not.
        var wind = FormulaWind.OfTime(t => t is > 3.2 and < 3.5 ? new WindVector(0, -12.5) : new WindVector(0, 5));
        Leg leg = Estimates.Success(TestMissions.K(Waypoint(47.0009, 8.0, 0)), K, wind).Legs.Single();
        Assert.Equal(20, leg.Track!.GroundspeedMps);
    }

    [Theory]
    [InlineData(-4.0, false)]
    [InlineData(-4.0001, true)]
    public void A_ground_speed_close_to_the_limit_is_a_warning_on_the_leg(double northMps, bool warns)
    {
        Mission mission = TestMissions.K(Waypoint(47.001, 8.0, 0)).WithWind(0, northMps).WithEstimation(e => e with { MinGroundspeedMps = 10 });
        EstimateResult result = Estimates.Success(mission, K);
        Assert.Equal(warns ? [WarningCode.LowGroundspeedMargin] : [], result.Legs[0].Warnings.ToArray());
        Assert.Empty(result.Warnings);
    }

    [Theory]
    [InlineData(7.49, false)]
    [InlineData(7.51, true)]
    public void A_crab_angle_close_to_the_limit_is_a_warning_on_the_leg(double eastMps, bool warns)
    {
        // sin 30° of 15 m/s are 7.5 m/s; 30° are 0.9 of the limit.
        Vehicle vehicle = K.WithPerformance(p => p with { MaxCrabAngleDeg = 100.0 / 3, TurnRadiusM = null });
        foreach (double sign in (double[])[1, -1])
        {
            EstimateResult result = Estimates.Success(TestMissions.K(Waypoint(47.001, 8.0, 0)).WithWind(sign * eastMps, 0), vehicle);
            Assert.Equal(warns ? [WarningCode.HighCrabMargin] : [], result.Legs[0].Warnings.ToArray());
            Assert.Empty(result.Warnings);
        }
    }

    [Fact]
    public void Both_margins_warn_in_order()
    {
        Mission mission = TestMissions.K(Waypoint(47.001, 8.0, 0)).WithWind(8, -7).WithEstimation(e => e with { MinGroundspeedMps = 5.5 });
        Assert.Equal(
            [WarningCode.LowGroundspeedMargin, WarningCode.HighCrabMargin],
            Estimates.Success(mission, K.WithPerformance(p => p with { TurnRadiusM = null })).Legs[0].Warnings.ToArray());
    }

    [Fact]
    public void The_margins_of_an_arc_are_its_own()
    {
        // Northbound in a tailwind, eastbound in a crosswind: the crab angle is high at the end of the arc only.
        Mission mission = TestMissions.K(Waypoint(47.02, 8.0, 0), Waypoint(47.02, 8.03, 0)).V2().WithWind(0, 8);
        EstimateResult result = Estimates.Success(mission, K);
        Assert.Equal([[], [WarningCode.HighCrabMargin], [WarningCode.HighCrabMargin]], result.Legs.Select(l => l.Warnings.ToArray()));
    }

    [Fact]
    public void The_extremes_of_a_leg_stem_from_different_pieces_and_the_first_of_equal_ones_counts()
    {
        // Northbound: 1 m/s of headwind, then of tailwind; a crosswind that changes sides.
        var wind = new FormulaWind((lat, _, _, _) => lat < 47.005 ? new WindVector(3, -4) : lat < 47.01 ? new WindVector(-3, 4) : new WindVector(0, -4.5));
        Leg leg = Estimates.Success(TestMissions.K(Waypoint(47.018, 8.0, 0)), K, wind).Legs.Single();
        Assert.Equal(new LegWind(3, -4, 5), leg.Wind);
        LegTrack track = leg.Track!;
        Expect.Printed(10.5, track.GroundspeedMps);
        Expect.Printed(3, track.WindCrossTrackMps);
        Expect.Printed(-Angles.ToDegrees(Math.Asin(0.2)), track.CrabAngleDeg);
        Expect.Printed(360 - Angles.ToDegrees(Math.Asin(0.2)), track.RequiredHeadingDeg);
        Expect.Printed(-4.5, track.WindAlongTrackMps);
    }
}
