using System.Collections.Immutable;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.LandingZones;

namespace BvlosSim.Estimation.Geofence.Emergencies;

/// <summary>
/// Holds the emergency flights that a verdict rests on against the forbidden zones: the return home from the end of every leg, and the
/// diversion that was chosen for every state of the route. The contract asks neither; a mission that needs a forbidden place is no GO.
/// </summary>
internal sealed class EmergencyZoneCheck
{
    // No identifier of a landing zone is empty.
    private const string HomeId = "";

    private readonly EmergencyFlightInZones _flights;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<(EmergencyUse Use, int Zone), WorstCase<EmergencyDefect>> _found = [];

    private EmergencyZoneCheck(EmergencyFlightInZones flights, CancellationToken cancellation)
    {
        _flights = flights;
        _cancellation = cancellation;
    }

    /// <summary>Evaluates the emergency flights of a mission that passed its checks.</summary>
    /// <param name="flights">The zones, and what else matters.</param>
    /// <param name="returns">The returns home from the ends of the legs.</param>
    /// <param name="states">The states of the route with their diversions; none without landing zones.</param>
    /// <param name="cancellation">Ends a long evaluation.</param>
    /// <returns>One warning for each zone and use, the worst case first.</returns>
    public static ImmutableArray<MissionWarning> Evaluate(
        EmergencyFlightInZones flights,
        ImmutableArray<RthPoint> returns,
        ImmutableArray<LandingZoneState> states,
        CancellationToken cancellation)
    {
        var check = new EmergencyZoneCheck(flights, cancellation);
        check.ExamineReturns(returns);
        check.ExamineDiversions(states);
        return
        [
            .. check._found.OrderBy(f => f.Key.Use).ThenByDescending(f => f.Value.Measure).ThenBy(f => f.Key.Zone)
                .Select(f => EmergencyWarnings.Of(f.Value, f.Value.Worst!.LandingZoneId is null ? returns.Length : states.Length)),
        ];
    }

    /// <summary>A return is costed from the end of a leg, but may begin anywhere on it.</summary>
    private void ExamineReturns(ImmutableArray<RthPoint> returns)
    {
        double sinceS = 0.0;
        double arrivalS = 0.0;
        foreach (RthPoint point in returns)
        {
            Examine(point.Leg, point.Way, null, sinceS, arrivalS);
            (sinceS, arrivalS) = (point.Way.ClockS, point.Way.ArrivalS);
        }
    }

    /// <summary>A diversion may begin anywhere between a state and the one before.</summary>
    private void ExamineDiversions(ImmutableArray<LandingZoneState> states)
    {
        double? sinceS = null;
        double? arrivalS = null;
        foreach (LandingZoneState state in states)
        {
            if (state.Diversion is not { } diversion)
                continue;
            EmergencyWay way = diversion.Way;
            Examine(state.Leg, way, diversion.ZoneId, sinceS ?? way.ClockS, arrivalS ?? way.ArrivalS);
            (sinceS, arrivalS) = (way.ClockS, way.ArrivalS);
        }
    }

    private void Examine(Leg leg, EmergencyWay way, string? landingZoneId, double sinceS, double arrivalSinceS)
    {
        var times = new EmergencyTimes(sinceS, Math.Min(way.ArrivalS, arrivalSinceS), Math.Max(way.ArrivalS, arrivalSinceS));
        foreach (ZoneMeeting meeting in _flights.Find(EmergencyCourse.Of(way), landingZoneId ?? HomeId, _cancellation))
        {
            if (!_flights.IsActive(meeting, times))
                continue;
            bool isPlace = _flights.IsPlace(meeting, times);
            double insideM = _flights.InsideM(meeting, isPlace);
            EmergencyUse use = landingZoneId is null
                ? isPlace ? EmergencyUse.Home : EmergencyUse.ReturnHome
                : isPlace ? EmergencyUse.LandingZone : EmergencyUse.Diversion;
            if (!_found.TryGetValue((use, meeting.Zone), out WorstCase<EmergencyDefect>? cases))
                _found.Add((use, meeting.Zone), cases = new WorstCase<EmergencyDefect>());
            cases.Add(new EmergencyDefect(use, _flights.Zones.Zones[meeting.Zone], leg, way, landingZoneId, insideM), insideM);
        }
    }
}
