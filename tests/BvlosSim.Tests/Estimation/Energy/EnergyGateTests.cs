using BvlosSim.Estimation;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Missions;
using BvlosSim.Values;
using BvlosSim.Vehicles;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation.Energy;

/// <summary>When a balance passes, and which gate fails first.</summary>
public class EnergyGateTests
{
    private static Vehicle F => TestVehicles.F;

    private static EnergyResult Balance(double totalWh, double capacityWh, double reservePercent, double? usableFraction = null) => new()
    {
        Legs = [],
        TotalEnergyWh = totalWh,
        BatteryCapacityWh = capacityWh,
        ReserveThresholdPercent = reservePercent,
        UsableFraction = usableFraction ?? 1,
        IsDerated = usableFraction is not null,
    };

    private static RthPoint Point(int leg, double marginWh) => new(
        new Leg
        {
            LegIndex = leg,
            RouteItemIndex = leg,
            Item = Rtl() with { Id = $"w{leg + 1}" },
            Phase = LegPhase.Transit,
            Start = default,
            End = default,
            HorizontalDistanceM = 0,
            PathDistanceM = 0,
            TimeS = 0,
            Timing = LegTiming.Stationary(0, 0),
        },
        1000 + leg, 10, 30, 20, marginWh, new EmergencyWay(default, null, default, 0, 0));

    [Theory]
    [InlineData(100, 100, 0, null, null)]
    [InlineData(100.001, 100, 0, null, FailureCode.InsufficientEnergy)]
    [InlineData(80, 100, 20, null, null)]
    [InlineData(80.001, 100, 20, null, FailureCode.ReserveBelowThreshold)]
    [InlineData(100.001, 100, 20, 0.5, FailureCode.InsufficientEnergy)]
    [InlineData(90, 100, 20, 0.5, FailureCode.ReserveBelowThreshold)]
    [InlineData(30, 100, 20, 0.5, null)]
    [InlineData(30.001, 100, 20, 0.5, FailureCode.InsufficientEnergy)]
    [InlineData(80, 100, 20, 1.0, null)]
    [InlineData(0.001, 100, 20, 0.0, FailureCode.InsufficientEnergy)]
    [InlineData(0, 100, 0, 0.0, null)]
    [InlineData(0, 100, 20, 0.0, FailureCode.InsufficientEnergy)]
    [InlineData(0, 100, 100, null, null)]
    [InlineData(0.001, 100, 100, null, FailureCode.ReserveBelowThreshold)]
    public void The_battery_passes_up_to_equality(double totalWh, double capacityWh, double percent, double? usableFraction, FailureCode? expected)
    {
        EnergyResult energy = Balance(totalWh, capacityWh, percent, usableFraction);
        Assert.Equal(expected, EnergyEvaluation.Judge(energy, requireRthReserve: true)?.Code);
        Assert.Equal(expected is null, energy.IsFeasible);
    }

    [Fact]
    public void Rounding_does_not_turn_a_battery_that_is_not_derated_into_one_that_is()
    {
        // One unit in the last place above what is usable, which the subtraction of the reserve does not see.
        double usableWh = Balance(0, 100, 70.1).UsableEnergyWh;
        EnergyResult energy = Balance(Math.BitIncrement(usableWh), 100, 70.1);
        Assert.True(energy.TotalEnergyWh > energy.UsableEnergyWh && energy.ReserveAtLandingWh >= energy.ReserveThresholdWh);
        Assert.Null(EnergyEvaluation.Judge(energy, requireRthReserve: true));
        Assert.True(energy.IsFeasible);
    }

