using BvlosSim.Missions;

namespace BvlosSim.Estimation;

/// <summary>What a caller may override for one run; null = the mission decides.</summary>
public sealed record EstimationOptions
{
    /// <summary>Wind towards east in m/s.</summary>
    public double? WindEastMps { get; init; }

    /// <summary>Wind towards north in m/s.</summary>
    public double? WindNorthMps { get; init; }

    /// <summary>Least acceptable ground speed in m/s, &gt; 0.</summary>
    public double? MinGroundspeedMps { get; init; }

    /// <summary>Longest piece of a leg that is integrated at once in metres, &gt; 0; may be infinite.</summary>
    public double? MaxSegmentLengthM { get; init; }

    /// <summary>Fidelity of the corners.</summary>
    public Fidelity? Fidelity { get; init; }
}
