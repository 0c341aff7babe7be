using System.Collections.Immutable;
using BvlosSim.Environment.LandingZones;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Estimation.LandingZones;

/// <summary>A landing zone made ready for many questions. Immutable, safe across threads.</summary>
internal sealed class LandingSite
{
    private readonly ZoneArea? _area;

    private LandingSite(int index, LandingZone zone, ZoneArea? area)
    {
        Index = index;
        Id = zone.Id;
        AltitudeAmslM = zone.AltitudeAmslM;
        _area = area;
        Targets = area is null ? [zone.Point!.Value] : BoundaryPoints.Along(area.Rings);
        Places = [.. Targets.Select(target => EarthPoint.Of(target.LatDeg, target.LonDeg))];
        Box = area?.Box ?? new EarthBox(Places[0], Places[0]);
    }

    /// <summary>0-based, in the order of the file.</summary>
    public int Index { get; }

    /// <summary>Identifier; several zones may share one.</summary>
    public string Id { get; }

    /// <summary>Altitude of the surface in metres AMSL; null = that of the terrain.</summary>
    public double? AltitudeAmslM { get; }

    /// <summary>Whether it is a single point, the only target.</summary>
    public bool IsPoint => _area is null;

    /// <summary>Where an aircraft outside of the zone may enter it.</summary>
    public ImmutableArray<GeoPoint> Targets { get; }

    /// <summary>The same points in space.</summary>
    public ImmutableArray<EarthPoint> Places { get; }

    /// <summary>A box around the zone in space.</summary>
    public EarthBox Box { get; }

    /// <summary>Makes a zone ready.</summary>
    /// <param name="index">0-based, in the order of the file.</param>
    /// <param name="zone">The zone.</param>
    /// <param name="site">The zone; null when it is not valid.</param>
    /// <returns>The defect of its geometry, or null.</returns>
    public static string? TryCompile(int index, LandingZone zone, out LandingSite? site)
    {
        ZoneArea? area = null;
        string? defect = zone.Point is null ? ZoneArea.TryJoin(zone.Polygons, out area) : null;
        site = defect is null ? new LandingSite(index, zone, area) : null;
        return defect;
    }

    /// <summary>Whether the aircraft is over the zone, its boundary included. A point is reached like any other target.</summary>
    public bool Covers(GeoPoint position) => _area is not null && _area.Covers(position);
}
