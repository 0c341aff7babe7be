using System.Collections.Immutable;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Geodesy;

namespace BvlosSim.Estimation.Sampling;

/// <summary>Samples of one leg: along its geodesic or arc, at the altitude that its timing gives.</summary>
internal static class LegSampling
{
    private const double PointDistanceM = 0.01;
    private const double RelativeEquality = 1e-9;

    /// <summary>Samples a leg.</summary>
    /// <param name="leg">The leg.</param>
    /// <param name="spacingM">Greatest distance between samples in metres.</param>
    /// <param name="cancellation">Ends a long sampling.</param>
    public static ImmutableArray<RouteSample> Sample(Leg leg, double spacingM, CancellationToken cancellation) =>
        leg.ArcPoints.IsEmpty ? SampleGeodesic(leg, spacingM, cancellation) : SampleArc(leg, spacingM);

    /// <summary>Equality of altitudes up to a billionth.</summary>
    public static bool Close(double a, double b) => Math.Abs(a - b) <= RelativeEquality * Math.Max(Math.Abs(a), Math.Abs(b));

    private static ImmutableArray<RouteSample> SampleGeodesic(Leg leg, double spacingM, CancellationToken cancellation)
    {
        GeodesicInverse course = Geodesic.Inverse(leg.Start.LatDeg, leg.Start.LonDeg, leg.End.LatDeg, leg.End.LonDeg);
        if (course.DistanceM <= PointDistanceM)
            return SamplePoint(leg);

        int count = Count(course.DistanceM, spacingM);
        ImmutableArray<RouteSample>.Builder samples = ImmutableArray.CreateBuilder<RouteSample>(count + 2);
        var line = new GeodesicLine(leg.Start.LatDeg, leg.Start.LonDeg, course.Azimuth1Deg);
        for (int k = 0; k <= count; k++)
        {
            if (k % 4096 == 0)
                cancellation.ThrowIfCancellationRequested();
            double fraction = (double)k / count;
            GeodesicDirect point = line.Position(course.DistanceM * fraction);
            samples.Add(new RouteSample(fraction, point.LatDeg, point.LonDeg, AltitudeAt(leg, fraction)));
        }

        AppendTail(samples, leg);
        return samples.DrainToImmutable();
    }

    private static ImmutableArray<RouteSample> SamplePoint(Leg leg)
    {
        var start = new RouteSample(0.0, leg.Start.LatDeg, leg.Start.LonDeg, leg.Start.AltitudeAmslM);
        return Close(leg.Start.AltitudeAmslM, leg.End.AltitudeAmslM)
            ? [start]
            : [start, new RouteSample(1.0, leg.End.LatDeg, leg.End.LonDeg, leg.End.AltitudeAmslM)];
    }

    /// <summary>Where the climb or descent outlasts the way, it ends in place.</summary>
    private static void AppendTail(ImmutableArray<RouteSample>.Builder samples, Leg leg)
    {
        if (!Close(samples[^1].AltitudeAmslM, leg.End.AltitudeAmslM))
            samples.Add(new RouteSample(1.0, leg.End.LatDeg, leg.End.LonDeg, leg.End.AltitudeAmslM));
    }

    private static ImmutableArray<RouteSample> SampleArc(Leg leg, double spacingM)
    {
        double altitude = leg.Start.AltitudeAmslM;
        var chords = new List<(GeoPoint From, GeoPoint To, GeodesicInverse Course)>();
        double totalM = 0.0;
        for (int i = 1; i < leg.ArcPoints.Length; i++)
        {
            (GeoPoint from, GeoPoint to) = (leg.ArcPoints[i - 1], leg.ArcPoints[i]);
            GeodesicInverse course = Geodesic.Inverse(from.LatDeg, from.LonDeg, to.LatDeg, to.LonDeg);
            if (course.DistanceM <= PointDistanceM)
                continue;
            chords.Add((from, to, course));
            totalM += course.DistanceM;
        }

        if (chords.Count == 0)
            return [new RouteSample(0.0, leg.Start.LatDeg, leg.Start.LonDeg, altitude)];
        ImmutableArray<RouteSample>.Builder samples = ImmutableArray.CreateBuilder<RouteSample>();
        double flownM = 0.0;
        foreach ((GeoPoint from, GeoPoint to, GeodesicInverse course) in chords)
        {
            int count = Count(course.DistanceM, spacingM);
            var line = new GeodesicLine(from.LatDeg, from.LonDeg, course.Azimuth1Deg);
            for (int j = samples.Count == 0 ? 0 : 1; j <= count; j++)
            {
                double share = (double)j / count;
                GeoPoint point = j == 0 ? from : j == count ? to : PointOn(line, course.DistanceM * share);
                samples.Add(new RouteSample((flownM + (course.DistanceM * share)) / totalM, point.LatDeg, point.LonDeg, altitude));
            }

            flownM += course.DistanceM;
        }

        return samples.ToImmutable();
    }

    private static GeoPoint PointOn(in GeodesicLine line, double distanceM)
    {
        GeodesicDirect point = line.Position(distanceM);
        return new GeoPoint(point.LatDeg, point.LonDeg);
    }

    private static int Count(double distanceM, double spacingM) => (int)Math.Max(1.0, Math.Ceiling(distanceM / spacingM));

    private static double AltitudeAt(Leg leg, double fraction)
    {
        double start = leg.Start.AltitudeAmslM;
        double end = leg.End.AltitudeAmslM;
        return end == start ? start : start + ((end - start) * leg.Timing.VerticalShareAt(leg.Timing.TimeAt(fraction)));
    }
}
