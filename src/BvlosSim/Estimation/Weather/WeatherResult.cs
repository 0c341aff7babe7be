using System.Collections.Immutable;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Estimation.Weather;

/// <summary>A leg whose wind is above a limit.</summary>
/// <param name="Code">Which limit.</param>
/// <param name="Leg">The leg.</param>
/// <param name="ObservedMps">The wind or crosswind, m/s.</param>
/// <param name="LimitMps">The limit, m/s.</param>
public sealed record WeatherViolation(FailureCode Code, Leg Leg, double ObservedMps, double LimitMps)
{
    /// <summary>What it means, for a person.</summary>
    public string Message => Code == FailureCode.WindLimitExceeded
        ? "The wind on this leg is above the mission's limit."
        : "The crosswind on this leg is above the mission's limit.";
}

/// <summary>The wind of a flight against the mission's limits. Speeds in m/s.</summary>
public sealed record WeatherResult
{
    /// <summary>Number of legs.</summary>
    public required int CheckedLegCount { get; init; }

    /// <summary>Wind limit; null = none.</summary>
    public double? MaxWindMps { get; init; }

    /// <summary>Crosswind limit; null = none.</summary>
    public double? MaxCrosswindMps { get; init; }

    /// <summary>Greatest wind.</summary>
    public double? WorstWindMps { get; init; }

    /// <summary>Greatest crosswind over the legs that have one.</summary>
    public double? WorstCrosswindMps { get; init; }

    /// <summary>First leg with the greatest wind.</summary>
    public Leg? WorstLeg { get; init; }

    /// <summary>Violations: wind by leg, then crosswind by leg.</summary>
    public ImmutableArray<WeatherViolation> Violations { get; init; } = [];

    /// <summary>Whether every leg is within the limits.</summary>
    public bool IsFeasible => Violations.IsEmpty;
}
