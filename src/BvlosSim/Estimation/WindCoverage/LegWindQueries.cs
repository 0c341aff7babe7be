using BvlosSim.Environment.Wind;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Geodesy;

namespace BvlosSim.Estimation.WindCoverage;

/// <summary>
/// Follows a flown leg through the wind: at the ends of its pieces and of the times between scheduled changes of wind. A grid is a box, and
/// altitude and time only move one way along a leg, so a leg whose points lie within lies within.
/// </summary>
internal static class LegWindQueries
{
    // A geodesic of 500 m strays less than 5 mm·tan(latitude) from the box of its ends.
    private const double LongestPieceM = 500.0;

    /// <summary>Where a leg leaves the grids it is flown through.</summary>
    /// <param name="leg">The leg.</param>
    /// <param name="startClockS">Seconds since departure at its start.</param>
    /// <param name="wind">The wind of the run.</param>
    /// <param name="cancellation">Ends a long leg.</param>
    public static WindOvershoot Overshoot(Leg leg, double startClockS, WindProvider wind, CancellationToken cancellation)
    {
        WindOvershoot overshoot = WindOvershoot.None;
        WindQuery from = At(leg, leg.Start.Position, 0.0, startClockS);
        overshoot = overshoot.With(wind.GridAt(startClockS), from);
        foreach (WindQuery to in Following(leg, startClockS, wind))
        {
            cancellation.ThrowIfCancellationRequested();
            // The wind at the start of a piece holds up to its end, where another may take over.
            overshoot = overshoot.With(wind.GridAt(from.ElapsedS), to).With(wind.GridAt(to.ElapsedS), to);
            from = to;
        }

        return overshoot;
    }

    private static IEnumerable<WindQuery> Following(Leg leg, double startClockS, WindProvider wind)
    {
        if (leg.HorizontalDistanceM > 0.0)
        {
            IEnumerable<WindQuery> moving = leg.ArcPoints.IsEmpty ? AlongGeodesic(leg, startClockS) : AlongArc(leg, startClockS);
            foreach (WindQuery query in moving)
                yield return query;
        }

        // What is left is flown in place: a dwell, a climb on the spot, or one that outlasts the way.
        double arrivedS = leg.HorizontalDistanceM > 0.0 ? leg.Timing.Points[^1].TimeS : 0.0;
        foreach (double changeS in WindRegime.ChangesWithin(wind, startClockS + arrivedS, startClockS + leg.TimeS))
            yield return At(leg, leg.End.Position, changeS - startClockS, startClockS);
        yield return new WindQuery(leg.End.LatDeg, leg.End.LonDeg, leg.End.AltitudeAmslM, startClockS + leg.TimeS);
    }

    private static IEnumerable<WindQuery> AlongGeodesic(Leg leg, double startClockS)
    {
        GeodesicLine? line = null;
        TimingPoint from = leg.Timing.Points[0];
        for (int i = 1; i < leg.Timing.Points.Length; i++)
        {
            TimingPoint to = leg.Timing.Points[i];
            int pieces = (int)Math.Max(1.0, Math.Ceiling((to.Fraction - from.Fraction) * leg.HorizontalDistanceM / LongestPieceM));
            for (int j = 1; j <= pieces; j++)
            {
                double share = (double)j / pieces;
                double fraction = j == pieces ? to.Fraction : from.Fraction + ((to.Fraction - from.Fraction) * share);
                double timeS = j == pieces ? to.TimeS : from.TimeS + ((to.TimeS - from.TimeS) * share);
                GeoPoint place = leg.End.Position;
                if (fraction < 1.0)
                {
                    line ??= new GeodesicLine(leg.Start.LatDeg, leg.Start.LonDeg, leg.Track!.GroundTrackDeg);
                    GeodesicDirect point = line.Value.Position(leg.HorizontalDistanceM * fraction);
                    place = new GeoPoint(point.LatDeg, point.LonDeg);
                }

                yield return At(leg, place, timeS, startClockS);
            }

            from = to;
        }
    }

    private static IEnumerable<WindQuery> AlongArc(Leg leg, double startClockS)
    {
        for (int i = 1; i < leg.ArcPoints.Length; i++)
            yield return At(leg, leg.ArcPoints[i], leg.Timing.TimeAt((double)i / (leg.ArcPoints.Length - 1)), startClockS);
    }

    private static WindQuery At(Leg leg, GeoPoint place, double legClockS, double startClockS)
    {
        double altitudeM = leg.Start.AltitudeAmslM
            + ((leg.End.AltitudeAmslM - leg.Start.AltitudeAmslM) * leg.Timing.VerticalShareAt(legClockS));
        return new WindQuery(place.LatDeg, place.LonDeg, altitudeM, startClockS + legClockS);
    }
}
