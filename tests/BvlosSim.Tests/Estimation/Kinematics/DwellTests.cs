using BvlosSim.Environment.Wind;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Missions;
using BvlosSim.Values;
using BvlosSim.Vehicles;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation.Kinematics;

/// <summary>Loiter dwells: on the spot and in circles.</summary>
public class DwellTests
{
    private static Vehicle K => TestVehicles.K;

    private static Vehicle Vtol => TestVehicles.Vtol;

    /// <summary>Above home, after 20 s of climb.</summary>
    private static Mission Above(double timeS) => TestMissions.K(Loiter(47.0, 8.0, 60, timeS));

    [Fact]
    public void Keeping_station_covers_no_ground()
    {
        EstimateResult result = Estimates.Success(Above(90).WithWind(3, -4), Vtol);
        Leg dwell = result.Legs[1];
        Assert.Equal(LegPhase.LoiterDwell, dwell.Phase);
        Assert.Equal((new FlightPoint(47.0, 8.0, 560), new FlightPoint(47.0, 8.0, 560)), (dwell.Start, dwell.End));
        Assert.Equal((0.0, 0.0, 0.0, 90.0), (dwell.HorizontalDistanceM, dwell.VerticalDeltaM, dwell.PathDistanceM, dwell.TimeS));
        Assert.Equal(new LegWind(3, -4, 5), dwell.Wind);
        Assert.Null(dwell.TasMps);
        Assert.Null(dwell.Track);
        Assert.Null(dwell.DwellCrossWindMps);
        Assert.Equal(SpeedSource.StationKeepAuthority, dwell.SpeedSource);
        Assert.Equal([WarningCode.LoiterAssumedZeroGroundDistance], dwell.Warnings.ToArray());
        Assert.Equal([new TimingPoint(0, 0), new TimingPoint(1, 90)], dwell.Timing.Points.ToArray());
        Assert.Equal(0, dwell.Timing.VerticalTimeS);
        Expect.Warnings(result, (WarningCode.LoiterAssumedZeroGroundDistance, Expect.Leg(1, 0)));
    }

    [Fact]
    public void The_hover_speed_stands_in_for_the_station_keeping_limit()
    {
        Mission mission = TestMissions.K(Loiter(47.0, 8.0, 60, 90) with { LoiterRadiusM = 80 });
        Vehicle vehicle = Vtol.WithPerformance(p => p with { MaxStationKeepWindMps = null });
        EstimateResult result = Estimates.Success(mission.WithWind(6, 0), vehicle);
        Expect.Warnings(
            result,
            (WarningCode.HoverSpeedUsedAsStationKeepAuthority, Expect.Leg(1, 0)),
            (WarningCode.LoiterRadiusIgnored, Expect.Leg(1, 0)),
            (WarningCode.LoiterAssumedZeroGroundDistance, Expect.Leg(1, 0)));
        Assert.Equal(
            [WarningCode.HoverSpeedUsedAsStationKeepAuthority, WarningCode.LoiterAssumedZeroGroundDistance],
            result.Legs[1].Warnings.ToArray());

        // The limit of its own comes first, even where it is lower; it brings no warning.
        vehicle = Vtol.WithPerformance(p => p with { MaxStationKeepWindMps = 5 });
        result = Estimates.Run(mission.WithWind(6, 0), vehicle);
        Assert.Equal(FailureCode.StationKeepInfeasibleWind, result.Failure!.Code);
        Assert.Empty(result.Warnings);
    }

    [Theory]
    [InlineData(9.0, true)]
    [InlineData(9.000001, false)]
    public void Wind_up_to_the_limit_can_be_held_against(double windMps, bool holds) =>
        Assert.Equal(holds ? null : FailureCode.StationKeepInfeasibleWind, Estimates.Run(Above(30).WithWind(windMps, 0), Vtol).Failure?.Code);

