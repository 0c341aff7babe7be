using BvlosSim.FlightLogs.Calibration.Regression;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>Relative errors of a fit on the whole flights it was made of, and the interval they promise for another one.</summary>
/// <param name="Rms">Root of the mean square, ≥ 0.</param>
/// <param name="HalfWidth">Half width of the interval, of the predicted value.</param>
/// <param name="FlightCount">Number of flights.</param>
internal readonly record struct FlightErrors(double Rms, double HalfWidth, int FlightCount)
{
    /// <summary>
    /// Judges errors. The interval is t·rms·√(1 + 1/G): Student's interval for one more observation, with the errors taken about zero,
    /// so that a bias widens it.
    /// </summary>
    /// <param name="errors">Observed over predicted, less 1, of each flight.</param>
    /// <returns>Null of too few flights.</returns>
    public static FlightErrors? Of(IEnumerable<double?> errors)
    {
        double[] known = [.. errors.Where(e => e is not null).Select(e => e!.Value)];
        if (known.Length < EnergyLimits.MinFlightsForIntervals)
            return null;
        double rms = Math.Sqrt(known.Sum(e => e * e) / known.Length);
        double half = StudentT.TwoSided(EnergyLimits.ConfidenceLevel, known.Length - 1) * rms * Math.Sqrt(1.0 + (1.0 / known.Length));
        return new FlightErrors(rms, half, known.Length);
    }
}
