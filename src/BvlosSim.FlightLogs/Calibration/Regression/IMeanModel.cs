namespace BvlosSim.FlightLogs.Calibration.Regression;

/// <summary>A model of positive means, smooth in its unknowns.</summary>
internal interface IMeanModel
{
    /// <summary>Number of unknowns.</summary>
    int UnknownCount { get; }

    /// <summary>The mean of an observation and how its logarithm changes with the unknowns.</summary>
    /// <param name="observation">Index of the observation.</param>
    /// <param name="unknowns">The unknowns.</param>
    /// <param name="slopes">Receives the derivatives of the logarithm of the mean.</param>
    /// <returns>The mean, &gt; 0.</returns>
    double Mean(int observation, ReadOnlySpan<double> unknowns, Span<double> slopes);
}

/// <summary>An observation of a positive quantity.</summary>
/// <param name="Value">The value.</param>
/// <param name="Weight">Its weight, such as the time it is a mean over; &gt; 0.</param>
/// <param name="Cluster">Observations of one cluster are not independent of one another.</param>
/// <param name="Kind">Observations of one kind scatter alike.</param>
internal readonly record struct Observation(double Value, double Weight, int Cluster, int Kind);
