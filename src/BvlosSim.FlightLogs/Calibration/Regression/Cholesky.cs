namespace BvlosSim.FlightLogs.Calibration.Regression;

/// <summary>Small symmetric positive definite matrices.</summary>
internal static class Cholesky
{
    // Of a matrix scaled to a unit diagonal: below it two unknowns are told apart by rounding alone.
    private const double LeastPivot = 1e-10;

    /// <summary>The inverse of a matrix.</summary>
    /// <param name="matrix">A symmetric matrix.</param>
    /// <returns>Null when the matrix is not positive definite, or so nearly singular that its inverse says nothing.</returns>
    public static double[,]? Invert(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        double[] scale = new double[n];
        for (int i = 0; i < n; i++)
        {
            if (!(matrix[i, i] > 0.0) || !double.IsFinite(matrix[i, i]))
                return null;
            scale[i] = 1.0 / Math.Sqrt(matrix[i, i]);
        }

        double[,]? factor = Factor(matrix, scale);
        if (factor is null)
            return null;
        double[,] inverse = new double[n, n];
        for (int column = 0; column < n; column++)
            SolveUnit(factor, column, inverse);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                inverse[i, j] *= scale[i] * scale[j];
        }

        return inverse;
    }

    private static double[,]? Factor(double[,] matrix, double[] scale)
    {
        int n = scale.Length;
        double[,] factor = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = matrix[i, j] * scale[i] * scale[j];
                for (int k = 0; k < j; k++)
                    sum -= factor[i, k] * factor[j, k];
                if (i != j)
                    factor[i, j] = sum / factor[j, j];
                else if (sum > LeastPivot)
                    factor[i, i] = Math.Sqrt(sum);
                else
                    return null;
            }
        }

        return factor;
    }

    private static void SolveUnit(double[,] factor, int column, double[,] inverse)
    {
        int n = factor.GetLength(0);
        double[] forward = new double[n];
        for (int i = 0; i < n; i++)
        {
            double sum = i == column ? 1.0 : 0.0;
            for (int k = 0; k < i; k++)
                sum -= factor[i, k] * forward[k];
            forward[i] = sum / factor[i, i];
        }

        for (int i = n - 1; i >= 0; i--)
        {
            double sum = forward[i];
            for (int k = i + 1; k < n; k++)
                sum -= factor[k, i] * inverse[k, column];
            inverse[i, column] = sum / factor[i, i];
        }
    }
}
