using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Estimation.LandingZones;

/// <summary>
/// The landing zones that a state of the route can reach with its reserve intact, besides the one that takes least energy. Not safe across
/// threads.
/// </summary>
internal sealed class LandingAlternatives
{
    private readonly SiteSearch _search;
    private readonly EmergencyFlight _flight;
    private readonly double _deliverableWh;
    private readonly double _reserveWh;

    /// <summary>Prepares the search.</summary>
    /// <param name="sites">The zones.</param>
    /// <param name="terms">The terms under which the first choice was made.</param>
    /// <param name="energy">The energy of the flight.</param>
    public LandingAlternatives(LandingSites sites, SearchTerms terms, EnergyResult energy)
    {
        _search = new SiteSearch(sites, terms);
        _flight = terms.Flight;
        _deliverableWh = energy.DeliverableEnergyWh;
        _reserveWh = energy.ReserveThresholdWh;
    }

    /// <summary>The zones that may be in reach, roughly from near to far.</summary>
    /// <param name="state">The state.</param>
    /// <param name="isWanted">Whether a zone is worth a look.</param>
    /// <param name="cancellation">Ends a long search.</param>
    public IEnumerable<SiteTarget> From(RouteState state, Predicate<LandingSite> isWanted, CancellationToken cancellation) =>
        _search.InReach(state, _deliverableWh - state.EnergyUsedWh - _reserveWh, isWanted, cancellation);

    /// <summary>The flight to a zone; null when it cannot be flown, or eats into the reserve.</summary>
    /// <param name="state">The state.</param>
    /// <param name="goal">Where it leads.</param>
    /// <param name="cancellation">Ends a long integration.</param>
    public EmergencyWay? WayTo(in RouteState state, FlightPoint goal, CancellationToken cancellation)
    {
        var start = new EmergencyStart(state.Leg.Place, state.Position, state.HeadingDeg, state.ClockS);
        return _flight.Cost(start, goal, out EmergencyCost cost, cancellation) is null
            && _deliverableWh - state.EnergyUsedWh - cost.EnergyWh >= _reserveWh
            ? new EmergencyWay(state.Position, state.HeadingDeg, goal, state.ClockS, cost.TimeS)
            : null;
    }
}
