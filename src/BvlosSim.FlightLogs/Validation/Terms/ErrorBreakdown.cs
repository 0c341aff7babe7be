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

/// <summary>Divides the difference of two products evenly between their factors.</summary>
internal static class Midpoint
{
    /// <summary>
    /// a₁b₁ − a₀b₀ = Δa·b̄ + ā·Δb, exactly: each factor is varied at the middle of the other, so that no order of the two has to be chosen
    /// and no product of differences is left over.
    /// </summary>
    public static (double OfA, double OfB) Split(double a0, double b0, double a1, double b1) =>
        ((a1 - a0) * (b0 + b1) / 2.0, (a0 + a1) / 2.0 * (b1 - b0));

    /// <summary>The same where a factor that is an average has no value on a side on which there is nothing: it is taken to be that of the other.</summary>
    /// <param name="amount0">The amount predicted, ≥ 0; 0 = there is nothing.</param>
    /// <param name="product0">Amount × average predicted.</param>
    /// <param name="amount1">The amount observed.</param>
    /// <param name="product1">Amount × average observed.</param>
    public static (double OfAmount, double OfAverage) SplitAverage(double amount0, double product0, double amount1, double product1)
    {
        (double average0, double average1) = Averages(amount0, product0, amount1, product1);
        return Split(amount0, average0, amount1, average1);
    }

    /// <summary>The two averages, each that of the other side where there is nothing.</summary>
    public static (double Predicted, double Observed) Averages(double amount0, double product0, double amount1, double product1)
    {
        double? known0 = amount0 > 0.0 ? product0 / amount0 : null;
        double? known1 = amount1 > 0.0 ? product1 / amount1 : null;
        return (known0 ?? known1 ?? 0.0, known1 ?? known0 ?? 0.0);
    }
}
