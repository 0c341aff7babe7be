using System.Collections.Immutable;
using BvlosSim.Estimation.Checks;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Links;
using BvlosSim.Missions;
using BvlosSim.Values;

namespace BvlosSim.Estimation.Links;

/// <summary>Why a link cannot serve the mission.</summary>
public enum LinkLimit
{
    /// <summary>It is down.</summary>
    LinkUnavailable,

    /// <summary>The flight leaves its range.</summary>
    LinkRangeExceeded,
}

/// <summary>The contract tokens of <see cref="LinkLimit"/>.</summary>
public static class LinkLimitTokens
{
    /// <summary>Tokens of <see cref="LinkLimit"/>.</summary>
    public static ClosedSet<LinkLimit> Set { get; } = new(
        (LinkLimit.LinkUnavailable, "link_unavailable"), (LinkLimit.LinkRangeExceeded, "link_range_exceeded"));
}

/// <summary>One link against the mission.</summary>
/// <param name="System">The link.</param>
/// <param name="Limit">Why it cannot serve; null when it can.</param>
public sealed record LinkEvaluation(LinkSystem System, LinkLimit? Limit)
{
    /// <summary>Whether it can serve.</summary>
    public bool IsFeasible => Limit is null;
}

/// <summary>The links of a mission against its flight.</summary>
/// <param name="MaxObservedRangeM">Greatest distance from home, metres.</param>
/// <param name="Systems">Every link in document order.</param>
/// <param name="Selected">The preferred one that can serve; null = none can.</param>
public sealed record LinkResult(double MaxObservedRangeM, ImmutableArray<LinkEvaluation> Systems, LinkEvaluation? Selected)
{
    /// <summary>Number of required links.</summary>
    public int RequiredCount => Systems.Count(s => s.System.Required);

    /// <summary>Number of links that can serve, required or not.</summary>
    public int AvailableCount => Systems.Count(s => s.IsFeasible);

    /// <summary>Whether a required link can serve; required links are alternatives. True when none is required.</summary>
    public bool IsFeasible => RequiredCount == 0 || Systems.Any(s => s.System.Required && s.IsFeasible);
}

/// <summary>Holds the command-and-control links of a mission against its range.</summary>
internal static class LinkCheck
{
    /// <summary>Evaluates the links. Without any, the check does not run.</summary>
    public static CheckOutcome<LinkResult> Evaluate(Mission mission, ImmutableArray<Leg> legs)
    {
        if (mission.LinkSystems.IsEmpty)
            return default;
        double rangeM = HomeDistance.Greatest(mission.PlannedHome, legs);
        ImmutableArray<LinkEvaluation> systems = [.. mission.LinkSystems.Select(s => new LinkEvaluation(s, LimitOf(s, rangeM)))];
        IEnumerable<LinkEvaluation> candidates = systems.Where(s => s.IsFeasible && s.System.Required);
        if (!candidates.Any())
            candidates = systems.Where(s => s.IsFeasible);
        LinkEvaluation? selected = candidates
            .OrderBy(s => s.System.Priority)
            .ThenBy(s => s.System.LinkId, StringComparer.Ordinal)
            .FirstOrDefault();
        var result = new LinkResult(rangeM, systems, selected);
        return new CheckOutcome<LinkResult>(result, result.IsFeasible ? null : Fails(result));
    }

    private static LinkLimit? LimitOf(LinkSystem system, double rangeM)
    {
        if (system.Availability == LinkAvailability.Unavailable)
            return LinkLimit.LinkUnavailable;
        return rangeM > system.MaxRangeM ? LinkLimit.LinkRangeExceeded : null;
    }

    private static MissionFailure Fails(LinkResult result)
    {
        LinkEvaluation first = result.Systems.First(s => s.System.Required);
        return new MissionFailure(
            FailureKind.Infeasible,
            FailureCode.LinkFeasibilityFailed,
            "No required command-and-control link reaches along the mission.",
            FlightPlace.Mission,
            ScalarMap.Of(
                ("required_link_count", result.RequiredCount),
                ("available_link_count", result.AvailableCount),
                ("max_observed_range_m", result.MaxObservedRangeM),
                ("link_failure_reason", LinkLimitTokens.Set.NameOf(first.Limit!.Value)),
                ("link_id", first.System.LinkId),
                ("link_kind", LinkTokens.Kinds.NameOf(first.System.Kind))));
    }
}
