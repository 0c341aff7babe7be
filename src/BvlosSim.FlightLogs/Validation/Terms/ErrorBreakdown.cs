using System.Collections.Immutable;
using BvlosSim.FlightLogs.Segmentation;

namespace BvlosSim.FlightLogs.Validation.Terms;

/// <summary>A part of an error.</summary>
/// <param name="Term">What it comes from.</param>
/// <param name="Phase">The phase in which; null = the flight as a whole.</param>
/// <param name="Amount">The part, in the unit of the metric; observed less predicted.</param>
public sealed record ErrorShare(ErrorTerm Term, FlightPhase? Phase, double Amount);

/// <summary>What the error of a metric comes from. The shares and what is unexplained add up to the error.</summary>
/// <param name="Metric">The metric; its unit is that of the report: seconds, metres, m/s, percentage points.</param>
/// <param name="Error">Observed less predicted.</param>
/// <param name="Shares">The parts.</param>
public sealed record ErrorBreakdown(MissionMetric Metric, double Error, ImmutableArray<ErrorShare> Shares)
{
    /// <summary>What the shares leave of the error.</summary>
    public double Unexplained => Error - Shares.Sum(s => s.Amount);
}

/// <summary>Divides the difference of two products exactly between their factors.</summary>
internal static class Difference
{
    /// <summary>
    /// a₁b₁ − a₀b₀ = Δa·b̄ + ā·Δb: each factor is varied at the middle of the other, so that no order of the two has to be chosen.
    /// </summary>
    public static (double OfA, double OfB) Split(double a0, double b0, double a1, double b1) =>
        ((a1 - a0) * (b0 + b1) / 2.0, (a0 + a1) / 2.0 * (b1 - b0));

    /// <summary>
    /// The same where one factor is an average over the other, an amount. The averages are compared over the amount that both have; what one
    /// has beyond that counts at its own average. So a phase that one flight merely touches does not lend its average to the whole of the other's.
    /// </summary>
    /// <param name="amount0">The amount predicted, ≥ 0.</param>
    /// <param name="product0">Amount × average predicted.</param>
    /// <param name="amount1">The amount observed.</param>
    /// <param name="product1">Amount × average observed.</param>
    public static (double OfAmount, double OfAverage) SplitAverage(double amount0, double product0, double amount1, double product1)
    {
        double common = Math.Min(amount0, amount1);
        double ofAverage = common > 0.0 ? common * ((product1 / amount1) - (product0 / amount0)) : 0.0;
        return (product1 - product0 - ofAverage, ofAverage);
    }
}