    [Fact]
    public void The_first_sample_that_is_too_strong_ends_the_dwell()
    {
        Vehicle vehicle = Vtol.WithPerformance(p => p with { MaxStationKeepWindMps = null });
        // Departure at 20 s, samples at 20, 70 and 120 s, the change between them; the wind rises on.
        var wind = new TimeVaryingWind(
            ConstantWind.Calm, [new WindChange(50, Estimates.Constant(0, -7)), new WindChange(100, Estimates.Constant(8, 0))]);
        EstimateResult result = Estimates.Run(Above(100), vehicle, wind);
        Expect.Failure(
            result.Failure, FailureKind.Infeasible, FailureCode.StationKeepInfeasibleWind, Expect.Leg(1, 0),
            ("wind_speed_mps", 7.0), ("station_keep_authority_mps", 6.0), ("elapsed_time_s", 50.0));
        Expect.Warnings(result, (WarningCode.HoverSpeedUsedAsStationKeepAuthority, Expect.Leg(1, 0)));
        Assert.Single(result.Legs);
        Assert.True(result.TotalsArePartial);
    }

    [Fact]
    public void The_strongest_wind_is_reported_and_of_equal_ones_the_first()
    {
        var wind = new TimeVaryingWind(
            Estimates.Constant(1, 0),
            [new WindChange(50, Estimates.Constant(0, -5)), new WindChange(60, Estimates.Constant(5, 0)), new WindChange(70, ConstantWind.Calm)]);
        Assert.Equal(new LegWind(0, -5, 5), Estimates.Success(Above(100), Vtol, wind).Legs[1].Wind);
    }

    [Fact]
    public void A_fixed_wing_loiters_in_v2_only()
    {
        Expect.Failure(
            Estimates.Run(Above(30), K).Failure,
            FailureKind.Unsupported, FailureCode.UnsupportedLoiterForVehicleClass, Expect.Leg(0, 0), ("action", "loiter_time"));
        Estimates.Success(Above(30).V2(), K);
    }

    [Fact]
    public void A_vehicle_that_can_do_nothing_does_not_loiter_in_v2_either() => Assert.Equal(
        FailureCode.UnsupportedLoiterForVehicleClass,
        Estimates.Run(Above(30).V2(), K with { Capabilities = new VehicleCapabilities(Hover: false, ForwardFlight: false) }).Failure!.Code);

    [Fact]
    public void Circles_need_a_radius_before_the_transit() => Expect.Failure(
        Estimates.Run(
            TestMissions.K(Waypoint(47.01, 8.0, 60), Loiter(47.02, 8.0, 60, 30)).V2(), K.WithPerformance(p => p with { TurnRadiusM = null })).Failure,
        FailureKind.InvalidInput, FailureCode.MissingRequiredSpeedProfile, Expect.Leg(1, 1), ("action", "loiter_time"));

    [Fact]
    public void An_aircraft_that_hovers_keeps_station_in_v2_too()
    {
        Leg dwell = Estimates.Success(Above(30).V2(), Vtol).Legs[1];
        Assert.Equal(SpeedSource.StationKeepAuthority, dwell.SpeedSource);
    }

