namespace BvlosSim.FlightLogs.Calibration.Regression;

/// <summary>Medians.</summary>
internal static class Median
{
    /// <summary>Turns the median distance of a normal sample from its centre into its standard deviation: 1/Φ⁻¹(3/4).</summary>
    public const double MadToDeviation = 1.482602218505602;

    /// <summary>The median; NaN of nothing.</summary>
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values];
        if (sorted.Length == 0)
            return double.NaN;
        Array.Sort(sorted);
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : 0.5 * (sorted[middle - 1] + sorted[middle]);
    }
}
