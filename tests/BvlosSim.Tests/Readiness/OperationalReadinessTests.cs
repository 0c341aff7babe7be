using System.Collections.Immutable;
using BvlosSim.Estimation;
using BvlosSim.Missions;
using BvlosSim.Readiness;
using BvlosSim.Vehicles;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Readiness;

/// <summary>The verdict on a result: what is missing, what failed, which warnings stand in the way.</summary>
public class OperationalReadinessTests
{
    /// <summary>Categories that no check of this version answers.</summary>
    private static readonly string[] Unanswered = ["geofence", "landing_zone", "resource", "link", "obstacle", "weather", "ground_risk"];

    private static Vehicle Uncalibrated { get; } = TestVehicles.K with { CalibrationStatus = null };

    private static void Same<T>(T[] expected, ImmutableArray<T> actual) => Assert.Equal(expected, actual.ToArray());

    private static OperationalReadiness Judge(EstimateResult result, params string[] accepted) => OperationalReadiness.Judge(result, accepted);

    [Fact]
    public void Without_a_result_everything_is_missing()
    {
        OperationalReadiness readiness = OperationalReadiness.WithoutResult;
        Same(["estimate"], readiness.MissingEvidence);
        Assert.Empty(readiness.FailedChecks);
        Assert.Empty(readiness.Warnings);
        Assert.Empty(readiness.AcknowledgedWarnings);
        Assert.False(readiness.IsGo);
    }

    [Fact]
    public void A_success_still_misses_what_was_not_evaluated()
    {
        OperationalReadiness readiness = Judge(Estimates.Success(TestMissions.F(Waypoint(47.02, 8.0, 100)), TestVehicles.F));
        Same(Unanswered, readiness.MissingEvidence);
        Assert.Empty(readiness.FailedChecks);
        Assert.False(readiness.IsGo);
    }

    [Fact]
    public void A_failed_check_with_an_accepted_warning()
    {
        Mission mission = TestMissions.F(Waypoint(47.02, 8.0, 100)).WithConstraints(c => c with { MinTerrainClearanceM = 50 });
        OperationalReadiness readiness = Judge(Estimates.Run(mission, Uncalibrated), "ENERGY_MODEL_UNCALIBRATED");
        Same(["estimate_status", "estimate", "obstacle"], readiness.FailedChecks);
        Same(["geofence", "landing_zone", "resource", "link", "weather", "ground_risk"], readiness.MissingEvidence);
        Same([WarningCode.EnergyModelUncalibrated], readiness.Warnings);
        Same(["ENERGY_MODEL_UNCALIBRATED"], readiness.AcknowledgedWarnings);
    }

    [Fact]
    public void A_wind_too_strong_for_keeping_station_with_a_warning()
    {
        Vehicle vehicle = TestVehicles.Vtol.WithPerformance(p => p with { MaxStationKeepWindMps = null });
        Mission mission = TestMissions.F(Waypoint(47.02, 8.0, 100), Loiter(47.02, 8.0, 100, 60)).WithWind(7, 0);
        OperationalReadiness readiness = Judge(Estimates.Run(mission, vehicle));
        Same(["estimate_status", "estimate", "estimate_completeness", "warnings"], readiness.FailedChecks);
        Same(["energy", "geofence", "landing_zone", "resource", "link", "obstacle", "weather", "rth", "ground_risk"], readiness.MissingEvidence);
    }

    [Fact]
    public void A_failure_before_the_first_leg_misses_the_route()
    {
        OperationalReadiness readiness = Judge(Estimates.Run(TestMissions.F(Takeoff(60)), TestVehicles.F));
        Same(["estimate_status", "estimate"], readiness.FailedChecks);
        Same(
            ["route_legs", "energy", "geofence", "landing_zone", "resource", "link", "obstacle", "weather", "rth", "ground_risk"],
            readiness.MissingEvidence);
    }

    [Fact]
    public void A_battery_that_is_too_small_fails_energy_and_return()
    {
        Vehicle small = TestVehicles.F.WithEnergy(e => e with { BatteryCapacityWh = 22 });
        OperationalReadiness readiness = Judge(Estimates.Run(TestMissions.F(Waypoint(47.02, 8.0, 100)), small));
        Same(["estimate_status", "estimate", "energy", "rth"], readiness.FailedChecks);
        Same(Unanswered, readiness.MissingEvidence);
    }

