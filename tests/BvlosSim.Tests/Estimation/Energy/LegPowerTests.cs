using BvlosSim.Estimation;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Vehicles;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation.Energy;

/// <summary>Which power a leg draws, and how much of it.</summary>
public class LegPowerTests
{
    /// <summary>Powers that tell where they come from: cruise 500, hover 650, climb 800, descent 450 W, not scaled.</summary>
    private static Vehicle Plain { get; } = TestVehicles.Q.WithEnergy(e => e with { ReferenceMassKg = null, ReferenceDensityKgm3 = null });

    private static Vehicle CruiseOnly { get; } =
        Plain.WithEnergy(e => e with { ClimbPowerW = null, DescentPowerW = null });

    private static Leg MakeLeg(LegPhase phase, double deltaM, double distanceM = 0, double timeS = 100, double verticalS = 0) => new()
    {
        LegIndex = 3,
        RouteItemIndex = 2,
        Item = Waypoint(47, 8, 0) with { Id = "w3" },
        Phase = phase,
        Start = new FlightPoint(47, 8, 500),
        End = new FlightPoint(47, 8, 500 + deltaM),
        HorizontalDistanceM = distanceM,
        VerticalDeltaM = deltaM,
        PathDistanceM = distanceM,
        TimeS = timeS,
        Timing = LegTiming.Stationary(timeS, verticalS),
    };

    private static MissionFailure? Cost(Vehicle vehicle, Leg leg, out LegEnergy? cost, bool canHover = true) =>
        new LegPower(vehicle, new PowerScaling(vehicle), canHover).Cost(leg, out cost);

    private static LegEnergy CostOf(Vehicle vehicle, Leg leg, bool canHover = true)
    {
        Assert.Null(Cost(vehicle, leg, out LegEnergy? cost, canHover));
        Assert.Same(leg, cost!.Leg);
        return cost;
    }

    [Theory]
    [InlineData(LegPhase.LoiterDwell, 0, true, PowerSource.Hover, 650)]
    [InlineData(LegPhase.LoiterDwell, 0, false, PowerSource.Cruise, 500)]
    [InlineData(LegPhase.Transit, 30, true, PowerSource.Climb, 800)]
    [InlineData(LegPhase.VerticalTakeoff, 30, true, PowerSource.Climb, 800)]
    [InlineData(LegPhase.Transit, -30, true, PowerSource.Descent, 450)]
    [InlineData(LegPhase.VerticalTakeoff, -30, true, PowerSource.Descent, 450)]
    [InlineData(LegPhase.LandingTransit, -30, true, PowerSource.Descent, 450)]
    [InlineData(LegPhase.VerticalTakeoff, 0, true, PowerSource.Climb, 800)]
    [InlineData(LegPhase.Transit, 0, true, PowerSource.Cruise, 500)]
    [InlineData(LegPhase.TurnArc, 0, true, PowerSource.Cruise, 500)]
    [InlineData(LegPhase.LoiterTransit, 0, true, PowerSource.Cruise, 500)]
    [InlineData(LegPhase.LandingTransit, 0, true, PowerSource.Cruise, 500)]
    [InlineData(LegPhase.RtlTransit, 0, false, PowerSource.Cruise, 500)]
    public void The_power_of_a_phase(LegPhase phase, double deltaM, bool canHover, PowerSource source, double powerW)
    {
        LegEnergy cost = CostOf(Plain, MakeLeg(phase, deltaM), canHover);
        Assert.Equal((source, powerW), (cost.Source, cost.PowerW));
        Assert.Equal(default, cost.Factors);
        Assert.Equal(powerW * 100 / 3600, cost.EnergyWh);
    }

    [Theory]
    [InlineData(LegPhase.Transit, 30)]
    [InlineData(LegPhase.Transit, -30)]
    [InlineData(LegPhase.VerticalTakeoff, 0)]
    public void Cruise_power_stands_in_for_missing_powers(LegPhase phase, double deltaM)
    {
        LegEnergy cost = CostOf(CruiseOnly, MakeLeg(phase, deltaM));
        Assert.Equal((PowerSource.Cruise, 500.0), (cost.Source, cost.PowerW));
    }

