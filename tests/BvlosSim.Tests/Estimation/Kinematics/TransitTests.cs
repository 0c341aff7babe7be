using BvlosSim.Environment.Terrain;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Missions;
using BvlosSim.Vehicles;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation.Kinematics;

/// <summary>Where the items of a route lead, and how long the legs take.</summary>
public class TransitTests
{
    private static Vehicle K => TestVehicles.K;

    private static Vehicle Vtol => TestVehicles.Vtol;

    [Theory]
    [InlineData(AltitudeReference.RelativeHome, 600)]
    [InlineData(AltitudeReference.Amsl, 100)]
    [InlineData(AltitudeReference.Terrain, 520)]
    public void The_default_reference_of_altitudes(AltitudeReference reference, double expectedAmslM)
    {
        Mission mission = TestMissions.K(Waypoint(47.02, 8.0, 100)) with { Defaults = new MissionDefaults { AltitudeReference = reference } };
        Leg leg = Estimates.Success(mission, K, terrain: new ConstantTerrain(420)).Legs.Single();
        Assert.Equal(expectedAmslM, leg.End.AltitudeAmslM);
    }

    [Fact]
    public void An_items_own_reference_comes_first()
    {
        Mission mission = TestMissions.K(Waypoint(47.02, 8.0, 700) with { AltitudeReference = AltitudeReference.Amsl });
        Leg leg = Estimates.Success(mission, K).Legs.Single();
        Assert.Equal(700, leg.End.AltitudeAmslM);
        Assert.Equal(200, leg.VerticalDeltaM);
    }

    [Fact]
    public void Terrain_is_taken_at_the_item_or_else_at_home()
    {
        // 100 m at 47.0°, 300 m at 47.1°, linear between.
        var terrain = new TerrainGrid(new Environment.Grids.RegularGrid(
            new Environment.Grids.RegularAxis(47.0, 0.1, 2), new Environment.Grids.RegularAxis(7.9, 0.2, 2), [100, 100, 300, 300]));
        Mission mission = TestMissions.K(
            Waypoint(47.05, 8.0, 1000),
            VtolTakeoff(50) with { AltitudeReference = AltitudeReference.Terrain },
            Waypoint(47.05, 8.0, 60) with { AltitudeReference = AltitudeReference.Terrain });
        EstimateResult result = Estimates.Success(mission, Vtol, terrain: terrain);

        // A takeoff without a position: the terrain of home, although the aircraft is elsewhere.
        Assert.Equal(new FlightPoint(47.05, 8.0, 150), result.Legs[1].End);
        Assert.Equal(260, result.Legs[2].End.AltitudeAmslM, 1e-9);
    }

    [Fact]
    public void A_terrain_altitude_without_terrain_is_unsupported()
    {
        Mission mission = TestMissions.K(Waypoint(47.01, 8.0, 50), Waypoint(47.02, 8.0, 100) with { AltitudeReference = AltitudeReference.Terrain });
        EstimateResult result = Estimates.Run(mission, K);
        Expect.Failure(
            result.Failure, FailureKind.Unsupported, FailureCode.UnsupportedAltitudeReferenceTerrain, Expect.Leg(1, 1), ("action", "waypoint"));
        Assert.Equal(EstimateStatus.Error, result.Status);
        Assert.True(result.TotalsArePartial);
    }

    [Fact]
    public void A_terrain_altitude_beyond_the_terrain_is_unsupported()
    {
        var terrain = new TerrainGrid(new Environment.Grids.RegularGrid(
            new Environment.Grids.RegularAxis(47.0, 0.1, 2), new Environment.Grids.RegularAxis(7.9, 0.2, 2), [100, 100, 300, 300]));
        Mission mission = TestMissions.K(Waypoint(46.9, 8.05, 100) with { AltitudeReference = AltitudeReference.Terrain });
        Expect.Failure(
            Estimates.Run(mission, K, terrain: terrain).Failure,
            FailureKind.Unsupported, FailureCode.TerrainCoverageMissing, Expect.Leg(0, 0),
            ("action", "waypoint"), ("lat", 46.9), ("lon", 8.05), ("terrain_provider_id", "uniform_grid"));
    }

