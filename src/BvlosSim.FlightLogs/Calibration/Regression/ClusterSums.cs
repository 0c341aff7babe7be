namespace BvlosSim.FlightLogs.Calibration.Regression;

/// <summary>Sums over the observations of a cluster.</summary>
internal sealed class ClusterSums
{
    /// <summary>Starts empty.</summary>
    /// <param name="unknownCount">Number of unknowns.</param>
    public ClusterSums(int unknownCount)
    {
        Scores = new double[unknownCount];
        Slopes = new double[unknownCount];
        Squares = new double[unknownCount, unknownCount];
    }

    /// <summary>Sum of the slopes times their pull: what the cluster puts into the estimating equations.</summary>
    public double[] Scores { get; }

    /// <summary>Sum of the slopes times their gain: how that changes when the whole cluster is off.</summary>
    public double[] Slopes { get; }

    /// <summary>Sum of the squares of the slopes times their gain.</summary>
    public double[,] Squares { get; }

    /// <summary>Adds an observation.</summary>
    /// <param name="slopes">Its slopes.</param>
    /// <param name="gain">How much its pull changes with its residual.</param>
    /// <param name="pull">Its pull.</param>
    public void Add(double[] slopes, double gain, double pull)
    {
        for (int i = 0; i < slopes.Length; i++)
        {
            Scores[i] += pull * slopes[i];
            Slopes[i] += gain * slopes[i];
            for (int j = 0; j < slopes.Length; j++)
                Squares[i, j] += gain * slopes[i] * slopes[j];
        }
    }
}
