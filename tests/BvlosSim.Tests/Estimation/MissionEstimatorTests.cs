using BvlosSim.Estimation;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Missions;
using BvlosSim.Values;
using BvlosSim.Vehicles;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation;

/// <summary>The order of the steps of a run, its warnings, and what a failure leaves behind.</summary>
public class MissionEstimatorTests
{
    private static Vehicle K => TestVehicles.K;

    private static Vehicle Vtol => TestVehicles.Vtol;

    /// <summary>A vehicle and a mission that break every check at once, to be mended one by one.</summary>
    private static (Mission Mission, Vehicle Vehicle) AllBroken => (
        TestMissions.F(Waypoint(47.02, 8.0, 100)).WithEstimation(e => e with { MinGroundspeedMps = 0 })
            .WithConstraints(c => c with { MinLandingReservePercent = 300 }) with
        { VehicleProfile = "another" },
        (K with { Capabilities = new VehicleCapabilities(Hover: true, ForwardFlight: true) })
            .WithPerformance(p => p with { MaxCrabAngleDeg = 90, MaxStationKeepWindMps = -1, ClimbRateMps = 0 })
            .WithEnergy(e => e with { BatteryCapacityWh = 0, CruisePowerW = 0, ClimbPowerW = 0 }));

    [Fact]
    public void The_checks_come_in_order()
    {
        (Mission mission, Vehicle vehicle) = AllBroken;
        Expect.Failure(
            Estimates.Run(mission, vehicle).Failure, FailureKind.InvalidInput, FailureCode.InvalidMissionProfile, FlightPlace.Mission,
            ("mission_vehicle_profile", "another"), ("vehicle_id", "test-vehicle"));
        mission = mission with { VehicleProfile = TestVehicles.Id };
        AssertSetting(mission, vehicle, "min_groundspeed_mps", 0);
        mission = mission with { Estimation = null };
        AssertSetting(mission, vehicle, "max_crab_angle_deg", 90);
        vehicle = vehicle.WithPerformance(p => p with { MaxCrabAngleDeg = 89.9 });
        AssertSetting(mission, vehicle, "max_station_keep_wind_mps", -1);
        vehicle = vehicle.WithPerformance(p => p with { MaxStationKeepWindMps = 0 });
        Assert.Equal(["action", "route_item_invariant"], Keys(mission with { Route = [Land(47, 8) with { LatDeg = null }] }, vehicle));
        Assert.Equal(["climb_rate_mps"], Keys(mission, vehicle));
        vehicle = vehicle.WithPerformance(p => p with { ClimbRateMps = 3 });
        Assert.Equal(["energy_field", "value"], Keys(mission, vehicle));
        vehicle = vehicle.WithEnergy(e => e with { BatteryCapacityWh = 1 });
        Assert.Equal("vehicle.energy.cruise_power_w", Estimates.Run(mission, vehicle).Failure!.Context.Find("energy_field").Text);
        vehicle = vehicle.WithEnergy(e => e with { CruisePowerW = 500 });
        Assert.Equal("vehicle.energy.hover_power_w", Estimates.Run(mission, vehicle).Failure!.Context.Find("energy_field").Text);
        vehicle = vehicle.WithEnergy(e => e with { HoverPowerW = 900 });
        Assert.Equal(["reserve_threshold_percent"], Keys(mission, vehicle));
        mission = mission.WithConstraints(c => c with { MinLandingReservePercent = null, MaxWindMps = 5 });
        Assert.Equal(["phase", "power_source", "power_w"], Keys(mission, vehicle));
        vehicle = vehicle.WithEnergy(e => e with { ClimbPowerW = null });
        Assert.Equal(FailureCode.InsufficientEnergy, Estimates.Run(mission, vehicle).Failure!.Code);
        vehicle = vehicle.WithEnergy(e => e with { BatteryCapacityWh = 30 });
        Assert.Equal(FailureCode.RthReserveBelowThreshold, Estimates.Run(mission, vehicle).Failure!.Code);
        vehicle = vehicle.WithEnergy(e => e with { BatteryCapacityWh = 3000 });
        Estimates.Success(mission, vehicle);
    }

    private static void AssertSetting(Mission mission, Vehicle vehicle, string key, double value)
    {
        EstimateResult result = Estimates.Run(mission, vehicle);
        Expect.Failure(
            result.Failure, FailureKind.InvalidInput, FailureCode.InvalidSpeedProfile, new FlightPlace(0, null, null), (key, value));
        Assert.Empty(result.Legs);
        Assert.False(result.TotalsArePartial);
        Assert.Equal(default, result.Totals);
    }

