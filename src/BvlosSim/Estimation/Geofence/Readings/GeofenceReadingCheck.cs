using System.Collections.Immutable;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;
using BvlosSim.Estimation.Sampling;

namespace BvlosSim.Estimation.Geofence.Readings;

/// <summary>
/// Finds the legs whose verdict hangs on how a line between two positions is read. The contract flies geodesics and takes the edges of
/// zones as straight in longitude and latitude. Whoever published a zone may mean geodesics; whoever drew the route may mean straight
/// lines. A leg that conflicts when both lines are read alike is no certain pass.
/// </summary>
/// <remarks>A rhumb line lies between the straight line and the geodesic: it decides nothing that these two do not.</remarks>
internal sealed class GeofenceReadingCheck
{
    private readonly GeofenceZones _zones;
    private readonly GeodesicZones _geodesic;
    private readonly ImmutableArray<SegmentTree> _paths;
    private readonly ImmutableArray<double> _shiftsDeg;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<int, WorstCase<ReadingConflict>> _found = [];

    private GeofenceReadingCheck(GeofenceZones zones, ImmutableArray<SegmentTree> paths, CancellationToken cancellation)
    {
        _zones = zones;
        _geodesic = new GeodesicZones(zones.Zones, cancellation);
        _paths = paths;
        _shiftsDeg = LegPath.ShiftsDeg(paths);
        _cancellation = cancellation;
    }

    /// <summary>Looks at a flight that the geofence check let pass.</summary>
    /// <param name="zones">The zones.</param>
    /// <param name="path">The flight.</param>
    /// <param name="departure">Its departure; null = not known, all zones are active.</param>
    /// <param name="cancellation">Ends a long search.</param>
    /// <returns>One warning for each zone, the worst first.</returns>
    public static ImmutableArray<MissionWarning> Evaluate(
        GeofenceZones zones, FlownPath path, DateTimeOffset? departure, CancellationToken cancellation)
    {
        if (zones.Zones.IsEmpty || path.Sample(out ImmutableArray<ImmutableArray<RouteSample>> samples) is not null)
            return [];
        var check = new GeofenceReadingCheck(zones, [.. samples.Select(LegPath.Of)], cancellation);
        double clockS = 0.0;
        for (int i = 0; i < path.Legs.Length; i++)
        {
            Leg leg = path.Legs[i];
            check.Examine(leg, check._paths[i], TimeSpanUtc.Between(departure, clockS, clockS + leg.TimeS));
            clockS += leg.TimeS;
        }

        return [.. check._found.OrderByDescending(f => f.Value.Measure).ThenBy(f => f.Key).Select(f => ReadingWarnings.Of(f.Value))];
    }

    private void Examine(Leg leg, SegmentTree path, TimeSpanUtc? span)
    {
        var questions = new ReadingQuestions(_zones, leg, span);
        ExamineEdges(questions, path);
        ImmutableArray<int>? near = null;
        foreach ((OtherReading reading, SegmentTree other) in LegReadings.Of(leg, path))
        {
            near ??= _zones.Near(path.Box.Union(other.Box), _shiftsDeg);
            ExamineLeg(questions, reading, path, other, near.Value);
        }
    }

    private void ExamineEdges(ReadingQuestions questions, SegmentTree path)
    {
        bool required = false;
        foreach (int zone in _geodesic.Near(path.Box, _shiftsDeg))
        {
            _cancellation.ThrowIfCancellationRequested();
            bool mustHold = questions.MustHold(zone);
            bool mustNotMeet = questions.MustNotMeet(zone);
            if (!(mustHold || mustNotMeet) || !_geodesic.MayMatter(zone, path, _shiftsDeg))
                continue;
            required |= mustHold;
            if (mustNotMeet && _geodesic.OutlineOf(zone).Touches(path, _shiftsDeg))
                AddEdges(questions, zone, path, [zone], held: true);
        }

        if (!required)
            return;
        // A neighbour may reach the path only when its edges are geodesics.
        ImmutableArray<int> candidates =
            [.. _zones.Near(path.Box, _shiftsDeg).Union(_geodesic.Near(path.Box, _shiftsDeg)).Where(questions.MustHold).Order()];
        if (!RequiredCover.Holds(path, [.. candidates.Select(_geodesic.OutlineOf)], _shiftsDeg))
            AddEdges(questions, questions.OnlyRequired, path, candidates, held: false);
    }

    private void ExamineLeg(
        ReadingQuestions questions, OtherReading reading, SegmentTree path, SegmentTree other, ImmutableArray<int> near)
    {
        foreach (int zone in near)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (questions.MustNotMeet(zone) && _zones.OutlineOf(zone).Touches(other, _shiftsDeg))
                AddLeg(questions, reading, zone, path, other, [zone], held: true);
        }

        ImmutableArray<int> candidates = [.. near.Where(questions.MustHold)];
        if (!candidates.IsEmpty && !RequiredCover.Holds(other, [.. candidates.Select(_zones.OutlineOf)], _shiftsDeg))
            AddLeg(questions, reading, questions.OnlyRequired, path, other, candidates, held: false);
    }

    private void AddEdges(ReadingQuestions questions, int? zone, SegmentTree path, ImmutableArray<int> areas, bool held)
    {
        ImmutableArray<ZoneOutline> planar = [.. areas.Select(_zones.OutlineOf)];
        ImmutableArray<ZoneOutline> geodesic = [.. areas.Select(_geodesic.OutlineOf)];
        DeepPlace deep = DeepPlace.Of(path, geodesic, _shiftsDeg, held);
        double distanceM = DeepPlace.BoundaryM(deep.Point, planar, _shiftsDeg);
        Add(zone, questions.Conflict(OtherReading.GeodesicEdges, zone, held, distanceM, distanceM + deep.DepthM), deep.DepthM);
    }

    private void AddLeg(
        ReadingQuestions questions, OtherReading reading, int? zone, SegmentTree path, SegmentTree other, ImmutableArray<int> areas, bool held)
    {
        ImmutableArray<ZoneOutline> planar = [.. areas.Select(_zones.OutlineOf)];
        DeepPlace deep = DeepPlace.Of(other, planar, _shiftsDeg, held);
        double distanceM = DeepPlace.BoundaryM(path.NearestTo(deep.Point), planar, _shiftsDeg);
        Add(zone, questions.Conflict(reading, zone, held, distanceM, path.DistanceM(deep.Point)), deep.DepthM);
    }

    /// <summary>Readings that differ by less than anybody can fly are none.</summary>
    private void Add(int? zone, ReadingConflict conflict, double depthM)
    {
        if (conflict.DeviationM < EdgeBulge.LeastM)
            return;
        // After all zones: the required ones together.
        int key = zone ?? _zones.Zones.Length;
        if (!_found.TryGetValue(key, out WorstCase<ReadingConflict>? cases))
            _found.Add(key, cases = new WorstCase<ReadingConflict>());
        cases.Add(conflict, depthM);
    }
}
