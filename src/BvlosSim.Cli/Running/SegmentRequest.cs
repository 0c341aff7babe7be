using BvlosSim.Cli.Outputs;
using BvlosSim.FlightLogs.Segmentation;

namespace BvlosSim.Cli.Running;

/// <summary>What the command line asked of <c>segment</c>.</summary>
internal sealed record SegmentRequest
{
    /// <summary>Trace file, resolved.</summary>
    public required string TracePath { get; init; }

    /// <summary>The flight modes that are known.</summary>
    public required ModeTable Modes { get; init; }

    /// <summary>How the phases are shown.</summary>
    public required PhaseSegmentsFormat Format { get; init; }

    /// <summary>Where the document goes.</summary>
    public required OutputTarget Target { get; init; }

    /// <summary>How the file alone is to be checked; null = segment.</summary>
    public PreflightFormat? ValidateOnly { get; init; }
}
