using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;
using BvlosSim.Geodesy;

namespace BvlosSim.Estimation.Geofence.Readings;

/// <summary>How far the geodesic between two vertices can leave the straight line between them in the lon/lat plane, at most.</summary>
/// <remarks>
/// <para>
/// Along a great circle the latitude φ over the longitude λ obeys φ'' = −sin φ·cos φ − 2·tan φ·φ'². A curve leaves its chord over Δλ by
/// at most max|φ''|·Δλ²/8. An east–west edge of length L so leaves it by L²·tan φ/(8·R): 8 m for 20 km at 47°.
/// </para>
/// <para>
/// Between its ends λ is monotone, and φ passes the higher end by at most (1 − c)/(2·√c) with c = cos(Δλ/2): where both ends have the
/// same latitude, and tan²φ = c.
/// </para>
/// <para>The ellipsoid and the change of φ' along the edge are within the margins that are taken.</para>
/// </remarks>
internal static class EdgeBulge
{
    /// <summary>Less than this is no other reading, metres.</summary>
    public const double LeastM = 0.01;

    private const double MetresPerDegree = 111_700.0;
    private const double Margin = 1.5;
    private const double ShortDeg = 1.0;
    private const double PolarLatDeg = 85.0;
    private const double WidestDeg = 90.0;

    /// <summary>Whether an edge may have another reading at all. A quick look, for all edges of a file.</summary>
    public static bool IsLong(GeoPoint from, GeoPoint to)
    {
        // With X = Δλ·cos φ towards east and Y = Δφ towards north, a short edge of length L deviates by tan φ·(X² + 2·Y²)·X/(8·L),
        // at most sin φ·Δλ·(X + 2·Y)/8; and sin φ·cos φ ≤ ½, sin φ ≤ 1.
        double lonDeg = Math.Abs(to.LonDeg - from.LonDeg);
        double latDeg = Math.Abs(to.LatDeg - from.LatDeg);
        return Angles.ToRadians(lonDeg * ((lonDeg / 2.0) + (2.0 * latDeg))) * MetresPerDegree * Margin / 8.0 > LeastM;
    }

    /// <summary>A box around the geodesic between two vertices and the straight line.</summary>
    public static PlanarBox BoxOf(GeoPoint from, GeoPoint to)
    {
        double byDeg = BeyondEndsDeg(Math.Abs(to.LonDeg - from.LonDeg));
        return new PlanarBox(
            Math.Min(from.LonDeg, to.LonDeg),
            Math.Min(from.LatDeg, to.LatDeg) - byDeg,
            Math.Max(from.LonDeg, to.LonDeg),
            Math.Max(from.LatDeg, to.LatDeg) + byDeg);
    }

    /// <summary>Distance of the geodesic from the straight line in degrees of the plane; infinite for edges that are not short.</summary>
    public static double ReachDeg(GeoPoint from, GeoPoint to)
    {
        double latDeg = Math.Max(Math.Abs(from.LatDeg), Math.Abs(to.LatDeg));
        var run = new PlaneVector(Angles.ToRadians(to.LonDeg - from.LonDeg), Angles.ToRadians(to.LatDeg - from.LatDeg));
        if (run.Length > Angles.ToRadians(ShortDeg) || latDeg > PolarLatDeg)
            return double.PositiveInfinity;
        double bend = (0.5 * run.X * run.X) + (2.0 * Math.Tan(Angles.ToRadians(latDeg)) * run.Y * run.Y);
        return Angles.ToDegrees(Margin * bend / 8.0);
    }

    private static double BeyondEndsDeg(double lonDeg)
    {
        double cosine = Math.Cos(Angles.ToRadians(lonDeg / 2.0));
        double bound = cosine > 0.0 ? Margin * (1.0 - cosine) / (2.0 * Math.Sqrt(cosine)) : WidestDeg;
        return Math.Min(WidestDeg, Angles.ToDegrees(bound));
    }
}
