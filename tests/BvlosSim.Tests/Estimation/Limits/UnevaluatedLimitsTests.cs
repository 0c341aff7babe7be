using BvlosSim.Estimation;
using BvlosSim.Links;
using BvlosSim.Missions;
using BvlosSim.Resources;
using BvlosSim.Values;
using BvlosSim.Vehicles;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation.Limits;

/// <summary>Limits that a run did not hold its flight against.</summary>
public class UnevaluatedLimitsTests
{
    private static Mission Flight => TestMissions.K(Waypoint(47.02, 8.0, 100), Waypoint(47.02, 8.03, 150)).WithWind(4, 1);

    private static (string Field, Scalar Value)[] Of(Mission mission, Vehicle? vehicle = null, EstimationInput? assets = null)
    {
        EstimateResult result = MissionEstimator.Estimate(
            assets is null
                ? new EstimationInput { Mission = mission, Vehicle = vehicle ?? TestVehicles.K }
                : assets with { Mission = mission, Vehicle = vehicle ?? TestVehicles.K });
        MissionWarning[] warnings = [.. result.Warnings.Where(w => w.Code == WarningCode.LimitNotEvaluated)];
        Assert.All(warnings, w =>
        {
            Assert.Equal(FlightPlace.Mission, w.Place);
            Assert.StartsWith(w.Context.Find("field").Text + " (" + w.Context.Find("value"), w.Message, StringComparison.Ordinal);
            Assert.Contains(w.Context.Find("reason").Text, w.Message, StringComparison.Ordinal);
        });
        return [.. warnings.Select(w => (w.Context.Find("field").Text, w.Context.Find("value")))];
    }

    [Fact]
    public void A_mission_without_such_limits_says_nothing() => Assert.Empty(Of(Flight));

    [Fact]
    public void Spatial_limits_need_their_files()
    {
        Mission mission = Flight.WithConstraints(c => c with { MinObstacleClearanceM = 30, MinDistanceToLandingZoneM = 500 });
        Assert.Equal([("constraints.min_obstacle_clearance_m", 30.0), ("constraints.min_distance_to_landing_zone_m", 500.0)], Of(mission));
        // A file without obstacles was looked at all the same.
        Mission obstaclesOnly = Flight.WithConstraints(c => c with { MinObstacleClearanceM = 30 });
        Assert.Empty(Of(obstaclesOnly, assets: new EstimationInput { Mission = obstaclesOnly, Vehicle = TestVehicles.K, Obstacles = [] }));
    }

    [Fact]
    public void Coverage_is_never_read()
    {
        Mission mission = Flight.WithAssets(a => a with { CommsCoverageFile = "lte.tif" }) with
        {
            LinkSystems =
            [
                new LinkSystem { LinkId = "a", Kind = LinkKind.DirectRadio, MaxRangeM = 9000 },
                new LinkSystem { LinkId = "b", Kind = LinkKind.CellularLte5G, CoverageAssetRef = "lte" },
            ],
        };
        Assert.Equal([("assets.comms_coverage_file", (Scalar)"lte.tif"), ("link_systems.1.coverage_asset_ref", "lte")], Of(mission));
    }

    [Fact]
    public void A_cruise_speed_of_the_mission_is_not_held_against_the_vehicle()
    {
        Mission At(double speedMps) => Flight with { Defaults = Flight.Defaults with { CruiseSpeedMps = speedMps } };
        Assert.Empty(Of(At(30)));
        Assert.Equal([("performance.max_speed_mps", 30.0)], Of(At(30.5)));
    }

    [Fact]
    public void Wind_of_vertical_legs_is_not_looked_at()
    {
        Mission hop = TestMissions.K(VtolTakeoff(50), Rtl()).WithWind(4, 1).WithConstraints(c => c with { MaxCrosswindMps = 6 });
        Vehicle vehicle = TestVehicles.Vtol.WithPerformance(p => p with { MaxWindMps = 8 });
        Assert.Equal([("constraints.max_crosswind_mps", 6.0), ("performance.max_wind_mps", 8.0)], Of(hop, vehicle));
        Mission flight = Flight.WithConstraints(c => c with { MaxCrosswindMps = 6 });
        Assert.Empty(Of(flight, TestVehicles.K.WithPerformance(p => p with { MaxWindMps = 8 })));
    }

    [Fact]
    public void A_resource_that_carries_the_mission_names_the_limits_that_its_kind_has_no_use_for()
    {
        var pack = new ResourceSystem { ResourceId = "p", Kind = ResourceKind.OnboardBattery, Priority = 1, ContinuousPowerW = 100 };
        var tether = new ResourceSystem { ResourceId = "t", Kind = ResourceKind.ExternalPower, Priority = 2, ContinuousPowerW = 2000, ReservePercent = 20 };
        Assert.Equal([("resource_systems.0.continuous_power_w", 100.0)], Of(Flight, TestVehicles.K with { ResourceSystems = [pack, tether] }));
        Assert.Equal(
            [("resource_systems.1.reserve_percent", 20.0)],
            Of(Flight, TestVehicles.K with { ResourceSystems = [pack with { Priority = 3 }, tether] }));
        Assert.Empty(Of(Flight, TestVehicles.K with { ResourceSystems = [pack with { ContinuousPowerW = null }, tether] }));
    }

    [Fact]
    public void After_a_failure_what_was_not_reached_is_not_listed()
    {
        Mission mission = Flight.WithConstraints(c => c with { MinObstacleClearanceM = 30 });
        Assert.Empty(Of(mission, TestVehicles.K.WithEnergy(e => e with { BatteryCapacityWh = 1 })));
        // Limits that fail whenever they are set have said all.
        Assert.Empty(Of(Flight.WithConstraints(c => c with { MaxGustMps = 10, MinVisibilityM = 5000, MinTerrainClearanceM = 50 })));
        // A calm that was only assumed leaves the weather as missing evidence.
        Assert.Empty(Of(Flight.WithWind(0, 0).WithConstraints(c => c with { MaxWindMps = 10 })));
    }

    [Fact]
    public void Nobody_can_accept_it() => Assert.False(WarningCodes.IsWaivable(WarningCode.LimitNotEvaluated));
}
