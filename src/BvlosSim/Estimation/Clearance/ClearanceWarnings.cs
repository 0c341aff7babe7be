using System.Collections.Immutable;
using BvlosSim.Environment.Obstacles;

namespace BvlosSim.Estimation.Clearance;

/// <summary>What an operator must know about the obstacles themselves; precedes every evaluation.</summary>
internal static class ClearanceWarnings
{
    /// <summary>The warnings: at most one.</summary>
    /// <param name="obstacles">The obstacles; null without an obstacle file.</param>
    /// <param name="clearanceM">The mission's clearance in metres; null when it asks for none.</param>
    public static ImmutableArray<MissionWarning> BeforeEvaluation(ImmutableArray<Obstacle>? obstacles, double? clearanceM)
    {
        if (obstacles is not { } known)
        {
            return clearanceM is null
                ? []
                : [Warning(WarningCode.ObstacleZeroFeatures, "min_obstacle_clearance_m is set, but there is no obstacle file.")];
        }

        if (known.IsEmpty)
            return [Warning(WarningCode.ObstacleZeroFeatures, "The obstacle file holds no obstacle.")];
        return (clearanceM ?? 0.0) <= 0.0 && known.All(o => o.RadiusM + o.UncertaintyM <= 0.0)
            ? [Warning(WarningCode.ObstacleKeepOutNotConfigured, "Obstacles have no size and no clearance: set min_obstacle_clearance_m.")]
            : [];
    }

    private static MissionWarning Warning(WarningCode code, string message) => new(code, message, FlightPlace.Mission);
}
