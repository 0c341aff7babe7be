using System.Collections.Immutable;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Estimation.LandingZones;

/// <summary>Where an aircraft may enter a zone: points at equal steps along its boundary, in the plane of longitude and latitude.</summary>
internal static class BoundaryPoints
{
    /// <summary>The fewest points of a boundary.</summary>
    public const int Fewest = 24;

    /// <summary>The most points of a boundary.</summary>
    public const int Most = 360;

    private const double PointsPerDegree = 2000.0;

    /// <summary>The points, from the first vertex on, over the concatenated rings.</summary>
    /// <param name="rings">Closed rings.</param>
    public static ImmutableArray<GeoPoint> Along(ImmutableArray<ImmutableArray<GeoPoint>> rings)
    {
        double perimeterDeg = rings.Sum(Length);
        int count = (int)Math.Max(Fewest, Math.Min(Most, Math.Truncate(PointsPerDegree * perimeterDeg)));
        ImmutableArray<GeoPoint>.Builder points = ImmutableArray.CreateBuilder<GeoPoint>(count);
        double walkedDeg = 0.0;
        foreach (ImmutableArray<GeoPoint> ring in rings)
        {
            for (int i = 1; i < ring.Length; i++)
            {
                double edgeDeg = Edge(ring[i - 1], ring[i]);
                double wantedDeg = Wanted(points.Count);
                while (points.Count < count && edgeDeg > 0.0 && walkedDeg + edgeDeg >= wantedDeg)
                {
                    points.Add(On(ring[i - 1], ring[i], (wantedDeg - walkedDeg) / edgeDeg));
                    wantedDeg = Wanted(points.Count);
                }

                walkedDeg += edgeDeg;
            }
        }

        return points.DrainToImmutable();

        double Wanted(int index) => (double)index / count * perimeterDeg;
    }

    private static double Length(ImmutableArray<GeoPoint> ring)
    {
        double lengthDeg = 0.0;
        for (int i = 1; i < ring.Length; i++)
            lengthDeg += Edge(ring[i - 1], ring[i]);
        return lengthDeg;
    }

    private static double Edge(GeoPoint from, GeoPoint to)
    {
        double lon = to.LonDeg - from.LonDeg;
        double lat = to.LatDeg - from.LatDeg;
        return Math.Sqrt((lon * lon) + (lat * lat));
    }

    private static GeoPoint On(GeoPoint from, GeoPoint to, double share)
    {
        if (share <= 0.0)
            return from;
        return share >= 1.0
            ? to
            : new GeoPoint(((to.LatDeg - from.LatDeg) * share) + from.LatDeg, ((to.LonDeg - from.LonDeg) * share) + from.LonDeg);
    }
}
