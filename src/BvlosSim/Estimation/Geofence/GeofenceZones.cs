using System.Collections.Immutable;
using BvlosSim.Environment.Airspace;
using BvlosSim.Estimation.Planar;
using BvlosSim.Values;

namespace BvlosSim.Estimation.Geofence;

/// <summary>
/// The zones of a file, validated and indexed once; any number of flights can then be held against them. Immutable, safe across threads.
/// </summary>
internal sealed class GeofenceZones
{
    private readonly ImmutableArray<ZoneOutline> _outlines;
    private readonly ZoneIndex _index;

    private GeofenceZones(ImmutableArray<GeofenceZone> zones, ImmutableArray<ZoneOutline> outlines, MissionFailure? failure)
    {
        Zones = zones;
        Failure = failure;
        Required = [.. Enumerable.Range(0, zones.Length).Where(i => zones[i].Kind == GeofenceKind.Required)];
        _outlines = outlines;
        _index = new ZoneIndex(outlines.Select((outline, i) => (i, outline.Box)));
    }

    /// <summary>The zones in file order.</summary>
    public ImmutableArray<GeofenceZone> Zones { get; }

    /// <summary>Why the zones cannot be used: the first whose geometry is not valid; null when all are.</summary>
    public MissionFailure? Failure { get; }

    /// <summary>The required zones, in file order.</summary>
    public ImmutableArray<int> Required { get; }

    /// <summary>Whether any zone is active at some times only.</summary>
    public bool HaveTimeWindows => Zones.Any(z => z.HasTimeWindow);

    /// <summary>Validates and indexes zones.</summary>
    /// <param name="zones">The zones in file order.</param>
    /// <param name="cancellation">Ends a long validation.</param>
    public static GeofenceZones Compile(ImmutableArray<GeofenceZone> zones, CancellationToken cancellation)
    {
        ImmutableArray<ZoneOutline>.Builder outlines = ImmutableArray.CreateBuilder<ZoneOutline>(zones.Length);
        foreach (GeofenceZone zone in zones)
        {
            cancellation.ThrowIfCancellationRequested();
            if (PlanarShapes.FindInvalidity(zone.Polygons, cancellation) is { } reason)
                return new GeofenceZones(zones, [], Invalid(zone, reason.ToString()));
            outlines.Add(new ZoneOutline(zone.Polygons));
        }

        return new GeofenceZones(zones, outlines.DrainToImmutable(), null);
    }

    /// <summary>The area of a zone.</summary>
    public ZoneOutline OutlineOf(int zone) => _outlines[zone];

    /// <summary>The zones whose box meets a box, in file order.</summary>
    /// <param name="box">The box; longitudes may lie beyond ±180.</param>
    /// <param name="shiftsDeg">Where the zones repeat along the longitude.</param>
    public ImmutableArray<int> Near(in PlanarBox box, ImmutableArray<double> shiftsDeg) => _index.Near(box, shiftsDeg);

    private static MissionFailure Invalid(GeofenceZone zone, string reason) => new(
        FailureKind.InvalidInput,
        FailureCode.InvalidGeometry,
        $"Geofence '{zone.Id}' is not a valid area: {reason}. Correct its rings.",
        FlightPlace.Mission,
        ScalarMap.Of(("zone_id", zone.Id), ("zone_kind", GeofenceTokens.Kinds.NameOf(zone.Kind)), ("reason", reason)));
}
