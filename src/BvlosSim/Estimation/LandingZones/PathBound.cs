using BvlosSim.Estimation.Kinematics;
using BvlosSim.Geodesy;

namespace BvlosSim.Estimation.LandingZones;

/// <summary>
/// A length that no emergency path from a state to a point falls below, without solving the geodesic: the turn and the straight line towards
/// where the point is seen from the state.
/// </summary>
/// <remarks>
/// Drawn in the tangent plane with the chord c in place of the distance d and the azimuth of the normal section in place of that of the
/// geodesic. The first is short by up to c³/24R² ≤ 1.05e-15·c³, the second off by up to e²/12·(c/R)² rad, that is 1.4e-17·c³ sideways. Beyond two
/// radii, where both turns lead to every point and the nearer one is the shorter, the length of a path changes no faster than its end moves.
/// </remarks>
internal readonly struct PathBound
{
    private const double CubicSlack = 1.2e-15;
    private const double LeastSlackM = 1e-3;
    private const double LongestChordM = 300_000.0;
    private const double TurnSlackRad = 1e-4;

    private readonly EarthPoint _from;
    private readonly EarthPoint _ahead;
    private readonly EarthPoint _right;
    private readonly double? _radiusM;

    /// <summary>Prepares the bounds for a state.</summary>
    /// <param name="position">The position of the aircraft.</param>
    /// <param name="trackDeg">Its track; null when it can leave in any direction.</param>
    /// <param name="radiusM">Its turn radius; null when it turns on the spot.</param>
    public PathBound(GeoPoint position, double? trackDeg, double? radiusM)
    {
        _from = EarthPoint.Of(position.LatDeg, position.LonDeg);
        _radiusM = trackDeg is null ? null : radiusM;
        (double sinLat, double cosLat) = Math.SinCos(Angles.ToRadians(position.LatDeg));
        (double sinLon, double cosLon) = Math.SinCos(Angles.ToRadians(position.LonDeg));
        (double sin, double cos) = Math.SinCos(Angles.ToRadians(trackDeg ?? 0.0));
        var north = new EarthPoint(-sinLat * cosLon, -sinLat * sinLon, cosLat);
        var east = new EarthPoint(-sinLon, cosLon, 0.0);
        _ahead = new EarthPoint((cos * north.X) + (sin * east.X), (cos * north.Y) + (sin * east.Y), cos * north.Z);
        _right = new EarthPoint((cos * east.X) - (sin * north.X), (cos * east.Y) - (sin * north.Y), -sin * north.Z);
    }

    /// <summary>The bound for a point.</summary>
    /// <param name="target">The point.</param>
    /// <param name="chordM">Its straight distance through space, which is the bound where no better one is known.</param>
    public double LeastM(in EarthPoint target, double chordM)
    {
        if (_radiusM is not { } radiusM || !(chordM > (2.1 * radiusM) + 1.0) || chordM > LongestChordM)
            return chordM;
        double aheadM = Along(_ahead, target);
        double rightM = Math.Abs(Along(_right, target));
        double scale = chordM / Math.Sqrt((aheadM * aheadM) + (rightM * rightM));
        double slackM = LeastSlackM + (CubicSlack * chordM * chordM * chordM);
        double leastM = TurnThenStraightM(rightM * scale, aheadM * scale, radiusM) - slackM;
        // Written so that what is not a number is no bound.
        return leastM > chordM ? leastM : chordM;
    }

    /// <summary>The length of a right turn and a straight line to a point to the right.</summary>
    private static double TurnThenStraightM(double rightM, double aheadM, double radiusM)
    {
        double fromCentreM = rightM - radiusM;
        double squaredReach = (fromCentreM * fromCentreM) + (aheadM * aheadM);
        double exitRad = Math.Atan2(aheadM, fromCentreM) + Math.Acos(radiusM / Math.Sqrt(squaredReach));
        double turnRad = Math.PI - exitRad;
        if (turnRad < 0.0)
            turnRad += Math.Tau;
        // Straight ahead the last bit must not make a full circle.
        if (turnRad > Math.Tau - TurnSlackRad)
            turnRad = 0.0;
        return (radiusM * turnRad) + Math.Sqrt(squaredReach - (radiusM * radiusM));
    }

    private double Along(in EarthPoint direction, in EarthPoint target) =>
        (direction.X * (target.X - _from.X)) + (direction.Y * (target.Y - _from.Y)) + (direction.Z * (target.Z - _from.Z));
}
