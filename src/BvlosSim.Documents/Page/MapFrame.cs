using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Documents.Page;

/// <summary>A local equirectangular projection, north up, of the surroundings of a route onto a drawing.</summary>
internal sealed class MapFrame
{
    /// <summary>Width of the drawing.</summary>
    public const double Width = 800.0;

    private const double MetresPerDegree = 111_195.0;
    private const double LeastSpanM = 200.0;
    private const double Padding = 0.08;
    private const double LeastHeight = 380.0;
    private const double GreatestHeight = 620.0;

    private readonly GeoPoint _origin;
    private readonly double _eastMetresPerDegree;
    private readonly double _west;
    private readonly double _north;

    /// <summary>Frames a route, and of what surrounds it whatever lies within one span of it.</summary>
    /// <param name="route">Points of the route; at least one.</param>
    /// <param name="surroundings">Points of assets.</param>
    public MapFrame(IReadOnlyCollection<GeoPoint> route, IEnumerable<GeoPoint> surroundings)
    {
        _origin = route.First();
        double middleLat = (route.Min(p => p.LatDeg) + route.Max(p => p.LatDeg)) / 2.0;
        _eastMetresPerDegree = MetresPerDegree * Math.Max(1e-3, Math.Cos(middleLat * Math.PI / 180.0));
        (double East, double North)[] flown = [.. route.Select(Metres)];
        (double west, double east) = (flown.Min(p => p.East), flown.Max(p => p.East));
        (double south, double north) = (flown.Min(p => p.North), flown.Max(p => p.North));
        double span = Math.Max(LeastSpanM, Math.Max(east - west, north - south));
        (double w, double e, double s, double n) = (west, east, south, north);
        foreach ((double x, double y) in surroundings.Select(Metres))
        {
            if (x < w - span || x > e + span || y < s - span || y > n + span)
            {
                LeavesOut = true;
                continue;
            }

            (west, east) = (Math.Min(west, x), Math.Max(east, x));
            (south, north) = (Math.Min(south, y), Math.Max(north, y));
        }

        double widthM = Math.Max(LeastSpanM, east - west) * (1.0 + (2.0 * Padding));
        double heightM = Math.Max(LeastSpanM, north - south) * (1.0 + (2.0 * Padding));
        Height = Math.Round(Math.Clamp(Width * heightM / widthM, LeastHeight, GreatestHeight));
        MetresPerUnit = Math.Max(widthM / Width, heightM / Height);
        _west = ((west + east) / 2.0) - (MetresPerUnit * Width / 2.0);
        _north = ((south + north) / 2.0) + (MetresPerUnit * Height / 2.0);
    }

    /// <summary>Height of the drawing.</summary>
    public double Height { get; }

    /// <summary>Metres on the ground by unit of the drawing.</summary>
    public double MetresPerUnit { get; }

    /// <summary>Whether an asset reaches beyond the map.</summary>
    public bool LeavesOut { get; }

    /// <summary>Where a point is drawn: units from the left and from the top.</summary>
    public (double X, double Y) Place(GeoPoint point)
    {
        (double east, double north) = Metres(point);
        return ((east - _west) / MetresPerUnit, (_north - north) / MetresPerUnit);
    }

    /// <summary>Whether a point lies on the map.</summary>
    public bool Shows(GeoPoint point)
    {
        (double x, double y) = Place(point);
        return x >= 0.0 && x <= Width && y >= 0.0 && y <= Height;
    }

    /// <summary>The path data of a line through points.</summary>
    public string Line(IEnumerable<GeoPoint> points) =>
        "M" + string.Join('L', points.Select(Place).Select(p => $"{PageText.At(p.X)} {PageText.At(p.Y)}"));

    private (double East, double North) Metres(GeoPoint point) => (
        Math.IEEERemainder(point.LonDeg - _origin.LonDeg, 360.0) * _eastMetresPerDegree,
        (point.LatDeg - _origin.LatDeg) * MetresPerDegree);
}
