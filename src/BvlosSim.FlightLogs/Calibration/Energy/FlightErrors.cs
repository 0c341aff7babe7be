using BvlosSim.FlightLogs.Calibration.Regression;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>Relative errors of a fit on the whole flights it was made of, and the interval they promise for another one.</summary>
/// <param name="Rms">Root of the mean square, ≥ 0.</param>
/// <param name="HalfWidth">Half width of the interval, of the predicted value.</param>
/// <param name="FlightCount">Number of flights.</param>
internal readonly record struct FlightErrors(double Rms, double HalfWidth, int FlightCount)
{
    /// <summary>
    /// Judges errors. The interval is |m| + t·s·√(1 + k/G): what all flights have in common, and Student's interval for one more observation
    /// about the fit, whose k unknowns the flights have told as a whole (a level, and the growth with mass): s² is Σ(e − m)²/(G − k).
    /// </summary>
    /// <param name="errors">Observed over predicted, less 1, of each flight.</param>
    /// <param name="unknowns">Unknowns that flights as a whole have told, ≥ 1.</param>
    /// <returns>Null of too few flights.</returns>
    public static FlightErrors? Of(IEnumerable<double?> errors, int unknowns)
    {
        double[] known = [.. errors.Where(e => e is not null).Select(e => e!.Value)];
        int degrees = known.Length - unknowns;
        if (known.Length < EnergyLimits.MinFlightsForIntervals || degrees < 1)
            return null;
        double rms = Math.Sqrt(known.Sum(e => e * e) / known.Length);
        double mean = known.Average();
        double scatter = Math.Sqrt(known.Sum(e => (e - mean) * (e - mean)) / degrees);
        double half = Math.Abs(mean)
            + (StudentT.TwoSided(EnergyLimits.ConfidenceLevel, degrees) * scatter * Math.Sqrt(1.0 + ((double)unknowns / known.Length)));
        return new FlightErrors(rms, half, known.Length);
    }
}
