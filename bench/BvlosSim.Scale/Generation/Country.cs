using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Scale.Generation;

/// <summary>A country of about 640 km by 890 km, and the routes through it.</summary>
internal static class Country
{
    private const double South = 47.0;
    private const double North = 55.0;
    private const double West = 6.0;
    private const double East = 15.0;
    private const double KmPerDegree = 111.2;

    /// <summary>Bends of the route: how far its corners lie off the straight line, degrees of latitude.</summary>
    private static readonly double[] Bends = [0.0, 0.02, 0.05, 0.01, -0.03, -0.05, 0.0];

    /// <summary>The corners of a route of 300 km in twenty legs through the middle of the country.</summary>
    public static IReadOnlyList<GeoPoint> LongRoute { get; } =
        [.. Enumerable.Range(0, 21).Select(i => new GeoPoint(49.85 + (0.1125 * i) + Bends[i % Bends.Length], 8.6 + (0.1125 * i)))];

    /// <summary>The middle of the country's border.</summary>
    public static GeoPoint Centre { get; } = new((South + North) / 2.0, (West + East) / 2.0);

    /// <summary>Half the height of the country in kilometres.</summary>
    public static double HalfHeightKm => (North - South) / 2.0 * KmPerDegree;

    /// <summary>A place anywhere in the country.</summary>
    public static GeoPoint Place(Sequence random) => new(random.Between(South, North), random.Between(West, East));

    /// <summary>A place at most so far from the long route, measured along both axes.</summary>
    public static GeoPoint PlaceNearRoute(Sequence random, double withinKm)
    {
        int leg = (int)(random.Next() * (LongRoute.Count - 1));
        double share = random.Next();
        double lat = LongRoute[leg].LatDeg + (share * (LongRoute[leg + 1].LatDeg - LongRoute[leg].LatDeg));
        double lon = LongRoute[leg].LonDeg + (share * (LongRoute[leg + 1].LonDeg - LongRoute[leg].LonDeg));
        return Moved(new GeoPoint(lat, lon), random.Between(-withinKm, withinKm), random.Between(-withinKm, withinKm));
    }

    /// <summary>A place so many kilometres east and north of another one, in the plane that touches the Earth there.</summary>
    public static GeoPoint Moved(GeoPoint from, double eastKm, double northKm) => new(
        from.LatDeg + (northKm / KmPerDegree), from.LonDeg + (eastKm / (KmPerDegree * Math.Cos(from.LatDeg * Math.PI / 180.0))));

    /// <summary>Roughly the distance of a place from the long route in kilometres, to a percent or two.</summary>
    public static double KmFromRoute(GeoPoint place)
    {
        double least = double.PositiveInfinity;
        for (int i = 1; i < LongRoute.Count; i++)
            least = Math.Min(least, KmFromLeg(place, LongRoute[i - 1], LongRoute[i]));
        return least;
    }

    private static double KmFromLeg(GeoPoint place, GeoPoint from, GeoPoint to)
    {
        double kmPerLon = KmPerDegree * Math.Cos(place.LatDeg * Math.PI / 180.0);
        (double ax, double ay) = ((from.LonDeg - place.LonDeg) * kmPerLon, (from.LatDeg - place.LatDeg) * KmPerDegree);
        (double dx, double dy) = ((to.LonDeg - from.LonDeg) * kmPerLon, (to.LatDeg - from.LatDeg) * KmPerDegree);
        double share = Math.Clamp(-((ax * dx) + (ay * dy)) / ((dx * dx) + (dy * dy)), 0.0, 1.0);
        (double x, double y) = (ax + (share * dx), ay + (share * dy));
        return Math.Sqrt((x * x) + (y * y));
    }
}
