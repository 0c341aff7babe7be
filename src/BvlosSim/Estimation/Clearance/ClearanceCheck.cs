using System.Collections.Immutable;
using BvlosSim.Environment.Obstacles;
using BvlosSim.Environment.Terrain;
using BvlosSim.Estimation.Checks;
using BvlosSim.Estimation.Sampling;
using BvlosSim.Missions;
using BvlosSim.Values;

namespace BvlosSim.Estimation.Clearance;

/// <summary>Holds every leg of a flight against the terrain, where the mission asks for it, and against obstacles.</summary>
internal static class ClearanceCheck
{
    /// <summary>Validates obstacles and evaluates a flight. Without obstacles and terrain clearance the check does not run.</summary>
    /// <param name="obstacles">The obstacles in file order; null without an obstacle file.</param>
    /// <param name="terrain">The terrain; null = none.</param>
    /// <param name="limits">The mission's limits.</param>
    /// <param name="path">The flight.</param>
    /// <param name="warnings">The warnings in order of emission, also when the check does not run.</param>
    /// <param name="cancellation">Ends a long evaluation.</param>
    public static CheckOutcome<ClearanceResult> Evaluate(
        ImmutableArray<Obstacle>? obstacles,
        TerrainProvider? terrain,
        MissionConstraints limits,
        FlownPath path,
        out ImmutableArray<MissionWarning> warnings,
        CancellationToken cancellation)
    {
        // Terrain without a grid fails before the obstacles are looked at.
        bool lacksTerrain = limits.MinTerrainClearanceM is not null && terrain is null;
        ObstacleSet? set = obstacles is { } known && !lacksTerrain
            ? ObstacleSet.Compile(known, limits.MinObstacleClearanceM ?? 0.0, cancellation)
            : null;
        warnings = ClearanceWarnings.BeforeEvaluation(obstacles, limits.MinObstacleClearanceM);
        return Evaluate(set, terrain, limits, path, cancellation);
    }

    /// <summary>Evaluates a flight against obstacles that were validated before, for the clearance of the same limits.</summary>
    public static CheckOutcome<ClearanceResult> Evaluate(
        ObstacleSet? obstacles, TerrainProvider? terrain, MissionConstraints limits, FlownPath path, CancellationToken cancellation)
    {
        if (obstacles is null && limits.MinTerrainClearanceM is null)
            return default;
        var failed = new ClearanceResult
        {
            IsFeasible = false,
            CheckedObstacleCount = obstacles?.Obstacles.Length ?? 0,
            CheckedLegCount = path.Legs.Length,
            MinObstacleClearanceM = limits.MinObstacleClearanceM,
            MinTerrainClearanceM = limits.MinTerrainClearanceM,
        };
        TerrainClearance? ground = limits.MinTerrainClearanceM is { } clearanceM && terrain is not null
            ? new TerrainClearance(terrain, clearanceM)
            : null;
        if (limits.MinTerrainClearanceM is not null && ground is null)
            return new CheckOutcome<ClearanceResult>(failed with { CheckedObstacleCount = 0 }, NoTerrain());
        if (obstacles?.Failure is { } invalid)
            return new CheckOutcome<ClearanceResult>(null, invalid);

        MissionFailure? failure = path.Sample(
            out ImmutableArray<ImmutableArray<RouteSample>> samples, ground is null ? null : ground.Value.Terrain.SamplingIntervalM);
        if (failure is not null)
            return new CheckOutcome<ClearanceResult>(failed, failure);
        failure = EvaluateLegs(obstacles, ground, path, samples, out ImmutableArray<ClearanceViolation> violations, cancellation);
        bool feasible = failure is null && violations.IsEmpty;
        return new CheckOutcome<ClearanceResult>(
            failed with { IsFeasible = feasible, Violations = violations },
            feasible ? null : failure ?? Fails(violations[0]));
    }

    private static MissionFailure? EvaluateLegs(
        ObstacleSet? obstacles,
        TerrainClearance? ground,
        FlownPath path,
        ImmutableArray<ImmutableArray<RouteSample>> samples,
        out ImmutableArray<ClearanceViolation> violations,
        CancellationToken cancellation)
    {
        ImmutableArray<ClearanceViolation>.Builder found = ImmutableArray.CreateBuilder<ClearanceViolation>();
        ObstacleClearance? above = obstacles is null ? null : new ObstacleClearance(obstacles);
        MissionFailure? failure = null;
        for (int i = 0; i < path.Legs.Length && failure is null; i++)
        {
            ImmutableArray<ClearanceViolation> low = [];
            failure = ground?.Evaluate(path.Legs[i], samples[i], out low, cancellation);
            found.AddRange(low);
            if (failure is null && above is not null)
                found.AddRange(above.Evaluate(path.Legs[i], samples[i], cancellation));
        }

        violations = found.ToImmutable();
        return failure;
    }

    private static MissionFailure NoTerrain() => new(
        FailureKind.InvalidInput,
        FailureCode.TerrainCoverageMissing,
        "min_terrain_clearance_m is set, but the mission has no terrain file.",
        FlightPlace.Mission,
        ScalarMap.Empty);

    private static MissionFailure Fails(ClearanceViolation violation)
    {
        ScalarMap context = ScalarMap.Of(
            ("sample_lat", violation.SampleLatDeg),
            ("sample_lon", violation.SampleLonDeg),
            ("sample_alt_amsl_m", violation.SampleAltitudeAmslM),
            ("vertical_clearance_m", violation.VerticalClearanceM),
            ("required_clearance_m", violation.RequiredClearanceM));
        return new MissionFailure(
            FailureKind.Infeasible,
            violation.Code,
            violation.Message,
            violation.Leg.Place,
            violation.ObstacleId is { } id
                ? context.With(("obstacle_id", id), ("horizontal_distance_m", violation.HorizontalDistanceM ?? 0.0))
                : context.With(("terrain_elevation_m", violation.TerrainElevationM ?? 0.0)));
    }
}