    private static IEnumerable<string> Keys(Mission mission, Vehicle vehicle) => Estimates.Run(mission, vehicle).Failure!.Context.Select(e => e.Key);

    [Theory]
    [InlineData(0.0)]
    [InlineData(-5.0)]
    [InlineData(90.0)]
    [InlineData(double.NaN)]
    public void The_crab_limit_lies_between_nothing_and_a_right_angle(double limitDeg)
    {
        MissionFailure failure = Estimates.Run(TestMissions.K(Rtl()), K.WithPerformance(p => p with { MaxCrabAngleDeg = limitDeg })).Failure!;
        Assert.Equal("max_crab_angle_deg", Assert.Single(failure.Context).Key);
    }

    [Fact]
    public void The_vehicle_is_named_exactly()
    {
        Mission mission = TestMissions.K(Rtl()) with { VehicleProfile = "Test-Vehicle" };
        EstimateResult result = Estimates.Run(mission, K);
        Assert.Equal(FailureCode.InvalidMissionProfile, result.Failure!.Code);
        Assert.Equal(EstimateStatus.Error, result.Status);
        Assert.Empty(result.Metadata);
        Assert.Empty(result.Legs);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void All_warnings_in_order()
    {
        Vehicle vehicle = (Vtol with { CalibrationStatus = null })
            .WithPerformance(p => p with { MaxStationKeepWindMps = null, MaxWindMps = 4.9 })
            .WithMass(m => m with { OperatingMassKg = 6 })
            .WithEnergy(e => e with { ReservePercentDefault = 0 });
        Mission mission = TestMissions.K(
            Takeoff(60), Loiter(47.02, 8.0, 60, 60) with { LoiterRadiusM = 50 }, Rtl(), Loiter(47.0, 8.0, 60, 60)).WithWind(3, -4);
        // A battery that is left with 28 %.
        double neededWh = Estimates.Success(mission, vehicle).Energy!.TotalEnergyWh;
        Expect.Warnings(
            Estimates.Success(mission, vehicle.WithEnergy(e => e with { BatteryCapacityWh = neededWh / 0.72 })),
            (WarningCode.RouteActionsAfterRtl, new FlightPlace(null, 2, "w3")),
            (WarningCode.HoverSpeedUsedAsStationKeepAuthority, Expect.Leg(2, 1)),
            (WarningCode.LoiterRadiusIgnored, Expect.Leg(2, 1)),
            (WarningCode.LoiterAssumedZeroGroundDistance, Expect.Leg(2, 1)),
            (WarningCode.HoverSpeedUsedAsStationKeepAuthority, Expect.Leg(5, 3)),
            (WarningCode.LoiterAssumedZeroGroundDistance, Expect.Leg(5, 3)),
            (WarningCode.MaxWindExceeded, Expect.Leg(1, 1)),
            (WarningCode.MaxWindExceeded, Expect.Leg(2, 1)),
            (WarningCode.MaxWindExceeded, Expect.Leg(3, 2)),
            (WarningCode.MaxWindExceeded, Expect.Leg(5, 3)),
            (WarningCode.EnergyModelUncalibrated, FlightPlace.Mission),
            (WarningCode.EnergyReferenceConditionsMissing, FlightPlace.Mission),
            (WarningCode.ReserveBelowFailsafeWarnThreshold, FlightPlace.Mission));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(CalibrationStatus.PlaceholderValues, true)]
    [InlineData(CalibrationStatus.ManufacturerDerived, false)]
    [InlineData(CalibrationStatus.LogCalibrated, false)]
    public void Numbers_of_unknown_origin_are_a_warning(CalibrationStatus? status, bool warns) => Assert.Equal(
        warns ? [WarningCode.EnergyModelUncalibrated] : [],
        Estimates.Success(TestMissions.K(Rtl()), K with { CalibrationStatus = status }).Warnings.Select(w => w.Code));

    [Theory]
    [InlineData(null, 0)]
    [InlineData(5.0, 0)]
    [InlineData(4.9999, 1)]
    [InlineData(0.0, 1)]
    public void Wind_above_the_advisory_limit_is_a_warning(double? limitMps, int warnings) => Assert.Equal(
        warnings,
        Estimates.Success(
            TestMissions.K(Waypoint(47, 8, 50), Waypoint(47.02, 8.0, 50)).WithWind(3, -4), K.WithPerformance(p => p with { MaxWindMps = limitMps }))
            .Warnings.Length);

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Items_after_the_first_return_are_a_warning(int returns, bool warns)
    {
        RouteItem[] items = [Waypoint(47.02, 8.0, 50), .. Enumerable.Repeat(Rtl(), returns)];
        EstimateResult result = Estimates.Success(TestMissions.K(items), K);
        Assert.Equal(warns ? [new FlightPlace(null, 1, "w2")] : [], result.Warnings.Select(w => w.Place));
        Assert.Equal(returns + 1, result.Legs.Length);
        // Also when the first item is a return.
        result = Estimates.Success(TestMissions.K(Rtl(), Waypoint(47.02, 8.0, 50), Rtl()), K);
        Expect.Warnings(result, (WarningCode.RouteActionsAfterRtl, new FlightPlace(null, 0, "w1")));
    }

    [Fact]
    public void A_failure_in_flight_leaves_the_legs_before_it()
    {
        Mission mission = TestMissions.K(Loiter(47.02, 8.0, 100, 30), Rtl(), Takeoff(60) with { AltitudeReference = AltitudeReference.Terrain });
        EstimateResult result = Estimates.Run(mission, Vtol with { CalibrationStatus = null });
        Assert.Equal(Expect.Leg(3, 2), result.Failure!.Place);
        Assert.Equal(EstimateStatus.Error, result.Status);
        Assert.Equal(3, result.Legs.Length);
        Assert.True(result.TotalsArePartial);
        Assert.Equal(FlightTotals.Of(result.Legs), result.Totals);
        Assert.Null(result.Energy);
        Assert.Null(result.RthIsFeasible);
        // Those of the flight, none of the later steps.
        Assert.Equal(
            [WarningCode.RouteActionsAfterRtl, WarningCode.LoiterAssumedZeroGroundDistance], result.Warnings.Select(w => w.Code));
        Assert.NotEmpty(result.Metadata);
    }

    [Fact]
    public void A_failure_before_the_first_leg_is_not_partial()
    {
        EstimateResult result = Estimates.Run(TestMissions.K(Takeoff(60)), K);
        Assert.NotNull(result.Failure);
        Assert.Empty(result.Legs);
        Assert.False(result.TotalsArePartial);
        Assert.Equal(default, result.Totals);
    }

    [Fact]
    public void A_failure_of_the_battery_leaves_flight_and_balance_but_no_later_warning()
    {
        Vehicle vehicle = (K with { CalibrationStatus = null }).WithEnergy(e => e with { BatteryCapacityWh = 25 });
        EstimateResult result = Estimates.Run(TestMissions.F(Waypoint(47.02, 8.0, 100)), vehicle);
        Assert.Equal(FailureCode.ReserveBelowThreshold, result.Failure!.Code);
        Assert.Equal(EstimateStatus.Infeasible, result.Status);
        Assert.Single(result.Legs);
        Assert.False(result.TotalsArePartial);
        Assert.NotNull(result.Energy);
        Assert.False(result.RthIsFeasible);
        Assert.Equal([WarningCode.EnergyModelUncalibrated], result.Warnings.Select(w => w.Code));
    }

    [Fact]
    public void Totals_add_up_the_legs()
    {
        Leg Make(double horizontalM, double deltaM, double pathM, double timeS) => new()
        {
            LegIndex = 0,
            RouteItemIndex = 0,
            Item = Rtl(),
            Phase = LegPhase.RtlTransit,
            Start = default,
            End = default,
            HorizontalDistanceM = horizontalM,
            VerticalDeltaM = deltaM,
            PathDistanceM = pathM,
            TimeS = timeS,
            Timing = LegTiming.Stationary(timeS, 0),
        };
        Assert.Equal(new FlightTotals(11, 50, 33, 44), FlightTotals.Of([Make(1, -20, 3, 4), Make(10, 30, 30, 40)]));
        Assert.Equal(default, FlightTotals.Of([]));
    }

    [Theory]
    [InlineData(FailureKind.Infeasible, EstimateStatus.Infeasible)]
    [InlineData(FailureKind.InvalidInput, EstimateStatus.Error)]
    [InlineData(FailureKind.Unsupported, EstimateStatus.Error)]
    public void The_status_follows_from_the_kind_of_failure(FailureKind kind, EstimateStatus expected)
    {
        var failure = new MissionFailure(kind, FailureCode.InvalidGeometry, "message", FlightPlace.Mission, ScalarMap.Empty);
        Assert.Equal(expected, new EstimateResult { Failure = failure }.Status);
        Assert.Equal(EstimateStatus.Success, new EstimateResult().Status);
    }
}
