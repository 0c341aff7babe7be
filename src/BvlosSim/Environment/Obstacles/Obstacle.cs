using System.Collections.Immutable;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Environment.Obstacles;

/// <summary>Shape of an obstacle's footprint.</summary>
public enum ObstacleShape
{
    /// <summary>A point.</summary>
    Point,

    /// <summary>A line of at least two points.</summary>
    Line,

    /// <summary>An area; holes do not count.</summary>
    Polygon,
}

/// <summary>An obstacle, solid from the ground up to its top.</summary>
public sealed record Obstacle
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Shape of the footprint.</summary>
    public required ObstacleShape Shape { get; init; }

    /// <summary>The point, the line, or the closed exterior ring.</summary>
    public required ImmutableArray<GeoPoint> Positions { get; init; }

    /// <summary>Top in metres AMSL (not above ground), ≥ 0.</summary>
    public required double HeightM { get; init; }

    /// <summary>Radius around the footprint in metres, ≥ 0.</summary>
    public double RadiusM { get; init; }

    /// <summary>Uncertainty of position and height in metres, ≥ 0.</summary>
    public double UncertaintyM { get; init; }
}
