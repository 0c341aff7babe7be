namespace BvlosSim.FlightLogs.Calibration.Regression;

/// <summary>A robust fit of a <see cref="IMeanModel"/>.</summary>
/// <remarks>
/// <para>
/// Huber's M-estimator (P. J. Huber, Robust estimation of a location parameter, Ann. Math. Statist. 35, 1964; Robust Statistics, Wiley 1981,
/// chapters 6–7) of the relative residuals r = (value − mean)/mean, by iteratively reweighted least squares with tuning constant 1.345:
/// 95 % as efficient as least squares where the scatter is normal, and no observation pulls with more than 1.345 deviations. The deviation
/// of each kind of observation is its median |r|/0.6745. Residuals relative to the mean, and not of logarithms, keep symmetric scatter from
/// making the mean too low: an energy must not be flattered.
/// </para>
/// <para>
/// Variances are those of the sandwich formula with sums over clusters (Liang and Zeger, Biometrika 73, 1986), corrected for few clusters
/// (<see cref="ClusterVariance"/>).
/// </para>
/// </remarks>
internal sealed class HuberFit
{
    /// <summary>Residuals beyond so many deviations pull no harder.</summary>
    public const double Tuning = 1.345;

    // Battery monitors resolve no better: a sample without any scatter must not make one outlier infinite.
    private const double LeastDeviation = 0.002;
    private const int LeastOfKind = 5;
    private const int ScaleRounds = 50;
    private const int MaxRounds = 500;
    private const double Converged = 1e-12;

    private readonly IMeanModel _model;
    private readonly IReadOnlyList<Observation> _observations;
    private readonly double[] _residuals;
    private readonly double[] _deviations;
    private readonly double[][] _slopes;
    private readonly double[] _unknowns;

    private HuberFit(IMeanModel model, IReadOnlyList<Observation> observations, double[] start)
    {
        _model = model;
        _observations = observations;
        _unknowns = start;
        _residuals = new double[observations.Count];
        _deviations = new double[observations.Count];
        _slopes = [.. Enumerable.Range(0, observations.Count).Select(_ => new double[model.UnknownCount])];
    }

    /// <summary>The fitted unknowns.</summary>
    public IReadOnlyList<double> Unknowns => _unknowns;

    /// <summary>Relative residuals of the observations.</summary>
    public IReadOnlyList<double> Residuals => _residuals;

    /// <summary>Fits a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="observations">The observations.</param>
    /// <param name="start">Where to begin; not changed.</param>
    /// <param name="cancellation">Ends the fit.</param>
    /// <returns>Null when the observations do not tell the unknowns apart.</returns>
    public static HuberFit? Fit(
        IMeanModel model, IReadOnlyList<Observation> observations, IReadOnlyList<double> start, CancellationToken cancellation)
    {
        var fit = new HuberFit(model, observations, [.. start]);
        for (int round = 0; round < MaxRounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            fit.Evaluate();
            // Weights and deviations chasing each other may circle; after some rounds the deviations stand.
            if (round < ScaleRounds)
                fit.MeasureDeviations();
            if (fit.Step() is not { } size)
                return null;
            if (size < Converged && round > 2)
                break;
        }

        fit.Evaluate();
        return fit;
    }

    /// <summary>How well an unknown is known when clusters are independent of one another.</summary>
    /// <param name="unknown">Index of the unknown.</param>
    /// <param name="clusterOf">The cluster of an observation.</param>
    /// <returns>Null when the observations within the tuning bound do not tell the unknowns apart.</returns>
    public ClusterVariance? Variance(int unknown, Func<int, int> clusterOf)
    {
        double[] gains = Gains();
        int n = _unknowns.Length;
        double[,] bread = new double[n, n];
        for (int i = 0; i < gains.Length; i++)
            AddSquare(bread, _slopes[i], gains[i]);
        if (Cholesky.Invert(bread) is not { } inverse)
            return null;
        var clusters = new SortedDictionary<int, ClusterSums>();
        for (int i = 0; i < gains.Length; i++)
        {
            int cluster = clusterOf(i);
            if (!clusters.TryGetValue(cluster, out ClusterSums? sums))
                clusters.Add(cluster, sums = new ClusterSums(n));
            double pull = _observations[i].Weight * Math.Clamp(_residuals[i] / _deviations[i], -Tuning, Tuning) / _deviations[i];
            sums.Add(_slopes[i], gains[i], pull);
        }

        return ClusterVariance.Of(unknown, inverse, clusters.Values);
    }

