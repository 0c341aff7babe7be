using System.Collections.Immutable;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Geodesy;

namespace BvlosSim.Estimation.Planar;

/// <summary>Takes the pairs that a search of <see cref="SegmentTree"/> finds.</summary>
internal interface ISegmentPairVisitor
{
    /// <summary>Looks at a pair.</summary>
    /// <param name="first">Segment of the tree that is searched.</param>
    /// <param name="second">Segment of the other tree.</param>
    /// <returns>False to end the search.</returns>
    bool Visit(int first, int second);
}

/// <summary>
/// The segments of a polyline or ring in the lon/lat plane, under a hierarchy of boxes over consecutive segments: vertices that follow each
/// other lie close together, so the order of the file is already the order of a good tree. Immutable, safe across threads.
/// </summary>
internal sealed class SegmentTree
{
    private const int SegmentsPerLeaf = 8;

    private readonly ImmutableArray<GeoPoint> _vertices;
    private readonly PlanarBox[] _boxes;

    /// <summary>Builds the tree.</summary>
    /// <param name="vertices">At least one; a single one makes a segment without length. Longitudes may lie beyond ±180.</param>
    public SegmentTree(ImmutableArray<GeoPoint> vertices)
    {
        _vertices = vertices;
        SegmentCount = Math.Max(1, vertices.Length - 1);
        _boxes = new PlanarBox[(2 * Root.LeafCount) - 1];
        Build(Root);
    }

    /// <summary>Number of segments; segment i goes from vertex i to vertex i + 1.</summary>
    public int SegmentCount { get; }

    /// <summary>The box around all segments.</summary>
    public PlanarBox Box => _boxes[0];

    private Node Root => new(0, 0, (SegmentCount + SegmentsPerLeaf - 1) / SegmentsPerLeaf);

    /// <summary>The beginning of a segment.</summary>
    public GeoPoint Start(int segment) => _vertices[segment];

    /// <summary>The end of a segment.</summary>
    public GeoPoint End(int segment) => _vertices[Math.Min(segment + 1, _vertices.Length - 1)];

    /// <summary>The point at a parameter along the polyline: segment i from its start to its end is i … i + 1.</summary>
    public GeoPoint PointAt(double parameter)
    {
        int segment = Math.Clamp((int)parameter, 0, SegmentCount - 1);
        double share = parameter - segment;
        (GeoPoint start, GeoPoint end) = (Start(segment), End(segment));
        return new GeoPoint(
            start.LatDeg + ((end.LatDeg - start.LatDeg) * share),
            start.LonDeg + ((end.LonDeg - start.LonDeg) * share));
    }

    /// <summary>The point of the polyline that is nearest to a point, in the plane that is true to scale there.</summary>
    public GeoPoint NearestTo(GeoPoint point)
    {
        var search = new NearestSearch(point, Math.Cos(Angles.ToRadians(point.LatDeg)));
        FindNearest(Root, search.SquaredTo(Box), ref search);
        return search.Segment >= 0 ? PointAt(search.Segment + search.Share) : Start(0);
    }

    /// <summary>How far a point is from the polyline, metres.</summary>
    public double DistanceM(GeoPoint point)
    {
        GeoPoint nearest = NearestTo(point);
        return Geodesic.Inverse(point.LatDeg, point.LonDeg, nearest.LatDeg, nearest.LonDeg).DistanceM;
    }

    /// <summary>Whether the box of any segment meets a box.</summary>
    public bool MayMeet(in PlanarBox box) => MayMeet(box, Root);

    /// <summary>Whether the ray from a point towards greater x crosses an odd number of segments.</summary>
    /// <param name="point">A point that lies on no segment.</param>
    public bool IsCrossedOddly(GeoPoint point) => IsCrossedOddly(point, Root);

    /// <summary>Visits the pairs of a segment of this tree and one of another whose boxes are near each other.</summary>
    /// <param name="other">The other polyline.</param>
    /// <param name="otherDx">Added to every x of the other.</param>
    /// <param name="reach">No pair of segments within this distance is missed.</param>
    /// <param name="visitor">Gets the pairs.</param>
    /// <returns>False when the visitor ended the search.</returns>
    public bool VisitNear<T>(SegmentTree other, double otherDx, double reach, ref T visitor)
        where T : struct, ISegmentPairVisitor
    {
        long budget = long.MaxValue;
        return VisitNear(Root, other, other.Root, otherDx, reach, ref visitor, ref budget);
    }

