namespace BvlosSim.FlightLogs.Calibration.Regression;

/// <summary>A robust mean and its interval.</summary>
/// <param name="Value">The mean.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
/// <param name="Effective">Effective number of clusters.</param>
internal readonly record struct RobustLocation(double Value, double Low, double High, double Effective)
{
    /// <summary>Huber's mean of positive observations; see <see cref="HuberFit"/>.</summary>
    /// <param name="observations">The observations; those of one cluster depend on one another.</param>
    /// <param name="level">Probability that the interval claims.</param>
    /// <param name="cancellation">Ends the fit.</param>
    /// <returns>Null of fewer than two clusters without any scatter to judge by, or of values that are not positive.</returns>
    public static RobustLocation? Of(IReadOnlyList<Observation> observations, double level, CancellationToken cancellation)
    {
        double start = Median.Of(observations.Select(o => o.Value));
        if (!(start > 0.0) || HuberFit.Fit(new Constant(), observations, [Math.Log(start)], cancellation) is not { } fit)
            return null;
        double value = Math.Exp(fit.Unknowns[0]);
        if (fit.Variance(0, i => observations[i].Cluster) is not { } variance)
            return null;
        double half = StudentT.TwoSided(level, variance.Degrees) * Math.Sqrt(variance.Variance);
        return new RobustLocation(value, value * Math.Exp(-half), value * Math.Exp(half), variance.Effective);
    }

    private sealed class Constant : IMeanModel
    {
        public int UnknownCount => 1;

        public double Mean(int observation, ReadOnlySpan<double> unknowns, Span<double> slopes)
        {
            slopes[0] = 1.0;
            return Math.Exp(unknowns[0]);
        }
    }
}
