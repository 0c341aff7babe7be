using System.Collections.Immutable;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;
using BvlosSim.Estimation.Sampling;

namespace BvlosSim.Estimation.Geofence;

/// <summary>The ways of legs in the lon/lat plane.</summary>
internal static class LegPath
{
    private const double TurnDeg = 360.0;
    private const double HalfTurnDeg = 180.0;

    /// <summary>The way through the samples of a leg; where it crosses the antimeridian its longitudes go on beyond ±180.</summary>
    public static SegmentTree Of(ImmutableArray<RouteSample> samples) => Through([.. samples.Select(s => new GeoPoint(s.LatDeg, s.LonDeg))]);

    /// <summary>The way through points; where it crosses the antimeridian its longitudes go on beyond ±180.</summary>
    public static SegmentTree Through(ImmutableArray<GeoPoint> way)
    {
        ImmutableArray<GeoPoint>.Builder points = ImmutableArray.CreateBuilder<GeoPoint>(way.Length);
        double offsetDeg = 0.0;
        for (int i = 0; i < way.Length; i++)
        {
            double stepDeg = i == 0 ? 0.0 : way[i].LonDeg - way[i - 1].LonDeg;
            if (stepDeg > HalfTurnDeg)
                offsetDeg -= TurnDeg;
            else if (stepDeg < -HalfTurnDeg)
                offsetDeg += TurnDeg;
            points.Add(way[i] with { LonDeg = way[i].LonDeg + offsetDeg });
        }

        return new SegmentTree(points.DrainToImmutable());
    }

    /// <summary>Where zones must repeat along the longitude, so that ways beyond ±180 meet them.</summary>
    public static ImmutableArray<double> ShiftsDeg(ImmutableArray<SegmentTree> paths) =>
        ShiftsDeg(paths.Aggregate(PlanarBox.Empty, (box, path) => box.Union(path.Box)));

    /// <summary>The same for all ways within a box.</summary>
    public static ImmutableArray<double> ShiftsDeg(in PlanarBox box)
    {
        ImmutableArray<double>.Builder shifts = ImmutableArray.CreateBuilder<double>();
        shifts.Add(0.0);
        if (box.MaxX > HalfTurnDeg)
            shifts.Add(TurnDeg);
        if (box.MinX < -HalfTurnDeg)
            shifts.Add(-TurnDeg);
        return shifts.ToImmutable();
    }
}