    /// <summary>Index of the first unknown that only observations beyond the tuning bound tell, so that nothing decides between them; −1 = none.</summary>
    public int Undecided()
    {
        double[] gains = Gains();
        return Enumerable.Range(0, _unknowns.Length)
            .Where(k => !Enumerable.Range(0, gains.Length).Any(i => gains[i] * _slopes[i][k] != 0.0))
            .DefaultIfEmpty(-1)
            .First();
    }

    /// <summary>
    /// How much the estimating equations change with each residual: the mean of ψ′ over its kind, since a flight that is off as a whole must not
    /// drop out of the count.
    /// </summary>
    private double[] Gains()
    {
        double[] gains = new double[_residuals.Length];
        foreach (IGrouping<int, int> kind in Enumerable.Range(0, gains.Length).GroupBy(i => _observations[i].Kind))
        {
            double inside = kind.Where(i => Math.Abs(_residuals[i]) <= Tuning * _deviations[i]).Sum(i => _observations[i].Weight);
            double share = inside / kind.Sum(i => _observations[i].Weight);
            foreach (int i in kind)
                gains[i] = share * _observations[i].Weight / (_deviations[i] * _deviations[i]);
        }

        return gains;
    }

    private void Evaluate()
    {
        for (int i = 0; i < _residuals.Length; i++)
        {
            double mean = _model.Mean(i, _unknowns, _slopes[i]);
            _residuals[i] = (_observations[i].Value - mean) / mean;
        }
    }

    private void MeasureDeviations()
    {
        double pooled = DeviationOf(Enumerable.Range(0, _residuals.Length));
        foreach (IGrouping<int, int> kind in Enumerable.Range(0, _residuals.Length).GroupBy(i => _observations[i].Kind))
        {
            double deviation = kind.Count() < LeastOfKind ? pooled : DeviationOf(kind);
            foreach (int i in kind)
                _deviations[i] = deviation;
        }
    }

    private double DeviationOf(IEnumerable<int> observations) =>
        Math.Max(LeastDeviation, Median.MadToDeviation * Median.Of(observations.Select(i => Math.Abs(_residuals[i]))));

    /// <summary>Takes a step of weighted least squares.</summary>
    /// <returns>Its greatest component; null when it is not defined.</returns>
    private double? Step()
    {
        int n = _unknowns.Length;
        double[,] normal = new double[n, n];
        double[] right = new double[n];
        for (int i = 0; i < _residuals.Length; i++)
        {
            double deviation = _deviations[i];
            double distance = Math.Abs(_residuals[i]) / deviation;
            double weight = _observations[i].Weight * (distance > Tuning ? Tuning / distance : 1.0) / (deviation * deviation);
            AddSquare(normal, _slopes[i], weight);
            for (int k = 0; k < n; k++)
                right[k] += weight * _residuals[i] * _slopes[i][k];
        }

        if (Cholesky.Invert(normal) is not { } inverse)
            return null;
        double size = 0.0;
        for (int k = 0; k < n; k++)
        {
            double step = 0.0;
            for (int j = 0; j < n; j++)
                step += inverse[k, j] * right[j];
            // Unknowns are logarithms and exponents: a step beyond a factor of e is a leap in the dark.
            step = Math.Clamp(step, -1.0, 1.0);
            _unknowns[k] += step;
            size = Math.Max(size, Math.Abs(step));
        }

        return double.IsFinite(size) ? size : null;
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