    [Fact]
    public void A_battery_that_fails_shows_its_whole_balance()
    {
        (double, double, double, double?)[] failing = [(120, 100, 20, null), (90, 100, 20, null), (40, 100, 20, 0.5)];
        var messages = new HashSet<string>();
        foreach ((double totalWh, double capacityWh, double percent, double? fraction) in failing)
        {
            EnergyResult energy = Balance(totalWh, capacityWh, percent, fraction);
            MissionFailure? failure = EnergyEvaluation.Judge(energy, requireRthReserve: false);
            Expect.Failure(
                failure, FailureKind.Infeasible, failure!.Code, FlightPlace.Mission,
                ("total_energy_wh", totalWh), ("battery_capacity_wh", 100.0), ("usable_energy_wh", (100 * (fraction ?? 1)) - 20),
                ("reserve_at_landing_wh", 100 - totalWh), ("reserve_at_landing_percent", 100 - totalWh), ("reserve_threshold_wh", 20.0),
                ("reserve_threshold_percent", 20.0));
            Assert.True(messages.Add(failure.Message));
        }
    }

    [Fact]
    public void The_first_way_home_that_eats_into_the_reserve_fails()
    {
        EnergyResult energy = Balance(10, 100, 20) with { RthTimeline = [Point(0, 0), Point(1, -0.001), Point(2, -5)] };
        Assert.Equal([true, false, false], energy.RthTimeline.Select(p => p.IsFeasible));
        Assert.False(energy.RthIsFeasible);
        Assert.True(energy.IsFeasible);
        Expect.Failure(
            EnergyEvaluation.Judge(energy, requireRthReserve: true),
            FailureKind.Infeasible, FailureCode.RthReserveBelowThreshold, Expect.Leg(1, 1),
            ("rth_distance_m", 1001.0), ("rth_energy_wh", 10.0), ("energy_remaining_before_rth_wh", 30.0), ("reserve_after_rth_wh", 20.0),
            ("reserve_margin_wh", -0.001), ("reserve_threshold_wh", 20.0));
        Assert.Null(EnergyEvaluation.Judge(energy, requireRthReserve: false));
        // The battery comes first.
        Assert.Equal(FailureCode.ReserveBelowThreshold, EnergyEvaluation.Judge(energy with { TotalEnergyWh = 90 }, true)!.Code);
    }

    [Fact]
    public void A_return_is_possible_when_every_one_is()
    {
        Assert.True(Balance(10, 100, 20).RthIsFeasible);
        Assert.True((Balance(10, 100, 20) with { RthTimeline = [Point(0, 0), Point(1, 5)] }).RthIsFeasible);
        Assert.False((Balance(10, 100, 20) with { RthTimeline = [Point(0, 5), Point(1, -1e-9)] }).RthIsFeasible);
    }

    [Fact]
    public void A_way_home_beyond_the_derated_battery()
    {
        Vehicle vehicle = F.WithEnergy(e => e with { BatteryCapacityWh = 120, UsableCapacityCurve = [new(0.2, 0.1), new(0.6, 0.5)] });
        EstimateResult result = Estimates.Run(TestMissions.F(Waypoint(47.02, 8.0, 100)), vehicle);
        EnergyResult energy = result.Energy!;
        Expect.Printed(20.58722899, energy.TotalEnergyWh);
        Expect.Printed(36, energy.UsableEnergyWh);
        Expect.Printed(99.41277101, energy.ReserveAtLandingWh);
        Assert.True(energy.IsFeasible);
        Expect.Failure(
            result.Failure, FailureKind.Infeasible, FailureCode.RthReserveBelowThreshold, Expect.Leg(0, 0),
            ("rth_distance_m", 2415.15375824), ("rth_energy_wh", 29.30697924), ("energy_remaining_before_rth_wh", 39.41277101),
            ("reserve_after_rth_wh", 10.10579176), ("reserve_margin_wh", -13.89420824), ("reserve_threshold_wh", 24.0));
        Assert.False(result.RthIsFeasible);
        Assert.Equal(EstimateStatus.Infeasible, result.Status);
        Assert.False(result.TotalsArePartial);
    }

    [Fact]
    public void The_same_way_home_within_the_battery()
    {
        EstimateResult result = Estimates.Success(TestMissions.F(Waypoint(47.02, 8.0, 100)), F);
        RthPoint point = result.Energy!.RthTimeline.Single();
        Expect.Printed(279.41277101, point.EnergyRemainingBeforeWh);
        Expect.Printed(250.10579176, point.ReserveAfterWh);
        Expect.Printed(190.10579176, point.ReserveMarginWh);
        Assert.True(result.RthIsFeasible);
    }

