using BvlosSim.Estimation;
using BvlosSim.Estimation.Sizing;
using BvlosSim.Links;
using BvlosSim.Missions;
using BvlosSim.Resources;
using BvlosSim.Vehicles;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation.Sizing;

/// <summary>The battery that a mission needs.</summary>
public class BatterySizingTests
{
    private static readonly Vehicle Vehicle = TestVehicles.F.WithEnergy(e => e with
    {
        BatterySpecificEnergyWhPerKg = 180,
        BatteryExcludedOperatingMassKg = 4.5,
        ClimbPowerW = 700,
        ReferenceDensityKgm3 = 1.225,
    });

    private static Mission Flight => F(Waypoint(47.1, 8.1, 100), Waypoint(47.0, 8.0, 0)).WithWind(3, 0);

    [Fact]
    public void A_battery_that_is_too_small_is_sized()
    {
        BatterySize size = Size(Flight, Vehicle);

        Assert.False(size.IsCurrentFeasible);
        Expect.Printed(28.02500809, size.Current.ReserveAtLandingWh);
        Expect.Printed(9.34166936, size.Current.ReserveAtLandingPercent);
        Expect.Printed(363.0611922, size.MinimumCapacityWh);
        Expect.Printed(810, size.MaximumFeasibleCapacityWh);
        Expect.Printed(810, size.MaximumCapacityAtTakeoffMassWh);
        Expect.Printed(279.98271189, size.AtMinimum.TotalEnergyWh);
        Expect.Printed(72.61223844, size.AtMinimum.ReserveThresholdWh);
        Expect.Printed(399.36731142, size.Recommend(10).RecommendedWh);
        Expect.Printed(435.67343064, size.Recommend(20).RecommendedWh);
        Expect.Printed(471.97954986, size.Recommend(30).RecommendedWh);
    }

    [Fact]
    public void A_battery_that_is_large_enough_is_held_against_the_least()
    {
        BatterySize size = Size(Flight, Vehicle.WithEnergy(e => e with { BatteryCapacityWh = 700 }));

        Assert.True(size.IsCurrentFeasible);
        Expect.Printed(428.02500809, size.Current.ReserveAtLandingWh);
        Expect.Printed(61.14642973, size.Current.ReserveAtLandingPercent);
        Expect.Printed(297.71584048, size.MinimumCapacityWh);
        Expect.Printed(231.42691645, size.AtMinimum.TotalEnergyWh);
        Expect.Printed(59.5431681, size.AtMinimum.ReserveThresholdWh);
        Expect.Printed(312.6016325, size.Recommend(5).RecommendedWh);
        Assert.Equal(size.MinimumCapacityWh, size.Recommend(0).RecommendedWh);
        Assert.Null(size.Recommend(300).RecommendedWh);
        Expect.Printed(1190.86336191, size.Recommend(300).RequestedWh);
    }

    [Fact]
    public void Without_the_return_home_a_smaller_battery_is_enough()
    {
        BatterySize size = Size(Flight.WithConstraints(c => c with { RequireRthReserve = false }), Vehicle);

        Expect.Printed(347.53588182, size.MinimumCapacityWh);
        Expect.Printed(278.02870545, size.AtMinimum.TotalEnergyWh);
        Expect.Printed(69.50717636, size.AtMinimum.ReserveThresholdWh);
    }

    [Fact]
    public void A_battery_that_carries_mainly_itself_is_too_large()
    {
        BatterySize size = Size(Flight, Heavy);

        Expect.Printed(15.85589655, size.Current.ReserveAtLandingWh);
        Expect.Printed(5.28529885, size.Current.ReserveAtLandingPercent);
        Expect.Printed(450.85014884, size.MinimumCapacityWh);
        Expect.Printed(4585.73885294, size.MaximumFeasibleCapacityWh);
        Expect.Printed(4590, size.MaximumCapacityAtTakeoffMassWh);
        Expect.Printed(348.29657574, size.AtMinimum.TotalEnergyWh);
    }

    [Fact]
    public void A_mission_without_flight_needs_next_to_nothing()
    {
        BatterySize size = Size(F(Waypoint(HomeLatDeg, HomeLonDeg, 0)), Vehicle);

        Assert.Equal(1e-9, size.MinimumCapacityWh);
        Expect.Printed(810, size.MaximumFeasibleCapacityWh);
        Assert.True(size.IsCurrentFeasible);
    }

    [Fact]
    public void What_no_battery_helps_against_is_refused()
    {
        Refused(Flight, Vehicle.WithMass(m => m with { MaxTakeoffKg = 6.2 }), "enough for the mission");
        Refused(Flight, Vehicle.WithMass(m => m with { MaxTakeoffKg = 6.0 }), "max_takeoff_kg");
        Refused(Flight, Vehicle.WithMass(m => m with { MaxTakeoffKg = 6000 }), "are searched");
        Refused(Flight, Vehicle.WithEnergy(e => e with { BatteryExcludedOperatingMassKg = 3.9 }), "empty_kg");
        Refused(Flight, Vehicle.WithEnergy(e => e with { BatteryExcludedOperatingMassKg = null }), "battery_excluded_operating_mass_kg");
        Refused(Flight, Vehicle.WithEnergy(e => e with { BatterySpecificEnergyWhPerKg = null }), "battery_specific_energy_wh_per_kg");
        Refused(
            Flight,
            Vehicle with { ResourceSystems = [new ResourceSystem { ResourceId = "b", Kind = ResourceKind.OnboardBattery }] },
            "resource_systems");
        var link = new LinkSystem { LinkId = "l", Kind = LinkKind.MeshNetwork, MaxRangeM = 10 };
        SizingRefusal refusal = Refused(
            Flight with { LinkSystems = [link] }, Vehicle.WithEnergy(e => e with { BatteryCapacityWh = 700 }), "LINK_FEASIBILITY_FAILED");
        Assert.Equal(FailureCode.LinkFeasibilityFailed, refusal.Failure!.Code);
    }

    [Fact]
    public void A_cancelled_search_ends()
    {
        Assert.Throws<OperationCanceledException>(
            () => BatterySizing.Size(Input(Flight, Vehicle), out _, new CancellationToken(canceled: true)));
    }

    internal static Vehicle Heavy => Vehicle
        .WithMass(m => m with { MaxTakeoffKg = 30 })
        .WithEnergy(e => e with { ReferenceMassKg = 6, CruisePowerMassExponent = 1.6 });

    internal static Mission WorkedFlight => Flight;

    private static EstimationInput Input(Mission mission, Vehicle vehicle) => new() { Mission = mission, Vehicle = vehicle };

    private static BatterySize Size(Mission mission, Vehicle vehicle)
    {
        SizingRefusal? refusal = BatterySizing.Size(Input(mission, vehicle), out BatterySize? size);
        Assert.Null(refusal);
        return size!;
    }

    private static SizingRefusal Refused(Mission mission, Vehicle vehicle, string reason)
    {
        SizingRefusal? refusal = BatterySizing.Size(Input(mission, vehicle), out BatterySize? size);
        Assert.Null(size);
        Assert.NotNull(refusal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        return refusal;
    }
}
