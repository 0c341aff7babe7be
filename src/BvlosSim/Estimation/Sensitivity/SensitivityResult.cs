using System.Collections.Immutable;
using BvlosSim.Estimation.Energy;
using BvlosSim.Values;

namespace BvlosSim.Estimation.Sensitivity;

/// <summary>How one variation of a sweep ended.</summary>
public enum SensitivityStatus
{
    /// <summary>The flight and its battery hold.</summary>
    Feasible,

    /// <summary>They do not.</summary>
    Infeasible,

    /// <summary>The variation makes no sense for the aircraft, or its energy could not be computed.</summary>
    Error,
}

/// <summary>What a sweep says as a whole.</summary>
public enum SensitivityVerdict
{
    /// <summary>Every variation is feasible and lands with energy left.</summary>
    Robust,

    /// <summary>The baseline is feasible, some variation is not.</summary>
    Marginal,

    /// <summary>The baseline is not feasible.</summary>
    Infeasible,
}

/// <summary>The tokens of a sweep; its report writes them in capitals.</summary>
public static class SensitivityTokens
{
    /// <summary>Tokens of <see cref="SensitivityStatus"/>.</summary>
    public static ClosedSet<SensitivityStatus> Statuses { get; } = new(
        (SensitivityStatus.Feasible, "feasible"),
        (SensitivityStatus.Infeasible, "infeasible"),
        (SensitivityStatus.Error, "error"));

    /// <summary>Tokens of <see cref="SensitivityVerdict"/>.</summary>
    public static ClosedSet<SensitivityVerdict> Verdicts { get; } = new(
        (SensitivityVerdict.Robust, "robust"),
        (SensitivityVerdict.Marginal, "marginal"),
        (SensitivityVerdict.Infeasible, "infeasible"));
}

/// <summary>One variation of a sweep.</summary>
/// <param name="Variation">Its value, in the unit of the parameter; 0 = the baseline.</param>
/// <param name="ReserveWh">Reserve at landing in Wh; 0 when it could not be computed.</param>
/// <param name="ReservePercent">The same in percent of the nameplate capacity.</param>
/// <param name="Status">How the run ended.</param>
public sealed record SensitivityRow(double Variation, double ReserveWh, double ReservePercent, SensitivityStatus Status)
{
    /// <summary>Reads the outcome of a run.</summary>
    internal static SensitivityRow Of(double variation, EstimateResult result)
    {
        EnergyResult? energy = result.Energy;
        SensitivityStatus status = energy is null || result.Status == EstimateStatus.Error ? SensitivityStatus.Error
            : result.Status == EstimateStatus.Success && energy.IsFeasible ? SensitivityStatus.Feasible
            : SensitivityStatus.Infeasible;
        return new SensitivityRow(variation, energy?.ReserveAtLandingWh ?? 0.0, energy?.ReserveAtLandingPercent ?? 0.0, status);
    }
}

/// <summary>How the landing reserve answers to power, wind and battery.</summary>
/// <param name="Baseline">The estimate without variation.</param>
/// <param name="CruisePower">Variations of the cruise power, percent.</param>
/// <param name="Headwind">Variations of the wind from the east, m/s.</param>
/// <param name="BatteryCapacity">Variations of the battery capacity, percent.</param>
public sealed record SensitivityResult(
    EstimateResult Baseline,
    ImmutableArray<SensitivityRow> CruisePower,
    ImmutableArray<SensitivityRow> Headwind,
    ImmutableArray<SensitivityRow> BatteryCapacity)
{
    /// <summary>Number of runs.</summary>
    public int Runs => CruisePower.Length + Headwind.Length + BatteryCapacity.Length;

    /// <summary>What the sweep says as a whole.</summary>
    public SensitivityVerdict Verdict
    {
        get
        {
            if (Baseline.Status != EstimateStatus.Success)
                return SensitivityVerdict.Infeasible;
            return CruisePower.Concat(Headwind).Concat(BatteryCapacity).All(r => r is { Status: SensitivityStatus.Feasible, ReserveWh: > 0.0 })
                ? SensitivityVerdict.Robust
                : SensitivityVerdict.Marginal;
        }
    }
}
