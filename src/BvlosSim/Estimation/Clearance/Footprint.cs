using BvlosSim.Estimation.Planar;

namespace BvlosSim.Estimation.Clearance;

/// <summary>
/// The keep-out around a shape: everything within a radius, round corners as polygons of 128 segments a quarter turn. It is the union of
/// convex pieces: a rectangle along each edge, a fan at each corner, a half disc at each end of a line.
/// </summary>
internal readonly struct Footprint
{
    private const int SegmentsPerTurn = 512;
    private const double LeastRadiusM = 1e-6;

    // A piece of the keep-out can only be met where its edge is this near, with room for rounding.
    private const double NearFactor = 1.0 + 1e-9;

    private readonly PlaneShape _shape;
    private readonly double _radiusM;

    /// <summary>Makes the keep-out of a shape.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="radiusM">Radius in metres; at least a micrometre is used.</param>
    public Footprint(PlaneShape shape, double radiusM)
    {
        _shape = shape;
        _radiusM = Math.Max(radiusM, LeastRadiusM);
    }

    /// <summary>The first point of a segment in the keep-out, as a share of the segment.</summary>
    /// <returns>0…1; null when the segment stays outside.</returns>
    public double? FirstContact(PlaneVector from, PlaneVector to)
    {
        if (!double.IsFinite(_radiusM) || _shape.Holds(from))
            return 0.0;
        var search = new Search(from, to);
        if (_shape.EdgeCount == 0)
            Meet(search, Disc());
        else if (_shape.IsArea)
            MeetArea(search);
        else
            MeetLine(search);
        return search.First;
    }

    private void MeetLine(Search search)
    {
        int last = _shape.EdgeCount - 1;
        for (int i = 0; i <= last; i++)
        {
            if (IsFar(i, search))
                continue;
            PlaneVector side = LeftOf(i);
            Meet(search, [_shape.Corner(i) - side, _shape.Corner(i + 1) - side, _shape.Corner(i + 1) + side, _shape.Corner(i) + side]);
            if (i < last)
                MeetBend(search, i);
        }

        Meet(search, Fan(_shape.Corner(0), LeftOf(0), Math.PI));
        Meet(search, Fan(_shape.Corner(last + 1), LeftOf(last) * -1.0, Math.PI));
    }

    private void MeetBend(Search search, int edge)
    {
        (PlaneVector side, PlaneVector nextSide) = (LeftOf(edge), LeftOf(edge + 1));
        double turnRad = TurnRad(side, nextSide);
        if (turnRad > 0.0)
            Meet(search, Fan(_shape.Corner(edge + 1), side * -1.0, turnRad));
        else if (turnRad < 0.0)
            Meet(search, Fan(_shape.Corner(edge + 1), nextSide, -turnRad));
    }

    private void MeetArea(Search search)
    {
        double outward = _shape.DoubledArea() > 0.0 ? -1.0 : 1.0;
        int count = _shape.EdgeCount;
        for (int i = 0; i < count; i++)
        {
            if (IsFar(i, search))
                continue;
            PlaneVector side = LeftOf(i) * outward;
            PlaneVector nextSide = LeftOf((i + 1) % count) * outward;
            (PlaneVector start, PlaneVector end) = outward < 0.0
                ? (_shape.Corner(i), _shape.Corner(i + 1))
                : (_shape.Corner(i + 1), _shape.Corner(i));
            Meet(search, [start, start + side, end + side, end]);
            double turnRad = TurnRad(side, nextSide) * -outward;
            if (turnRad > 0.0)
                Meet(search, Fan(_shape.Corner(i + 1), outward < 0.0 ? side : nextSide, turnRad));
        }
    }

    private bool IsFar(int edge, Search search) => _shape.EdgeDistance(edge, search.From, search.To) > _radiusM * NearFactor;

    /// <summary>The displacement from an edge to its parallel on the left.</summary>
    private PlaneVector LeftOf(int edge)
    {
        PlaneVector run = _shape.Corner(edge + 1) - _shape.Corner(edge);
        return run.Left * (_radiusM / run.Length);
    }

    private static double TurnRad(PlaneVector side, PlaneVector nextSide) => Math.Atan2(side.Cross(nextSide), side.Dot(nextSide));

    private PlaneVector[] Disc()
    {
        var corners = new PlaneVector[SegmentsPerTurn];
        for (int i = 0; i < SegmentsPerTurn; i++)
            corners[i] = _shape.Corner(0) + PlaneVector.Polar(2.0 * Math.PI * i / SegmentsPerTurn, _radiusM);
        return corners;
    }

    /// <summary>A sector around a corner, counter-clockwise.</summary>
    private PlaneVector[] Fan(PlaneVector corner, PlaneVector begin, double turnRad)
    {
        int count = Math.Max(1, (int)Math.Floor((turnRad / (2.0 * Math.PI / SegmentsPerTurn)) + 0.5));
        double beginRad = Math.Atan2(begin.Y, begin.X);
        var corners = new PlaneVector[count + 2];
        corners[0] = corner;
        for (int i = 0; i <= count; i++)
            corners[i + 1] = corner + PlaneVector.Polar(beginRad + (turnRad * i / count), _radiusM);
        return corners;
    }

    private static void Meet(Search search, ReadOnlySpan<PlaneVector> piece)
    {
        if (ConvexArea.Entry(search.From, search.To, piece) is { } entry && !(entry >= search.First))
            search.First = entry;
    }

    private sealed class Search(PlaneVector from, PlaneVector to)
    {
        public PlaneVector From => from;

        public PlaneVector To => to;

        public double? First { get; set; }
    }
}
