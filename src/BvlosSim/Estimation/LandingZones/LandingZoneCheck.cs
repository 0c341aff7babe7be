using System.Collections.Immutable;
using BvlosSim.Environment.Terrain;
using BvlosSim.Estimation.Checks;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Sampling;
using BvlosSim.Missions;
using BvlosSim.Values;
using BvlosSim.Vehicles;

namespace BvlosSim.Estimation.LandingZones;

/// <summary>What the landing-zone check looks at.</summary>
internal sealed record LandingZoneInput
{
    /// <summary>The mission.</summary>
    public required Mission Mission { get; init; }

    /// <summary>The vehicle.</summary>
    public required Vehicle Vehicle { get; init; }

    /// <summary>Limits and wind.</summary>
    public required FlightSettings Settings { get; init; }

    /// <summary>The flown path.</summary>
    public required FlownPath Path { get; init; }

    /// <summary>The energy of its legs; null when it is not known.</summary>
    public required EnergyResult? Energy { get; init; }

    /// <summary>The zones; null = the mission has no landing-zone file.</summary>
    public required LandingSites? Sites { get; init; }

    /// <summary>Terrain, where a zone states no altitude; null = none.</summary>
    public TerrainProvider? Terrain { get; init; }

    /// <summary>
    /// Identifiers of the zones that are not available, by leg index; a leg without entry has all zones. Null = availability is not
    /// an issue.
    /// </summary>
    public IReadOnlyDictionary<int, IReadOnlySet<string>>? UnavailableByLeg { get; init; }
}

/// <summary>Checks that the aircraft can land with its reserve intact from everywhere along its route.</summary>
internal static class LandingZoneCheck
{
    /// <summary>Evaluates all states of the route. Without a landing-zone file the check does not run.</summary>
    public static CheckOutcome<LandingZoneResult> Evaluate(LandingZoneInput input, CancellationToken cancellation)
    {
        if (input.Sites is not { } sites)
            return default;
        if (input.Energy is not { } energy)
            return Failed(NoEnergy);
        if (sites.Failure is { } invalid)
            return Failed(invalid);
        MissionFailure? failure = TrueAirspeed.Resolve(input.Mission, input.Vehicle, FlightPlace.Mission, out TrueAirspeed speed);
        if (failure is not null)
            return Failed(failure);
        failure = input.Path.Sample(out ImmutableArray<ImmutableArray<RouteSample>> samples);
        if (failure is not null)
            return Failed(failure);
        return EvaluateStates(input, sites, energy, speed.Mps, samples, cancellation);
    }

    /// <summary>What else a mission that passed the check can reach.</summary>
    /// <param name="input">The input of the check.</param>
    public static LandingAlternatives? Alternatives(LandingZoneInput input) =>
        input is { Sites: { Failure: null } sites, Energy: { } energy }
        && TrueAirspeed.Resolve(input.Mission, input.Vehicle, FlightPlace.Mission, out TrueAirspeed speed) is null
            ? new LandingAlternatives(sites, Terms(input, speed.Mps), energy)
            : null;

    private static SearchTerms Terms(LandingZoneInput input, double tasMps) => new(
        new EmergencyFlight(input.Vehicle, input.Settings, new PowerScaling(input.Vehicle), tasMps),
        input.Settings.Wind,
        input.Terrain,
        tasMps,
        input.Vehicle.Performance.TurnRadiusM,
        input.Mission.Constraints.MinDistanceToLandingZoneM);

    private static CheckOutcome<LandingZoneResult> EvaluateStates(
        LandingZoneInput input,
        LandingSites sites,
        EnergyResult energy,
        double tasMps,
        ImmutableArray<ImmutableArray<RouteSample>> samples,
        CancellationToken cancellation)
    {
        SearchTerms terms = Terms(input, tasMps);
        var evaluation = new StateEvaluation(sites, new SiteSearch(sites, terms), energy, input.UnavailableByLeg);
        ImmutableArray<RouteState> route = RouteState.Along(energy.Legs, samples, cancellation);
        ImmutableArray<LandingZoneState>.Builder states = ImmutableArray.CreateBuilder<LandingZoneState>(route.Length);
        MissionFailure? pathFailure = null;
        foreach (RouteState state in route)
        {
            cancellation.ThrowIfCancellationRequested();
            states.Add(evaluation.Evaluate(state, out MissionFailure? failure, cancellation));
            pathFailure ??= failure;
        }

        var result = new LandingZoneResult
        {
            CheckedZoneCount = sites.All.Length,
            MaxAllowedDistanceM = terms.MaxDistanceM,
            ReserveThresholdPercent = energy.ReserveThresholdPercent,
            ReserveThresholdWh = energy.ReserveThresholdWh,
            UnavailableZoneIds = UnavailableIds(input.UnavailableByLeg, energy.Legs),
            States = states.DrainToImmutable(),
        };
        // Why a path cannot be flown outranks a state without zone, even an earlier one.
        return new CheckOutcome<LandingZoneResult>(result, pathFailure ?? FirstFailure(result.States));
    }

    private static ImmutableArray<string> UnavailableIds(
        IReadOnlyDictionary<int, IReadOnlySet<string>>? unavailableByLeg, ImmutableArray<LegEnergy> legs)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (LegEnergy cost in legs)
        {
            if (unavailableByLeg is not null && unavailableByLeg.TryGetValue(cost.Leg.LegIndex, out IReadOnlySet<string>? unavailable))
                ids.UnionWith(unavailable);
        }

        return [.. ids];
    }

    private static MissionFailure? FirstFailure(ImmutableArray<LandingZoneState> states)
    {
        foreach (LandingZoneState state in states)
        {
            if (state.Code is { } code)
                return new MissionFailure(FailureKind.Infeasible, code, state.Message!, state.Leg.Place, Context(state));
        }

        return null;
    }

    private static ScalarMap Context(LandingZoneState state) => ScalarMap.Of(
        ("state_index", state.StateIndex),
        ("nearest_zone_id", state.Nearest?.ZoneId),
        ("nearest_zone_distance_m", OrNull(state.Nearest?.DistanceM)),
        ("reachable_zone_id", state.Diversion?.ZoneId),
        ("reachable_zone_distance_m", OrNull(state.Diversion?.DistanceM)),
        ("divert_energy_wh", OrNull(state.Diversion?.EnergyWh)),
        ("energy_remaining_before_divert_wh", state.EnergyRemainingWh),
        ("reserve_after_divert_wh", OrNull(state.Diversion?.ReserveAfterWh)),
        ("reserve_after_divert_percent", OrNull(state.Diversion?.ReserveAfterPercent)));

    private static Scalar OrNull(double? value) => value is { } number ? number : default(Scalar);

    private static CheckOutcome<LandingZoneResult> Failed(MissionFailure failure) => new(null, failure);

    private static MissionFailure NoEnergy { get; } = new(
        FailureKind.InvalidInput,
        FailureCode.MissingEnergyModel,
        "Landing zones cannot be judged without the energy of the mission.",
        FlightPlace.Mission,
        ScalarMap.Empty);
}
