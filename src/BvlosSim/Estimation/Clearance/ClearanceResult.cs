using System.Collections.Immutable;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Estimation.Clearance;

/// <summary>A place where the flight comes too close to an obstacle or to the ground.</summary>
public sealed record ClearanceViolation
{
    /// <summary><see cref="FailureCode.ObstacleClearanceViolated"/> or <see cref="FailureCode.TerrainClearanceViolated"/>.</summary>
    public required FailureCode Code { get; init; }

    /// <summary>What it means, for a person.</summary>
    public required string Message { get; init; }

    /// <summary>The leg.</summary>
    public required Leg Leg { get; init; }

    /// <summary>The obstacle; null for terrain.</summary>
    public string? ObstacleId { get; init; }

    /// <summary>Where, degrees north: the first contact with a keep-out, or the lower end of the piece above terrain.</summary>
    public required double SampleLatDeg { get; init; }

    /// <summary>Where, degrees east.</summary>
    public required double SampleLonDeg { get; init; }

    /// <summary>Least altitude of the piece of path there, metres AMSL.</summary>
    public required double SampleAltitudeAmslM { get; init; }

    /// <summary>Distance to the obstacle's outline in metres, 0 inside an area; null for terrain.</summary>
    public double? HorizontalDistanceM { get; init; }

    /// <summary>Metres above the top of the obstacle or above the highest ground under the piece; negative = below.</summary>
    public required double VerticalClearanceM { get; init; }

    /// <summary>Metres that <see cref="VerticalClearanceM"/> should have.</summary>
    public required double RequiredClearanceM { get; init; }

    /// <summary>Highest ground under the piece of path, metres AMSL; null for obstacles.</summary>
    public double? TerrainElevationM { get; init; }
}

/// <summary>The flight held against obstacles and terrain.</summary>
public sealed record ClearanceResult
{
    /// <summary>Whether the whole flight was evaluated and keeps clear.</summary>
    public required bool IsFeasible { get; init; }

    /// <summary>Obstacles of the file; 0 without one.</summary>
    public required int CheckedObstacleCount { get; init; }

    /// <summary>Legs of the flight.</summary>
    public required int CheckedLegCount { get; init; }

    /// <summary>The mission's clearance from obstacles in metres; null = none asked for.</summary>
    public double? MinObstacleClearanceM { get; init; }

    /// <summary>The mission's clearance from terrain in metres; null = terrain was not evaluated.</summary>
    public double? MinTerrainClearanceM { get; init; }

    /// <summary>Violations by leg; within a leg terrain along the path, then obstacles in file order.</summary>
    public ImmutableArray<ClearanceViolation> Violations { get; init; } = [];
}
