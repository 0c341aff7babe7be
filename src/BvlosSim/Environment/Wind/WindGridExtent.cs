using BvlosSim.Geodesy;

namespace BvlosSim.Environment.Wind;

/// <summary>The box of place and time that a wind grid speaks of. Beyond it the grid repeats the values of its edge.</summary>
/// <remarks>
/// <para>
/// The box is a little wider than its axes: by <see cref="SlackDeg"/>, far more than the rounding of a path along the edge (nanometres),
/// and less than axes are written to or a wind field resolves.
/// </para>
/// <para>
/// In time by <see cref="TimeReachS"/>: the wind of meteorology is a mean over ten minutes (WMO-No. 8, volume I, chapter 5), so that
/// each time of a forecast speaks of the five minutes before and after it.
/// </para>
/// <para>
/// In altitude by <see cref="LevelReachM"/>: the surface wind of meteorology is the wind 10 m above the ground (WMO-No. 8, volume I,
/// chapter 5), so that the lowest level of a forecast stands for the layer below it, in which every flight takes off and lands; upward
/// the highest level, one of a few that are tens of metres apart, reaches as far.
/// </para>
/// <para>
/// A grid over a single point (both axes no wider than <see cref="PointWidthDeg"/>, the same wind at its corners) is a column of a
/// forecast: services that are asked for one place answer that way, and wind fetchers write it so. It speaks of the cell around its point,
/// <see cref="PointReachM"/> in every direction.
/// </para>
/// <para>
/// The grid does not wrap longitudes: 180° west on an axis from 170° to 180° is answered with the wind at 170°, and lies out of the area.
/// A place holds when it is where the column lies that answers, so that 180° west and 180° east are one place for an axis of that column.
/// </para>
/// </remarks>
internal sealed class WindGridExtent
{
    /// <summary>Slack in latitude and longitude, degrees; at most 1.2 m.</summary>
    public const double SlackDeg = 1e-5;

    /// <summary>How far before the first and after the last time these still hold, seconds.</summary>
    public const double TimeReachS = 300.0;

    /// <summary>How far below the lowest and above the highest level these still hold, metres; a little more for the rounding.</summary>
    public const double LevelReachM = 10.001;

    /// <summary>Greatest width of a grid that stands for a single point, degrees.</summary>
    public const double PointWidthDeg = 1e-5;

    /// <summary>How far from its point a grid over a single one holds, metres: a cell of a global forecast (0.25°, about 28 km).</summary>
    public const double PointReachM = 25_000.0;

    // A degree of latitude or longitude is nowhere longer; only bounds a distance.
    private const double LongestDegreeM = 111_700.0;

    private readonly WindAxis _timeS;
    private readonly WindAxis _altitudeM;
    private readonly WindAxis _latDeg;
    private readonly WindAxis _lonDeg;
    private readonly bool _isPoint;

    /// <summary>Takes the extent of the axes of a grid.</summary>
    /// <param name="timeS">Time axis, seconds since departure.</param>
    /// <param name="altitudeM">Altitude axis, metres AMSL.</param>
    /// <param name="latDeg">Latitude axis.</param>
    /// <param name="lonDeg">Longitude axis.</param>
    /// <param name="isUniform">Whether the wind is the same all over the area at every time and level.</param>
    public WindGridExtent(WindAxis timeS, WindAxis altitudeM, WindAxis latDeg, WindAxis lonDeg, bool isUniform)
    {
        _timeS = timeS;
        _altitudeM = altitudeM;
        _latDeg = latDeg;
        _lonDeg = lonDeg;
        _isPoint = isUniform && latDeg.Last - latDeg.First <= PointWidthDeg && lonDeg.Last - lonDeg.First <= PointWidthDeg;
    }

    /// <summary>Whether a query lies in the box. False where a number is not one.</summary>
    public bool Holds(in WindQuery query) =>
        HoldsArea(query) && HoldsAltitude(query.AltitudeAmslM) && HoldsTime(query.ElapsedS);

    /// <summary>Whether the place lies in the area.</summary>
    public bool HoldsArea(in WindQuery query) => _isPoint
        ? IsNear(query)
        : IsWithin(_latDeg, query.LatDeg, SlackDeg, SlackDeg)
            && Math.Abs(EastwardDeg(Clamp(_lonDeg, query.LonDeg), query.LonDeg)) <= SlackDeg;

    /// <summary>Whether the altitude, metres AMSL, lies between the levels.</summary>
    public bool HoldsAltitude(double altitudeAmslM) => IsWithin(_altitudeM, altitudeAmslM, LevelReachM, LevelReachM);

    /// <summary>Whether the time, seconds since departure, lies between the first and the last.</summary>
    public bool HoldsTime(double elapsedS) => IsWithin(_timeS, elapsedS, TimeReachS, TimeReachS);

    /// <summary>The query that the grid answers in its place: every number moved to the nearer end of its axis.</summary>
    public WindQuery Answered(in WindQuery query) => new(
        Clamp(_latDeg, query.LatDeg),
        Clamp(_lonDeg, query.LonDeg),
        Clamp(_altitudeM, query.AltitudeAmslM),
        Clamp(_timeS, query.ElapsedS));

    /// <summary>How far east a longitude lies of another the short way round, degrees in −180…180; only that is a distance on the Earth.</summary>
    public static double EastwardDeg(double fromDeg, double toDeg) => Math.IEEERemainder(toDeg - fromDeg, 360.0);

    private bool IsNear(in WindQuery query)
    {
        (double latDeg, double lonDeg) = (Clamp(_latDeg, query.LatDeg), Clamp(_lonDeg, query.LonDeg));
        double boundM = LongestDegreeM * (Math.Abs(query.LatDeg - latDeg) + Math.Abs(EastwardDeg(lonDeg, query.LonDeg)));
        return boundM <= PointReachM || Geodesic.Inverse(latDeg, lonDeg, query.LatDeg, query.LonDeg).DistanceM <= PointReachM;
    }

    private static bool IsWithin(WindAxis axis, double value, double below, double above) =>
        value >= axis.First - below && value <= axis.Last + above;

    private static double Clamp(WindAxis axis, double value) => Math.Clamp(value, axis.First, axis.Last);
}