    /// <summary>Visits the pairs of two segments of this tree, the earlier one first, whose boxes meet. Neighbours are such pairs.</summary>
    /// <param name="visitor">Gets the pairs.</param>
    /// <param name="budget">How many boxes may be compared; what is left of it, below zero when it did not suffice.</param>
    /// <returns>False when the visitor ended the search, or the budget.</returns>
    public bool VisitOwn<T>(ref T visitor, ref long budget)
        where T : struct, ISegmentPairVisitor => VisitOwn(Root, ref visitor, ref budget);

    /// <summary>The same polyline without the vertices that repeat the one before them.</summary>
    public SegmentTree WithoutRepetition() => new([.. _vertices.Where((vertex, i) => i == 0 || vertex != _vertices[i - 1])]);

    /// <summary>The nearer half first: the other is often too far then.</summary>
    private void FindNearest(Node node, double squared, ref NearestSearch search)
    {
        if (squared > search.LeastSquared)
            return;
        if (node.IsLeaf)
        {
            for (int i = node.FirstSegment; i < EndOf(node); i++)
                search.Take(i, Start(i), End(i));
            return;
        }

        (double left, double right) = (search.SquaredTo(_boxes[node.Left.Index]), search.SquaredTo(_boxes[node.Right.Index]));
        if (left <= right)
        {
            FindNearest(node.Left, left, ref search);
            FindNearest(node.Right, right, ref search);
        }
        else
        {
            FindNearest(node.Right, right, ref search);
            FindNearest(node.Left, left, ref search);
        }
    }

    private PlanarBox Build(Node node)
    {
        if (!node.IsLeaf)
            return _boxes[node.Index] = Build(node.Left).Union(Build(node.Right));
        PlanarBox box = PlanarBox.Empty;
        for (int i = node.FirstSegment; i < EndOf(node); i++)
            box = box.Union(BoxOf(i));
        return _boxes[node.Index] = box;
    }

    private bool MayMeet(in PlanarBox box, Node node)
    {
        if (!_boxes[node.Index].Meets(box))
            return false;
        if (!node.IsLeaf)
            return MayMeet(box, node.Left) || MayMeet(box, node.Right);
        for (int i = node.FirstSegment; i < EndOf(node); i++)
        {
            if (BoxOf(i).Meets(box))
                return true;
        }

        return false;
    }

    private bool VisitOwn<T>(Node node, ref T visitor, ref long budget)
        where T : struct, ISegmentPairVisitor
    {
        if (!node.IsLeaf)
        {
            return VisitOwn(node.Left, ref visitor, ref budget)
                && VisitOwn(node.Right, ref visitor, ref budget)
                && VisitNear(node.Left, this, node.Right, 0.0, 0.0, ref visitor, ref budget);
        }

        for (int i = node.FirstSegment; i < EndOf(node); i++)
        {
            PlanarBox box = BoxOf(i);
            budget -= EndOf(node) - i;
            for (int j = i + 1; j < EndOf(node); j++)
            {
                if (box.Meets(BoxOf(j)) && !visitor.Visit(i, j))
                    return false;
            }
        }

        return budget >= 0;
    }

    private bool VisitNear<T>(
        Node node, SegmentTree other, Node otherNode, double otherDx, double reach, ref T visitor, ref long budget)
        where T : struct, ISegmentPairVisitor
    {
        if (--budget < 0)
            return false;
        if (!_boxes[node.Index].Grown(reach).Meets(other._boxes[otherNode.Index].Shifted(otherDx)))
            return true;
        if (node.IsLeaf && otherNode.IsLeaf)
            return VisitSegments(node, other, otherNode, otherDx, reach, ref visitor, ref budget);
        if (node.LeafCount >= otherNode.LeafCount)
        {
            return VisitNear(node.Left, other, otherNode, otherDx, reach, ref visitor, ref budget)
                && VisitNear(node.Right, other, otherNode, otherDx, reach, ref visitor, ref budget);
        }

        return VisitNear(node, other, otherNode.Left, otherDx, reach, ref visitor, ref budget)
            && VisitNear(node, other, otherNode.Right, otherDx, reach, ref visitor, ref budget);
    }

