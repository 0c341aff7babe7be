using System.Collections.Immutable;
using BvlosSim.Environment.Terrain;
using BvlosSim.Missions;
using BvlosSim.Values;
using BvlosSim.Vehicles;

namespace BvlosSim.Estimation.Kinematics;

/// <summary>The flown route as far as it could be flown.</summary>
/// <param name="Legs">The legs in flight order.</param>
/// <param name="Warnings">The warnings in order of emission.</param>
/// <param name="Failure">Why the flight ended early; null when it did not.</param>
public sealed record FlownRoute(ImmutableArray<Leg> Legs, ImmutableArray<MissionWarning> Warnings, MissionFailure? Failure);

/// <summary>
/// Flies the items of a route one after the other: the state machine of the kinematics. A flight carries the state
/// (position, altitude, clock, last track) and the legs flown so far; used once, on one thread.
/// </summary>
internal sealed partial class RouteFlight
{
    private readonly Mission _mission;
    private readonly Vehicle _vehicle;
    private readonly FlightSettings _settings;
    private readonly TerrainProvider? _terrain;
    private readonly CancellationToken _cancellation;
    private readonly List<Leg> _legs;
    private readonly List<MissionWarning> _warnings = [];

    private FlightPoint _position;
    private double _clockS;
    private double? _lastTrackDeg;

    private RouteFlight(Mission mission, Vehicle vehicle, FlightSettings settings, TerrainProvider? terrain, CancellationToken cancellation)
    {
        _mission = mission;
        _vehicle = vehicle;
        _settings = settings;
        _terrain = terrain;
        _cancellation = cancellation;
        _legs = new List<Leg>(mission.Route.Length + 1);
        _position = Home;
    }

    private FlightPoint Home => new(_mission.PlannedHome.LatDeg, _mission.PlannedHome.LonDeg, _mission.PlannedHome.AltitudeAmslM);

    /// <summary>Flies the route of a mission.</summary>
    /// <param name="mission">The mission.</param>
    /// <param name="vehicle">The vehicle.</param>
    /// <param name="settings">Limits, fidelity and wind.</param>
    /// <param name="terrain">Terrain for altitudes above it; null = none.</param>
    /// <param name="cancellation">Ends a long flight.</param>
    public static FlownRoute Fly(
        Mission mission, Vehicle vehicle, FlightSettings settings, TerrainProvider? terrain, CancellationToken cancellation)
    {
        var flight = new RouteFlight(mission, vehicle, settings, terrain, cancellation);
        MissionFailure? failure = flight.FlyItems();
        return new FlownRoute([.. flight._legs], [.. flight._warnings], failure);
    }

    private MissionFailure? FlyItems()
    {
        WarnOfItemsAfterReturn();
        for (int i = 0; i < _mission.Route.Length; i++)
        {
            _cancellation.ThrowIfCancellationRequested();
            MissionFailure? failure = FlyItem(new ItemInFlight(_mission.Route[i], i));
            if (failure is not null)
                return failure;
        }

        return null;
    }

    private MissionFailure? FlyItem(ItemInFlight item)
    {
        MissionFailure? failure = CheckPrecondition(item);
        if (failure is not null)
            return failure;
        failure = ResolveTarget(item, out FlightPoint target);
        if (failure is not null)
            return failure;
        failure = FlyTransit(item, target);
        if (failure is not null || item.Item.Action != RouteAction.LoiterTime)
            return failure;
        return FlyDwell(item);
    }

    private MissionFailure? CheckPrecondition(ItemInFlight item)
    {
        string? broken = RouteItemInvariants.FirstViolated(item.Item);
        if (broken is not null)
        {
            return Fail(
                item, FailureKind.InvalidInput, FailureCode.InvalidMissionProfile, "The fields of the route item contradict its action.",
                ("route_item_invariant", broken));
        }

        return item.Item.Action switch
        {
            RouteAction.Takeoff or RouteAction.VtolTakeoff when !_settings.CanHover => Fail(
                item, FailureKind.Unsupported, FailureCode.InvalidMissionProfile, "The vehicle cannot hover, so it cannot take off vertically."),
            RouteAction.LoiterTime => CheckLoiter(item),
            _ => null,
        };
    }

