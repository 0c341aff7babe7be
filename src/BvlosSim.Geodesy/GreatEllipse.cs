namespace BvlosSim.Geodesy;

/// <summary>
/// A piece of a geodesic on the auxiliary sphere, from arc σ₁ to σ₂, both counted from its northward crossing of the equator.
/// </summary>
internal readonly struct GreatEllipse
{
    public readonly Direction Sigma1;
    public readonly Direction Sigma2;
    public readonly double Sigma12;

    private readonly double _eps;

    public GreatEllipse(Direction sigma1, Direction sigma2, double eps)
    {
        Sigma1 = sigma1;
        Sigma2 = sigma2;
        Direction difference = sigma2.UpwardFrom(sigma1);
        Sigma12 = Math.Atan2(difference.Sin, difference.Cos);
        _eps = eps;
    }

    /// <summary>Length in units of the polar radius: Karney (2013), equation (7).</summary>
    public double Length() =>
        (1 + GeodesicSeries.A1MinusOne(_eps)) * (Sigma12 + GeodesicSeries.C1(_eps).Between(Sigma1, Sigma2));

    /// <summary>Reduced length m₁₂ in units of the polar radius: Karney (2013), equations (38) to (40).</summary>
    public double ReducedLength(double stretch1, double stretch2)
    {
        double a1MinusOne = GeodesicSeries.A1MinusOne(_eps);
        double a2MinusOne = GeodesicSeries.A2MinusOne(_eps);
        var series = SineSeries.Combine(1 + a1MinusOne, GeodesicSeries.C1(_eps), 1 + a2MinusOne, GeodesicSeries.C2(_eps));
        double j12 = ((a1MinusOne - a2MinusOne) * Sigma12) + series.Between(Sigma1, Sigma2);
        return (stretch2 * (Sigma1.Cos * Sigma2.Sin)) - (stretch1 * (Sigma1.Sin * Sigma2.Cos)) - (Sigma1.Cos * Sigma2.Cos * j12);
    }
}
