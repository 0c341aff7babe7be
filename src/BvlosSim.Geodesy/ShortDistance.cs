namespace BvlosSim.Geodesy;

/// <summary>The distance of points that are near each other, as the fixes of a receiver are: the geodesic one, for a tenth of the time.</summary>
/// <remarks>
/// Within 0.01 degrees, and not beyond 80 degrees of latitude, the radii of curvature at the middle latitude give the length (Gauss's
/// mid-latitude formula; Rapp, "Geometric Geodesy", part I, Ohio State University 1991, section 4.6). What it leaves out is of the order of
/// (distance / radius)² / 24: less than 3e-9 of the distance, 4 µm at the most.
/// </remarks>
public static class ShortDistance
{
    private const double MostDifferenceDeg = 0.01;
    private const double MostLatitudeDeg = 80;

    /// <summary>The distance.</summary>
    /// <param name="lat1Deg">Latitude of point 1, degrees north, in [−90, 90].</param>
    /// <param name="lon1Deg">Longitude of point 1, degrees east; any finite value.</param>
    /// <param name="lat2Deg">Latitude of point 2, degrees north, in [−90, 90].</param>
    /// <param name="lon2Deg">Longitude of point 2, degrees east; any finite value.</param>
    /// <returns>Metres; NaN if an argument is out of range.</returns>
    public static double Of(double lat1Deg, double lon1Deg, double lat2Deg, double lon2Deg)
    {
        double northDeg = lat2Deg - lat1Deg;
        double eastDeg = lon2Deg - lon1Deg;
        bool isNear = Math.Abs(northDeg) <= MostDifferenceDeg && Math.Abs(eastDeg) <= MostDifferenceDeg && Math.Abs(lat1Deg) <= MostLatitudeDeg;
        return isNear ? OfNear(lat1Deg + (northDeg / 2), northDeg, eastDeg) : Geodesic.Inverse(lat1Deg, lon1Deg, lat2Deg, lon2Deg).DistanceM;
    }

    private static double OfNear(double middleDeg, double northDeg, double eastDeg)
    {
        (double sin, double cos) = Math.SinCos(double.DegreesToRadians(middleDeg));
        double w2 = 1 - (Wgs84.EccentricitySquared * sin * sin);
        double primeVerticalM = Wgs84.EquatorialRadiusM / Math.Sqrt(w2);
        double meridianM = primeVerticalM * (1 - Wgs84.EccentricitySquared) / w2;
        double northM = meridianM * double.DegreesToRadians(northDeg);
        double eastM = primeVerticalM * cos * double.DegreesToRadians(eastDeg);
        return Math.Sqrt((northM * northM) + (eastM * eastM));
    }
}
