namespace BvlosSim.FlightLogs.Validation.Flown;

/// <summary>How far the observation lies from the prediction over many moments. Signed errors are observed less predicted.</summary>
/// <param name="Count">Number of moments at which both are known, ≥ 1.</param>
/// <param name="Mean">Mean error: a bias.</param>
/// <param name="Rms">Root of the mean square.</param>
/// <param name="MaxAbs">Size of the largest error.</param>
/// <param name="MaxAt">Where that is first met: the way in metres, or the time in seconds, by which the flights are aligned.</param>
public sealed record ErrorStatistics(int Count, double Mean, double Rms, double MaxAbs, double MaxAt)
{
    /// <summary>Sums up errors.</summary>
    /// <param name="errors">The places and the errors there; null = not known.</param>
    /// <returns>Null when none is known.</returns>
    internal static ErrorStatistics? Of(IEnumerable<(double At, double? Error)> errors)
    {
        (int count, double sum, double squares, double max, double maxAt) = (0, 0.0, 0.0, -1.0, 0.0);
        foreach ((double at, double? known) in errors)
        {
            if (known is not { } error)
                continue;
            count++;
            sum += error;
            squares += error * error;
            if (Math.Abs(error) <= max)
                continue;
            max = Math.Abs(error);
            maxAt = at;
        }

        return count == 0 ? null : new ErrorStatistics(count, sum / count, Math.Sqrt(squares / count), max, maxAt);
    }
}
