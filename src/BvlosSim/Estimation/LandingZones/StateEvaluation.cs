using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Values;

namespace BvlosSim.Estimation.LandingZones;

/// <summary>Judges the states of a route. Not safe across threads.</summary>
internal sealed class StateEvaluation
{
    private readonly LandingSites _sites;
    private readonly SiteSearch _search;
    private readonly EnergyResult _energy;
    private readonly IReadOnlyDictionary<int, IReadOnlySet<string>>? _unavailableByLeg;
    private LegAvailability _availability;

    /// <summary>Prepares the evaluation.</summary>
    /// <param name="sites">The zones.</param>
    /// <param name="search">The search among them.</param>
    /// <param name="energy">The energy of the flight.</param>
    /// <param name="unavailableByLeg">Identifiers of zones that are not available; null = availability is not an issue.</param>
    public StateEvaluation(
        LandingSites sites, SiteSearch search, EnergyResult energy, IReadOnlyDictionary<int, IReadOnlySet<string>>? unavailableByLeg)
    {
        _sites = sites;
        _search = search;
        _energy = energy;
        _unavailableByLeg = unavailableByLeg;
        _availability = LegAvailability.All(sites);
    }

    /// <summary>Judges a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="pathFailure">Why no path can be flown from here although zones are there; null otherwise.</param>
    /// <param name="cancellation">Ends a long search.</param>
    public LandingZoneState Evaluate(in RouteState state, out MissionFailure? pathFailure, CancellationToken cancellation)
    {
        pathFailure = null;
        LegAvailability availability = AvailabilityOn(state.Leg.LegIndex);
        var blank = new LandingZoneState
        {
            StateIndex = state.Index,
            Leg = state.Leg,
            Position = state.Position,
            EnergyRemainingWh = _energy.DeliverableEnergyWh - state.EnergyUsedWh,
            AvailableZoneCount = _unavailableByLeg is null ? null : availability.Count,
        };
        if (_unavailableByLeg is not null && availability.Count == 0)
            return Without(blank, FailureCode.AllLandingZonesUnavailable, "All landing zones are declared unavailable here.");

        SiteSearchResult found = _search.From(state, availability.Flags, cancellation);
        LandingZoneState near = found.Nearest is { } nearest
            ? blank with { Nearest = new ZoneDistance(nearest.Site.Id, nearest.DistanceM) }
            : blank;
        if (found.Best is { } best)
            return With(near, state, best, found.BestCost);

        pathFailure = found.FirstFailure ?? (found.Nearest is null ? AltitudeFailure(state, availability) : null);
        return pathFailure is { } failure
            ? Without(near, failure.Code, failure.Message)
            : Without(near, FailureCode.NoReachableLandingZone, "No landing zone is in range from here.");
    }

    private static LandingZoneState Without(LandingZoneState state, FailureCode code, string message) =>
        state with { Code = code, Message = message };

    private LandingZoneState With(LandingZoneState near, in RouteState state, in SiteTarget target, in EmergencyCost cost)
    {
        double afterWh = near.EnergyRemainingWh - cost.EnergyWh;
        var goal = new FlightPoint(target.Point.LatDeg, target.Point.LonDeg, target.AltitudeAmslM);
        LandingZoneState reached = near with
        {
            Diversion = new Diversion(
                target.Site.Id,
                target.DistanceM,
                cost.EnergyWh,
                afterWh,
                afterWh / _energy.BatteryCapacityWh * 100.0,
                new EmergencyWay(state.Position, state.HeadingDeg, goal, state.ClockS, cost.TimeS))
            {
                Overshoot = cost.Overshoot,
            },
            ReserveOk = afterWh >= _energy.ReserveThresholdWh,
        };
        return reached.ReserveOk
            ? reached
            : Without(
                reached,
                FailureCode.LandingZoneReachableButBelowReserve,
                "A landing zone can be reached from here, but the flight to it would eat into the reserve.");
    }

    /// <summary>Without any target, the first zone that is there has no altitude.</summary>
    private MissionFailure? AltitudeFailure(in RouteState state, in LegAvailability availability) =>
        availability.FirstOf(_sites) is { } first
            ? new MissionFailure(
                FailureKind.InvalidInput,
                FailureCode.TerrainCoverageMissing,
                "No landing zone states an altitude, and no terrain gives one: add altitude_amsl_m or terrain.",
                state.Leg.Place,
                ScalarMap.Of(("zone_id", first.Id)))
            : null;

    private LegAvailability AvailabilityOn(int legIndex)
    {
        if (_unavailableByLeg is not null && _availability.LegIndex != legIndex)
        {
            _ = _unavailableByLeg.TryGetValue(legIndex, out IReadOnlySet<string>? unavailable);
            _availability = LegAvailability.On(legIndex, _sites, unavailable);
        }

        return _availability;
    }
}
