namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>How much each of the flights says about a coefficient.</summary>
/// <remarks>
/// One long flight among short ones decides the fit almost alone, and its own departure from the mean is then hidden from the scatter
/// between flights. So flights are counted by their effective number (Kish, Survey Sampling, 1965), and the sum of squares over flights is
/// divided by what is expected of it when flights of these weights scatter independently about a common mean.
/// </remarks>
internal readonly record struct FlightWeights
{
    private FlightWeights(int count, double effective, double inflation)
    {
        Count = count;
        Effective = effective;
        Inflation = inflation;
    }

    /// <summary>Number of flights.</summary>
    public int Count { get; }

    /// <summary>Effective number of flights, (Σw)²/Σw²; at most <see cref="Count"/>, which flights of one weight have.</summary>
    public double Effective { get; }

    /// <summary>
    /// Variance of the mean over its expected estimate from the squares of the flights' sums: Σp²/Σp²(1 − 2p + Σp²) with p = w/Σw. It is
    /// G/(G−1) for G flights of one weight.
    /// </summary>
    public double Inflation { get; }

    /// <summary>Whether the flights are enough for an interval of flights.</summary>
    public bool AreEnough => Effective >= EnergyLimits.MinEffectiveFlights && Count >= EnergyLimits.MinFlightsForIntervals;

    /// <summary>Weighs flights.</summary>
    /// <param name="samples">Flight and weight of each sample, ≥ 0.</param>
    public static FlightWeights Of(IEnumerable<(int Flight, double Weight)> samples)
    {
        double[] weights = [.. samples.GroupBy(s => s.Flight).OrderBy(g => g.Key).Select(g => g.Sum(s => s.Weight))];
        double sum = weights.Sum();
        double squares = weights.Sum(w => w / sum * (w / sum));
        double expected = weights.Sum(w => w / sum * (w / sum) * (1.0 - (2.0 * w / sum) + squares));
        return new FlightWeights(weights.Length, 1.0 / squares, expected > 0.0 ? squares / expected : double.PositiveInfinity);
    }
}
