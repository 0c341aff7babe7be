using System.Collections.Immutable;
using BvlosSim.Documents.Envelopes;
using BvlosSim.Estimation.Sizing;

namespace BvlosSim.Documents.Sizing;

/// <summary>The outcome of a battery sizing as a document: <c>battery-sizing-report.v2</c>.</summary>
public sealed record BatterySizingReport
{
    /// <summary>Version of the program.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>Identifier of the mission.</summary>
    public required string MissionId { get; init; }

    /// <summary>The inputs that were read.</summary>
    public required ImmutableArray<InputDocument> Inputs { get; init; }

    /// <summary>The size.</summary>
    public required BatterySize Size { get; init; }

    /// <summary>Capacities with a margin, in the order of the margins.</summary>
    public required ImmutableArray<BatteryRecommendation> Recommendations { get; init; }

    /// <summary>The first recommendation that is feasible; null = none is.</summary>
    internal BatteryRecommendation? Recommended => Recommendations.FirstOrDefault(r => r.RecommendedWh is not null);
}
