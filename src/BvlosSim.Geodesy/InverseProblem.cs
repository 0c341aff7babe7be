namespace BvlosSim.Geodesy;

/// <summary>
/// The inverse problem in canonical form: two reduced latitudes, β₁ ≤ 0 and |β₂| ≤ −β₁, and the longitude λ₁₂ in [0, π] between them.
/// </summary>
internal readonly struct InverseProblem(Direction beta1, Direction beta2, Direction lambda12, double lambda12Rad)
{
    public readonly Direction Beta1 = beta1;
    public readonly Direction Beta2 = beta2;
    public readonly Direction Lambda12 = lambda12;
    public readonly double Lambda12Rad = lambda12Rad;

    private readonly double _stretch1 = ReducedLatitude.Stretch(beta1.Sin);
    private readonly double _stretch2 = ReducedLatitude.Stretch(beta2.Sin);

    /// <summary>
    /// Follows the geodesic that leaves point 1 with an azimuth until it meets the latitude of point 2, and compares longitudes there:
    /// Karney (2013), section 4, the hybrid problem; GeographicLib, <c>Geodesic::Lambda12</c>.
    /// </summary>
    /// <param name="alpha1">The azimuth at point 1.</param>
    /// <param name="wantSlope">Whether the derivative is needed.</param>
    /// <param name="alpha2">The azimuth where the latitude of point 2 is met.</param>
    /// <param name="path">The geodesic between the two.</param>
    /// <param name="slope">The derivative of the result by the azimuth.</param>
    /// <returns>The longitude reached minus λ₁₂, in radians.</returns>
    public double Mismatch(Direction alpha1, bool wantSlope, out Direction alpha2, out GreatEllipse path, out double slope)
    {
        // An equatorial start heading exactly east would have no node to count the arc from.
        double cosAlpha1 = Beta1.Sin == 0 && alpha1.Cos == 0 ? -ReducedLatitude.Tiny : alpha1.Cos;
        double sinAlpha0 = alpha1.Sin * Beta1.Cos;
        double cosAlpha0 = Hypotenuse.Of(cosAlpha1, alpha1.Sin * Beta1.Sin);

        var omega1 = new Direction(sinAlpha0 * Beta1.Sin, cosAlpha1 * Beta1.Cos);
        var sigma1 = new Direction(Beta1.Sin, omega1.Cos);

        alpha2 = AzimuthAtPoint2(cosAlpha1, sinAlpha0, alpha1.Sin);
        var omega2 = new Direction(sinAlpha0 * Beta2.Sin, alpha2.Cos * Beta2.Cos);
        var sigma2 = new Direction(Beta2.Sin, omega2.Cos);

        double k2 = cosAlpha0 * cosAlpha0 * Wgs84.SecondEccentricitySquared;
        double eps = GeodesicSeries.Epsilon(k2);
        path = new GreatEllipse(sigma1.Normalized(), sigma2.Normalized(), eps);

        Direction omega12 = omega2.UpwardFrom(omega1);
        double eta = Math.Atan2(
            (omega12.Sin * Lambda12.Cos) - (omega12.Cos * Lambda12.Sin),
            (omega12.Cos * Lambda12.Cos) + (omega12.Sin * Lambda12.Sin));
        double arc = path.Sigma12 + GeodesicSeries.C3(eps).Between(path.Sigma1, path.Sigma2);
        double mismatch = eta + (-Wgs84.Flattening * GeodesicSeries.A3(eps) * sinAlpha0 * arc);

        slope = !wantSlope ? double.NaN : Slope(path, alpha2.Cos);
        return mismatch;
    }

    private double Slope(in GreatEllipse path, double cosAlpha2) =>
        cosAlpha2 == 0
            ? -2 * Wgs84.OneMinusF * _stretch1 / Beta1.Sin
            : path.ReducedLength(_stretch1, _stretch2) * (Wgs84.OneMinusF / (cosAlpha2 * Beta2.Cos));

    /// <summary>Clairaut's relation, with the difference of squares taken where it cancels least.</summary>
    private Direction AzimuthAtPoint2(double cosAlpha1, double sinAlpha0, double sinAlpha1)
    {
        if (Beta2.Cos == Beta1.Cos && Math.Abs(Beta2.Sin) == -Beta1.Sin)
            return new Direction(sinAlpha1, Math.Abs(cosAlpha1));

        double meridional = cosAlpha1 * Beta1.Cos;
        double difference = Beta1.Cos < -Beta1.Sin
            ? (Beta2.Cos - Beta1.Cos) * (Beta1.Cos + Beta2.Cos)
            : (Beta1.Sin - Beta2.Sin) * (Beta1.Sin + Beta2.Sin);
        double sin = Beta2.Cos != Beta1.Cos ? sinAlpha0 / Beta2.Cos : sinAlpha1;
        return new Direction(sin, Math.Sqrt((meridional * meridional) + difference) / Beta2.Cos);
    }
}
