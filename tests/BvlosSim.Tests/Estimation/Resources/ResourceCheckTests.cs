using BvlosSim.Estimation;
using BvlosSim.Estimation.Resources;
using BvlosSim.Missions;
using BvlosSim.Resources;
using BvlosSim.Vehicles;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation.Resources;

/// <summary>Energy resources against a flight of two legs in wind.</summary>
public class ResourceCheckTests
{
    private static readonly ResourceSystem OwnPack =
        new() { ResourceId = "b-own", Kind = ResourceKind.OnboardBattery, Priority = 2, BatteryCapacityWh = 80, ReservePercent = 10 };

    private static readonly ResourceSystem VehiclePack = new() { ResourceId = "b-veh", Kind = ResourceKind.OnboardBattery, Priority = 1 };

    private static readonly ResourceSystem HybridPack =
        new() { ResourceId = "hyb", Kind = ResourceKind.Hybrid, Priority = 1, BatteryCapacityWh = 60, ContinuousPowerW = 350 };

    private static readonly ResourceSystem WeakSupply =
        new() { ResourceId = "ext", Kind = ResourceKind.ExternalPower, Priority = 1, ContinuousPowerW = 499 };

    private static readonly ResourceSystem Tether =
        new() { ResourceId = "tet", Kind = ResourceKind.ExternalPower, Priority = 1, ContinuousPowerW = 2000, MaxTetherLengthM = 2000 };

    private static readonly ResourceSystem Fuel = new() { ResourceId = "fuel", Kind = ResourceKind.Fuel, ContinuousPowerW = 1 };

    private static Mission Flight => F(Waypoint(47.02, 8.0, 100), Waypoint(47.02, 8.03, 150)).WithWind(4, 1);

    [Fact]
    public void Every_kind_has_its_numbers_and_the_preferred_feasible_one_is_selected()
    {
        EstimateResult result = Estimates.Success(Flight, With(OwnPack, VehiclePack, HybridPack, WeakSupply, Tether, Fuel));
        ResourceResult resource = result.Resource!;

        Expect.Printed(36.68060878, resource.Demand.TotalDemandWh);
        Expect.Printed(4504.24910011, resource.Demand.RouteDistanceM);
        Expect.Printed(264.10038323, resource.Demand.RouteTimeS);
        Expect.Printed(3185.54864631, resource.Demand.MaxHomeDistanceM);
        Expect.Printed(500, resource.Demand.PeakPowerW);
        Assert.Equal(
            [
                ResourceLimit.ResourceRthReserveBelowThreshold, null, null, ResourceLimit.PowerLimitExceeded,
                ResourceLimit.TetherLengthExceeded, ResourceLimit.UnsupportedResourceSystem,
            ],
            resource.Systems.Select(s => s.Limit));
        Expect.Printed(43.31939122, resource.Systems[0].ReserveAfterWh);
        Expect.Printed(8, resource.Systems[0].ReserveThresholdWh);
        Expect.Printed(263.31939122, resource.Systems[1].ReserveAfterWh);
        Expect.Printed(60, resource.Systems[1].ReserveThresholdWh);
        Expect.Printed(300, resource.Systems[1].AvailableWh);
        Assert.Null(resource.Systems[1].AvailablePowerW);
        Expect.Printed(11.00418263, resource.Systems[2].DemandWh);
        Expect.Printed(48.99581737, resource.Systems[2].ReserveAfterWh);
        Expect.Printed(350, resource.Systems[2].AvailablePowerW);
        Assert.Null(resource.Systems[3].AvailableWh);
        Expect.Printed(1, resource.Systems[5].AvailablePowerW);
        Assert.Equal("b-veh", resource.Selected!.System.ResourceId);
        Assert.True(result.RthIsFeasible);
    }

    [Fact]
    public void Without_the_return_home_a_pack_needs_less() => Assert.Equal(
        "b-own",
        Estimates.Success(Flight.WithConstraints(c => c with { RequireRthReserve = false }), With(OwnPack)).Resource!.Selected!.System.ResourceId);

    [Fact]
    public void The_first_resource_of_the_document_says_why_none_can()
    {
        EstimateResult unsupported = Estimates.Run(Flight, With(Fuel, OwnPack));
        Expect.Failure(
            unsupported.Failure, FailureKind.Unsupported, FailureCode.ResourceFeasibilityFailed, FlightPlace.Mission,
            ("resource_system_count", 2), ("resource_failure_reason", "unsupported_resource_system"), ("total_demand_wh", 36.68060878),
            ("peak_power_w", 500.0), ("resource_id", "fuel"), ("resource_kind", "fuel"));
        Assert.Null(unsupported.RthIsFeasible);
        Assert.Null(unsupported.Resource!.Selected);

        EstimateResult infeasible = Estimates.Run(Flight, With(OwnPack, Fuel, Tether));
        Assert.Equal(FailureKind.Infeasible, infeasible.Failure!.Kind);
        Assert.Equal("resource_rth_reserve_below_threshold", infeasible.Failure.Context.Find("resource_failure_reason").Text);
        Assert.Equal(3, infeasible.Failure.Context.Find("resource_system_count").Integer);
    }

    [Fact]
    public void Of_two_resources_with_one_name_the_first_answers_for_the_return_home()
    {
        ResourceSystem weak = HybridPack with { ResourceId = "h", BatteryCapacityWh = null, ContinuousPowerW = 200, MaxRouteDistanceM = 4504 };
        ResourceSystem strong = weak with { ContinuousPowerW = 490, MaxRouteDistanceM = null };
        Vehicle vehicle = With(weak, strong).WithEnergy(e => e with
        {
            BatteryCapacityWh = 50,
            ClimbPowerW = 600,
            ReferenceDensityKgm3 = 1.225,
            UsableCapacityCurve = [new UsableCapacityPoint(1.0, 0.8)],
        });
        EstimateResult result = Estimates.Success(Flight, vehicle);

        Expect.Printed(40.03805077, result.Energy!.TotalEnergyWh);
        Expect.Printed(25.36580726, result.Resource!.Systems[0].DemandWh);
        Assert.Equal(ResourceLimit.RouteDistanceLimitExceeded, result.Resource.Systems[0].Limit);
        Expect.Printed(4.09105416, result.Resource.Systems[1].DemandWh);
        Expect.Printed(35.90894584, result.Resource.Systems[1].ReserveAfterWh);
        Expect.Printed(547.87768257, result.Resource.Demand.PeakPowerW);
        Assert.False(result.Energy.IsFeasible);
        Assert.False(result.RthIsFeasible);
        Assert.Contains(result.Warnings, w => w.Code == WarningCode.ReserveBelowFailsafeAbortThreshold);
    }

    private static Vehicle With(params ResourceSystem[] systems) => TestVehicles.F with { ResourceSystems = [.. systems] };
}