    [Fact]
    public void A_power_that_stands_in_is_scaled_as_what_it_is()
    {
        Vehicle scaled = CruiseOnly.WithEnergy(e => e with { ReferenceMassKg = 5 });
        Expect.Near(Math.Sqrt(1.26), CostOf(scaled, MakeLeg(LegPhase.Transit, 30)).Factors.Mass, 1e-15);
        Expect.Near(500 * Math.Sqrt(1.26), CostOf(scaled, MakeLeg(LegPhase.Transit, 30)).PowerW, 1e-15);
        scaled = Plain.WithEnergy(e => e with { ReferenceMassKg = 5 });
        Expect.Near(800 * Math.Pow(1.26, 1.5), CostOf(scaled, MakeLeg(LegPhase.Transit, 30)).PowerW, 1e-15);
    }

    [Fact]
    public void Density_is_that_of_the_mean_altitude()
    {
        Vehicle scaled = Plain.WithEnergy(e => e with { ReferenceDensityKgm3 = 1.2 });
        PowerFactors expected = new PowerScaling(scaled).At(PowerSource.Climb, 900);
        Assert.Equal(expected, CostOf(scaled, MakeLeg(LegPhase.Transit, 800)).Factors);
    }

    [Theory]
    [InlineData(30, 40, 620)]
    [InlineData(-30, 40, 480)]
    [InlineData(30, 100, 800)]
    [InlineData(30, 150, 800)]
    [InlineData(-30, 150, 450)]
    public void A_leg_that_climbs_part_of_its_time_draws_both_powers_in_turn(double deltaM, double verticalS, double powerW)
    {
        LegEnergy cost = CostOf(Plain, MakeLeg(LegPhase.Transit, deltaM, distanceM: 1500, verticalS: verticalS));
        Assert.Equal(powerW, cost.PowerW, 1e-12);
        Assert.Equal(deltaM > 0 ? PowerSource.Climb : PowerSource.Descent, cost.Source);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-5.0)]
    public void A_climb_without_duration_leaves_cruise_power(double verticalS)
    {
        Vehicle scaled = TestVehicles.Q;
        LegEnergy cost = CostOf(scaled, MakeLeg(LegPhase.Transit, 30, distanceM: 1500, verticalS: verticalS));
        Assert.Equal(PowerSource.Cruise, cost.Source);
        Assert.Equal(new PowerScaling(scaled).At(PowerSource.Cruise, 515), cost.Factors);
        Assert.Equal(500 * cost.Factors.Product, cost.PowerW);
    }

    [Fact]
    public void Only_legs_that_climb_along_a_distance_in_time_are_mixed()
    {
        // None of these has both a climb and a distance and a duration, or it dwells.
        Assert.Equal(800, CostOf(Plain, MakeLeg(LegPhase.Transit, 30, distanceM: 0, verticalS: 40)).PowerW);
        Assert.Equal(500, CostOf(Plain, MakeLeg(LegPhase.Transit, 0, distanceM: 1500, verticalS: 40)).PowerW);
        Assert.Equal(800, CostOf(Plain, MakeLeg(LegPhase.Transit, 30, distanceM: 1500, timeS: 0, verticalS: 40)).PowerW);
        Assert.Equal(650, CostOf(Plain, MakeLeg(LegPhase.LoiterDwell, 30, distanceM: 1500, verticalS: 40)).PowerW);
        Assert.Equal(800, CostOf(Plain, MakeLeg(LegPhase.VerticalTakeoff, 0, distanceM: 1500, verticalS: 40)).PowerW);
    }

    [Fact]
    public void The_factors_of_a_mixed_leg_are_means_over_time()
    {
        Vehicle scaled = TestVehicles.Q;
        LegEnergy cost = CostOf(scaled, MakeLeg(LegPhase.Transit, 60, distanceM: 1500, verticalS: 20));
        PowerFactors climb = new PowerScaling(scaled).At(PowerSource.Climb, 530);
        PowerFactors cruise = new PowerScaling(scaled).At(PowerSource.Cruise, 530);
        Expect.Near(((climb.Mass!.Value * 20) + (cruise.Mass!.Value * 80)) / 100, cost.Factors.Mass, 1e-15);
        Expect.Near(((climb.Density!.Value * 20) + (cruise.Density!.Value * 80)) / 100, cost.Factors.Density, 1e-15);
        Expect.Near(((800 * climb.Product * 20) + (500 * cruise.Product * 80)) / 100, cost.PowerW, 1e-15);
    }

    [Fact]
    public void A_leg_without_duration_costs_nothing_and_still_has_a_power()
    {
        LegEnergy cost = CostOf(Plain, MakeLeg(LegPhase.Transit, 0, timeS: 0));
        Assert.Equal((0.0, 500.0), (cost.EnergyWh, cost.PowerW));
    }

    [Fact]
    public void A_dwell_without_hover_power_cannot_be_costed() => Expect.Failure(
        Cost(Plain.WithEnergy(e => e with { HoverPowerW = null }), MakeLeg(LegPhase.LoiterDwell, 0), out _),
        FailureKind.InvalidInput, FailureCode.MissingEnergyModel, Expect.Leg(3, 2),
        ("phase", "loiter_dwell"), ("required_power_source", "vehicle.energy.hover_power_w"));

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    public void A_power_must_be_positive(double powerW)
    {
        Expect.Failure(
            Cost(Plain.WithEnergy(e => e with { ClimbPowerW = powerW }), MakeLeg(LegPhase.Transit, 30), out LegEnergy? cost),
            FailureKind.InvalidInput, FailureCode.InvalidEnergyModel, Expect.Leg(3, 2),
            ("phase", "transit"), ("power_source", "vehicle.energy.climb_power_w"), ("power_w", powerW));
        Assert.Null(cost);
        Expect.Failure(
            Cost(Plain.WithEnergy(e => e with { DescentPowerW = powerW }), MakeLeg(LegPhase.RtlTransit, -30), out _),
            FailureKind.InvalidInput, FailureCode.InvalidEnergyModel, Expect.Leg(3, 2),
            ("phase", "rtl_transit"), ("power_source", "vehicle.energy.descent_power_w"), ("power_w", powerW));
    }

    [Fact]
    public void A_power_or_energy_that_is_not_a_number_is_refused()
    {
        // No air at 45 km; a mass factor and an energy beyond all numbers.
        Vehicle inVacuum = Plain.WithEnergy(e => e with { ReferenceDensityKgm3 = 1.2 });
        Expect.Failure(
            Cost(inVacuum, MakeLeg(LegPhase.Transit, 90_000), out _), FailureKind.InvalidInput, FailureCode.InvalidEnergyModel, Expect.Leg(3, 2),
            ("phase", "transit"), ("power_source", "vehicle.energy.climb_power_w"), ("power_w", default));
        Vehicle heavy = Plain.WithEnergy(e => e with { ReferenceMassKg = 1e-3, InducedPowerMassExponent = 100 });
        Expect.Failure(
            Cost(heavy, MakeLeg(LegPhase.LoiterDwell, 0), out _), FailureKind.InvalidInput, FailureCode.InvalidEnergyModel, Expect.Leg(3, 2),
            ("phase", "loiter_dwell"), ("power_source", "vehicle.energy.hover_power_w"), ("power_w", default));
        Expect.Failure(
            Cost(Plain.WithEnergy(e => e with { CruisePowerW = 1e306 }), MakeLeg(LegPhase.Transit, 0, timeS: 1e4), out _),
            FailureKind.InvalidInput, FailureCode.InvalidEnergyModel, Expect.Leg(3, 2),
            ("phase", "transit"), ("power_source", "vehicle.energy.cruise_power_w"), ("power_w", 1e306));
    }
}
