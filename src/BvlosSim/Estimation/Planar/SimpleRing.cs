using BvlosSim.Estimation.Kinematics;
using NetTopologySuite.Algorithm;

namespace BvlosSim.Estimation.Planar;

/// <summary>
/// Proof that a ring meets itself only where one segment ends and the next begins. With exact signs of areas, so that a ring which passes
/// is simple without doubt. A ring that fails may still be valid (repeated positions), and is left to the complete test.
/// </summary>
internal static class SimpleRing
{
    /// <summary>Whether a closed ring is simple.</summary>
    /// <param name="ring">The ring.</param>
    /// <param name="cancellation">Ends a long proof.</param>
    public static bool Is(SegmentTree ring, CancellationToken cancellation)
    {
        var visitor = new Visitor(ring, cancellation);
        return ring.SegmentCount >= 3 && !RepeatsAPosition(ring) && ring.VisitOwn(ref visitor);
    }

    private static bool RepeatsAPosition(SegmentTree ring)
    {
        for (int i = 0; i < ring.SegmentCount; i++)
        {
            if (ring.Start(i) == ring.End(i))
                return true;
        }

        return false;
    }

    private readonly struct Visitor(SegmentTree ring, CancellationToken cancellation) : ISegmentPairVisitor
    {
        public bool Visit(int first, int second)
        {
            cancellation.ThrowIfCancellationRequested();
            if (second == first + 1)
                return !TurnsBack(ring.Start(first), ring.End(first), ring.End(second));
            if (first == 0 && second == ring.SegmentCount - 1)
                return !TurnsBack(ring.Start(second), ring.End(second), ring.End(first));
            return !Meet(ring.Start(first), ring.End(first), ring.Start(second), ring.End(second));
        }
    }

    /// <summary>Whether b → c lies on a → b again.</summary>
    private static bool TurnsBack(GeoPoint a, GeoPoint b, GeoPoint c) =>
        Side(a, b, c) == 0
        && ((a.LonDeg - b.LonDeg) * (c.LonDeg - b.LonDeg)) + ((a.LatDeg - b.LatDeg) * (c.LatDeg - b.LatDeg)) >= 0.0;

    /// <summary>Whether two segments with meeting boxes share a point.</summary>
    private static bool Meet(GeoPoint a, GeoPoint b, GeoPoint c, GeoPoint d) =>
        Side(a, b, c) * Side(a, b, d) <= 0 && Side(c, d, a) * Side(c, d, b) <= 0;

    private static int Side(GeoPoint a, GeoPoint b, GeoPoint c) =>
        CGAlgorithmsDD.OrientationIndex(a.LonDeg, a.LatDeg, b.LonDeg, b.LatDeg, c.LonDeg, c.LatDeg);
}
