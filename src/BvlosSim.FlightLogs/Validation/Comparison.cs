namespace BvlosSim.FlightLogs.Validation;

/// <summary>A predicted value beside the observed one. Null = there is none.</summary>
/// <param name="Predicted">What the estimate says.</param>
/// <param name="Observed">What the trace says.</param>
public readonly record struct Comparison(double? Predicted, double? Observed)
{
    /// <summary>The size of the difference; null when a side is.</summary>
    public double? AbsError => Predicted is { } predicted && Observed is { } observed ? Math.Abs(predicted - observed) : null;

    /// <summary>The size of the difference in percent of the observed value; null when a side is, or the observed value is 0.</summary>
    public double? PercentError => AbsError is { } error && Observed is { } observed && observed != 0.0 ? 100.0 * error / Math.Abs(observed) : null;
}
