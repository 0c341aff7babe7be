using System.Collections.Immutable;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.LandingZones;
using BvlosSim.Estimation.Sampling;

namespace BvlosSim.Estimation.Geofence.Emergencies;

/// <summary>
/// Holds the emergency flights that a verdict rests on against the forbidden zones: from every state of the route the return home,
/// and the chosen diversion where no other landing zone would do. The contract asks neither; a mission that needs a
/// forbidden place is no GO.
/// </summary>
internal sealed class EmergencyZoneCheck
{
    private readonly EmergencyZoneInput _input;
    private readonly EmergencyFlightInZones _flights;
    private readonly ImmutableArray<RouteState> _route;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<(EmergencyUse Use, int Zone), WorstCase<EmergencyDefect>> _found = [];

    private EmergencyZoneCheck(EmergencyZoneInput input, CancellationToken cancellation)
    {
        _input = input;
        _flights = input.Flights;
        // The check of the zones has sampled the same path.
        _ = input.Path.Sample(out ImmutableArray<ImmutableArray<RouteSample>> samples);
        _route = RouteState.Along(input.Energy.Legs, samples, cancellation);
        _cancellation = cancellation;
    }

    /// <summary>Evaluates the emergency flights of a mission that passed its checks.</summary>
    /// <param name="input">The flights, the zones, and what else matters.</param>
    /// <param name="cancellation">Ends a long evaluation.</param>
    /// <returns>One warning for each zone and use, the worst case first.</returns>
    public static ImmutableArray<MissionWarning> Evaluate(EmergencyZoneInput input, CancellationToken cancellation)
    {
        var check = new EmergencyZoneCheck(input, cancellation);
        check.ExamineReturns();
        check.ExamineDiversions();
        return
        [
            .. check._found.OrderBy(f => f.Key.Use).ThenByDescending(f => f.Value.Measure).ThenBy(f => f.Key.Zone)
                .Select(f => EmergencyWarnings.Of(f.Value, check.CountOf(f.Key.Use))),
        ];
    }

    private int CountOf(EmergencyUse use) =>
        use is EmergencyUse.Home or EmergencyUse.ReturnHome ? _input.Energy.RthTimeline.Length : _input.Diversions.Length;

    private void ExamineReturns()
    {
        var search = new ReturnSearch(_flights, _input.Returns, _cancellation);
        int first = 0;
        foreach (RthPoint point in _input.Energy.RthTimeline)
        {
            int end = first;
            while (end < _route.Length && _route[end].Leg.LegIndex == point.Leg.LegIndex)
                end++;
            foreach (EmergencyDefect defect in search.From(point, _route[first..end]))
                Add(defect);
            first = end;
        }
    }

    private void ExamineDiversions()
    {
        foreach (LandingZoneState state in _input.Diversions)
        {
            if (state.Diversion is not { } diversion)
                continue;
            EmergencyTimes times = TimesOf(state.StateIndex, diversion.Way.ArrivalS);
            ZoneMeeting[] met =
            [
                .. _flights.Find(EmergencyCourse.Of(diversion.Way), diversion.ZoneId, _cancellation).Where(m => _flights.IsActive(m, times)),
            ];
            if (met.Length == 0 || HasOtherWay(_route[state.StateIndex]))
                continue;
            foreach (ZoneMeeting meeting in met)
                Add(DefectOf(state.Leg, diversion, meeting, _flights.IsPlace(meeting, times)));
        }
    }

    private EmergencyTimes TimesOf(int stateIndex, double arrivalS) =>
        EmergencyTimes.Between(_route[Math.Max(0, stateIndex - 1)], _route[stateIndex], arrivalS);

    /// <summary>Whether any landing zone in range can be reached with the reserve intact and without meeting an active forbidden zone.</summary>
    private bool HasOtherWay(in RouteState state)
    {
        if (_input.Alternatives is not { } alternatives)
            return false;
        foreach (SiteTarget target in alternatives.From(state, MayBeOpen, _cancellation))
        {
            var goal = new FlightPoint(target.Point.LatDeg, target.Point.LonDeg, target.AltitudeAmslM);
            if (IsOpen(state, goal, target.Site.Id, alternatives))
                return true;
        }

        return false;
    }

    private bool IsOpen(in RouteState state, FlightPoint goal, string siteId, LandingAlternatives alternatives)
    {
        if (_flights.IsClosed(goal))
            return false;
        ImmutableArray<ZoneMeeting> met = _flights.Find(new EmergencyCourse(state.Position, state.HeadingDeg, goal), siteId, _cancellation);
        foreach (ZoneMeeting meeting in met)
        {
            if (_flights.IsAlwaysActive(meeting.Zone))
                return false;
        }

        if (alternatives.WayTo(state, goal, _cancellation) is not { } way)
            return false;
        EmergencyTimes times = TimesOf(state.Index, way.ArrivalS);
        foreach (ZoneMeeting meeting in met)
        {
            if (_flights.IsActive(meeting, times))
                return false;
        }

        return true;
    }

    /// <summary>A point that is closed at all times is no alternative, wherever the aircraft is.</summary>
    private bool MayBeOpen(LandingSite site) =>
        !site.IsPoint || site.AltitudeAmslM is not { } altitudeM
        || !_flights.IsClosed(new FlightPoint(site.Targets[0].LatDeg, site.Targets[0].LonDeg, altitudeM));

    private EmergencyDefect DefectOf(Leg leg, Diversion diversion, in ZoneMeeting meeting, bool isPlace) => new(
        isPlace ? EmergencyUse.LandingZone : EmergencyUse.Diversion,
        meeting.Zone,
        _flights.Zones.Zones[meeting.Zone],
        leg,
        diversion.Way,
        diversion.ZoneId,
        _flights.InsideM(meeting, isPlace));

    private void Add(EmergencyDefect defect)
    {
        if (!_found.TryGetValue((defect.Use, defect.ZoneIndex), out WorstCase<EmergencyDefect>? cases))
            _found.Add((defect.Use, defect.ZoneIndex), cases = new WorstCase<EmergencyDefect>());
        cases.Add(defect, defect.InsideM);
    }
}
