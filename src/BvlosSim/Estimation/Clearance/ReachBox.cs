using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;

namespace BvlosSim.Estimation.Clearance;

/// <summary>
/// Boxes of longitude and latitude that hold everything within a distance of positions and of the edges between them, whichever local
/// plane the edges are drawn in. Rather too wide than too narrow.
/// </summary>
internal static class ReachBox
{
    private const double LeastMetresPerDegree = 110_574.0;
    private const double GreatestMetresPerDegree = 111_700.0;
    private const double EquatorMetresPerDegree = 111_319.0;
    private const double LeastRadiusM = 6_335_000.0;

    // Up to here an edge drawn in a plane and its geodesic part by less than 1 % of their distance from the centre.
    private const double LongestM = 500_000.0;
    private const double PlaneFactor = 1.01;
    private const double PlaneMarginM = 1.0;

    // Beyond, a degree of longitude says nothing about distance.
    private const double PolarLatDeg = 85.0;
    private const double AllLongitudesLatDeg = 89.0;

    /// <summary>The box that holds every route.</summary>
    public static PlanarBox Everything { get; } = new(-1000.0, -1000.0, 1000.0, 1000.0);

    /// <summary>The box around positions and the edges between them.</summary>
    /// <param name="positions">The positions, with longitudes that go on beyond ±180 where an edge crosses the antimeridian.</param>
    /// <param name="reachM">How far the box must reach beyond them, metres.</param>
    /// <returns>The box; <see cref="Everything"/> near the poles and for very long edges or reaches.</returns>
    public static PlanarBox Of(ReadOnlySpan<GeoPoint> positions, double reachM)
    {
        PlanarBox box = PlanarBox.Empty;
        double longestM = 0.0;
        for (int i = 0; i < positions.Length; i++)
        {
            GeoPoint from = positions[Math.Max(0, i - 1)];
            box = box.Union(PlanarBox.Of(from.LonDeg, from.LatDeg, positions[i].LonDeg, positions[i].LatDeg));
            longestM = Math.Max(longestM, AtMostM(from, positions[i]));
        }

        double poleward = Math.Max(Math.Abs(box.MinY), Math.Abs(box.MaxY));
        return poleward > PolarLatDeg || longestM > LongestM || !(reachM <= LongestM)
            ? Everything
            : Grow(box, (reachM * PlaneFactor) + PlaneMarginM + BulgeM(longestM, poleward));
    }

    /// <summary>The same positions with longitudes that step by at most half a turn.</summary>
    public static GeoPoint[] Unwrap(ReadOnlySpan<GeoPoint> positions)
    {
        var unwrapped = new GeoPoint[positions.Length];
        double lonDeg = positions[0].LonDeg;
        for (int i = 0; i < positions.Length; i++)
        {
            lonDeg += Math.IEEERemainder(positions[i].LonDeg - lonDeg, 360.0);
            unwrapped[i] = new GeoPoint(positions[i].LatDeg, lonDeg);
        }

        return unwrapped;
    }

    /// <summary>How far a geodesic leaves the parallel of its ends towards the pole, at most.</summary>
    private static double BulgeM(double lengthM, double polewardDeg) =>
        1.5 * lengthM * lengthM / (8.0 * LeastRadiusM) * Math.Tan(Math.Min(polewardDeg, PolarLatDeg) * Math.PI / 180.0);

    /// <summary>A bound for the distance: a way as if all of it were at the latitude nearer to the equator.</summary>
    private static double AtMostM(GeoPoint a, GeoPoint b)
    {
        double cosine = Math.Cos(Math.Min(Math.Abs(a.LatDeg), Math.Abs(b.LatDeg)) * Math.PI / 180.0);
        bool crossesEquator = a.LatDeg * b.LatDeg < 0.0;
        double east = (b.LonDeg - a.LonDeg) * (crossesEquator ? 1.0 : cosine);
        double north = b.LatDeg - a.LatDeg;
        return GreatestMetresPerDegree * Math.Sqrt((east * east) + (north * north));
    }

    private static PlanarBox Grow(in PlanarBox box, double reachM)
    {
        double latDeg = reachM / LeastMetresPerDegree;
        double polewardDeg = Math.Max(Math.Abs(box.MinY), Math.Abs(box.MaxY)) + latDeg;
        (double south, double north) = (box.MinY - latDeg, box.MaxY + latDeg);
        if (polewardDeg >= AllLongitudesLatDeg)
            return Everything;
        double lonDeg = reachM / (EquatorMetresPerDegree * Math.Cos(polewardDeg * Math.PI / 180.0));
        return new PlanarBox(box.MinX - lonDeg, south, box.MaxX + lonDeg, north);
    }
}
