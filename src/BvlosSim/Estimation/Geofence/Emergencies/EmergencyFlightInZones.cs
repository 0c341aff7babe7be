using System.Collections.Immutable;
using BvlosSim.Environment.Airspace;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;

namespace BvlosSim.Estimation.Geofence.Emergencies;

/// <summary>
/// Holds emergency flights against the forbidden zones, at any time at which they may be flown. Flights to one place that follow each other
/// share the search for the zones near them. Not safe across threads.
/// </summary>
internal sealed class EmergencyFlightInZones
{
    // A straight step this long leaves its chord in the lon/lat plane by 5 mm at 47° and by 3 cm at 80° of latitude: L²·tan φ/(8·R).
    internal const double StraightStepM = 500.0;

    // As fine as the turn arcs of the route.
    private const double TurnStepRad = 5.0 * Math.PI / 180.0;

    private readonly DateTimeOffset? _departure;
    private readonly double? _turnRadiusM;
    private readonly Dictionary<string, ZonesNearWay> _nearBySite = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Zone, GeoPoint Place), double> _depthsM = [];
    private readonly Dictionary<FlightPoint, bool> _isClosed = [];

    /// <summary>Prepares the search.</summary>
    /// <param name="zones">The zones.</param>
    /// <param name="departure">Departure of the mission; null = not known, all zones are active.</param>
    /// <param name="turnRadiusM">Turn radius of the aircraft; null = it turns on the spot.</param>
    public EmergencyFlightInZones(GeofenceZones zones, DateTimeOffset? departure, double? turnRadiusM)
    {
        Zones = zones;
        _departure = departure;
        _turnRadiusM = turnRadiusM;
    }

    /// <summary>The zones.</summary>
    public GeofenceZones Zones { get; }

    /// <summary>Finds the zones that a flight would meet at some time.</summary>
    /// <param name="course">The flight.</param>
    /// <param name="siteId">Where it leads; flights to one place share their search.</param>
    /// <param name="cancellation">Ends a long search.</param>
    public ImmutableArray<ZoneMeeting> Find(in EmergencyCourse course, string siteId, CancellationToken cancellation)
    {
        var line = new WayLine(course.Start.Position, course.Target.Position, _turnRadiusM);
        EmergencyPath? path = null;
        bool isPlanned = false;
        // Where on its way the aircraft climbs or descends is not known before it does: all altitudes in between count everywhere.
        AltitudeBand band = AltitudeBand.Between(course.Start.AltitudeAmslM, course.Target.AltitudeAmslM);
        ImmutableArray<ZoneMeeting>.Builder? found = null;
        foreach (NearZone near in Near(course, line, siteId, cancellation).Zones)
        {
            if (!line.MayMeet(near.Ball) || !band.Overlaps(Zones.Zones[near.Zone]))
                continue;
            cancellation.ThrowIfCancellationRequested();
            if (!isPlanned)
                (path, isPlanned) = (Plan(course), true);
            if (Meet(course, path, near, cancellation) is { } meeting)
                (found ??= ImmutableArray.CreateBuilder<ZoneMeeting>()).Add(meeting);
        }

        return found?.DrainToImmutable() ?? [];
    }

    /// <summary>Whether a zone is active whenever the mission is flown.</summary>
    public bool IsAlwaysActive(int zone) => _departure is null || !Zones.Zones[zone].HasTimeWindow;

    /// <summary>Whether nobody may land at a place at any time.</summary>
    public bool IsClosed(FlightPoint place)
    {
        if (!_isClosed.TryGetValue(place, out bool isClosed))
            _isClosed.Add(place, isClosed = HasAlwaysActiveZone(place));
        return isClosed;
    }

    /// <summary>Whether a zone that a flight meets is active at any time at which it may be flown.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="times">When it may be flown.</param>
    public bool IsActive(in ZoneMeeting meeting, in EmergencyTimes times) =>
        ZoneActivation.IsActive(Zones.Zones[meeting.Zone], TimeSpanUtc.Between(_departure, times.StartSinceS, times.ArrivalUntilS));

    /// <summary>Whether the flight ends in the zone at any time at which it may end.</summary>
    public bool IsPlace(in ZoneMeeting meeting, in EmergencyTimes times) =>
        meeting.EndsInside
        && ZoneActivation.IsActive(Zones.Zones[meeting.Zone], TimeSpanUtc.Between(_departure, times.ArrivalSinceS, times.ArrivalUntilS));

    /// <summary>Of a place its distance from the boundary of the zone, of a way its length inside; metres.</summary>
    public double InsideM(in ZoneMeeting meeting, bool isPlace)
    {
        ZoneOutline outline = Zones.OutlineOf(meeting.Zone);
        SegmentTree trace = meeting.Trace;
        ImmutableArray<double> shiftsDeg = LegPath.ShiftsDeg(trace.Box);
        if (!isPlace)
            return PathCover.Walk(trace, [outline], shiftsDeg).Where(part => part.IsHeld).Sum(part => part.LengthM(trace));
        GeoPoint end = trace.PointAt(trace.SegmentCount);
        if (!_depthsM.TryGetValue((meeting.Zone, end), out double depthM))
            _depthsM.Add((meeting.Zone, end), depthM = outline.BoundaryDistanceM(end, shiftsDeg));
        return depthM;
    }

    private bool HasAlwaysActiveZone(FlightPoint place)
    {
        var point = new SegmentTree([place.Position]);
        ImmutableArray<double> shiftsDeg = LegPath.ShiftsDeg(point.Box);
        AltitudeBand ground = AltitudeBand.Between(place.AltitudeAmslM, place.AltitudeAmslM);
        return Zones.Near(point.Box, shiftsDeg).Any(
            zone => Zones.Zones[zone].Kind == GeofenceKind.Forbidden && IsAlwaysActive(zone) && ground.Overlaps(Zones.Zones[zone])
                && Zones.OutlineOf(zone).Touches(point, shiftsDeg));
    }

    private ZonesNearWay Near(in EmergencyCourse course, in WayLine line, string siteId, CancellationToken cancellation)
    {
        if (_nearBySite.TryGetValue(siteId, out ZonesNearWay? near) && near.Cover(line))
            return near;
        EmergencyPath? path = Plan(course);
        SegmentTree trace = Trace(course, path, 0.0, double.PositiveInfinity, cancellation);
        near = ZonesNearWay.Of(Zones, line, trace, path?.StraightM ?? line.Start.ChordM(line.Target), _turnRadiusM);
        _nearBySite[siteId] = near;
        return near;
    }

    private ZoneMeeting? Meet(in EmergencyCourse course, EmergencyPath? path, in NearZone near, CancellationToken cancellation)
    {
        double straightM = path?.StraightM ?? 0.0;
        bool ends = near.NearestM <= 0.0;
        SegmentTree trace = Trace(
            course, path, straightM - near.FarthestM, ends ? double.PositiveInfinity : straightM - near.NearestM, cancellation);
        ImmutableArray<double> shiftsDeg = LegPath.ShiftsDeg(trace.Box);
        ZoneOutline outline = Zones.OutlineOf(near.Zone);
        if (!outline.Touches(trace, shiftsDeg))
            return null;
        AltitudeBand ground = AltitudeBand.Between(course.Target.AltitudeAmslM, course.Target.AltitudeAmslM);
        bool endsInside = ends && ground.Overlaps(Zones.Zones[near.Zone])
            && outline.Touches(new SegmentTree([trace.PointAt(trace.SegmentCount)]), shiftsDeg);
        return new ZoneMeeting(near.Zone, endsInside, trace);
    }

    private EmergencyPath? Plan(in EmergencyCourse course) => EmergencyPath.Plan(
        course.Start.Position, course.TrackDeg, _turnRadiusM, course.Target.Position, StraightStepM, out _);

    /// <summary>A part of the way; one that is to reach the end does so exactly.</summary>
    private static SegmentTree Trace(
        in EmergencyCourse course, EmergencyPath? path, double fromM, double toM, CancellationToken cancellation)
    {
        ImmutableArray<GeoPoint> drawn = path?.Trace(StraightStepM, TurnStepRad, fromM, toM, cancellation) ?? [course.Start.Position];
        return LegPath.Through(path is null || double.IsPositiveInfinity(toM) ? drawn.Add(course.Target.Position) : drawn);
    }
}
