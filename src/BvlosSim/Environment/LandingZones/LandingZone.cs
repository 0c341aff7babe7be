using System.Collections.Immutable;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Environment.LandingZones;

/// <summary>A place to land in an emergency: one point, or one or more polygons.</summary>
public sealed record LandingZone
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The point; null for an area.</summary>
    public GeoPoint? Point { get; init; }

    /// <summary>The polygons in file order; empty for a point.</summary>
    public ImmutableArray<GeoPolygon> Polygons { get; init; } = [];

    /// <summary>Altitude of the surface in metres AMSL; null = unknown, taken from terrain where there is one.</summary>
    public double? AltitudeAmslM { get; init; }
}
