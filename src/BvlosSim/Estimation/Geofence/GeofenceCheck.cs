using System.Collections.Immutable;
using BvlosSim.Environment.Airspace;
using BvlosSim.Estimation.Checks;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;
using BvlosSim.Estimation.Sampling;
using BvlosSim.Values;

namespace BvlosSim.Estimation.Geofence;

/// <summary>Holds every leg of a flight against the zones that are active while it is flown.</summary>
internal sealed class GeofenceCheck
{
    private readonly GeofenceZones _zones;
    private readonly ImmutableArray<SegmentTree> _paths;
    private readonly ImmutableArray<double> _shiftsDeg;
    private readonly DateTimeOffset? _departure;
    private readonly List<GeofenceConflict> _conflicts = [];

    private GeofenceCheck(GeofenceZones zones, ImmutableArray<SegmentTree> paths, DateTimeOffset? departure)
    {
        _zones = zones;
        _paths = paths;
        _shiftsDeg = LegPath.ShiftsDeg(paths);
        _departure = departure;
    }

    /// <summary>Validates zones and evaluates a flight.</summary>
    /// <param name="zones">The zones in file order.</param>
    /// <param name="path">The flight.</param>
    /// <param name="departure">Its departure; null when the mission names none: then all zones count as active.</param>
    /// <param name="warnings">The warnings in order of emission.</param>
    /// <param name="cancellation">Ends a long evaluation.</param>
    public static CheckOutcome<GeofenceResult> Evaluate(
        ImmutableArray<GeofenceZone> zones,
        FlownPath path,
        DateTimeOffset? departure,
        out ImmutableArray<MissionWarning> warnings,
        CancellationToken cancellation) =>
        Evaluate(GeofenceZones.Compile(zones, cancellation), path, departure, out warnings, cancellation);

    /// <summary>Evaluates a flight against zones that were validated before.</summary>
    public static CheckOutcome<GeofenceResult> Evaluate(
        GeofenceZones zones,
        FlownPath path,
        DateTimeOffset? departure,
        out ImmutableArray<MissionWarning> warnings,
        CancellationToken cancellation)
    {
        warnings = GeofenceWarnings.BeforeEvaluation(zones.Zones);
        if (zones.Failure is not null)
            return new CheckOutcome<GeofenceResult>(null, zones.Failure);
        MissionFailure? failure = path.Sample(
            out ImmutableArray<ImmutableArray<RouteSample>> samples, context: ScalarMap.Of(("stage", "geofence_route_sampling")));
        if (failure is not null)
            return new CheckOutcome<GeofenceResult>(null, failure);
        if (departure is null && zones.HaveTimeWindows)
            warnings = warnings.Add(GeofenceWarnings.DepartureTimeMissing);

        var check = new GeofenceCheck(zones, [.. samples.Select(LegPath.Of)], departure);
        check.EvaluateLegs(path.Legs, cancellation);
        var result = new GeofenceResult
        {
            CheckedZoneCount = zones.Zones.Length,
            CheckedLegCount = path.Legs.Length,
            Conflicts = [.. check._conflicts],
        };
        return new CheckOutcome<GeofenceResult>(result, result.IsFeasible ? null : Fails(result.Conflicts[0]));
    }

    private void EvaluateLegs(ImmutableArray<Leg> legs, CancellationToken cancellation)
    {
        double clockS = 0.0;
        for (int i = 0; i < legs.Length; i++)
        {
            TimeSpanUtc? span = TimeSpanUtc.Between(_departure, clockS, clockS + legs[i].TimeS);
            ImmutableArray<int> near = _zones.Near(_paths[i].Box, _shiftsDeg);
            FindForbidden(legs[i], _paths[i], span, near, cancellation);
            FindRequired(legs[i], _paths[i], span, near, cancellation);
            clockS += legs[i].TimeS;
        }
    }

    private void FindForbidden(Leg leg, SegmentTree path, TimeSpanUtc? span, ImmutableArray<int> near, CancellationToken cancellation)
    {
        foreach (int index in near)
        {
            cancellation.ThrowIfCancellationRequested();
            GeofenceZone zone = _zones.Zones[index];
            if (zone.Kind == GeofenceKind.Forbidden && ZoneActivation.IsActive(zone, span) && AltitudeBand.Of(leg).Overlaps(zone) && Touches(path, index))
                Add(FailureCode.RouteEntersForbiddenZone, $"The leg enters the forbidden zone '{zone.Id}'.", zone.Id, zone.Kind, leg);
        }
    }

    /// <summary>
    /// At most one conflict: the required zones together do not hold the path, or a zone that it meets does not hold its altitudes.
    /// </summary>
    private void FindRequired(Leg leg, SegmentTree path, TimeSpanUtc? span, ImmutableArray<int> near, CancellationToken cancellation)
    {
        int[] active = [.. _zones.Required.Where(i => ZoneActivation.IsActive(_zones.Zones[i], span))];
        if (active.Length == 0)
            return;
        int[] candidates = [.. near.Where(i => _zones.Zones[i].Kind == GeofenceKind.Required && ZoneActivation.IsActive(_zones.Zones[i], span))];
        cancellation.ThrowIfCancellationRequested();
        if (!RequiredCover.Holds(path, [.. candidates.Select(_zones.OutlineOf)], _shiftsDeg))
        {
            string? only = active.Length == 1 ? _zones.Zones[active[0]].Id : null;
            string what = only is null ? "the required zones" : $"the required zone '{only}'";
            Add(FailureCode.RouteExitsRequiredZone, $"The leg leaves {what}.", only, GeofenceKind.Required, leg);
            return;
        }

        foreach (int index in candidates)
        {
            cancellation.ThrowIfCancellationRequested();
            GeofenceZone zone = _zones.Zones[index];
            if (AltitudeBand.Of(leg).IsWithin(zone) || !Touches(path, index))
                continue;
            string message = $"The leg leaves the altitudes of the required zone '{zone.Id}'.";
            Add(FailureCode.RouteExitsRequiredZone, message, zone.Id, zone.Kind, leg);
            return;
        }
    }

    private bool Touches(SegmentTree path, int zone) => _zones.OutlineOf(zone).Touches(path, _shiftsDeg);

    private void Add(FailureCode code, string message, string? zoneId, GeofenceKind kind, Leg leg) =>
        _conflicts.Add(new GeofenceConflict(code, message, zoneId, kind, leg));

    private static MissionFailure Fails(GeofenceConflict conflict) => new(
        FailureKind.Infeasible,
        conflict.Code,
        conflict.Message,
        conflict.Leg.Place,
        ScalarMap.Of(("zone_id", conflict.ZoneId), ("zone_kind", GeofenceTokens.Kinds.NameOf(conflict.ZoneKind))));
}
