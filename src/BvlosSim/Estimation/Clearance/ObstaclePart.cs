using NetTopologySuite.Index;

namespace BvlosSim.Estimation.Clearance;

/// <summary>A part of an obstacle that the index knows by itself.</summary>
/// <param name="Obstacle">Index of the obstacle.</param>
/// <param name="FirstPosition">First of its positions in the part.</param>
/// <param name="PositionCount">Number of positions; 0 stands for the inside of an area.</param>
internal readonly record struct ObstaclePart(int Obstacle, int FirstPosition, int PositionCount)
{
    /// <summary>Whether the part is the inside of an area, without its edges.</summary>
    public bool IsInside => PositionCount == 0;
}

/// <summary>The parts of obstacles that a search found, those of an obstacle together, obstacles in file order.</summary>
internal sealed class PartList : IItemVisitor<ObstaclePart>
{
    private readonly List<ObstaclePart> _parts = [];

    /// <summary>Takes a part.</summary>
    public void VisitItem(ObstaclePart item) => _parts.Add(item);

    /// <summary>Empties the list.</summary>
    public void Clear() => _parts.Clear();

    /// <summary>Puts the parts in order.</summary>
    public void Sort() => _parts.Sort(static (a, b) =>
        a.Obstacle != b.Obstacle ? a.Obstacle.CompareTo(b.Obstacle) : a.FirstPosition.CompareTo(b.FirstPosition));

    /// <summary>The parts of the obstacle that begins at a place of the list; empty at its end.</summary>
    public ReadOnlySpan<ObstaclePart> GroupAt(int begin)
    {
        int end = begin;
        while (end < _parts.Count && _parts[end].Obstacle == _parts[begin].Obstacle)
            end++;
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_parts)[begin..end];
    }
}