    [Fact]
    public void A_way_home_that_the_mission_does_not_ask_for_is_only_reported()
    {
        EstimateResult result = Estimates.Success(
            TestMissions.K(Waypoint(47.1, 8.1, 100)), F.WithEnergy(e => e with { BatteryCapacityWh = 280 }));
        Expect.Printed(124.68371612, result.Energy!.TotalEnergyWh);
        RthPoint point = result.Energy.RthTimeline.Single();
        Expect.Printed(13654.718286, point.DistanceM);
        Expect.Printed(133.37702117, point.EnergyWh);
        Expect.Printed(21.93926272, point.ReserveAfterWh);
        Expect.Printed(-34.06073728, point.ReserveMarginWh);
        Assert.False(result.RthIsFeasible);
        Assert.Equal(ScalarKind.Null, result.Metadata.Find("require_rth_reserve").Kind);
    }

    [Fact]
    public void The_landing_reserve_is_judged_before_the_ways_home()
    {
        EstimateResult result = Estimates.Run(
            TestMissions.F(Waypoint(47.1, 8.1, 100), Waypoint(47.0, 8.0, 0)), F.WithEnergy(e => e with { BatteryCapacityWh = 280 }));
        Assert.Equal(FailureCode.ReserveBelowThreshold, result.Failure!.Code);
        Expect.Printed(249.36743223, result.Energy!.TotalEnergyWh);
        Expect.Printed(30.63256777, result.Energy.ReserveAtLandingWh);
        Expect.Printed(10.94020277, result.Energy.ReserveAtLandingPercent);
        Assert.Equal(56, result.Energy.ReserveThresholdWh);
        Assert.False(result.Energy.RthTimeline[0].IsFeasible);
        Assert.False(result.RthIsFeasible);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(36, 6)]
    public void At_home_only_the_way_down_counts(double altitudeM, double climbAndDescentWh)
    {
        // 12 s up and 18 s down at 720 W: 2.4 and 3.6 Wh.
        Vehicle vehicle = F.WithEnergy(e => e with { ClimbPowerW = 720, DescentPowerW = 720 });
        EnergyResult energy = Estimates.Success(TestMissions.F(Waypoint(47.0, 8.0, altitudeM)), vehicle).Energy!;
        Assert.Equal(0, energy.RthTimeline[0].DistanceM);
        Assert.Equal(climbAndDescentWh, energy.TotalEnergyWh + energy.RthTimeline[0].EnergyWh, 1e-12);
    }

    [Fact]
    public void Landing_a_few_metres_beside_home_costs_a_circle()
    {
        EnergyResult energy = Estimates.Success(TestMissions.F(Waypoint(47.01, 8.0, 0), Waypoint(47.0, 8.00005, 0)), F).Energy!;
        Assert.InRange(energy.RthTimeline[1].DistanceM, 5 * 60, (2 * Math.PI * 60) + 4);
    }

    [Fact]
    public void The_balance_of_a_mission_too_long_for_its_battery()
    {
        Mission flight = TestMissions.F(Waypoint(47.02, 8.0, 100), Waypoint(47.02, 8.03, 150)).WithWind(4, 1);
        EstimateResult result = Estimates.Run(flight, F.WithEnergy(e => e with { BatteryCapacityWh = 36 }));
        Assert.Equal(FailureCode.InsufficientEnergy, result.Failure!.Code);
        Expect.Printed(-0.68060878, result.Energy!.ReserveAtLandingWh);
        Assert.False(result.Energy.IsFeasible);
        Assert.Empty(result.Warnings);

        Vehicle derated = F.WithEnergy(
            e => e with { BatteryCapacityWh = 60, ReservePercentDefault = 10, UsableCapacityCurve = [new(0.5, 0.2)] });
        result = Estimates.Run(flight, derated);
        Assert.Equal(FailureCode.InsufficientEnergy, result.Failure!.Code);
        Assert.Equal(6, result.Energy!.UsableEnergyWh);
        Expect.Printed(23.31939122, result.Energy.ReserveAtLandingWh);
        Assert.False(result.Energy.IsFeasible);
    }
}
