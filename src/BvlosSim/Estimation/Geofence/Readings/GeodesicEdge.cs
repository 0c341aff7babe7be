using System.Collections.Immutable;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;
using BvlosSim.Geodesy;

namespace BvlosSim.Estimation.Geofence.Readings;

/// <summary>Polylines that follow geodesics so closely that the plane they are drawn in does not matter.</summary>
internal static class GeodesicEdge
{
    private const double ToleranceM = 0.005;
    private const double MetresPerDegree = 111_320.0;

    // An edge over the equator crosses its chord in the middle: only parts of it tell.
    private const int FewestHalvings = 2;
    private const int MostHalvings = 20;

    /// <summary>A ring or line whose long edges are geodesics.</summary>
    /// <param name="vertices">The vertices; longitudes may lie beyond ±180.</param>
    public static ImmutableArray<GeoPoint> Through(ImmutableArray<GeoPoint> vertices)
    {
        ImmutableArray<GeoPoint>.Builder points = ImmutableArray.CreateBuilder<GeoPoint>(vertices.Length);
        for (int i = 0; i < vertices.Length; i++)
        {
            if (i > 0 && EdgeBulge.IsLong(vertices[i - 1], vertices[i]))
                points.AddRange(Between(vertices[i - 1], vertices[i]));
            points.Add(vertices[i]);
        }

        return points.DrainToImmutable();
    }

    /// <summary>Points between two, such that an edge that two areas share has the same ones in both.</summary>
    private static List<GeoPoint> Between(GeoPoint from, GeoPoint to)
    {
        var points = new List<GeoPoint>();
        bool forward = (from.LonDeg, from.LatDeg).CompareTo((to.LonDeg, to.LatDeg)) <= 0;
        (GeoPoint first, GeoPoint last) = forward ? (from, to) : (to, from);
        GeodesicInverse course = Geodesic.Inverse(first.LatDeg, first.LonDeg, last.LatDeg, last.LonDeg);
        var line = new GeodesicLine(first.LatDeg, first.LonDeg, course.Azimuth1Deg);
        Split(line, new Station(0.0, first), new Station(course.DistanceM, last), 0, points);
        if (!forward)
            points.Reverse();
        return points;
    }

    private static void Split(in GeodesicLine line, Station from, Station to, int halvings, List<GeoPoint> points)
    {
        double halfM = (from.DistanceM + to.DistanceM) / 2.0;
        GeodesicDirect half = line.Position(halfM);
        double nearLonDeg = (from.Point.LonDeg + to.Point.LonDeg) / 2.0;
        var middle = new Station(halfM, new GeoPoint(half.LatDeg, nearLonDeg + Math.IEEERemainder(half.LonDeg - nearLonDeg, 360.0)));
        bool deviates = DeviationM(from.Point, middle.Point, to.Point) > ToleranceM;
        if (halvings >= FewestHalvings && (!deviates || halvings >= MostHalvings))
            return;
        Split(line, from, middle, halvings + 1, points);
        points.Add(middle.Point);
        Split(line, middle, to, halvings + 1, points);
    }

    private static double DeviationM(GeoPoint from, GeoPoint middle, GeoPoint to)
    {
        double scale = Math.Cos(Angles.ToRadians(middle.LatDeg));
        var start = new PlaneVector(from.LonDeg * scale, from.LatDeg);
        var end = new PlaneVector(to.LonDeg * scale, to.LatDeg);
        return MetresPerDegree * new PlaneVector(middle.LonDeg * scale, middle.LatDeg).DistanceTo(start, end);
    }

    private readonly record struct Station(double DistanceM, GeoPoint Point);
}