    private bool VisitSegments<T>(
        Node leaf, SegmentTree other, Node otherLeaf, double otherDx, double reach, ref T visitor, ref long budget)
        where T : struct, ISegmentPairVisitor
    {
        PlanarBox otherBox = other._boxes[otherLeaf.Index].Shifted(otherDx);
        for (int i = leaf.FirstSegment; i < EndOf(leaf); i++)
        {
            PlanarBox box = BoxOf(i).Grown(reach);
            // Of two leaves that follow each other only the ends are near.
            budget--;
            if (!box.Meets(otherBox))
                continue;
            budget -= other.EndOf(otherLeaf) - otherLeaf.FirstSegment;
            for (int j = otherLeaf.FirstSegment; j < other.EndOf(otherLeaf); j++)
            {
                if (box.Meets(other.BoxOf(j).Shifted(otherDx)) && !visitor.Visit(i, j))
                    return false;
            }
        }

        return true;
    }

    private bool IsCrossedOddly(GeoPoint point, Node node)
    {
        PlanarBox box = _boxes[node.Index];
        if (point.LatDeg < box.MinY || point.LatDeg > box.MaxY || point.LonDeg > box.MaxX)
            return false;
        if (!node.IsLeaf)
            return IsCrossedOddly(point, node.Left) ^ IsCrossedOddly(point, node.Right);
        bool odd = false;
        for (int i = node.FirstSegment; i < EndOf(node); i++)
            odd ^= Crosses(Start(i), End(i), point);
        return odd;
    }

    private static bool Crosses(GeoPoint start, GeoPoint end, GeoPoint point)
    {
        if ((start.LatDeg > point.LatDeg) == (end.LatDeg > point.LatDeg))
            return false;
        double side = ((end.LonDeg - start.LonDeg) * (point.LatDeg - start.LatDeg))
            - ((end.LatDeg - start.LatDeg) * (point.LonDeg - start.LonDeg));
        return end.LatDeg > start.LatDeg ? side > 0.0 : side < 0.0;
    }

    private PlanarBox BoxOf(int segment)
    {
        (GeoPoint start, GeoPoint end) = (Start(segment), End(segment));
        return PlanarBox.Of(start.LonDeg, start.LatDeg, end.LonDeg, end.LatDeg);
    }

    private int EndOf(Node leaf) => Math.Min(leaf.FirstSegment + SegmentsPerLeaf, SegmentCount);

    /// <summary>The nearest segment so far; of equally near ones the first.</summary>
    private struct NearestSearch(GeoPoint point, double scale)
    {
        // A box is never farther than what is in it; less than rounding can claim.
        private const double BelowRounding = 1.0 - 1e-9;

        public double LeastSquared { get; private set; } = double.PositiveInfinity;

        public int Segment { get; private set; } = -1;

        public double Share { get; private set; }

        public readonly double SquaredTo(in PlanarBox box)
        {
            double x = Math.Max(0.0, Math.Max(box.MinX - point.LonDeg, point.LonDeg - box.MaxX)) * scale;
            double y = Math.Max(0.0, Math.Max(box.MinY - point.LatDeg, point.LatDeg - box.MaxY));
            return ((x * x) + (y * y)) * BelowRounding;
        }

        public void Take(int segment, GeoPoint start, GeoPoint end)
        {
            var run = new PlaneVector((end.LonDeg - start.LonDeg) * scale, end.LatDeg - start.LatDeg);
            var here = new PlaneVector((point.LonDeg - start.LonDeg) * scale, point.LatDeg - start.LatDeg);
            double squared = run.Dot(run);
            double share = squared > 0.0 ? Math.Clamp(here.Dot(run) / squared, 0.0, 1.0) : 0.0;
            PlaneVector off = here - (run * share);
            double offSquared = off.Dot(off);
            if (offSquared < LeastSquared || (offSquared == LeastSquared && segment < Segment))
                (LeastSquared, Segment, Share) = (offSquared, segment, share);
        }
    }

    /// <summary>A node: a run of leaves. Nodes are numbered so that a node is followed by its left half, then by its right one.</summary>
    private readonly record struct Node(int Index, int FirstLeaf, int LeafCount)
    {
        public bool IsLeaf => LeafCount == 1;

        public int FirstSegment => FirstLeaf * SegmentsPerLeaf;

        public Node Left => new(Index + 1, FirstLeaf, LeafCount / 2);

        public Node Right => new(Index + (2 * (LeafCount / 2)), FirstLeaf + (LeafCount / 2), LeafCount - (LeafCount / 2));
    }
}
