using BvlosSim.Values;

namespace BvlosSim.FlightLogs.Validation;

/// <summary>What a validation compares for the mission as a whole.</summary>
public enum MissionMetric
{
    /// <summary>Duration, seconds.</summary>
    Time,

    /// <summary>Distance, metres.</summary>
    HorizontalDistance,

    /// <summary>Mean speed over ground, m/s.</summary>
    MeanGroundspeed,

    /// <summary>Battery charge left at the end, percent.</summary>
    Reserve,
}

/// <summary>The contract tokens of <see cref="MissionMetric"/>.</summary>
public static class MissionMetrics
{
    /// <summary>Tokens of <see cref="MissionMetric"/>, in the order of the gate.</summary>
    public static ClosedSet<MissionMetric> Set { get; } = new(
        (MissionMetric.Time, "time_s"),
        (MissionMetric.HorizontalDistance, "horizontal_distance_m"),
        (MissionMetric.MeanGroundspeed, "mean_groundspeed_mps"),
        (MissionMetric.Reserve, "reserve_percent"));

    /// <summary>Every metric in the order of the gate.</summary>
    public static IReadOnlyList<MissionMetric> All { get; } =
        [MissionMetric.Time, MissionMetric.HorizontalDistance, MissionMetric.MeanGroundspeed, MissionMetric.Reserve];
}
