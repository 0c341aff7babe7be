using BvlosSim.Estimation.LandingZones;
using BvlosSim.Geodesy;

namespace BvlosSim.Estimation.HomePlausibility;

/// <summary>The greatest geodesic distance between any two of many points: exact, without measuring all pairs.</summary>
/// <remarks>
/// <para>
/// Straight lines through space cost next to nothing and rank pairs almost as geodesics do. They find the farthest pair, tile by tile: two
/// tiles are looked into only when their boxes lie far enough apart. Then only pairs as long as that, but for the little that the curvature
/// of the ellipsoid varies, are measured as geodesics.
/// </para>
/// <para>Points that all lie on one circle, the worst case of a plain pruned search, need a few tiles each.</para>
/// </remarks>
internal sealed class RouteSpan
{
    private const int TileSize = 64;

    // A chord c spans a geodesic of c·(1 + (c/R)²/24 + …), where R² varies by 2 % over the ellipsoid: two pairs of equal chord differ
    // by less than 0.001·(c/R)². Ten times that is still very few pairs.
    private const double CurvatureVariation = 0.01;

    private readonly Place[] _places;
    private readonly Box[] _boxes;

    private RouteSpan(IReadOnlyList<(double LatDeg, double LonDeg)> points)
    {
        _places = InTiles(points);
        _boxes = new Box[(_places.Length + TileSize - 1) / TileSize];
        for (int i = 0; i < _boxes.Length; i++)
            _boxes[i] = Box.Of(Tile(i));
    }

    /// <summary>The greatest distance in metres; 0 for fewer than two points.</summary>
    /// <param name="points">The points, degrees.</param>
    /// <param name="cancellation">Ends a long search.</param>
    public static double Of(IReadOnlyList<(double LatDeg, double LonDeg)> points, CancellationToken cancellation)
    {
        if (points.Count < 2)
            return 0.0;
        var span = new RouteSpan(points);
        double chordM = 0.0;
        span.ForEachPair(() => chordM, (_, _, pairM) => chordM = Math.Max(chordM, pairM), cancellation);
        double ratio = chordM / Wgs84.EquatorialRadiusM;
        double candidateM = chordM * (1.0 - (CurvatureVariation * ratio * ratio) - 1e-9);
        double greatestM = 0.0;
        span.ForEachPair(
            () => candidateM,
            (a, b, _) => greatestM = Math.Max(greatestM, Geodesic.Inverse(a.LatDeg, a.LonDeg, b.LatDeg, b.LonDeg).DistanceM),
            cancellation);
        return greatestM;
    }

    /// <summary>Visits all pairs at least as far apart in space as asked; what is asked may grow on the way.</summary>
    private void ForEachPair(Func<double> leastM, Action<Place, Place, double> visit, CancellationToken cancellation)
    {
        for (int i = 0; i < _boxes.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            // The last tiles first: they are the likeliest to lie far away.
            for (int j = _boxes.Length - 1; j >= i; j--)
            {
                if (_boxes[i].FarthestM(_boxes[j]) >= leastM())
                    VisitTiles(i, j, leastM, visit);
            }
        }
    }

    private void VisitTiles(int first, int second, Func<double> leastM, Action<Place, Place, double> visit)
    {
        double boundM = leastM();
        ReadOnlySpan<Place> others = Tile(second);
        foreach (Place a in Tile(first))
        {
            foreach (Place b in others)
            {
                double pairM = a.Point.ChordM(b.Point);
                if (pairM < boundM)
                    continue;
                visit(a, b, pairM);
                boundM = leastM();
            }
        }
    }

    private ReadOnlySpan<Place> Tile(int index) => _places.AsSpan(index * TileSize, Math.Min(TileSize, _places.Length - (index * TileSize)));

    /// <summary>The points by stripe of latitude, then by longitude, so that neighbours share a tile.</summary>
    private static Place[] InTiles(IReadOnlyList<(double LatDeg, double LonDeg)> points)
    {
        double southDeg = points.Min(p => p.LatDeg);
        double stripes = Math.Ceiling(Math.Sqrt((double)points.Count / TileSize));
        double stripeDeg = Math.Max((points.Max(p => p.LatDeg) - southDeg) / stripes, double.Epsilon);
        return
        [
            .. points.OrderBy(p => Math.Floor((p.LatDeg - southDeg) / stripeDeg)).ThenBy(p => p.LonDeg)
                .Select(p => new Place(p.LatDeg, p.LonDeg, EarthPoint.Of(p.LatDeg, p.LonDeg))),
        ];
    }

    private readonly record struct Place(double LatDeg, double LonDeg, EarthPoint Point);

    /// <summary>A box in space around the points of a tile.</summary>
    private readonly record struct Box(EarthPoint Low, EarthPoint High)
    {
        public static Box Of(ReadOnlySpan<Place> places)
        {
            EarthPoint low = places[0].Point;
            EarthPoint high = low;
            foreach (Place place in places)
            {
                EarthPoint p = place.Point;
                low = new EarthPoint(Math.Min(low.X, p.X), Math.Min(low.Y, p.Y), Math.Min(low.Z, p.Z));
                high = new EarthPoint(Math.Max(high.X, p.X), Math.Max(high.Y, p.Y), Math.Max(high.Z, p.Z));
            }

            return new Box(low, high);
        }

        /// <summary>No point of this box is farther from any of the other; widened by more than the rounding.</summary>
        public double FarthestM(in Box other)
        {
            double x = Math.Max(High.X - other.Low.X, other.High.X - Low.X);
            double y = Math.Max(High.Y - other.Low.Y, other.High.Y - Low.Y);
            double z = Math.Max(High.Z - other.Low.Z, other.High.Z - Low.Z);
            return (Math.Sqrt((x * x) + (y * y) + (z * z)) * (1.0 + 1e-12)) + 1e-6;
        }
    }
}
