using System.Globalization;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Sensitivity;
using BvlosSim.Missions;
using BvlosSim.Vehicles;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation.Sensitivity;

/// <summary>The landing reserve under varied power, wind and battery.</summary>
public class SensitivitySweepTests
{
    private static Mission Flight => F(Waypoint(47.02, 8.0, 100), Waypoint(47.02, 8.03, 150)).WithWind(4, 1);

    [Fact]
    public void The_worked_sweep_has_its_numbers()
    {
        SensitivityResult sweep = Run(
            Flight, TestVehicles.F, new() { CruisePowerPercent = [100, 0, 10, 10], HeadwindMps = [2.5, 1], BatteryCapacityPercent = [0] });

        Assert.Equal(
            ["-100 0.0 0.0 Error", "-10 267.0 89.0 Feasible", "0 263.3 87.8 Feasible", "10 259.7 86.6 Feasible", "100 226.6 75.5 Feasible"],
            sweep.CruisePower.Select(Text));
        Assert.Equal(
            [
                "-2.5 261.0 87.0 Feasible", "-1 259.6 86.5 Feasible", "0 263.3 87.8 Feasible", "1 256.7 85.6 Feasible",
                "2.5 253.8 84.6 Feasible",
            ],
            sweep.Headwind.Select(Text));
        Assert.Equal(["0 263.3 87.8 Feasible"], sweep.BatteryCapacity.Select(Text));
        Assert.Equal(11, sweep.Runs);
        Assert.Equal(SensitivityVerdict.Marginal, sweep.Verdict);
    }

    [Fact]
    public void A_sweep_that_is_feasible_throughout_is_robust()
    {
        SensitivityResult sweep = Run(Flight, TestVehicles.F, new());

        Assert.Equal(21, sweep.Runs);
        Assert.Equal(SensitivityVerdict.Robust, sweep.Verdict);
        Assert.Equal(300.0 * 0.7, sweep.BatteryCapacity[0].ReserveWh + sweep.Baseline.Energy!.TotalEnergyWh, 9);
    }

    [Fact]
    public void A_variation_that_eats_the_reserve_is_infeasible_and_keeps_its_numbers()
    {
        SensitivityResult sweep = Run(Flight, TestVehicles.F, new() { BatteryCapacityPercent = [80] });

        Assert.Equal(SensitivityStatus.Infeasible, sweep.BatteryCapacity[0].Status);
        Assert.True(sweep.BatteryCapacity[0].ReserveWh > 0);
        Assert.Equal(SensitivityVerdict.Marginal, sweep.Verdict);
    }

    [Fact]
    public void An_infeasible_baseline_is_infeasible_as_a_whole()
    {
        SensitivityResult sweep = Run(Flight, TestVehicles.F.WithEnergy(e => e with { BatteryCapacityWh = 10 }), new());

        Assert.Equal(SensitivityVerdict.Infeasible, sweep.Verdict);
        Assert.All(sweep.BatteryCapacity, row => Assert.Equal(SensitivityStatus.Infeasible, row.Status));
    }

    [Fact]
    public void A_series_is_symmetric_without_repetitions()
    {
        Assert.Equal((double[])[-30, -20, -10, 0, 10, 20, 30], SensitivitySteps.Series([10, 20, 30]));
        Assert.Equal((double[])[-2, -1, 0, 1, 2], SensitivitySteps.Series([2, 0, 1, 2]));
        Assert.Equal((double[])[0.0], SensitivitySteps.Series([0, 0]));
    }

    [Fact]
    public void A_cancelled_sweep_ends()
    {
        var input = new EstimationInput { Mission = Flight, Vehicle = TestVehicles.F };
        EstimateResult baseline = MissionEstimator.Estimate(input);

        Assert.Throws<OperationCanceledException>(() => SensitivitySweep.Run(input, baseline, new(), new CancellationToken(canceled: true)));
    }

    private static SensitivityResult Run(Mission mission, Vehicle vehicle, SensitivitySteps steps)
    {
        var input = new EstimationInput { Mission = mission, Vehicle = vehicle };
        return SensitivitySweep.Run(input, MissionEstimator.Estimate(input), steps);
    }

    private static string Text(SensitivityRow row) =>
        string.Create(CultureInfo.InvariantCulture, $"{row.Variation} {row.ReserveWh:F1} {row.ReservePercent:F1} {row.Status}");
}