    [Fact]
    public void A_takeoff_without_position_climbs_on_the_spot()
    {
        EstimateResult result = Estimates.Success(TestMissions.K(Waypoint(47.01, 8.0, 50), Takeoff(110)), Vtol);
        Leg climb = result.Legs[1];
        Assert.Equal(LegPhase.VerticalTakeoff, climb.Phase);
        Assert.Equal(new FlightPoint(47.01, 8.0, 610), climb.End);
        Assert.Equal((60.0, 60.0, 20.0, 0.0), (climb.VerticalDeltaM, climb.PathDistanceM, climb.TimeS, climb.HorizontalDistanceM));
        Assert.Null(climb.TasMps);
        Assert.Null(climb.SpeedSource);
        Assert.Null(climb.Wind);
        Assert.Null(climb.Track);
        Assert.Null(climb.DwellCrossWindMps);
        Assert.Empty(climb.Warnings);
        Assert.Equal([new TimingPoint(0, 0), new TimingPoint(1, 20)], climb.Timing.Points.ToArray());
        Assert.Equal(20, climb.Timing.VerticalTimeS);
    }

    [Fact]
    public void A_takeoff_with_a_position_elsewhere_is_a_forward_leg()
    {
        Leg leg = Estimates.Success(TestMissions.K(VtolTakeoff(47.02, 8.0, 60)), Vtol).Legs.Single();
        Assert.Equal(LegPhase.VerticalTakeoff, leg.Phase);
        Expect.Printed(2223.42073121, leg.HorizontalDistanceM);
        Assert.Equal(leg.HorizontalDistanceM, leg.PathDistanceM);
    }

    [Theory]
    [InlineData(RouteAction.Takeoff, "takeoff")]
    [InlineData(RouteAction.VtolTakeoff, "vtol_takeoff")]
    public void A_takeoff_needs_hover(RouteAction action, string token) => Expect.Failure(
        Estimates.Run(TestMissions.K(Takeoff(60) with { Action = action }), K).Failure,
        FailureKind.Unsupported, FailureCode.InvalidMissionProfile, Expect.Leg(0, 0), ("action", token));

    [Fact]
    public void A_multirotor_flies_forward_only_where_it_says_so()
    {
        Mission mission = TestMissions.K(Takeoff(60), Waypoint(47.0, 8.01, 60));
        EstimateResult result = Estimates.Run(mission, TestVehicles.Q with { Capabilities = null });
        Expect.Failure(
            result.Failure, FailureKind.Unsupported, FailureCode.InvalidMissionProfile, Expect.Leg(1, 1), ("action", "waypoint"));
        Assert.Single(result.Legs);
        Estimates.Success(mission, TestVehicles.Q);
    }

    [Fact]
    public void Distances_of_a_micrometre_do_not_count()
    {
        // About 0.9 and 1.1 micrometres.
        Mission mission = TestMissions.K(Waypoint(47.0 + 8.1e-12, 8.0, 0));
        Leg leg = Estimates.Success(mission, K).Legs.Single();
        Assert.Equal(0, leg.HorizontalDistanceM);
        Assert.Null(leg.Track);
        Assert.Equal(47.0 + 8.1e-12, leg.End.LatDeg);

        leg = Estimates.Success(TestMissions.K(Waypoint(47.0 + 1.0e-11, 8.0, 0)), K).Legs.Single();
        Assert.InRange(leg.HorizontalDistanceM, 1e-6, 1.3e-6);
        Assert.NotNull(leg.Track);
    }

