using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.LandingZones;

namespace BvlosSim.Estimation.Geofence.Emergencies;

/// <summary>A ball in space around all surface of a zone.</summary>
/// <param name="Centre">Its centre.</param>
/// <param name="RadiusM">Its radius in metres.</param>
internal readonly record struct ZoneBall(EarthPoint Centre, double RadiusM)
{
    /// <summary>The ball around a zone.</summary>
    public static ZoneBall Of(ZoneOutline outline)
    {
        EarthBox box = EarthBox.Around(outline.Box.MinY, outline.Box.MinX, outline.Box.MaxY, outline.Box.MaxX);
        return new ZoneBall(box.Centre, 0.5 * box.Low.ChordM(box.High));
    }
}

/// <summary>
/// The plane through the start of an emergency flight, its target and the centre of the Earth. A zone whose ball lies off it by more than
/// the flight does is passed, which takes three products to see.
/// </summary>
/// <remarks>
/// The geodesic leaves the plane by at most its curvature in it, L²/8R times the angle of 0.0034 between plumb line and centre. A turn leaves
/// the geodesic by at most a diameter, and so does the straight line after it: on a surface that curves like the Earth, points lie no farther
/// apart than in the tangent plane.
/// </remarks>
internal readonly struct WayLine
{
    // Beyond, the bounds below are not known to hold.
    private const double LongestM = 3_000_000.0;

    // 0.0034/(8·6335 km) is 6.7e-11 per metre.
    private const double CurveOffPlane = 1e-10;
    private const double RoundingM = 5.0;

    // Closer to a pole a chord in longitude and latitude may leave its geodesic by as much as it is long.
    private const double PolarZM = 6_250_000.0;
    private const double PolarM = 600.0;

    private readonly EarthPoint _start;
    private readonly EarthPoint _ahead;
    private readonly EarthPoint _normal;
    private readonly double _chordM;

    /// <summary>Prepares the bounds of a flight.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="target">Where it ends.</param>
    /// <param name="turnRadiusM">Its turn radius; null = it turns on the spot.</param>
    public WayLine(GeoPoint start, GeoPoint target, double? turnRadiusM)
    {
        Start = _start = EarthPoint.Of(start.LatDeg, start.LonDeg);
        Target = EarthPoint.Of(target.LatDeg, target.LonDeg);
        _chordM = Start.ChordM(Target);
        _ahead = Unit(new EarthPoint(Target.X - Start.X, Target.Y - Start.Y, Target.Z - Start.Z));
        _normal = Unit(new EarthPoint(
            (Start.Y * _ahead.Z) - (Start.Z * _ahead.Y),
            (Start.Z * _ahead.X) - (Start.X * _ahead.Z),
            (Start.X * _ahead.Y) - (Start.Y * _ahead.X)));
        bool isPolar = Math.Max(Math.Abs(Start.Z), Math.Abs(Target.Z)) > PolarZM || _chordM > LongestM;
        ReachM = (2.0 * (turnRadiusM ?? 0.0)) + (CurveOffPlane * _chordM * _chordM) + RoundingM + (isPolar ? PolarM : 0.0);
    }

    /// <summary>The start in space.</summary>
    public EarthPoint Start { get; }

    /// <summary>The target in space.</summary>
    public EarthPoint Target { get; }

    /// <summary>Whether anything is known of the flight: not of a very long one.</summary>
    public bool IsBounded => _chordM <= LongestM;

    /// <summary>How far the flight may leave the plane, metres.</summary>
    public double ReachM { get; }

    /// <summary>Whether the flight may meet what is in a ball.</summary>
    public bool MayMeet(in ZoneBall ball)
    {
        double reachM = ball.RadiusM + ReachM;
        EarthPoint centre = ball.Centre;
        if (!IsBounded)
            return true;
        if (Math.Abs(Dot(_normal, centre)) > reachM)
            return false;
        double alongM = Dot(_ahead, new EarthPoint(centre.X - _start.X, centre.Y - _start.Y, centre.Z - _start.Z));
        return alongM >= -reachM && alongM <= _chordM + reachM;
    }

    /// <summary>Zero stays zero: a flight without length has no plane, and every ball meets it.</summary>
    private static EarthPoint Unit(in EarthPoint vector)
    {
        double length = Math.Sqrt(Dot(vector, vector));
        return length > 1e-3 ? new EarthPoint(vector.X / length, vector.Y / length, vector.Z / length) : default;
    }

    private static double Dot(in EarthPoint a, in EarthPoint b) => (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z);
}
