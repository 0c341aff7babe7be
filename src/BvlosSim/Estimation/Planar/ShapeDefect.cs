using BvlosSim.Estimation.Kinematics;
using BvlosSim.Values;

namespace BvlosSim.Estimation.Planar;

/// <summary>What is wrong with the shape of an asset.</summary>
public enum ShapeFault
{
    /// <summary>A ring crosses or touches itself, doubles back, or has no area.</summary>
    Ring,

    /// <summary>A hole lies outside its outer ring, or crosses or overlaps another ring.</summary>
    Hole,

    /// <summary>Parts overlap, lie in each other or share an edge.</summary>
    Parts,

    /// <summary>All positions of a line are the same.</summary>
    Line,
}

/// <summary>The tokens of <see cref="ShapeFault"/>.</summary>
public static class ShapeFaultTokens
{
    /// <summary>Tokens of <see cref="ShapeFault"/>.</summary>
    public static ClosedSet<ShapeFault> Set { get; } = new(
        (ShapeFault.Ring, "invalid_ring"),
        (ShapeFault.Hole, "misplaced_hole"),
        (ShapeFault.Parts, "overlapping_parts"),
        (ShapeFault.Line, "single_position"));
}

/// <summary>A defect of the shape of an asset and its place.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="At">Where it is; null when it has no place.</param>
/// <param name="Part">0-based index of the polygon; 0 when there is but one.</param>
/// <param name="Ring">0-based index of the ring; 0 is the exterior, also of a line.</param>
/// <param name="Position">0-based index of the position in the ring or line from which the edge at the place starts.</param>
public sealed record ShapeDefect(ShapeFault Fault, GeoPoint? At, int Part, int Ring, int Position);
