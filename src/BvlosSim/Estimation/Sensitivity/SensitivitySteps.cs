using System.Collections.Immutable;

namespace BvlosSim.Estimation.Sensitivity;

/// <summary>How far a sweep goes to either side of the baseline. Magnitudes in any order; repetitions and 0 add nothing.</summary>
public sealed record SensitivitySteps
{
    /// <summary>Steps of the cruise power in percent, ≥ 0.</summary>
    public ImmutableArray<double> CruisePowerPercent { get; init; } = [10.0, 20.0, 30.0];

    /// <summary>Steps of the wind in m/s, finite, ≥ 0.</summary>
    public ImmutableArray<double> HeadwindMps { get; init; } = [1.0, 2.0, 3.0];

    /// <summary>Steps of the battery capacity in percent, ≥ 0.</summary>
    public ImmutableArray<double> BatteryCapacityPercent { get; init; } = [10.0, 20.0, 30.0];

    /// <summary>The variations of a list of steps: the negatives, the largest magnitude first, 0, and the positives.</summary>
    public static ImmutableArray<double> Series(ImmutableArray<double> steps)
    {
        double[] magnitudes = [.. steps.Where(s => s != 0.0).Select(Math.Abs).Distinct().Order()];
        return [.. magnitudes.Reverse().Select(m => -m), 0.0, .. magnitudes];
    }
}
