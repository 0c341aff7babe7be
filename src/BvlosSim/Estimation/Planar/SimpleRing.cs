using BvlosSim.Estimation.Kinematics;
using NetTopologySuite.Algorithm;

namespace BvlosSim.Estimation.Planar;

/// <summary>
/// Proof that a ring meets itself only where one segment ends and the next begins. With exact signs of areas, so that a ring which passes
/// is simple without doubt. A ring that fails may still be valid, and is left to the complete test.
/// </summary>
/// <remarks>
/// In most rings hardly any boxes of segments meet, and looking at those that do is the quickest proof. Where they all meet, as around the long
/// slanting teeth of a comb, that would take the square of the number of segments: beyond a budget <see cref="RingSweep"/> decides, more slowly
/// and whatever the shape.
/// </remarks>
internal static class SimpleRing
{
    /// <summary>How many comparisons of boxes a segment may cost on average. Real outlines need fewer than forty.</summary>
    public const long BoxesPerSegment = 256;

    /// <summary>Whether a closed ring is simple.</summary>
    /// <param name="ring">The ring.</param>
    /// <param name="cancellation">Ends a long proof.</param>
    public static bool Is(SegmentTree ring, CancellationToken cancellation)
    {
        if (RepeatsAPosition(ring))
            ring = ring.WithoutRepetition();
        if (ring.SegmentCount < 3 || TurnsBack(ring))
            return false;
        var visitor = new Visitor(ring, cancellation);
        long budget = BoxesPerSegment * ring.SegmentCount;
        bool simple = ring.VisitOwn(ref visitor, ref budget);
        return budget >= 0 ? simple : RingSweep.IsSimple(ring, cancellation);
    }

    /// <summary>Whether two segments with meeting boxes share a point.</summary>
    public static bool Meet(GeoPoint a, GeoPoint b, GeoPoint c, GeoPoint d) =>
        Side(a, b, c) * Side(a, b, d) <= 0 && Side(c, d, a) * Side(c, d, b) <= 0;

    /// <summary>On which side of a → b a point lies: 1 = left, −1 = right, 0 = on the line.</summary>
    public static int Side(GeoPoint a, GeoPoint b, GeoPoint c) =>
        CGAlgorithmsDD.OrientationIndex(a.LonDeg, a.LatDeg, b.LonDeg, b.LatDeg, c.LonDeg, c.LatDeg);

    private static bool TurnsBack(SegmentTree ring)
    {
        for (int i = 0; i < ring.SegmentCount; i++)
        {
            if (TurnsBack(ring.Start(i), ring.End(i), ring.End((i + 1) % ring.SegmentCount)))
                return true;
        }

        return false;
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
            // How neighbours meet has been looked at.
            return second == first + 1
                || (first == 0 && second == ring.SegmentCount - 1)
                || !Meet(ring.Start(first), ring.End(first), ring.Start(second), ring.End(second));
        }
    }

    /// <summary>Whether b → c lies on a → b again.</summary>
    private static bool TurnsBack(GeoPoint a, GeoPoint b, GeoPoint c) =>
        Side(a, b, c) == 0
        && ((a.LonDeg - b.LonDeg) * (c.LonDeg - b.LonDeg)) + ((a.LatDeg - b.LatDeg) * (c.LatDeg - b.LatDeg)) >= 0.0;
}
