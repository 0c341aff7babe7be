using System.Collections.Immutable;
using System.Globalization;
using BvlosSim.Estimation.Sensitivity;

namespace BvlosSim.Cli.Running;

/// <summary>The step lists of <c>--format sensitivity</c>, as written; null = the default steps.</summary>
/// <param name="Power">Steps of the cruise power, percent.</param>
/// <param name="Wind">Steps of the wind, m/s.</param>
/// <param name="Battery">Steps of the battery capacity, percent.</param>
internal sealed record SensitivityOption(string? Power, string? Wind, string? Battery)
{
    /// <summary>Option of <see cref="Power"/>.</summary>
    public const string PowerName = "--sensitivity-power-steps";

    /// <summary>Option of <see cref="Wind"/>.</summary>
    public const string WindName = "--sensitivity-wind-steps";

    /// <summary>Option of <see cref="Battery"/>.</summary>
    public const string BatteryName = "--sensitivity-battery-steps";

    /// <summary>Reads the lists.</summary>
    /// <param name="steps">The steps; only to be used when nothing is refused.</param>
    /// <returns>Why a list is refused, or null.</returns>
    public string? Parse(out SensitivitySteps steps)
    {
        steps = new SensitivitySteps();
        string? problem = Read(PowerName, Power, "whole", WholeNumber, steps.CruisePowerPercent, out ImmutableArray<double> power);
        steps = steps with { CruisePowerPercent = power };
        if (problem is not null)
            return problem;
        problem = Read(WindName, Wind, "finite", FiniteNumber, steps.HeadwindMps, out ImmutableArray<double> wind);
        steps = steps with { HeadwindMps = wind };
        if (problem is not null)
            return problem;
        problem = Read(BatteryName, Battery, "whole", WholeNumber, steps.BatteryCapacityPercent, out ImmutableArray<double> battery);
        steps = steps with { BatteryCapacityPercent = battery };
        return problem;
    }

    private static string? Read(
        string name, string? list, string kind, Func<string, double?> parse, ImmutableArray<double> otherwise, out ImmutableArray<double> steps)
    {
        steps = otherwise;
        if (list is null)
            return null;
        string[] entries = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (entries.Length == 0)
            return $"{name}: there is no step: write one or more, such as 1,2,3.";
        ImmutableArray<double>.Builder read = ImmutableArray.CreateBuilder<double>(entries.Length);
        foreach (string entry in entries)
        {
            if (parse(entry) is not { } step)
                return $"{name}: '{entry}' is no {kind} number.";
            if (step < 0.0)
                return $"{name}: a step is a magnitude and must not be negative; found '{entry}'.";
            read.Add(step);
        }

        steps = read.DrainToImmutable();
        return null;
    }

    private static double? WholeNumber(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : null;

    private static double? FiniteNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;
}
