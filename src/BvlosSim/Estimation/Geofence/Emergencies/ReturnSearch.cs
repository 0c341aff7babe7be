using System.Collections.Immutable;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.LandingZones;

namespace BvlosSim.Estimation.Geofence.Emergencies;

/// <summary>
/// Finds the forbidden zones that a return home meets, from all samples of the route and not only from the ends of legs, from where the
/// contract costs it. A return from in between is costed only where its time matters.
/// </summary>
internal sealed class ReturnSearch
{
    // No identifier of a landing zone is empty.
    private const string HomeId = "";

    private readonly EmergencyFlightInZones _flights;
    private readonly EmergencyFlight _flight;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<(bool IsPlace, int Zone), (double InsideM, RouteState State)> _worst = [];

    /// <summary>Prepares the search.</summary>
    /// <param name="flights">The zones.</param>
    /// <param name="flight">Costs the returns.</param>
    /// <param name="cancellation">Ends a long search.</param>
    public ReturnSearch(EmergencyFlightInZones flights, EmergencyFlight flight, CancellationToken cancellation)
    {
        _flights = flights;
        _flight = flight;
        _cancellation = cancellation;
    }

    /// <summary>Finds what the returns from a leg meet.</summary>
    /// <param name="point">The return from its end.</param>
    /// <param name="states">The states of the leg in flight order.</param>
    /// <returns>For each zone and use the worst case of the leg.</returns>
    public IEnumerable<EmergencyDefect> From(RthPoint point, ImmutableArray<RouteState> states)
    {
        _worst.Clear();
        for (int i = 0; i < states.Length; i++)
        {
            _cancellation.ThrowIfCancellationRequested();
            Examine(point, AsCosted(point, states[i]), states[Math.Max(0, i - 1)]);
        }

        return _worst.OrderBy(w => (w.Key.Zone, w.Key.IsPlace)).Select(w => new EmergencyDefect(
            w.Key.IsPlace ? EmergencyUse.Home : EmergencyUse.ReturnHome,
            w.Key.Zone,
            _flights.Zones.Zones[w.Key.Zone],
            point.Leg,
            // From where the return cannot be flown its duration is not known: that from the end of the leg stands in.
            WayFrom(point, w.Value.State) ?? new EmergencyWay(
                w.Value.State.Position, w.Value.State.HeadingDeg, point.Way.Target, w.Value.State.ClockS, point.Way.TimeS),
            null,
            w.Value.InsideM));
    }

    /// <summary>At the end of the leg the return is looked at as it was costed, with the track of the leg.</summary>
    private static RouteState AsCosted(RthPoint point, in RouteState state) =>
        state.ClockS >= point.Way.ClockS && state.Position == point.Way.Start ? state with { HeadingDeg = point.Way.TrackDeg } : state;

    private void Examine(RthPoint point, in RouteState state, in RouteState before)
    {
        EmergencyTimes? times = null;
        var course = new EmergencyCourse(state.Position, state.HeadingDeg, point.Way.Target);
        foreach (ZoneMeeting meeting in _flights.Find(course, HomeId, _cancellation))
        {
            bool isPlace = meeting.EndsInside;
            if (!_flights.IsAlwaysActive(meeting.Zone))
            {
                times ??= EmergencyTimes.Between(before, state, WayFrom(point, state)?.ArrivalS);
                if (!_flights.IsActive(meeting, times.Value))
                    continue;
                isPlace = _flights.IsPlace(meeting, times.Value);
            }

            double insideM = _flights.InsideM(meeting, isPlace);
            if (!_worst.TryGetValue((isPlace, meeting.Zone), out (double InsideM, RouteState State) worst) || insideM > worst.InsideM)
                _worst[(isPlace, meeting.Zone)] = (insideM, state);
        }
    }

    private EmergencyWay? WayFrom(RthPoint point, in RouteState state)
    {
        if (state.Position == point.Way.Start && state.ClockS == point.Way.ClockS && state.HeadingDeg == point.Way.TrackDeg)
            return point.Way;
        var start = new EmergencyStart(state.Leg.Place, state.Position, state.HeadingDeg, state.ClockS);
        return _flight.Cost(start, point.Way.Target, out EmergencyCost cost, _cancellation) is null
            ? new EmergencyWay(state.Position, state.HeadingDeg, point.Way.Target, state.ClockS, cost.TimeS)
            : null;
    }
}
