using BvlosSim.Estimation.Kinematics;
using BvlosSim.Geodesy;

namespace BvlosSim.Estimation.Planar;

/// <summary>
/// The plane of the ellipsoidal azimuthal equidistant projection around a centre, in metres east and north: distance and azimuth from the
/// centre are true.
/// </summary>
/// <param name="Centre">The centre, which projects to (0, 0).</param>
/// <remarks>
/// J. P. Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395 (1987), chapter 25, with exact geodesics.
/// </remarks>
internal readonly record struct LocalPlane(GeoPoint Centre)
{
    /// <summary>The plane around the middle of the geodesic between two points.</summary>
    public static LocalPlane Between(GeoPoint start, GeoPoint end)
    {
        GeodesicInverse way = Geodesic.Inverse(start.LatDeg, start.LonDeg, end.LatDeg, end.LonDeg);
        if (way.DistanceM == 0.0)
            return new LocalPlane(start);
        GeodesicDirect middle = Geodesic.Direct(start.LatDeg, start.LonDeg, way.Azimuth1Deg, way.DistanceM / 2.0);
        return new LocalPlane(new GeoPoint(middle.LatDeg, middle.LonDeg));
    }

    /// <summary>A point of the ellipsoid in the plane.</summary>
    public PlaneVector Project(GeoPoint point)
    {
        GeodesicInverse way = Geodesic.Inverse(Centre.LatDeg, Centre.LonDeg, point.LatDeg, point.LonDeg);
        if (way.DistanceM == 0.0)
            return default;
        (double sin, double cos) = Math.SinCos(Angles.ToRadians(way.Azimuth1Deg));
        return new PlaneVector(way.DistanceM * sin, way.DistanceM * cos);
    }

    /// <summary>A point of the plane on the ellipsoid.</summary>
    public GeoPoint Unproject(PlaneVector point)
    {
        double azimuthDeg = Angles.ToDegrees(Math.Atan2(point.X, point.Y));
        GeodesicDirect position = Geodesic.Direct(Centre.LatDeg, Centre.LonDeg, azimuthDeg, point.Length);
        return new GeoPoint(position.LatDeg, position.LonDeg);
    }
}
