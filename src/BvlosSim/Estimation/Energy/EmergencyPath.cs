using System.Collections.Immutable;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Geodesy;

namespace BvlosSim.Estimation.Energy;

/// <summary>
/// The ground path of an aircraft that breaks off where it is: straight to a target, or a turn at constant radius
/// from its heading and then straight. Drawn in the plane that touches the ellipsoid at the start, x east, y north.
/// </summary>
/// <remarks>
/// The turn-then-straight path is the shorter of the two candidates that begin with a right or a left turn (a Dubins path
/// with a free final heading, L. E. Dubins, American Journal of Mathematics 79 (1957), doi:10.2307/2372560).
/// Differences within 1e-6 m or 1e-6 rad are rounding noise and never decide.
/// </remarks>
internal readonly struct EmergencyPath
{
    private const double NoiseM = 1e-6;
    private const double NoiseRad = 1e-6;

    private readonly GeoPoint _start;
    private readonly double _centreX;
    private readonly double _centreY;
    private readonly double _startRadialRad;
    private readonly double _signedArcRad;
    private readonly double _radiusM;
    private readonly double _straightX;
    private readonly double _straightY;
    private readonly double _stepX;
    private readonly double _stepY;
    private readonly double _straightTrackDeg;

    private EmergencyPath(GeoPoint start, in Arc arc, double straightM, double stepX, double stepY, double straightTrackDeg, double sampleM)
    {
        _start = start;
        _centreX = arc.CentreX;
        _centreY = arc.CentreY;
        _radiusM = arc.RadiusM;
        _startRadialRad = arc.StartRadialRad;
        _signedArcRad = arc.SignedAngleRad;
        _straightX = arc.ExitX;
        _straightY = arc.ExitY;
        _stepX = stepX;
        _stepY = stepY;
        _straightTrackDeg = straightTrackDeg;
        ArcM = arc.LengthM;
        StraightM = straightM;
        ArcSegments = ArcM > 0.0 ? Pieces(ArcM, sampleM) : 0;
        StraightSegments = StraightM > 0.0 ? Pieces(StraightM, sampleM) : 0;
    }

    /// <summary>Length of the turn in metres.</summary>
    public double ArcM { get; }

    /// <summary>Length of the straight part in metres.</summary>
    public double StraightM { get; }

    /// <summary>Length of the whole path in metres.</summary>
    public double LengthM => ArcM + StraightM;

    /// <summary>Number of pieces of the turn.</summary>
    public int ArcSegments { get; }

    /// <summary>Number of pieces of the straight part.</summary>
    public int StraightSegments { get; }

    /// <summary>Number of pieces, the turn first.</summary>
    public int Count => ArcSegments + StraightSegments;

    /// <summary>Plans the path.</summary>
    /// <param name="start">Where the aircraft breaks off.</param>
    /// <param name="headingDeg">Its track there; null = it can leave in any direction.</param>
    /// <param name="radiusM">Turn radius; null = it turns on the spot.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="sampleM">Greatest length of a piece in metres.</param>
    /// <param name="distanceM">Geodesic distance to the target.</param>
    /// <returns>The path; null when the target cannot be reached by one turn.</returns>
    public static EmergencyPath? Plan(
        GeoPoint start, double? headingDeg, double? radiusM, GeoPoint target, double sampleM, out double distanceM)
    {
        GeodesicInverse course = Geodesic.Inverse(start.LatDeg, start.LonDeg, target.LatDeg, target.LonDeg);
        distanceM = course.DistanceM;
        if (!(course.DistanceM > 0.0))
            return new EmergencyPath(start, default, 0.0, 0.0, 0.0, 0.0, sampleM);
        (double sin, double cos) = Math.SinCos(Angles.ToRadians(course.Azimuth1Deg));
        double x = course.DistanceM * sin;
        double y = course.DistanceM * cos;
        return headingDeg is { } heading && radiusM is { } radius
            ? TurnThenStraight(start, heading, radius, x, y, sampleM)
            : new EmergencyPath(start, default, course.DistanceM, x, y, course.Azimuth1Deg, sampleM);
    }

    /// <summary>The length in metres of the path to a target: what <see cref="Plan"/> draws, without drawing it.</summary>
    /// <param name="start">Where the aircraft breaks off.</param>
    /// <param name="headingDeg">Its track there; null = it can leave in any direction.</param>
    /// <param name="radiusM">Turn radius; null = it turns on the spot.</param>
    /// <param name="target">Where it goes.</param>
    /// <returns>The length; that of the straight line where no single turn leads to the target.</returns>
    public static double Length(GeoPoint start, double? headingDeg, double? radiusM, GeoPoint target) =>
        Plan(start, headingDeg, radiusM, target, double.PositiveInfinity, out double distanceM)?.LengthM ?? distanceM;

    /// <summary>Length of a piece in metres.</summary>
    public double SegmentLengthM(int index) => index < ArcSegments ? ArcM / ArcSegments : StraightM / StraightSegments;

    /// <summary>Track of a piece in degrees; a straight path keeps the azimuth as the geodesic gives it, which may be negative.</summary>
    public double TrackDeg(int index)
    {
        if (index >= ArcSegments)
            return _straightTrackDeg;
        double radialDeg = Angles.ToDegrees(RadialRad(index));
        return Angles.Norm360(_signedArcRad < 0.0 ? 180.0 - radialDeg : -radialDeg);
    }

    /// <summary>Where the wind of a piece is taken.</summary>
    public GeoPoint Midpoint(int index) =>
        index < ArcSegments ? OnArc(RadialRad(index)) : OnStraight((index - ArcSegments + 0.5) / StraightSegments);

    /// <summary>A part of the path as points: of the whole path the same points, whichever part is asked for.</summary>
    /// <param name="stepM">Greatest step along the straight part, metres.</param>
    /// <param name="turnRad">Greatest step along the turn, radians.</param>
    /// <param name="fromM">Where the part begins at the latest, metres along the straight part; not above 0 = with the whole turn.</param>
    /// <param name="toM">Where it ends at the earliest.</param>
    /// <param name="cancellation">Ends a long drawing.</param>
    public ImmutableArray<GeoPoint> Trace(double stepM, double turnRad, double fromM, double toM, CancellationToken cancellation)
    {
        ImmutableArray<GeoPoint>.Builder points = ImmutableArray.CreateBuilder<GeoPoint>();
        int straights = StraightM > 0.0 ? Pieces(StraightM, stepM) : 0;
        bool withTurn = straights == 0 || !(fromM > 0.0);
        int first = withTurn ? 1 : (int)(Math.Min(fromM, StraightM) / StraightM * straights);
        int last = toM < StraightM ? (int)Math.Ceiling(Math.Max(0.0, toM) / StraightM * straights) : straights;
        if (withTurn)
            AddTurn(points, turnRad);
        for (int i = first; i <= last; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            points.Add(OnStraight((double)i / straights));
        }

        return points.DrainToImmutable();
    }

    private void AddTurn(ImmutableArray<GeoPoint>.Builder points, double turnRad)
    {
        points.Add(_start);
        int turns = (int)Math.Ceiling(Math.Abs(_signedArcRad) / turnRad);
        for (int i = 1; i <= turns; i++)
            points.Add(OnArc(_startRadialRad + (_signedArcRad * i / turns)));
    }

    private static EmergencyPath? TurnThenStraight(
        GeoPoint start, double headingDeg, double radiusM, double x, double y, double sampleM)
    {
        if (Hypotenuse.Of(x, y) <= NoiseM)
            return new EmergencyPath(start, default, 0.0, 0.0, 0.0, 0.0, sampleM);
        Arc? right = Arc.Towards(headingDeg, radiusM, x, y, clockwise: true);
        Arc? left = Arc.Towards(headingDeg, radiusM, x, y, clockwise: false);
        if ((right ?? left) is not { } arc)
            return null;
        if (right is { } r && left is { } l && l.PathM < r.PathM - NoiseM)
            arc = l;
        double stepX = x - arc.ExitX;
        double stepY = y - arc.ExitY;
        double trackDeg = Angles.Norm360(Angles.ToDegrees(Math.Atan2(stepX, stepY)));
        return new EmergencyPath(start, arc, arc.StraightM, stepX, stepY, trackDeg, sampleM);
    }

    private static int Pieces(double lengthM, double sampleM) => WindIntegration.SegmentCount(lengthM, sampleM);

    private GeoPoint OnArc(double radialRad)
    {
        (double sin, double cos) = Math.SinCos(radialRad);
        return Unproject(_centreX + (_radiusM * cos), _centreY + (_radiusM * sin));
    }

    private GeoPoint OnStraight(double share) => Unproject(_straightX + (_stepX * share), _straightY + (_stepY * share));

    private GeoPoint Unproject(double x, double y)
    {
        GeodesicDirect point = Geodesic.Direct(
            _start.LatDeg, _start.LonDeg, Angles.ToDegrees(Math.Atan2(x, y)), Hypotenuse.Of(x, y));
        return new GeoPoint(point.LatDeg, point.LonDeg);
    }

    private double RadialRad(int index) => _startRadialRad + (_signedArcRad * ((index + 0.5) / ArcSegments));

    /// <summary>A turn from the origin until the target lies straight ahead.</summary>
    private readonly record struct Arc(
        double CentreX, double CentreY, double RadiusM, double StartRadialRad, double SignedAngleRad, double ExitX, double ExitY, double StraightM)
    {
        public double LengthM => RadiusM * Math.Abs(SignedAngleRad);

        public double PathM => LengthM + StraightM;

        public static Arc? Towards(double headingDeg, double radiusM, double x, double y, bool clockwise)
        {
            (double sin, double cos) = Math.SinCos(Angles.ToRadians(headingDeg));
            double side = clockwise ? 1.0 : -1.0;
            double centreX = side * radiusM * cos;
            double centreY = -side * radiusM * sin;
            double reach = Hypotenuse.Of(x - centreX, y - centreY);
            if (reach < radiusM)
                return null;
            double exitRadial = Math.Atan2(y - centreY, x - centreX) + (side * Math.Acos(radiusM / reach));
            double startRadial = Math.Atan2(0.0 - centreY, 0.0 - centreX);
            double angle = FlooredTurn(clockwise ? startRadial - exitRadial : exitRadial - startRadial);
            // A target straight ahead must not become a full circle by the last bit.
            if (Math.Tau - angle <= NoiseRad)
                angle = 0.0;
            (double exitSin, double exitCos) = Math.SinCos(exitRadial);
            double straightM = Math.Sqrt(Math.Max(0.0, (reach * reach) - (radiusM * radiusM)));
            return new Arc(
                centreX, centreY, radiusM, startRadial, clockwise ? -angle : angle,
                centreX + (radiusM * exitCos), centreY + (radiusM * exitSin), straightM);
        }

        private static double FlooredTurn(double angleRad)
        {
            double remainder = angleRad % Math.Tau;
            return remainder < 0.0 ? remainder + Math.Tau : remainder;
        }
    }
}