    [Fact]
    public void A_return_that_the_mission_does_not_ask_for_fails_all_the_same()
    {
        EstimateResult result = Estimates.Success(
            TestMissions.K(Waypoint(47.1, 8.1, 100)), TestVehicles.F.WithEnergy(e => e with { BatteryCapacityWh = 280 }));
        Same(["rth"], Judge(result).FailedChecks);
    }

    [Fact]
    public void Warnings_stand_in_the_way_until_every_one_is_accepted()
    {
        Mission mission = TestMissions.F(
            Waypoint(47.02, 8.0, 100), Loiter(47.02, 8.0, 100, 30), Loiter(47.02, 8.0, 100, 30));
        EstimateResult result = Estimates.Success(mission, TestVehicles.Vtol with { CalibrationStatus = null });
        WarningCode[] occurred =
            [WarningCode.LoiterAssumedZeroGroundDistance, WarningCode.LoiterAssumedZeroGroundDistance, WarningCode.EnergyModelUncalibrated];

        OperationalReadiness readiness = Judge(result);
        Same(["warnings"], readiness.FailedChecks);
        Same(occurred, readiness.Warnings);
        Assert.Empty(readiness.AcknowledgedWarnings);

        readiness = Judge(result, "LOITER_ASSUMED_ZERO_GROUND_DISTANCE", "HIGH_CRAB_MARGIN");
        Same(["warnings"], readiness.FailedChecks);
        Same(["LOITER_ASSUMED_ZERO_GROUND_DISTANCE"], readiness.AcknowledgedWarnings);

        readiness = Judge(result, "LOITER_ASSUMED_ZERO_GROUND_DISTANCE", "HIGH_CRAB_MARGIN", "ENERGY_MODEL_UNCALIBRATED");
        Assert.Empty(readiness.FailedChecks);
        Same(occurred, readiness.Warnings);
        Same(["ENERGY_MODEL_UNCALIBRATED", "LOITER_ASSUMED_ZERO_GROUND_DISTANCE"], readiness.AcknowledgedWarnings);
    }

    [Theory]
    [InlineData(0, double.NaN)]
    [InlineData(1, double.PositiveInfinity)]
    [InlineData(2, -1e-9)]
    [InlineData(3, double.NegativeInfinity)]
    public void Totals_that_make_no_sense_fail(int index, double value)
    {
        EstimateResult result = Estimates.Success(TestMissions.F(Waypoint(47.02, 8.0, 100)), TestVehicles.F);
        double[] totals = [0, 0, 0, 0];
        Assert.Empty(Judge(result with { Totals = Make(totals) }).FailedChecks);
        totals[index] = value;
        Same(["estimate_totals"], Judge(result with { Totals = Make(totals) }).FailedChecks);

        static FlightTotals Make(double[] t) => new(t[0], t[1], t[2], t[3]);
    }

    [Fact]
    public void Every_leg_must_be_costed_and_nothing_else()
    {
        EstimateResult result = Estimates.Success(TestMissions.F(Waypoint(47.02, 8.0, 100), Waypoint(47.03, 8.0, 100)), TestVehicles.F);
        Same(["energy_coverage"], Judge(result with { Legs = result.Legs.RemoveAt(1) }).FailedChecks);
        Same(["energy_coverage"], Judge(result with { Energy = result.Energy! with { Legs = result.Energy.Legs.RemoveAt(0) } }).FailedChecks);
        // Without legs there is nothing to cover.
        OperationalReadiness readiness = Judge(result with { Legs = [] });
        Assert.Empty(readiness.FailedChecks);
        Same(["route_legs", .. Unanswered], readiness.MissingEvidence);
    }

    [Fact]
    public void Only_a_verdict_without_gaps_and_failures_is_a_go()
    {
        OperationalReadiness go = OperationalReadiness.WithoutResult with { MissingEvidence = [] };
        Assert.True(go.IsGo);
        Assert.False((go with { FailedChecks = ["warnings"] }).IsGo);
        Assert.False((go with { MissingEvidence = ["weather"] }).IsGo);
    }
}
