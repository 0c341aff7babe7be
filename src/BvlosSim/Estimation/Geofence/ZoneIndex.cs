using System.Collections.Immutable;
using BvlosSim.Estimation.Planar;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace BvlosSim.Estimation.Geofence;

/// <summary>Zones by the boxes around them. Immutable, safe across threads.</summary>
internal sealed class ZoneIndex
{
    private readonly STRtree<int> _tree = new();

    /// <summary>Builds the index.</summary>
    /// <param name="boxes">Zones and their boxes.</param>
    public ZoneIndex(IEnumerable<(int Zone, PlanarBox Box)> boxes)
    {
        foreach ((int zone, PlanarBox box) in boxes)
            _tree.Insert(ToEnvelope(box), zone);
        _tree.Build();
    }

    /// <summary>The zones whose box meets a box, each once, in ascending order.</summary>
    /// <param name="box">The box; longitudes may lie beyond ±180.</param>
    /// <param name="shiftsDeg">Where the zones repeat along the longitude.</param>
    public ImmutableArray<int> Near(in PlanarBox box, ImmutableArray<double> shiftsDeg)
    {
        var found = new List<int>();
        foreach (double shiftDeg in shiftsDeg)
            found.AddRange(_tree.Query(ToEnvelope(box.Shifted(-shiftDeg))));
        found.Sort();
        return shiftsDeg.Length == 1 ? [.. found] : [.. found.Distinct()];
    }

    private static Envelope ToEnvelope(in PlanarBox box) => new(box.MinX, box.MaxX, box.MinY, box.MaxY);
}
