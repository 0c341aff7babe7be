using BvlosSim.Values;

namespace BvlosSim.Links;

/// <summary>Technology of a command-and-control link; reported only.</summary>
public enum LinkKind
{
    /// <summary>Point-to-point radio.</summary>
    DirectRadio,

    /// <summary>Mesh network.</summary>
    MeshNetwork,

    /// <summary>Cellular network.</summary>
    CellularLte5G,

    /// <summary>Satellite.</summary>
    Satellite,

    /// <summary>Starlink.</summary>
    Starlink,

    /// <summary>Hybrid.</summary>
    Hybrid,
}

/// <summary>Whether a link is up.</summary>
public enum LinkAvailability
{
    /// <summary>Usable.</summary>
    Available,

    /// <summary>Down.</summary>
    Unavailable,
}

/// <summary>A command-and-control link of the mission.</summary>
public sealed record LinkSystem
{
    /// <summary>Identifier; duplicates are allowed.</summary>
    public required string LinkId { get; init; }

    /// <summary>Technology.</summary>
    public required LinkKind Kind { get; init; }

    /// <summary>Whether the link counts for command and control.</summary>
    public bool Required { get; init; } = true;

    /// <summary>Preference, ≥ 0; lower is preferred.</summary>
    public long Priority { get; init; }

    /// <summary>Whether the link is up.</summary>
    public LinkAvailability Availability { get; init; }

    /// <summary>Range from home in metres, &gt; 0; null = unlimited.</summary>
    public double? MaxRangeM { get; init; }

    /// <summary>Reference to a coverage asset, not empty; never read. Null = none.</summary>
    public string? CoverageAssetRef { get; init; }
}

/// <summary>The contract tokens of links.</summary>
public static class LinkTokens
{
    /// <summary>Tokens of <see cref="LinkKind"/>.</summary>
    public static ClosedSet<LinkKind> Kinds { get; } = new(
        (LinkKind.DirectRadio, "direct_radio"),
        (LinkKind.MeshNetwork, "mesh_network"),
        (LinkKind.CellularLte5G, "cellular_lte_5g"),
        (LinkKind.Satellite, "satellite"),
        (LinkKind.Starlink, "starlink"),
        (LinkKind.Hybrid, "hybrid"));

    /// <summary>Tokens of <see cref="LinkAvailability"/>.</summary>
    public static ClosedSet<LinkAvailability> Availabilities { get; } = new(
        (LinkAvailability.Available, "available"),
        (LinkAvailability.Unavailable, "unavailable"));
}
