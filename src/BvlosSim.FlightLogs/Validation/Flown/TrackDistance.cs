using System.Collections.Immutable;
using BvlosSim.Geodesy;

namespace BvlosSim.FlightLogs.Validation.Flown;

/// <summary>
/// Distances on the plane that touches the ellipsoid at a point: within 0.1 % of the geodesic ones for distances up to 50 km away from the
/// poles, which is far below the errors of a flight.
/// </summary>
internal static class TrackDistance
{
    private const double EccentricitySquared = Wgs84.Flattening * (2.0 - Wgs84.Flattening);

    /// <summary>Distance between two positions, metres.</summary>
    public static double Between(in TrackPoint a, in TrackPoint b)
    {
        (double eastM, double northM) = new Plane(a).Of(b);
        return Hypotenuse.Of(eastM, northM);
    }

    /// <summary>A position on the plane that touches at another, metres.</summary>
    public static (double EastM, double NorthM) From(in TrackPoint origin, in TrackPoint place) => new Plane(origin).Of(place);

    /// <summary>Distance from a position to the nearest place of a track, metres, whenever that place is flown.</summary>
    public static double ToTrack(in TrackPoint place, ImmutableArray<TrackPoint> track)
    {
        var plane = new Plane(place);
        (double eastM, double northM) from = plane.Of(track[0]);
        double least = Hypotenuse.Of(from.eastM, from.northM);
        for (int i = 1; i < track.Length; i++)
        {
            (double eastM, double northM) to = plane.Of(track[i]);
            least = Math.Min(least, OfOriginTo(from, to));
            from = to;
        }

        return least;
    }

    private static double OfOriginTo((double EastM, double NorthM) from, (double EastM, double NorthM) to)
    {
        double eastM = to.EastM - from.EastM;
        double northM = to.NorthM - from.NorthM;
        double squareM = (eastM * eastM) + (northM * northM);
        double share = squareM > 0.0 ? Math.Clamp(-((from.EastM * eastM) + (from.NorthM * northM)) / squareM, 0.0, 1.0) : 0.0;
        return Hypotenuse.Of(from.EastM + (share * eastM), from.NorthM + (share * northM));
    }

    /// <summary>A plane with its scales: the radii of curvature of the ellipsoid along the meridian and across it.</summary>
    private readonly struct Plane
    {
        private readonly double _latDeg;
        private readonly double _lonDeg;
        private readonly double _northMPerDeg;
        private readonly double _eastMPerDeg;

        public Plane(in TrackPoint origin)
        {
            double latRad = origin.LatDeg * Math.PI / 180.0;
            double w = Math.Sqrt(1.0 - (EccentricitySquared * Math.Sin(latRad) * Math.Sin(latRad)));
            _latDeg = origin.LatDeg;
            _lonDeg = origin.LonDeg;
            _northMPerDeg = Math.PI / 180.0 * Wgs84.EquatorialRadiusM * (1.0 - EccentricitySquared) / (w * w * w);
            _eastMPerDeg = Math.PI / 180.0 * Wgs84.EquatorialRadiusM * Math.Cos(latRad) / w;
        }

        public (double EastM, double NorthM) Of(in TrackPoint point) => (
            _eastMPerDeg * Math.IEEERemainder(point.LonDeg - _lonDeg, 360.0),
            _northMPerDeg * (point.LatDeg - _latDeg));
    }
}
