namespace BvlosSim.Geodesy;

/// <summary>
/// A wind vector seen from a track.
/// </summary>
/// <param name="AlongMps">Component along the track, m/s, positive = tailwind.</param>
/// <param name="CrossMps">Component across the track, m/s, positive = toward the right of the track.</param>
public readonly record struct WindComponents(double AlongMps, double CrossMps);

/// <summary>
/// The solution of a wind triangle: how to point the aircraft so that it stays on its track, and how fast it then moves over the ground.
/// </summary>
/// <param name="Wind">The wind along and across the track.</param>
/// <param name="GroundspeedMps">Speed along the track, m/s; zero or negative when the headwind is too strong to make way.</param>
/// <param name="HeadingDeg">Direction of the nose, degrees clockwise from north, in [0, 360].</param>
/// <param name="CrabDeg">Heading minus track in (−180, 180] degrees, positive = nose right of track.</param>
public readonly record struct WindTriangleSolution(WindComponents Wind, double GroundspeedMps, double HeadingDeg, double CrabDeg);

/// <summary>
/// The wind triangle: air vector + wind vector = ground vector, the ground vector held on a given track.
/// </summary>
/// <remarks>
/// The wind is the velocity of the air mass, toward east and toward north. Speeds are in m/s; any other unit serves as well if it is the
/// same everywhere. Accurate to a few units in the last place of the largest input, but for crosswinds close to the airspeed, where the
/// arc sine is steep: the heading is then good to about 1e-8 rad.
/// </remarks>
public static class WindTriangle
{
    /// <summary>Splits a wind into its parts along and across a track. Always defined, also where the triangle has no solution.</summary>
    /// <param name="trackDeg">Track, degrees clockwise from north; needs no reduction.</param>
    /// <param name="windEastMps">Velocity of the air toward east, m/s.</param>
    /// <param name="windNorthMps">Velocity of the air toward north, m/s.</param>
    /// <returns>along = e·sin α + n·cos α; cross = e·cos α − n·sin α. NaN or an infinite input gives NaN or an infinity.</returns>
    public static WindComponents Components(double trackDeg, double windEastMps, double windNorthMps)
    {
        (double sin, double cos) = Math.SinCos(Angles.ToRadians(trackDeg));
        return new WindComponents((windEastMps * sin) + (windNorthMps * cos), (windEastMps * cos) - (windNorthMps * sin));
    }

    /// <summary>Solves the triangle for one track.</summary>
    /// <param name="trackDeg">Track to hold, degrees clockwise from north; needs no reduction.</param>
    /// <param name="tasMps">True airspeed, m/s.</param>
    /// <param name="windEastMps">Velocity of the air toward east, m/s.</param>
    /// <param name="windNorthMps">Velocity of the air toward north, m/s.</param>
    /// <param name="solution">
    /// The solution. Without one, <see cref="WindTriangleSolution.Wind"/> still holds the components and the other members are NaN.
    /// </param>
    /// <returns>
    /// <see langword="false"/> if the track cannot be held: the airspeed is zero, negative or NaN, the crosswind exceeds it, or the wind or
    /// the track is not a number. A crosswind equal to the airspeed is still held, with the nose square to the track. A solution whose
    /// groundspeed is zero or negative is a solution: judging it is left to the caller.
    /// </returns>
    public static bool TrySolve(double trackDeg, double tasMps, double windEastMps, double windNorthMps, out WindTriangleSolution solution)
    {
        WindComponents wind = Components(trackDeg, windEastMps, windNorthMps);
        // Written so that NaN fails both tests.
        if (!(tasMps > 0 && Math.Abs(wind.CrossMps) <= tasMps))
        {
            solution = new WindTriangleSolution(wind, double.NaN, double.NaN, double.NaN);
            return false;
        }

        double crabRad = Math.Asin(Math.Clamp(-wind.CrossMps / tasMps, -1, 1));
        double airAlongMps = Math.Sqrt(Math.Max(0, (tasMps * tasMps) - (wind.CrossMps * wind.CrossMps)));
        double headingDeg = Angles.Norm360(trackDeg + Angles.ToDegrees(crabRad));
        double crabDeg = Angles.NormSigned(headingDeg - trackDeg);
        solution = new WindTriangleSolution(wind, airAlongMps + wind.AlongMps, headingDeg, crabDeg);
        return true;
    }
}
