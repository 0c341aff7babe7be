using BvlosSim.Environment.Wind;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Energy;
using BvlosSim.Missions;
using BvlosSim.Values;
using BvlosSim.Vehicles;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation.Energy;

/// <summary>The energy model before a flight is costed, the numbers of the balance, and the timeline of ways home.</summary>
public class EnergyEvaluationTests
{
    private static Vehicle F => TestVehicles.F;

    /// <summary>Some 20.6 Wh there; 29.3 Wh back.</summary>
    private static Mission Short { get; } = TestMissions.F(Waypoint(47.02, 8.0, 100));

    /// <summary>An energy failure of the whole mission leaves the flight and no energy block.</summary>
    private static void FailsBeforeCosting(EstimateResult result, FailureCode code, params (string, Scalar)[] context)
    {
        Expect.Failure(result.Failure, FailureKind.InvalidInput, code, FlightPlace.Mission, context);
        Assert.Null(result.Energy);
        Assert.Null(result.RthIsFeasible);
        Assert.NotEmpty(result.Legs);
        Assert.False(result.TotalsArePartial);
        Assert.True(result.Totals.TimeS > 0);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-300.0)]
    public void The_capacity_must_be_positive(double capacityWh) => FailsBeforeCosting(
        Estimates.Run(Short, F.WithEnergy(e => e with { BatteryCapacityWh = capacityWh, CruisePowerW = 0 })), FailureCode.InvalidEnergyModel,
        ("energy_field", "vehicle.energy.battery_capacity_wh"), ("value", capacityWh));

    [Theory]
    [InlineData(0.0)]
    [InlineData(-500.0)]
    public void The_cruise_power_must_be_positive(double powerW) => FailsBeforeCosting(
        Estimates.Run(Short, (F with { Capabilities = new VehicleCapabilities(true, true) }).WithEnergy(e => e with { CruisePowerW = powerW })),
        FailureCode.InvalidEnergyModel,
        ("energy_field", "vehicle.energy.cruise_power_w"), ("value", powerW));

    [Fact]
    public void A_vehicle_that_can_hover_needs_hover_power_even_if_it_never_dwells()
    {
        Vehicle hovering = F with { Capabilities = new VehicleCapabilities(Hover: true, ForwardFlight: true) };
        FailsBeforeCosting(
            Estimates.Run(Short.WithConstraints(c => c with { MinLandingReservePercent = 101 }), hovering), FailureCode.MissingEnergyModel,
            ("energy_field", "vehicle.energy.hover_power_w"));
        Estimates.Success(Short, hovering.WithEnergy(e => e with { HoverPowerW = 1 }));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(100.1)]
    public void The_reserve_must_be_a_percentage(double percent)
    {
        FailsBeforeCosting(
            Estimates.Run(Short.WithConstraints(c => c with { MinLandingReservePercent = percent }), F),
            FailureCode.InvalidEnergyPolicy, ("reserve_threshold_percent", percent));
        FailsBeforeCosting(
            Estimates.Run(Short, F.WithEnergy(e => e with { ReservePercentDefault = percent })),
            FailureCode.InvalidEnergyPolicy, ("reserve_threshold_percent", percent));
    }

    [Fact]
    public void A_reserve_of_nothing_or_everything_is_a_percentage()
    {
        Estimates.Success(Short.WithConstraints(c => c with { MinLandingReservePercent = 0 }), F);
        Assert.Equal(
            FailureCode.ReserveBelowThreshold, Estimates.Run(Short.WithConstraints(c => c with { MinLandingReservePercent = 100 }), F).Failure!.Code);
    }

    [Fact]
    public void The_warning_of_missing_reference_conditions_comes_with_the_costing()
    {
        Vehicle vehicle = F.WithMass(m => m with { OperatingMassKg = 6 });
        Expect.Warnings(Estimates.Success(Short, vehicle), (WarningCode.EnergyReferenceConditionsMissing, FlightPlace.Mission));
        // A flight that fails in the costing has the warning, one that fails before has not.
        EstimateResult result = Estimates.Run(Short, vehicle.WithEnergy(e => e with { ClimbPowerW = -1 }));
        Assert.Equal(FailureCode.InvalidEnergyModel, result.Failure!.Code);
        Expect.Warnings(result, (WarningCode.EnergyReferenceConditionsMissing, FlightPlace.Mission));
        result = Estimates.Run(Short.WithConstraints(c => c with { MinLandingReservePercent = 200 }), vehicle);
        Assert.Empty(result.Warnings);
    }

    [Theory]
    [InlineData(null, null, null, false)]
    [InlineData(null, 5.0, null, false)]
    [InlineData(6.0, 5.0, 1.2, false)]
    [InlineData(6.0, null, null, true)]
    [InlineData(6.0, 5.0, null, true)]
    [InlineData(6.0, null, 1.2, true)]
    public void Reference_conditions_are_missed_where_the_mass_is_known(double? massKg, double? referenceKg, double? densityKgm3, bool missing)
    {
        Vehicle vehicle = F
            .WithMass(m => m with { OperatingMassKg = massKg })
            .WithEnergy(e => e with { ReferenceMassKg = referenceKg, ReferenceDensityKgm3 = densityKgm3 });
        Assert.Equal(missing, EnergyEvaluation.ReferenceConditionsAreMissing(vehicle));
    }

    [Fact]
    public void A_leg_that_cannot_be_costed_ends_the_run_without_balance()
    {
        EstimateResult result = Estimates.Run(Short, F.WithEnergy(e => e with { ClimbPowerW = 0 }));
        Expect.Failure(
            result.Failure, FailureKind.InvalidInput, FailureCode.InvalidEnergyModel, Expect.Leg(0, 0),
            ("phase", "transit"), ("power_source", "vehicle.energy.climb_power_w"), ("power_w", 0.0));
        Assert.Null(result.Energy);
        Assert.Equal(EstimateStatus.Error, result.Status);
        Assert.False(result.TotalsArePartial);
    }

    [Fact]
    public void A_way_home_that_cannot_be_flown_ends_the_run_without_balance()
    {
        Mission mission = Short.WithWind(0, 12.5).WithConstraints(c => c with { RequireRthReserve = false });
        EstimateResult result = Estimates.Run(mission, F);
        Expect.Printed(27.5, result.Legs[0].Track!.GroundspeedMps);
        Expect.Failure(
            result.Failure, FailureKind.Infeasible, FailureCode.CrabAngleLimitExceeded, Expect.Leg(0, 0),
            ("crab_angle_deg", 36.66609103), ("max_crab_angle_deg", 35.0), ("track_azimuth_deg", 45.77288851), ("segment_index", 0),
            ("n_segments", 25), ("wind_east_mps", 0.0), ("wind_north_mps", 12.5), ("tas_mps", 15.0), ("path_distance_m", 2415.15375824),
            ("elapsed_time_s", 80.85166295));
        Assert.Null(result.Energy);
        Assert.Null(result.RthIsFeasible);
        Assert.Equal(EstimateStatus.Infeasible, result.Status);
    }

    [Fact]
    public void The_way_home_needs_an_airspeed_even_where_the_route_does_not() => FailsBeforeCosting(
        Estimates.Run(TestMissions.F(Waypoint(47, 8, 100)), F.WithPerformance(p => p with { CruiseSpeedMps = 0 })),
        FailureCode.InvalidSpeedProfile, ("tas_mps", 0.0));

    [Fact]
    public void The_way_home_is_flown_at_the_missions_speed()
    {
        Mission mission = Short with { Defaults = new MissionDefaults { CruiseSpeedMps = 30 } };
        RthPoint point = Estimates.Success(mission, F).Energy!.RthTimeline.Single();
        Expect.Near((500 * ((point.DistanceM / 30) + 50)) / 3600, point.EnergyWh, 1e-13);
    }

    [Fact]
    public void Every_way_home_begins_when_and_where_its_leg_ends()
    {
        // The wind turns while the aircraft dwells: the way home from the dwell's start and from its end differ.
        Vehicle vehicle = TestVehicles.Vtol.WithPerformance(p => p with { TurnRadiusM = null });
        Mission mission = TestMissions.F(Loiter(47.02, 8.0, 0, 600));
        EstimateResult result = Estimates.Success(mission, vehicle, Estimates.CalmUntil(700, 0, 5));
        ImmutablePoints(result, out RthPoint arrival, out RthPoint departure);
        Expect.Near(500 * (result.Legs[0].HorizontalDistanceM / 15) / 3600, arrival.EnergyWh, 1e-12);
        Expect.Near(500 * (result.Legs[0].HorizontalDistanceM / 10) / 3600, departure.EnergyWh, 1e-12);
        EnergyResult energy = result.Energy!;
        Assert.Equal(3000 - energy.Legs[0].EnergyWh, arrival.EnergyRemainingBeforeWh);
        Assert.Equal(3000 - (energy.Legs[0].EnergyWh + energy.Legs[1].EnergyWh), departure.EnergyRemainingBeforeWh);
        Assert.Equal(departure.EnergyRemainingBeforeWh - departure.EnergyWh, departure.ReserveAfterWh);
        Assert.Equal(departure.ReserveAfterWh - 600, departure.ReserveMarginWh);
    }

    private static void ImmutablePoints(EstimateResult result, out RthPoint first, out RthPoint second)
    {
        Assert.Equal(result.Legs, result.Energy!.RthTimeline.Select(p => p.Leg));
        (first, second) = (result.Energy.RthTimeline[0], result.Energy.RthTimeline[1]);
    }

    [Fact]
    public void An_aircraft_leaves_on_the_track_of_its_leg_and_in_any_direction_without_one()
    {
        // Northbound it must turn around; after a climb on the spot or a dwell it need not.
        Mission mission = TestMissions.F(Waypoint(47.02, 8.0, 100), Waypoint(47.02, 8.0, 130), Loiter(47.02, 8.0, 130, 60));
        EnergyResult energy = Estimates.Success(mission, TestVehicles.Vtol).Energy!;
        Assert.Equal([2415.15375824, 2223.42073121, 2223.42073121, 2223.42073121], energy.RthTimeline.Select(p => Math.Round(p.DistanceM, 8)));
    }

    [Theory]
    [InlineData(null, 20)]
    [InlineData(0.0, 0)]
    [InlineData(35.0, 35)]
    public void The_missions_reserve_comes_before_the_vehicles(double? percent, double expected)
    {
        EnergyResult energy = Estimates.Success(Short.WithConstraints(c => c with { MinLandingReservePercent = percent }), F).Energy!;
        Assert.Equal(expected, energy.ReserveThresholdPercent);
        Assert.Equal(300 * expected / 100, energy.ReserveThresholdWh);
        Assert.Equal(300 - (300 * expected / 100), energy.UsableEnergyWh);
    }

    [Fact]
    public void The_last_point_of_the_curve_derates_the_battery()
    {
        Vehicle vehicle = F.WithEnergy(e => e with { UsableCapacityCurve = [new(0.2, 0.1), new(0.6, 0.8)] });
        EnergyResult energy = Estimates.Success(Short, vehicle).Energy!;
        Assert.True(energy.IsDerated);
        Assert.Equal(0.8, energy.UsableFraction);
        Assert.Equal(240, energy.DeliverableEnergyWh);
        Assert.Equal(180, energy.UsableEnergyWh);
        // The nameplate counts for the landing reserve, the derated capacity for the way home.
        Assert.Equal(300 - energy.TotalEnergyWh, energy.ReserveAtLandingWh);
        Assert.Equal(240 - energy.TotalEnergyWh, energy.RthTimeline[0].EnergyRemainingBeforeWh);
    }

    [Fact]
    public void A_battery_without_curve_is_not_derated()
    {
        EnergyResult energy = Estimates.Success(Short, F).Energy!;
        Assert.False(energy.IsDerated);
        Assert.Equal((1.0, 300.0, 240.0), (energy.UsableFraction, energy.DeliverableEnergyWh, energy.UsableEnergyWh));
        Assert.Equal((300 - energy.TotalEnergyWh) / 300 * 100, energy.ReserveAtLandingPercent);
    }

    [Fact]
    public void A_wind_that_breaks_only_a_later_way_home_is_reported_on_its_leg()
    {
        // At 500 m calm, from 600 m on too strong.
        Mission mission = TestMissions.F(Waypoint(47.0, 8.02, 0), Waypoint(47.0, 8.02, 100));
        var layers = new LayeredWind([new WindLayer(0, 0, 0), new WindLayer(600, 16, 0)]);
        MissionFailure failure = Estimates.Run(mission, F, layers).Failure!;
        Assert.Equal((FailureCode.GroundspeedNonPositive, Expect.Leg(1, 1)), (failure.Code, failure.Place));
        Assert.Equal(-89.99268657, failure.Context.Find("track_azimuth_deg").Number, 1e-4);
    }
}
