namespace BvlosSim.Geodesy;

/// <summary>
/// A geodesic given by a point and an azimuth, prepared so that many points along it cost little.
/// </summary>
/// <remarks>
/// <para>
/// The work that depends on the start alone is done once, in the constructor; <see cref="Position"/> then does about half of the work of
/// <see cref="Geodesic.Direct"/> and gives the same bits. Accuracy, limits and source are those of <see cref="Geodesic"/>.
/// </para>
/// <para>Immutable, allocates nothing. The default value is no line: its positions are NaN.</para>
/// </remarks>
public readonly struct GeodesicLine
{
    private readonly double _lonDeg;
    private readonly Direction _alpha0;
    private readonly Direction _sigma1;
    private readonly Direction _omega1;
    private readonly Direction _tau1;
    private readonly double _unitM;
    private readonly double _distanceOffset;
    private readonly SineSeries _arcOfDistance;
    private readonly double _longitudeScale;
    private readonly double _longitudeOffset;
    private readonly SineSeries _longitudeOfArc;

    /// <summary>Prepares the geodesic that starts at a point with an azimuth.</summary>
    /// <param name="latDeg">Latitude of the start, degrees north, in [−90, 90].</param>
    /// <param name="lonDeg">Longitude of the start, degrees east; any finite value.</param>
    /// <param name="azimuthDeg">Azimuth at the start, degrees clockwise from north; any finite value.</param>
    /// <remarks>An argument that is NaN, infinite, or a latitude beyond a pole makes a line whose positions are NaN.</remarks>
    public GeodesicLine(double latDeg, double lonDeg, double azimuthDeg)
    {
        _lonDeg = DegreeArithmetic.Normalize(lonDeg);
        double checkedLatDeg = Math.Abs(latDeg) <= 90 && double.IsFinite(lonDeg) ? latDeg : double.NaN;
        Direction alpha1 = DegreeArithmetic.SinCos(DegreeArithmetic.CoarsenNearZero(DegreeArithmetic.Normalize(azimuthDeg)));
        Direction beta1 = ReducedLatitude.Of(DegreeArithmetic.CoarsenNearZero(checkedLatDeg));

        // Clairaut: α₀ is the azimuth where the geodesic crosses the equator northward.
        _alpha0 = new Direction(alpha1.Sin * beta1.Cos, Hypotenuse.Of(alpha1.Cos, alpha1.Sin * beta1.Sin));
        // On the equator heading east or west, σ and ω are zero.
        double cos1 = beta1.Sin != 0 || alpha1.Cos != 0 ? beta1.Cos * alpha1.Cos : 1;
        _omega1 = new Direction(_alpha0.Sin * beta1.Sin, cos1);
        _sigma1 = new Direction(beta1.Sin, cos1).Normalized();

        double k2 = _alpha0.Cos * _alpha0.Cos * Wgs84.SecondEccentricitySquared;
        double eps = GeodesicSeries.Epsilon(k2);

        _unitM = Wgs84.PolarRadiusM * (1 + GeodesicSeries.A1MinusOne(eps));
        _distanceOffset = GeodesicSeries.C1(eps).At(_sigma1);
        (double sin, double cos) = Math.SinCos(_distanceOffset);
        _tau1 = new Direction((_sigma1.Sin * cos) + (_sigma1.Cos * sin), (_sigma1.Cos * cos) - (_sigma1.Sin * sin));
        _arcOfDistance = GeodesicSeries.C1Reverted(eps);

        _longitudeScale = -Wgs84.Flattening * _alpha0.Sin * GeodesicSeries.A3(eps);
        _longitudeOfArc = GeodesicSeries.C3(eps);
        _longitudeOffset = _longitudeOfArc.At(_sigma1);
    }

    /// <summary>The point at a distance along the line.</summary>
    /// <param name="distanceM">Distance from the start, in metres; negative distances lead backward. NaN and ±∞ give NaN.</param>
    /// <returns>
    /// The point, its longitude in [−180, 180], and the azimuth there, in (−180, 180]. At a distance of zero the start is returned to within
    /// rounding, not bit for bit.
    /// </returns>
    public GeodesicDirect Position(double distanceM)
    {
        double tau12 = distanceM / _unitM;
        (double sin, double cos) = Math.SinCos(tau12);
        var tau2 = new Direction((_tau1.Sin * cos) + (_tau1.Cos * sin), (_tau1.Cos * cos) - (_tau1.Sin * sin));
        double sigma12 = tau12 - (-_arcOfDistance.At(tau2) - _distanceOffset);

        (sin, cos) = Math.SinCos(sigma12);
        var sigma2 = new Direction((_sigma1.Sin * cos) + (_sigma1.Cos * sin), (_sigma1.Cos * cos) - (_sigma1.Sin * sin));
        double sinBeta2 = _alpha0.Cos * sigma2.Sin;
        double cosBeta2 = Hypotenuse.Of(_alpha0.Sin, _alpha0.Cos * sigma2.Cos);
        if (cosBeta2 == 0)
        {
            // A meridian exactly at a pole: keep the direction it arrived with.
            cosBeta2 = ReducedLatitude.Tiny;
            sigma2 = new Direction(sigma2.Sin, ReducedLatitude.Tiny);
        }

        double sinOmega2 = _alpha0.Sin * sigma2.Sin;
        double omega12 = Math.Atan2(
            (sinOmega2 * _omega1.Cos) - (sigma2.Cos * _omega1.Sin),
            (sigma2.Cos * _omega1.Cos) + (sinOmega2 * _omega1.Sin));
        double lambda12 = omega12 + (_longitudeScale * (sigma12 + (_longitudeOfArc.At(sigma2) - _longitudeOffset)));
        double lon12Deg = DegreeArithmetic.Normalize(lambda12 / (Math.PI / 180));

        return new GeodesicDirect(
            DegreeArithmetic.Atan2(sinBeta2, Wgs84.OneMinusF * cosBeta2),
            DegreeArithmetic.Normalize(_lonDeg + lon12Deg),
            DegreeArithmetic.Azimuth(new Direction(_alpha0.Sin, _alpha0.Cos * sigma2.Cos)));
    }
}
