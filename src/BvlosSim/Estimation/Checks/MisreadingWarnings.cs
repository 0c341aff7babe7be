using System.Collections.Immutable;
using BvlosSim.Estimation.HomePlausibility;
using BvlosSim.Estimation.Limits;
using BvlosSim.Estimation.Sampling;
using BvlosSim.Estimation.WindCoverage;
using BvlosSim.Missions;

namespace BvlosSim.Estimation.Checks;

/// <summary>Warnings of numbers that are as specified and yet mislead. They follow all checks, also after one that failed.</summary>
internal static class MisreadingWarnings
{
    /// <summary>Adds the warnings to a result.</summary>
    public static EstimateResult AddTo(
        EstimateResult result, EstimationInput input, FlightSettings settings, FlownPath path, CancellationToken cancellation)
    {
        Mission mission = input.Mission;
        ImmutableArray<MissionWarning>.Builder warnings = ImmutableArray.CreateBuilder<MissionWarning>();
        warnings.AddRange(WindCoverageWarnings.Of(result, settings.Wind, mission.DepartureTime?.Value, cancellation));
        if (HomeWarning.Of(mission, cancellation) is { } home)
            warnings.Add(home);
        // After a failure, what was not evaluated was not reached.
        if (result.Failure is null)
            warnings.AddRange(UnevaluatedLimits.Of(input, result));
        warnings.AddRange(DeclaredHeights.Of(input, path, cancellation));
        return warnings.Count == 0 ? result : result with { Warnings = result.Warnings.AddRange(warnings) };
    }
}
