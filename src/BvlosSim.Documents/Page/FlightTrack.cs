using System.Collections.Immutable;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Geodesy;

namespace BvlosSim.Documents.Page;

/// <summary>A point of the flight as it is drawn.</summary>
/// <param name="DistanceM">Metres along the ground since departure; staying and climbing on the spot add nothing.</param>
/// <param name="Position">Where.</param>
/// <param name="AltitudeAmslM">Altitude in metres AMSL.</param>
internal readonly record struct TrackPoint(double DistanceM, GeoPoint Position, double AltitudeAmslM);

/// <summary>A leg as it is drawn.</summary>
/// <param name="Leg">The leg.</param>
/// <param name="StartS">Seconds since departure at its start.</param>
/// <param name="Points">Its points, start and end included.</param>
internal sealed record TrackLeg(Leg Leg, double StartS, ImmutableArray<TrackPoint> Points)
{
    /// <summary>Seconds since departure at its end.</summary>
    public double EndS => StartS + Leg.TimeS;
}

/// <summary>The flight as points, close enough to each other for a drawing.</summary>
internal static class FlightTrack
{
    private const double PointsPerFlight = 240.0;

    /// <summary>Draws the legs up.</summary>
    public static ImmutableArray<TrackLeg> Of(ImmutableArray<Leg> legs)
    {
        double totalM = legs.Sum(GroundLength);
        double distanceM = 0.0;
        double timeS = 0.0;
        ImmutableArray<TrackLeg>.Builder track = ImmutableArray.CreateBuilder<TrackLeg>(legs.Length);
        foreach (Leg leg in legs)
        {
            int pieces = totalM > 0.0 ? (int)Math.Ceiling(GroundLength(leg) / totalM * PointsPerFlight) : 1;
            track.Add(new TrackLeg(leg, timeS, Points(leg, distanceM, Math.Max(1, pieces))));
            distanceM += GroundLength(leg);
            timeS += leg.TimeS;
        }

        return track.MoveToImmutable();
    }

    private static double GroundLength(Leg leg) => leg.ArcPoints.IsEmpty ? leg.HorizontalDistanceM : leg.PathDistanceM;

    private static ImmutableArray<TrackPoint> Points(Leg leg, double fromM, int pieces)
    {
        double lengthM = GroundLength(leg);
        Func<double, GeoPoint> place = Path(leg);
        List<TrackPoint> points = [];
        foreach (double fraction in Fractions(leg, pieces))
        {
            double share = leg.Timing.VerticalShareAt(leg.Timing.TimeAt(fraction));
            double altitudeM = leg.Start.AltitudeAmslM + (leg.VerticalDeltaM * (fraction == 0.0 ? 0.0 : share));
            points.Add(new TrackPoint(fromM + (lengthM * fraction), place(fraction), altitudeM));
        }

        points.Add(new TrackPoint(fromM + lengthM, leg.End.Position, leg.End.AltitudeAmslM));
        return [.. points];
    }

    /// <summary>Even steps, and the place where the climb or descent ends.</summary>
    private static IEnumerable<double> Fractions(Leg leg, int pieces)
    {
        double levelAt = LevelFraction(leg.Timing);
        for (int i = 0; i <= pieces; i++)
        {
            double fraction = (double)i / pieces;
            double next = (double)(i + 1) / pieces;
            yield return fraction;
            if (levelAt > fraction && levelAt < next && i < pieces)
                yield return levelAt;
        }
    }

    private static double LevelFraction(LegTiming timing)
    {
        for (int i = 1; i < timing.Points.Length; i++)
        {
            (TimingPoint low, TimingPoint high) = (timing.Points[i - 1], timing.Points[i]);
            if (timing.VerticalTimeS >= low.TimeS && timing.VerticalTimeS < high.TimeS)
                return low.Fraction + ((high.Fraction - low.Fraction) * (timing.VerticalTimeS - low.TimeS) / (high.TimeS - low.TimeS));
        }

        return 1.0;
    }

    private static Func<double, GeoPoint> Path(Leg leg)
    {
        if (!leg.ArcPoints.IsEmpty)
            return fraction => AlongArc(leg.ArcPoints, fraction);
        GeodesicInverse way = Geodesic.Inverse(leg.Start.LatDeg, leg.Start.LonDeg, leg.End.LatDeg, leg.End.LonDeg);
        return fraction =>
        {
            if (way.DistanceM == 0.0)
                return leg.Start.Position;
            GeodesicDirect at = Geodesic.Direct(leg.Start.LatDeg, leg.Start.LonDeg, way.Azimuth1Deg, way.DistanceM * fraction);
            return new GeoPoint(at.LatDeg, at.LonDeg);
        };
    }

    /// <summary>The points of an arc are evenly spaced.</summary>
    private static GeoPoint AlongArc(ImmutableArray<GeoPoint> arc, double fraction)
    {
        double place = fraction * (arc.Length - 1);
        int index = Math.Min((int)place, Math.Max(0, arc.Length - 2));
        GeoPoint low = arc[index];
        GeoPoint high = arc[Math.Min(index + 1, arc.Length - 1)];
        double part = place - index;
        double turnDeg = Math.IEEERemainder(high.LonDeg - low.LonDeg, 360.0);
        return new GeoPoint(low.LatDeg + ((high.LatDeg - low.LatDeg) * part), low.LonDeg + (turnDeg * part));
    }
}
