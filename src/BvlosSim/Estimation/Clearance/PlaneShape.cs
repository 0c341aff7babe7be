using BvlosSim.Environment.Obstacles;
using BvlosSim.Estimation.Planar;
using NetTopologySuite.Algorithm;

namespace BvlosSim.Estimation.Clearance;

/// <summary>An obstacle in a local plane, metres: its projected positions, joined by straight edges.</summary>
internal sealed class PlaneShape
{
    private readonly ObstacleShape _shape;
    private readonly List<PlaneVector> _corners = [];

    /// <summary>Makes a shape.</summary>
    /// <param name="shape">Point, line or area.</param>
    /// <param name="positions">Its positions in the plane; of an area the closed ring. Repeated ones are dropped.</param>
    public PlaneShape(ObstacleShape shape, IEnumerable<PlaneVector> positions)
    {
        _shape = shape;
        foreach (PlaneVector position in positions)
        {
            if (_corners.Count == 0 || _corners[^1] != position)
                _corners.Add(position);
        }
    }

    /// <summary>Whether it encloses an area.</summary>
    public bool IsArea => _shape == ObstacleShape.Polygon;

    /// <summary>Number of edges; 0 for a point.</summary>
    public int EdgeCount => _corners.Count - 1;

    /// <summary>A corner; of an area the last is the first again.</summary>
    public PlaneVector Corner(int index) => _corners[index];

    /// <summary>Distance to a segment, which may have no length; 0 where it meets the shape.</summary>
    public double DistanceTo(PlaneVector from, PlaneVector to)
    {
        if (Holds(from))
            return 0.0;
        double least = _corners[0].DistanceTo(from, to);
        for (int i = 0; i < EdgeCount; i++)
            least = Math.Min(least, EdgeDistance(i, from, to));
        return least;
    }

    /// <summary>Distance of an edge to a segment.</summary>
    public double EdgeDistance(int edge, PlaneVector from, PlaneVector to)
    {
        (PlaneVector start, PlaneVector end) = (_corners[edge], _corners[edge + 1]);
        if (Cross(start, end, from, to))
            return 0.0;
        return Math.Min(
            Math.Min(from.DistanceTo(start, end), to.DistanceTo(start, end)),
            Math.Min(start.DistanceTo(from, to), end.DistanceTo(from, to)));
    }

    /// <summary>Whether a point lies in the area. Near its boundary either answer may come.</summary>
    public bool Holds(PlaneVector point)
    {
        bool odd = false;
        for (int i = 0; IsArea && i < EdgeCount; i++)
        {
            (PlaneVector start, PlaneVector end) = (_corners[i], _corners[i + 1]);
            if ((start.Y > point.Y) != (end.Y > point.Y))
                odd ^= ((end - start).Cross(point - start) > 0.0) == (end.Y > start.Y);
        }

        return odd;
    }

    /// <summary>Signed area of the ring, doubled; positive when it runs counter-clockwise.</summary>
    public double DoubledArea()
    {
        double sum = 0.0;
        for (int i = 0; i < EdgeCount; i++)
            sum += (_corners[i] - _corners[0]).Cross(_corners[i + 1] - _corners[0]);
        return sum;
    }

    private static bool Cross(PlaneVector a, PlaneVector b, PlaneVector c, PlaneVector d) =>
        Side(a, b, c) * Side(a, b, d) < 0 && Side(c, d, a) * Side(c, d, b) < 0;

    private static int Side(PlaneVector a, PlaneVector b, PlaneVector c) => CGAlgorithmsDD.OrientationIndex(a.X, a.Y, b.X, b.Y, c.X, c.Y);
}