    [Fact]
    public void Keeping_station_needs_a_limit_after_the_transit()
    {
        Vehicle vehicle = Vtol.WithPerformance(p => p with { MaxStationKeepWindMps = null, HoverSpeedMps = null });
        EstimateResult result = Estimates.Run(Above(30), vehicle);
        Expect.Failure(
            result.Failure, FailureKind.InvalidInput, FailureCode.MissingRequiredSpeedProfile, Expect.Leg(1, 0), ("action", "loiter_time"));
        Assert.Equal(LegPhase.LoiterTransit, Assert.Single(result.Legs).Phase);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void A_limit_of_zero_is_refused() => Expect.Failure(
        Estimates.Run(Above(30), Vtol.WithPerformance(p => p with { MaxStationKeepWindMps = 0 })).Failure,
        FailureKind.InvalidInput, FailureCode.InvalidSpeedProfile, Expect.Leg(1, 0), ("station_keep_authority_mps", 0.0));

    [Fact]
    public void A_negative_time_is_refused_before_the_transit() => Expect.Failure(
        Estimates.Run(Above(-1), K).Failure,
        FailureKind.InvalidInput, FailureCode.InvalidMissionProfile, Expect.Leg(0, 0), ("loiter_time_s", -1.0));

    [Fact]
    public void A_time_of_zero_is_a_dwell_of_one_sample()
    {
        Leg dwell = Estimates.Success(Above(0).WithWind(0, 2), Vtol).Legs[1];
        Assert.Equal((0.0, new LegWind(0, 2, 2)), (dwell.TimeS, dwell.Wind));
    }

    [Theory]
    [InlineData(59_999_940.0, false)]
    [InlineData(59_999_941.0, true)]
    [InlineData(1e300, true)]
    [InlineData(double.PositiveInfinity, true)]
    public void An_absurd_time_is_refused(double timeS, bool refused)
    {
        Mission mission = Above(timeS);
        EstimateResult result = Estimates.Run(mission, Vtol);
        Assert.Equal(refused ? FailureCode.SegmentCountUnsupported : FailureCode.InsufficientEnergy, result.Failure?.Code);
        if (refused)
        {
            Assert.Equal((FailureKind.Unsupported, Expect.Leg(1, 0)), (result.Failure!.Kind, result.Failure.Place));
            Assert.Equal(["action", "max_segments", "loiter_time_s"], result.Failure.Context.Select(e => e.Key));
            Assert.Equal((Scalar)timeS, result.Failure.Context.Find("loiter_time_s"));
        }
    }

    [Fact]
    public void A_circling_aircraft_flies_on_at_its_airspeed()
    {
        Mission mission = TestMissions.K(Loiter(47.0, 8.0, 60, 40) with { LoiterRadiusM = 80 }).V2() with
        {
            Defaults = new MissionDefaults { CruiseSpeedMps = 20 },
        };
        EstimateResult result = Estimates.Success(mission.WithWind(0, 4), K.WithPerformance(p => p with { MaxCrabAngleDeg = 50 }));
        Leg dwell = result.Legs[1];
        Assert.Equal((800.0, 20.0, SpeedSource.MissionDefault), (dwell.PathDistanceM, dwell.TasMps, dwell.SpeedSource));
        Assert.Equal(4, dwell.DwellCrossWindMps);
        Expect.Warnings(result, (WarningCode.LoiterRadiusIgnored, Expect.Leg(1, 0)));
        Assert.Equal(800, result.Totals.PathDistanceM - 60);
    }

    [Fact]
    public void The_limits_of_circling()
    {
        Mission mission = Above(30).V2();
        Vehicle agile = K.WithPerformance(p => p with { MaxCrabAngleDeg = 89 });
        Expect.Failure(
            Estimates.Run(mission.WithWind(15, 0), agile).Failure,
            FailureKind.Infeasible, FailureCode.WindTriangleNoSolution, Expect.Leg(1, 0),
            ("wind_speed_mps", 15.0), ("tas_mps", 15.0), ("elapsed_time_s", 20.0));
        Expect.Failure(
            Estimates.Run(mission.WithWind(0, 12.5), agile).Failure,
            FailureKind.Infeasible, FailureCode.GroundspeedBelowMin, Expect.Leg(1, 0),
            ("wind_speed_mps", 12.5), ("tas_mps", 15.0), ("elapsed_time_s", 20.0), ("groundspeed_mps", 2.5), ("min_groundspeed_mps", 3.0));
        Assert.Equal(2, Estimates.Run(mission.WithWind(12, 0), agile).Legs.Length);
        // 30° need half the airspeed.
        Vehicle stiff = K.WithPerformance(p => p with { MaxCrabAngleDeg = 30.1 });
        Assert.Equal(2, Estimates.Run(mission.WithWind(7.5, 0), stiff).Legs.Length);
        Assert.Single(Estimates.Run(mission.WithWind(7.6, 0), stiff).Legs);
        // The ground speed is judged before the crab angle.
        Assert.Equal(FailureCode.GroundspeedBelowMin, Estimates.Run(mission.WithWind(12.5, 0), stiff).Failure!.Code);
    }

    [Fact]
    public void A_circling_aircraft_needs_an_airspeed() => Expect.Failure(
        Estimates.Run(Above(30).V2(), K.WithPerformance(p => p with { CruiseSpeedMps = -1 })).Failure,
        FailureKind.InvalidInput, FailureCode.InvalidSpeedProfile, Expect.Leg(1, 0), ("tas_mps", -1.0));
}