    [Fact]
    public void The_altitude_may_take_longer_than_the_distance()
    {
        Leg leg = Estimates.Success(TestMissions.K(Waypoint(47.001, 8.0, 300)), K).Legs.Single();
        Assert.Equal(100, leg.TimeS);
        Assert.Equal(100, leg.Timing.VerticalTimeS);
        Expect.Near(leg.HorizontalDistanceM / 15, leg.Timing.Points[^1].TimeS);
        Assert.Equal(1, leg.Timing.Points[^1].Fraction);
    }

    [Theory]
    [InlineData(100, 300, 50)]
    [InlineData(300, 30, 135)]
    public void Climbs_and_descents_have_their_own_rates(double fromM, double toM, double expectedS)
    {
        Mission mission = TestMissions.K(Waypoint(47.01, 8.0, fromM), Waypoint(47.01, 8.0, toM));
        Leg leg = Estimates.Success(mission, K.WithPerformance(p => p with { ClimbRateMps = 4 })).Legs[1];
        Assert.Equal(expectedS, leg.TimeS);
        Assert.Equal(toM - fromM, leg.VerticalDeltaM);
        Assert.Equal(Math.Abs(toM - fromM), leg.PathDistanceM);
    }

    [Fact]
    public void The_missions_cruise_speed_comes_before_the_vehicles()
    {
        Mission mission = TestMissions.K(Waypoint(47.02, 8.0, 0)) with { Defaults = new MissionDefaults { CruiseSpeedMps = 40 } };
        Leg leg = Estimates.Success(mission, K).Legs.Single();
        // Beyond the vehicle's greatest speed, which does not limit it.
        Assert.Equal(40, leg.TasMps);
        Assert.Equal(SpeedSource.MissionDefault, leg.SpeedSource);
        Expect.Near(leg.HorizontalDistanceM / 40, leg.TimeS, 1e-15);
    }

    [Fact]
    public void A_cruise_speed_of_zero_is_refused() => Expect.Failure(
        Estimates.Run(TestMissions.K(Takeoff(50), Waypoint(47.02, 8.0, 0)), Vtol.WithPerformance(p => p with { CruiseSpeedMps = 0 })).Failure,
        FailureKind.InvalidInput, FailureCode.InvalidSpeedProfile, Expect.Leg(1, 1), ("tas_mps", 0.0));

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    public void Climb_and_descent_rates_must_be_positive(double rateMps)
    {
        Mission mission = TestMissions.K(Waypoint(47.01, 8.0, 100), Waypoint(47.02, 8.0, 50));
        Expect.Failure(
            Estimates.Run(mission, K.WithPerformance(p => p with { ClimbRateMps = rateMps })).Failure,
            FailureKind.InvalidInput, FailureCode.InvalidSpeedProfile, Expect.Leg(0, 0), ("climb_rate_mps", rateMps));
        Expect.Failure(
            Estimates.Run(mission, K.WithPerformance(p => p with { DescentRateMps = rateMps })).Failure,
            FailureKind.InvalidInput, FailureCode.InvalidSpeedProfile, Expect.Leg(1, 1), ("descent_rate_mps", rateMps));
    }

    [Fact]
    public void An_infinite_rate_is_refused()
    {
        Vehicle vehicle = K.WithPerformance(p => p with { ClimbRateMps = double.PositiveInfinity });
        MissionFailure failure = Estimates.Run(TestMissions.K(Waypoint(47.01, 8.0, 100)), vehicle).Failure!;
        Assert.Equal((FailureKind.InvalidInput, FailureCode.InvalidSpeedProfile), (failure.Kind, failure.Code));
    }

