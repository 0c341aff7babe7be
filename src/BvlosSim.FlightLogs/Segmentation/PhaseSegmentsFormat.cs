using BvlosSim.Values;

namespace BvlosSim.FlightLogs.Segmentation;

/// <summary>How the phases of a flight are shown.</summary>
public enum PhaseSegmentsFormat
{
    /// <summary>Canonical JSON.</summary>
    Json,
}

/// <summary>The formats of phases.</summary>
public static class PhaseSegmentsFormats
{
    /// <summary>Tokens of <see cref="PhaseSegmentsFormat"/>.</summary>
    public static ClosedSet<PhaseSegmentsFormat> Set { get; } = new((PhaseSegmentsFormat.Json, "json"));
}
