using System.Collections.Immutable;
using BvlosSim.Estimation;
using BvlosSim.Values;

namespace BvlosSim.Readiness;

/// <summary>What the numbers of a result speak of.</summary>
public enum ResultScope
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The full mission.</summary>
    FullMission,

    /// <summary>The legs flown before a failure.</summary>
    CompletedLegsOnly,
}

/// <summary>The contract tokens of <see cref="ResultScope"/>.</summary>
public static class ResultScopeTokens
{
    /// <summary>Tokens of <see cref="ResultScope"/>.</summary>
    public static ClosedSet<ResultScope> Set { get; } = new(
        (ResultScope.None, "none"),
        (ResultScope.FullMission, "full_mission"),
        (ResultScope.CompletedLegsOnly, "completed_legs_only"));
}

/// <summary>How far the numbers of a result hold.</summary>
/// <param name="IsComplete">Every block that the run could have is there.</param>
/// <param name="IsPartial">The numbers are those of the beginning of the flight.</param>
/// <param name="IsValidForFullMission">The numbers hold for the full mission.</param>
/// <param name="Scope">What they speak of.</param>
/// <param name="InvalidatedFields">Dotted paths of numbers that are there but do not hold.</param>
/// <param name="UnavailableFields">Dotted paths of numbers that are not there.</param>
public sealed record ResultValidity(
    bool IsComplete,
    bool IsPartial,
    bool IsValidForFullMission,
    ResultScope Scope,
    ImmutableArray<string> InvalidatedFields,
    ImmutableArray<string> UnavailableFields)
{
    private static readonly ImmutableArray<string> Totals =
    [
        "result.total_horizontal_distance_m",
        "result.total_vertical_distance_m",
        "result.total_path_distance_m",
        "result.total_time_s",
    ];

    /// <summary>The validity of a run without result.</summary>
    public static ResultValidity WithoutResult { get; } = new(false, false, false, ResultScope.None, [], ["result"]);

    /// <summary>The validity of a result.</summary>
    public static ResultValidity Of(EstimateResult result)
    {
        if (result.TotalsArePartial)
            return new(false, true, false, ResultScope.CompletedLegsOnly, Totals, []);
        if (result.Failure is not { } failure)
            return new(true, false, true, ResultScope.FullMission, [], []);
        if (FailureTokens.IsStatic(failure.Code))
        {
            ImmutableArray<string> missing = [.. MissingBlocks(result, failure.Code)];
            return new(missing.IsEmpty, false, missing.IsEmpty, ResultScope.FullMission, [], missing);
        }

        return result.Legs.IsEmpty
            ? new(false, false, false, ResultScope.None, [], Totals)
            : new(false, false, false, ResultScope.FullMission, [], []);
    }

    /// <summary>The blocks that the failing check should have left: its own, and the energy that all later checks rest on.</summary>
    private static IEnumerable<string> MissingBlocks(EstimateResult result, FailureCode code)
    {
        if (result.Energy is null)
            yield return "result.energy";
        (string Name, object? Block)? own = code switch
        {
            FailureCode.ResourceFeasibilityFailed => ("result.resource", result.Resource),
            FailureCode.LinkFeasibilityFailed => ("result.link", result.Link),
            FailureCode.RouteEntersForbiddenZone or FailureCode.RouteExitsRequiredZone => ("result.geofence", result.Geofence),
            FailureCode.NoReachableLandingZone or FailureCode.LandingZoneReachableButBelowReserve
                or FailureCode.AllLandingZonesUnavailable => ("result.landing_zone", result.LandingZone),
            FailureCode.ObstacleClearanceViolated or FailureCode.TerrainClearanceViolated => ("result.obstacle", result.Obstacle),
            FailureCode.WindLimitExceeded or FailureCode.GustLimitExceeded or FailureCode.CrosswindLimitExceeded
                => ("result.weather", result.Weather),
            _ => null,
        };
        if (own is { Block: null } missing)
            yield return missing.Name;
    }
}
