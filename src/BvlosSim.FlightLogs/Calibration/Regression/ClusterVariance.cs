namespace BvlosSim.FlightLogs.Calibration.Regression;

/// <summary>How well an unknown of a fit is known, when only whole clusters of observations are independent of one another.</summary>
/// <remarks>
/// <para>
/// The sandwich formula takes the sums of the residuals of each cluster for its errors. With few clusters, unequal ones, or one that decides an
/// unknown almost alone, they are too small: the fit follows its clusters. So its expectation is taken under a model in which the observations
/// of a cluster are off by a common amount, independent of the other clusters, and the variance is divided by it; its degrees of freedom are
/// those of Satterthwaite under the same model (Bell and McCaffrey, Survey Methodology 28, 2002; Imbens and Kolesár, Rev. Econ. Stat. 98, 2016).
/// For the mean of G equal clusters that is the factor G/(G−1) and G−1 degrees of freedom.
/// </para>
/// <para>
/// With q the pull of a common error u of each cluster on the unknown, the unknown is off by Σqu. What the formula squares instead is M·u with
/// M = diag(q) − V·Pᵀ, where P is the pull of each cluster on all unknowns and V what those give back. Then tr MᵀM and tr (MᵀM)² are all that is needed,
/// and M is never built.
/// </para>
/// </remarks>
/// <param name="Variance">Variance of the unknown.</param>
/// <param name="Degrees">Degrees of freedom for Student's t, ≥ 1.</param>
/// <param name="Effective">Effective number of clusters by their pull, (Σ|q|)²/Σq² (Kish, Survey Sampling, 1965).</param>
internal readonly record struct ClusterVariance(double Variance, double Degrees, double Effective)
{
    // Of the expectation that the squares would have if the fit did not follow its clusters: below it only rounding is left.
    private const double LeastShare = 1e-9;

    /// <summary>Judges an unknown.</summary>
    /// <param name="unknown">Its index.</param>
    /// <param name="bread">Inverse of the sum of all squares of slopes.</param>
    /// <param name="clusters">The sums of the clusters.</param>
    /// <returns>Null when the clusters leave nothing to judge by.</returns>
    public static ClusterVariance? Of(int unknown, double[,] bread, IReadOnlyCollection<ClusterSums> clusters)
    {
        int n = bread.GetLength(0);
        double[] row = [.. Enumerable.Range(0, n).Select(k => bread[unknown, k])];
        double raw = 0.0;
        double pulls = 0.0;
        double squares = 0.0;
        double fourths = 0.0;
        // Sums of z·zᵀ, plain and times q², with z = (q·v, p) of each cluster; and of v·vᵀ.
        double[,] plain = new double[2 * n, 2 * n];
        double[,] weighted = new double[2 * n, 2 * n];
        double[,] given = new double[n, n];
        double[] z = new double[2 * n];
        double[] v = new double[n];
        foreach (ClusterSums cluster in clusters)
        {
            double score = Dot(row, cluster.Scores);
            double q = Dot(row, cluster.Slopes);
            raw += score * score;
            pulls += Math.Abs(q);
            squares += q * q;
            fourths += q * q * q * q;
            for (int k = 0; k < n; k++)
            {
                v[k] = 0.0;
                z[n + k] = 0.0;
                for (int j = 0; j < n; j++)
                {
                    v[k] += row[j] * cluster.Squares[j, k];
                    z[n + k] += bread[k, j] * cluster.Slopes[j];
                }

                z[k] = q * v[k];
            }

            AddSquare(plain, z, 1.0);
            AddSquare(weighted, z, q * q);
            AddSquare(given, v, 1.0);
        }

        // MᵀM = diag(q²) + Z·C·Zᵀ with C = (0, −1; −1, VᵀV).
        double[,] inner = Times(given, plain);
        double[,] innerWeighted = Times(given, weighted);
        double expected = squares + Trace(inner);
        double expectedSquare = fourths + (2.0 * Trace(innerWeighted)) + Trace(Product(inner, inner));
        if (!(expected > LeastShare * squares) || !(expectedSquare > 0.0))
            return null;
        return new ClusterVariance(raw * squares / expected, Math.Max(1.0, expected * expected / expectedSquare), pulls * pulls / squares);
    }

    /// <summary>C·S, where C = (0, −1; −1, W).</summary>
    private static double[,] Times(double[,] w, double[,] s)
    {
        int n = w.GetLength(0);
        double[,] product = new double[2 * n, 2 * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < 2 * n; j++)
            {
                product[i, j] = -s[n + i, j];
                product[n + i, j] = -s[i, j];
                for (int k = 0; k < n; k++)
                    product[n + i, j] += w[i, k] * s[n + k, j];
            }
        }

        return product;
    }

    private static double[,] Product(double[,] a, double[,] b)
    {
        int n = a.GetLength(0);
        double[,] product = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                for (int k = 0; k < n; k++)
                    product[i, j] += a[i, k] * b[k, j];
            }
        }

        return product;
    }

    private static double Trace(double[,] matrix)
    {
        double sum = 0.0;
        for (int i = 0; i < matrix.GetLength(0); i++)
            sum += matrix[i, i];
        return sum;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0.0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    private static void AddSquare(double[,] matrix, double[] vector, double weight)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            for (int j = 0; j < vector.Length; j++)
                matrix[i, j] += weight * vector[i] * vector[j];
        }
    }
}