    [Fact]
    public void The_rates_are_checked_before_the_capabilities_and_these_before_the_airspeed()
    {
        Vehicle broken = (K with { Capabilities = new VehicleCapabilities(Hover: false, ForwardFlight: false) })
            .WithPerformance(p => p with { ClimbRateMps = 0, CruiseSpeedMps = 0 });
        Mission mission = TestMissions.K(Waypoint(47.01, 8.0, 100));
        Assert.Equal(FailureCode.InvalidSpeedProfile, Estimates.Run(mission, broken).Failure!.Code);
        broken = broken.WithPerformance(p => p with { ClimbRateMps = 3 });
        Assert.Equal(FailureKind.Unsupported, Estimates.Run(mission, broken).Failure!.Kind);
        broken = broken with { Capabilities = new VehicleCapabilities(Hover: false, ForwardFlight: true) };
        Expect.Failure(
            Estimates.Run(mission, broken).Failure,
            FailureKind.InvalidInput, FailureCode.InvalidSpeedProfile, Expect.Leg(0, 0), ("tas_mps", 0.0));
    }

    [Fact]
    public void The_precondition_comes_before_the_altitude()
    {
        Mission mission = TestMissions.K(Takeoff(60) with { AltitudeReference = AltitudeReference.Terrain });
        Assert.Equal(FailureCode.InvalidMissionProfile, Estimates.Run(mission, K).Failure!.Code);
        Assert.Equal(FailureCode.UnsupportedAltitudeReferenceTerrain, Estimates.Run(mission, Vtol).Failure!.Code);
    }

    [Fact]
    public void Contradictory_fields_of_an_item_are_refused_when_it_is_reached()
    {
        Mission mission = TestMissions.K(Waypoint(47.01, 8.0, 100), Rtl() with { AltitudeM = 1 });
        EstimateResult result = Estimates.Run(mission, K);
        Expect.Failure(
            result.Failure, FailureKind.InvalidInput, FailureCode.InvalidMissionProfile, Expect.Leg(1, 1),
            ("action", "rtl"), ("route_item_invariant", "forbidden_target_fields"));
        Assert.Single(result.Legs);
    }

    [Fact]
    public void Every_action_has_its_phase_and_every_leg_continues_the_last()
    {
        Mission mission = TestMissions.K(
            Takeoff(40), VtolTakeoff(50), Waypoint(47.01, 8.0, 60), Loiter(47.01, 8.01, 60, 30), Land(47.01, 8.02, 20), Rtl());
        EstimateResult result = Estimates.Success(mission, Vtol);
        Assert.Equal(
            [
                LegPhase.VerticalTakeoff, LegPhase.VerticalTakeoff, LegPhase.Transit, LegPhase.LoiterTransit, LegPhase.LoiterDwell,
                LegPhase.LandingTransit, LegPhase.RtlTransit,
            ],
            result.Legs.Select(l => l.Phase));
        Assert.Equal([0, 1, 2, 3, 3, 4, 5], result.Legs.Select(l => l.RouteItemIndex));
        Assert.Equal(new FlightPoint(HomeLatDeg, HomeLonDeg, HomeAltitudeM), result.Legs[0].Start);
        Assert.Equal(new FlightPoint(HomeLatDeg, HomeLonDeg, HomeAltitudeM), result.Legs[^1].End);
        for (int i = 1; i < result.Legs.Length; i++)
            Assert.Equal(result.Legs[i - 1].End, result.Legs[i].Start);
        Assert.All(result.Legs, leg => Assert.Same(mission.Route[leg.RouteItemIndex], leg.Item));
    }

    [Theory]
    [InlineData(179.99, -179.99)]
    [InlineData(-179.99, 179.99)]
    public void The_antimeridian_is_crossed_the_short_way(double fromDeg, double toDeg)
    {
        Mission mission = TestMissions.K(Waypoint(0, toDeg, 0)) with { PlannedHome = new PlannedHome(0, fromDeg, 0) };
        Leg leg = Estimates.Success(mission, K).Legs.Single();
        Expect.Near(6378137 * double.DegreesToRadians(0.02), leg.HorizontalDistanceM);
        Expect.Near(fromDeg > 0 ? 90 : 270, leg.Track!.GroundTrackDeg);
        Assert.Equal(toDeg, leg.End.LonDeg);
    }
}