    private MissionFailure? ResolveTarget(ItemInFlight item, out FlightPoint target)
    {
        RouteItem route = item.Item;
        if (route.Action == RouteAction.Rtl)
        {
            target = Home;
            return null;
        }

        target = new FlightPoint(route.LatDeg ?? _position.LatDeg, route.LonDeg ?? _position.LonDeg, _position.AltitudeAmslM);
        if (route.AltitudeM is not { } altitudeM)
            return null;
        MissionFailure? failure = ReferenceAltitude(item, out double referenceAmslM);
        target = target with { AltitudeAmslM = referenceAmslM + altitudeM };
        return failure;
    }

    /// <summary>The altitude AMSL that the altitude of an item is measured from.</summary>
    private MissionFailure? ReferenceAltitude(ItemInFlight item, out double referenceAmslM)
    {
        referenceAmslM = 0.0;
        switch (item.Item.AltitudeReference ?? _mission.Defaults.AltitudeReference)
        {
            case AltitudeReference.Amsl:
                return null;
            case AltitudeReference.RelativeHome:
                referenceAmslM = _mission.PlannedHome.AltitudeAmslM;
                return null;
            default:
                return TerrainAltitude(item, out referenceAmslM);
        }
    }

    private MissionFailure? TerrainAltitude(ItemInFlight item, out double elevationM)
    {
        elevationM = 0.0;
        if (_terrain is null)
        {
            return Fail(
                item, FailureKind.Unsupported, FailureCode.UnsupportedAltitudeReferenceTerrain,
                "An altitude above terrain needs a terrain grid (assets.terrain_file).");
        }

        // An item without a position of its own is taken at home, wherever the aircraft is by then.
        GeoPoint point = item.Item is { LatDeg: { } lat, LonDeg: { } lon } ? new GeoPoint(lat, lon) : Home.Position;
        if (_terrain.ElevationAt(point.LatDeg, point.LonDeg) is { } found)
        {
            elevationM = found;
            return null;
        }

        return Fail(
            item, FailureKind.Unsupported, FailureCode.TerrainCoverageMissing,
            "The terrain grid does not cover the position of the route item.",
            ("lat", point.LatDeg), ("lon", point.LonDeg), ("terrain_provider_id", _terrain.Id));
    }

    private void WarnOfItemsAfterReturn()
    {
        int first = -1;
        for (int i = 0; i < _mission.Route.Length && first < 0; i++)
        {
            if (_mission.Route[i].Action == RouteAction.Rtl)
                first = i;
        }

        if (first >= 0 && first < _mission.Route.Length - 1)
        {
            _warnings.Add(new MissionWarning(
                WarningCode.RouteActionsAfterRtl,
                "Items follow the return to launch; they are flown as written.",
                new FlightPlace(null, first, _mission.Route[first].Id)));
        }
    }

    private void Append(Leg leg)
    {
        _legs.Add(leg);
        _position = leg.End;
        _clockS += leg.TimeS;
        if (leg.Track is { } track)
            _lastTrackDeg = track.GroundTrackDeg;
        else if (leg.Phase == LegPhase.LoiterDwell)
            _lastTrackDeg = null;
    }

    private FlightPlace PlaceOf(ItemInFlight item) => new(_legs.Count, item.Index, item.Item.Id);

    private MissionFailure Fail(
        ItemInFlight item, FailureKind kind, FailureCode code, string message, params ReadOnlySpan<(string Key, Scalar Value)> context) =>
        new(kind, code, message, PlaceOf(item), ScalarMap.Of(("action", item.ActionName)).With(context));

    /// <summary>A route item under way.</summary>
    private readonly record struct ItemInFlight(RouteItem Item, int Index)
    {
        public string ActionName => RouteTokens.Actions.NameOf(Item.Action);

        public LegPhase TransitPhase => Item.Action switch
        {
            RouteAction.Takeoff or RouteAction.VtolTakeoff => LegPhase.VerticalTakeoff,
            RouteAction.LoiterTime => LegPhase.LoiterTransit,
            RouteAction.Land => LegPhase.LandingTransit,
            RouteAction.Rtl => LegPhase.RtlTransit,
            _ => LegPhase.Transit,
        };
    }
}
