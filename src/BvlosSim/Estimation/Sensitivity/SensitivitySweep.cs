using System.Collections.Immutable;
using BvlosSim.Environment.Wind;
using BvlosSim.Vehicles;

namespace BvlosSim.Estimation.Sensitivity;

/// <summary>
/// Repeats an estimate with one parameter varied at a time. The variations bypass the input contract: what they make of
/// the aircraft may be refused by the estimate, which is then an error of that row alone.
/// </summary>
public static class SensitivitySweep
{
    /// <summary>Runs a sweep.</summary>
    /// <param name="input">What was estimated.</param>
    /// <param name="baseline">What came of it.</param>
    /// <param name="steps">How far to go.</param>
    /// <param name="cancellation">Ends a long sweep.</param>
    /// <exception cref="OperationCanceledException">The sweep was cancelled.</exception>
    public static SensitivityResult Run(
        EstimationInput input, EstimateResult baseline, SensitivitySteps steps, CancellationToken cancellation = default)
    {
        return new SensitivityResult(
            baseline,
            Rows(steps.CruisePowerPercent, v => input with { Vehicle = WithCruisePower(input.Vehicle, v) }),
            Rows(steps.HeadwindMps, v => input with { Wind = new EastOverlayWind(input.Wind, -v) }),
            Rows(steps.BatteryCapacityPercent, v => input with { Vehicle = WithCapacity(input.Vehicle, v) }));

        ImmutableArray<SensitivityRow> Rows(ImmutableArray<double> magnitudes, Func<double, EstimationInput> vary)
        {
            ImmutableArray<SensitivityRow>.Builder rows = ImmutableArray.CreateBuilder<SensitivityRow>();
            foreach (double variation in SensitivitySteps.Series(magnitudes))
            {
                // The same input gives the same result: the baseline need not be flown again.
                EstimateResult result = variation == 0.0 ? baseline : MissionEstimator.Estimate(vary(variation), cancellation);
                rows.Add(SensitivityRow.Of(variation, result));
            }

            return rows.ToImmutable();
        }
    }

    private static Vehicle WithCruisePower(Vehicle vehicle, double percent) =>
        vehicle with { Energy = vehicle.Energy with { CruisePowerW = vehicle.Energy.CruisePowerW * (1.0 + (percent / 100.0)) } };

    private static Vehicle WithCapacity(Vehicle vehicle, double percent) =>
        vehicle with { Energy = vehicle.Energy with { BatteryCapacityWh = vehicle.Energy.BatteryCapacityWh * (1.0 + (percent / 100.0)) } };
}
