using BvlosSim.Cli.Outputs;
using BvlosSim.Documents.Sizing;

namespace BvlosSim.Cli.Running;

/// <summary>What the command line asked of <c>size-battery</c>.</summary>
internal sealed record SizeBatteryRequest
{
    /// <summary>Mission file, resolved.</summary>
    public required string MissionPath { get; init; }

    /// <summary>Vehicle file, resolved.</summary>
    public required string VehiclePath { get; init; }

    /// <summary>How the size is shown.</summary>
    public BatterySizingFormat Format { get; init; }

    /// <summary>Where it goes.</summary>
    public required OutputTarget Target { get; init; }

    /// <summary>How the files alone are to be checked; null = size.</summary>
    public PreflightFormat? ValidateOnly { get; init; }

    /// <summary>Margins over the minimum in percent, in order.</summary>
    public required IReadOnlyList<int> MarginsPercent { get; init; }
}
