using System.Collections.Immutable;
using BvlosSim.Environment.Airspace;
using BvlosSim.Estimation.Planar;

namespace BvlosSim.Estimation.Geofence.Emergencies;

/// <summary>A forbidden zone near a flight.</summary>
/// <param name="Zone">Index of the zone.</param>
/// <param name="Ball">The ball around it.</param>
/// <param name="NearestM">Where the flight leaves its neighbourhood, metres before the target.</param>
/// <param name="FarthestM">Where the flight comes into its neighbourhood, metres before the target; infinite = at its start.</param>
internal readonly record struct NearZone(int Zone, ZoneBall Ball, double NearestM, double FarthestM);

/// <summary>
/// The forbidden zones near one emergency flight, and near all others that begin and end not far from it: the flights from states that follow
/// each other differ by little, and share the search.
/// </summary>
internal sealed class ZonesNearWay
{
    /// <summary>How far another flight may begin or end from the one that was searched, metres.</summary>
    private const double SharedM = 1000.0;

    // Geodesics between near ends part in the middle by 1/cos(L/2R) of that: 1.03 up to 3000 km.
    private const double PartingFactor = 1.1;

    private const double LeastMetresPerDegree = 110_000.0;
    private const int ChunkSegments = 16;

    private readonly WayLine _line;

    private ZonesNearWay(in WayLine line, ImmutableArray<NearZone> zones)
    {
        _line = line;
        Zones = zones;
    }

    /// <summary>The zones in file order.</summary>
    public ImmutableArray<NearZone> Zones { get; }

    /// <summary>Searches the zones near a flight.</summary>
    /// <param name="zones">All zones.</param>
    /// <param name="line">The bounds of the flight.</param>
    /// <param name="trace">The whole flight.</param>
    /// <param name="straightM">Length of its straight part, metres.</param>
    /// <param name="turnRadiusM">Turn radius; null = the aircraft turns on the spot.</param>
    public static ZonesNearWay Of(GeofenceZones zones, in WayLine line, SegmentTree trace, double straightM, double? turnRadiusM)
    {
        double reachM = line.ReachM + (PartingFactor * SharedM);
        double slackM = (2.0 * PartingFactor * SharedM) + (6.0 * (turnRadiusM ?? 0.0)) + (2.0 * EmergencyFlightInZones.StraightStepM);
        double reachDeg = ReachDeg(trace.Box, reachM);
        ImmutableArray<NearZone>.Builder near = ImmutableArray.CreateBuilder<NearZone>();
        foreach (int index in Candidates(zones, trace, reachDeg))
        {
            if (zones.Zones[index].Kind != GeofenceKind.Forbidden)
                continue;
            ZoneOutline outline = zones.OutlineOf(index);
            if (SpanNear(outline, line, trace, reachDeg) is not { } span)
                continue;
            double nearestM = span.Last == int.MaxValue ? double.NegativeInfinity : Math.Min(straightM, Before(trace, span.Last + 1)) - slackM;
            double farthestM = span.First < 0 ? double.PositiveInfinity : Before(trace, span.First) + slackM;
            near.Add(new NearZone(index, ZoneBall.Of(outline), nearestM, farthestM));
        }

        return new ZonesNearWay(line, near.DrainToImmutable());
    }

    /// <summary>Whether the zones near a flight are among these.</summary>
    public bool Cover(in WayLine other) =>
        other.IsBounded && _line.IsBounded && other.Start.ChordM(_line.Start) <= SharedM && other.Target.ChordM(_line.Target) <= SharedM;

    /// <summary>
    /// How far before its end a vertex of a trace lies: up to two steps too much on the straight part, and more on the turn, of which the
    /// steps are shorter.
    /// </summary>
    private static double Before(SegmentTree trace, int vertex) => (trace.SegmentCount - vertex) * EmergencyFlightInZones.StraightStepM;

    /// <summary>
    /// The segments of a trace near a zone, those in between included; from −1 when it begins inside, without end when it ends inside. Null
    /// when it keeps clear.
    /// </summary>
    private static (int First, int Last)? SpanNear(ZoneOutline outline, in WayLine line, SegmentTree trace, double reachDeg)
    {
        if (!line.IsBounded || outline.Box.MaxX - outline.Box.MinX + (2.0 * reachDeg) >= 360.0)
            return (-1, int.MaxValue);
        ImmutableArray<double> shiftsDeg = LegPath.ShiftsDeg(trace.Box.Grown(reachDeg));
        (int First, int Last)? span = outline.SpanNear(trace, shiftsDeg, reachDeg);
        bool begins = outline.Holds(trace.Start(0), shiftsDeg);
        bool ends = outline.Holds(trace.End(trace.SegmentCount - 1), shiftsDeg);
        return span is null && !begins && !ends ? null : (begins ? -1 : span?.First ?? -1, ends ? int.MaxValue : span?.Last ?? int.MaxValue);
    }

    private static SortedSet<int> Candidates(GeofenceZones zones, SegmentTree trace, double reachDeg)
    {
        var found = new SortedSet<int>();
        for (int first = 0; first < trace.SegmentCount; first += ChunkSegments)
        {
            PlanarBox box = PlanarBox.Empty;
            for (int i = first; i < Math.Min(first + ChunkSegments, trace.SegmentCount); i++)
                box = box.Union(PlanarBox.Of(trace.Start(i).LonDeg, trace.Start(i).LatDeg, trace.End(i).LonDeg, trace.End(i).LatDeg));
            box = box.Grown(reachDeg);
            found.UnionWith(zones.Near(box, LegPath.ShiftsDeg(box)));
        }

        return found;
    }

    /// <summary>A distance in degrees of longitude where they are shortest; all of them near a pole.</summary>
    private static double ReachDeg(in PlanarBox box, double reachM)
    {
        double polewardDeg = Math.Max(Math.Abs(box.MinY), Math.Abs(box.MaxY)) + (2.0 * reachM / LeastMetresPerDegree);
        return polewardDeg >= 89.0 ? 360.0 : reachM / (LeastMetresPerDegree * Math.Cos(polewardDeg * Math.PI / 180.0));
    }
}
