using System.Collections.Immutable;
using BvlosSim.Environment.Airspace;
using BvlosSim.Estimation.Clearance;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;

namespace BvlosSim.Estimation.Geofence.Emergencies;

/// <summary>Holds one emergency flight against the forbidden zones, at any time at which it may be flown.</summary>
/// <param name="Zones">The zones.</param>
/// <param name="Departure">Departure of the mission; null = not known, all zones are active.</param>
/// <param name="TurnRadiusM">Turn radius of the aircraft; null = it turns on the spot.</param>
internal sealed record EmergencyFlightInZones(GeofenceZones Zones, DateTimeOffset? Departure, double? TurnRadiusM)
{
    // A straight step this long leaves its chord in the lon/lat plane by 5 mm at 47° and by 3 cm at 80° of latitude: L²·tan φ/(8·R).
    private const double StraightStepM = 500.0;

    // As fine as the turn arcs of the route.
    private const double TurnStepRad = 5.0 * Math.PI / 180.0;

    /// <summary>Finds the zones that a flight meets.</summary>
    /// <param name="way">The flight.</param>
    /// <param name="sinceS">From when on it may begin, seconds since departure; at the latest when <paramref name="way"/> does.</param>
    /// <param name="arrivalSinceS">From when on it may end.</param>
    /// <param name="cancellation">Ends a long search.</param>
    /// <returns>
    /// Each zone once: as the zone of the place where the flight ends, with the depth of the place; else as one that the way meets, with
    /// its length inside. Metres.
    /// </returns>
    public IEnumerable<(int Zone, bool IsPlace, double InsideM)> Find(
        EmergencyWay way, double sinceS, double arrivalSinceS, CancellationToken cancellation)
    {
        SegmentTree? trace = null;
        TimeSpanUtc? flown = TimeSpanUtc.Between(Departure, sinceS, Math.Max(way.ArrivalS, arrivalSinceS));
        TimeSpanUtc? landed = TimeSpanUtc.Between(
            Departure, Math.Min(way.ArrivalS, arrivalSinceS), Math.Max(way.ArrivalS, arrivalSinceS));
        // Where on its way the aircraft climbs or descends is not known before it does: all altitudes in between count everywhere.
        AltitudeBand band = AltitudeBand.Between(way.Start.AltitudeAmslM, way.Target.AltitudeAmslM);
        AltitudeBand ground = AltitudeBand.Between(way.Target.AltitudeAmslM, way.Target.AltitudeAmslM);
        foreach (int index in Near(way))
        {
            cancellation.ThrowIfCancellationRequested();
            GeofenceZone zone = Zones.Zones[index];
            if (zone.Kind != GeofenceKind.Forbidden || !band.Overlaps(zone) || !ZoneActivation.IsActive(zone, flown))
                continue;
            trace ??= Trace(way, cancellation);
            ImmutableArray<double> shiftsDeg = LegPath.ShiftsDeg(trace.Box);
            ZoneOutline outline = Zones.OutlineOf(index);
            if (!outline.Touches(trace, shiftsDeg))
                continue;
            GeoPoint end = trace.PointAt(trace.SegmentCount);
            bool isPlace = ground.Overlaps(zone) && ZoneActivation.IsActive(zone, landed)
                && outline.Touches(new SegmentTree([end]), shiftsDeg);
            yield return (index, isPlace, isPlace ? outline.BoundaryDistanceM(end, shiftsDeg) : LengthInsideM(trace, outline, shiftsDeg));
        }
    }

    /// <summary>No point of a way is farther from its start than the way is long.</summary>
    private ImmutableArray<int> Near(EmergencyWay way)
    {
        double lengthM = EmergencyPath.Length(way.Start.Position, way.TrackDeg, TurnRadiusM, way.Target.Position);
        PlanarBox box = ReachBox.Of([way.Start.Position], lengthM);
        return Zones.Near(box, LegPath.ShiftsDeg(box));
    }

    private SegmentTree Trace(EmergencyWay way, CancellationToken cancellation)
    {
        EmergencyPath? path = EmergencyPath.Plan(
            way.Start.Position, way.TrackDeg, TurnRadiusM, way.Target.Position, StraightStepM, out _);
        ImmutableArray<GeoPoint> drawn = path?.Trace(StraightStepM, TurnStepRad, cancellation) ?? [way.Start.Position];
        return LegPath.Through(drawn.Add(way.Target.Position));
    }

    private static double LengthInsideM(SegmentTree trace, ZoneOutline outline, ImmutableArray<double> shiftsDeg) =>
        PathCover.Walk(trace, [outline], shiftsDeg).Where(part => part.IsHeld).Sum(part => part.LengthM(trace));
}
