using System.Collections.Immutable;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.LandingZones;
using BvlosSim.Estimation.Sampling;

namespace BvlosSim.Estimation.Geofence.Emergencies;

/// <summary>
/// Holds the emergency flights that a verdict rests on against the forbidden zones: the return home from the end of every leg, and for every
/// state of the route the chosen diversion, where no other landing zone would do. The contract asks neither; a mission that needs a
/// forbidden place is no GO.
/// </summary>
internal sealed class EmergencyZoneCheck
{
    // No identifier of a landing zone is empty.
    private const string HomeId = "";

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

    /// <summary>A return is costed from the end of a leg, but may begin anywhere on it.</summary>
    private void ExamineReturns()
    {
        double sinceS = 0.0;
        double arrivalS = 0.0;
        foreach (RthPoint point in _input.Energy.RthTimeline)
        {
            EmergencyWay way = point.Way;
            var times = new EmergencyTimes(sinceS, Math.Min(way.ArrivalS, arrivalS), Math.Max(way.ArrivalS, arrivalS));
            foreach (ZoneMeeting meeting in _flights.Find(EmergencyCourse.Of(way), HomeId, _cancellation))
            {
                if (_flights.IsActive(meeting, times))
                    Add(point.Leg, way, null, meeting, _flights.IsPlace(meeting, times));
            }

            (sinceS, arrivalS) = (way.ClockS, way.ArrivalS);
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
                Add(state.Leg, diversion.Way, diversion.ZoneId, meeting, _flights.IsPlace(meeting, times));
        }
    }

    /// <summary>
    /// A diversion may begin anywhere between a state and the one before, so much earlier, and with a way that is longer or shorter by no
    /// more than what is flown in between.
    /// </summary>
    private EmergencyTimes TimesOf(int stateIndex, double arrivalS)
    {
        RouteState state = _route[stateIndex];
        RouteState before = _route[Math.Max(0, stateIndex - 1)];
        double stepS = state.ClockS - before.ClockS;
        double wayS = state.Position == before.Position ? 0.0 : stepS;
        return new EmergencyTimes(before.ClockS, arrivalS - stepS - wayS, arrivalS + wayS);
    }

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

    private void Add(Leg leg, EmergencyWay way, string? landingZoneId, in ZoneMeeting meeting, bool isPlace)
    {
        double insideM = _flights.InsideM(meeting, isPlace);
        EmergencyUse use = landingZoneId is null
            ? isPlace ? EmergencyUse.Home : EmergencyUse.ReturnHome
            : isPlace ? EmergencyUse.LandingZone : EmergencyUse.Diversion;
        if (!_found.TryGetValue((use, meeting.Zone), out WorstCase<EmergencyDefect>? cases))
            _found.Add((use, meeting.Zone), cases = new WorstCase<EmergencyDefect>());
        cases.Add(new EmergencyDefect(use, _flights.Zones.Zones[meeting.Zone], leg, way, landingZoneId, insideM), insideM);
    }
}
