using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Estimation.Planar;

/// <summary>
/// Finds whether segments of a ring that do not follow each other share a point, in n·log n steps whatever the shape: a line sweeps over the
/// ring, and only segments that are neighbours along that line are ever held against each other.
/// </summary>
/// <remarks>
/// M. I. Shamos and D. Hoey, "Geometric intersection problems", 17th Annual Symposium on Foundations of Computer Science (1976), 208–215.
/// Points are ordered by x, then y, as if the line were a little tilted, so that upright segments need no rule of their own. All decisions are
/// signs of areas: nothing is rounded.
/// </remarks>
internal sealed class RingSweep
{
    private readonly SegmentTree _ring;
    private readonly SweepOrder _order;

    private RingSweep(SegmentTree ring)
    {
        _ring = ring;
        _order = new SweepOrder(ring.SegmentCount, Compare);
    }

    /// <summary>Whether no two segments share a point, but for the end of one and the start of the next.</summary>
    /// <param name="ring">A closed ring of at least three segments, none without length and none that lies on the one before it.</param>
    /// <param name="cancellation">Ends a long sweep.</param>
    public static bool IsSimple(SegmentTree ring, CancellationToken cancellation) => new RingSweep(ring).IsSimple(cancellation);

    private bool IsSimple(CancellationToken cancellation)
    {
        int[] vertices = [.. Enumerable.Range(0, _ring.SegmentCount)];
        Array.Sort(vertices, (a, b) => Order(_ring.Start(a), _ring.Start(b)));
        for (int i = 0; i < vertices.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            int vertex = vertices[i];
            GeoPoint at = _ring.Start(vertex);
            if (i > 0 && Order(_ring.Start(vertices[i - 1]), at) == 0)
                return false;
            int before = vertex == 0 ? _ring.SegmentCount - 1 : vertex - 1;
            // What ends here makes room before what begins here.
            if (!(Ends(before, at) && Ends(vertex, at) && Begins(before, at) && Begins(vertex, at)))
                return false;
        }

        return true;
    }

    private bool Begins(int segment, GeoPoint at)
    {
        if (First(segment) != at)
            return true;
        (int below, int above) = _order.Insert(segment);
        return Apart(below, segment) && Apart(segment, above);
    }

    private bool Ends(int segment, GeoPoint at)
    {
        if (Last(segment) != at)
            return true;
        return _order.TryRemove(segment, out int below, out int above) && Apart(below, above);
    }

    /// <summary>Whether two segments, either of which may be none, have no point in common that they may not have.</summary>
    private bool Apart(int a, int b)
    {
        if (a < 0 || b < 0)
            return true;
        int between = Math.Abs(a - b);
        return between == 1 || between == _ring.SegmentCount - 1
            || !SimpleRing.Meet(_ring.Start(a), _ring.End(a), _ring.Start(b), _ring.End(b));
    }

    /// <summary>Which of two segments that the line meets is the lower one. Segments that touch are equal: their neighbours find out.</summary>
    private int Compare(int a, int b)
    {
        if (a == b)
            return 0;
        int order = Order(First(a), First(b));
        if (order == 0)
            return -SimpleRing.Side(First(a), Last(a), Last(b));
        return order < 0 ? -SimpleRing.Side(First(a), Last(a), First(b)) : SimpleRing.Side(First(b), Last(b), First(a));
    }

    private GeoPoint First(int segment) =>
        Order(_ring.Start(segment), _ring.End(segment)) < 0 ? _ring.Start(segment) : _ring.End(segment);

    private GeoPoint Last(int segment) =>
        Order(_ring.Start(segment), _ring.End(segment)) < 0 ? _ring.End(segment) : _ring.Start(segment);

    private static int Order(GeoPoint a, GeoPoint b) => (a.LonDeg, a.LatDeg).CompareTo((b.LonDeg, b.LatDeg));
}
