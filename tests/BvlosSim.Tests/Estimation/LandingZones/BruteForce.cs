using System.Collections.Immutable;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.LandingZones;
using BvlosSim.Estimation.Sampling;

namespace BvlosSim.Tests.Estimation.LandingZones;

/// <summary>The rules of the check taken word by word: every zone, every entry point, every path.</summary>
internal static class BruteForce
{
    public static ImmutableArray<LandingZoneState> States(LandingZoneInput input, out MissionFailure? firstPathFailure)
    {
        Assert.Null(input.Path.Sample(out ImmutableArray<ImmutableArray<RouteSample>> samples));
        Assert.Null(TrueAirspeed.Resolve(input.Mission, input.Vehicle, FlightPlace.Mission, out TrueAirspeed speed));
        var flight = new EmergencyFlight(input.Vehicle, input.Settings, new PowerScaling(input.Vehicle), speed.Mps);
        firstPathFailure = null;
        var states = ImmutableArray.CreateBuilder<LandingZoneState>();
        foreach (RouteState state in RouteState.Along(input.Energy!.Legs, samples, CancellationToken.None))
        {
            states.Add(Evaluate(input, flight, state, out MissionFailure? pathFailure));
            firstPathFailure ??= pathFailure;
        }

        return states.DrainToImmutable();
    }

    private static LandingZoneState Evaluate(
        LandingZoneInput input, EmergencyFlight flight, RouteState state, out MissionFailure? pathFailure)
    {
        pathFailure = null;
        EnergyResult energy = input.Energy!;
        LandingSite[] available = [.. input.Sites!.All.Where(site => IsAvailable(input, state.Leg.LegIndex, site))];
        var blank = new LandingZoneState
        {
            StateIndex = state.Index,
            Leg = state.Leg,
            Position = state.Position,
            EnergyRemainingWh = energy.DeliverableEnergyWh - state.EnergyUsedWh,
            AvailableZoneCount = input.UnavailableByLeg is null ? null : available.Length,
        };
        if (input.UnavailableByLeg is not null && available.Length == 0)
            return blank with { Code = FailureCode.AllLandingZonesUnavailable };

        var targets = new List<(LandingSite Site, GeoPoint Point, double AltitudeM, double DistanceM)>();
        LandingSite? withoutAltitude = null;
        foreach (LandingSite site in available)
        {
            (GeoPoint point, double distanceM) = Target(site, state, input.Vehicle.Performance.TurnRadiusM);
            if ((site.AltitudeAmslM ?? input.Terrain?.ElevationAt(point.LatDeg, point.LonDeg)) is { } altitudeM)
                targets.Add((site, point, altitudeM, distanceM));
            else
                withoutAltitude ??= site;
        }

        if (targets.Count > 0)
        {
            var nearest = targets.MinBy(target => target.DistanceM);
            blank = blank with { Nearest = new ZoneDistance(nearest.Site.Id, nearest.DistanceM) };
        }

        double? limitM = input.Mission.Constraints.MinDistanceToLandingZoneM;
        var inRange = targets.Where(target => limitM is null || target.DistanceM + state.HalfGapM <= limitM).ToList();
        if (inRange.Count == 0)
        {
            if (targets.Count > 0 || withoutAltitude is null)
                return blank with { Code = FailureCode.NoReachableLandingZone };
            pathFailure = new MissionFailure(FailureKind.InvalidInput, FailureCode.TerrainCoverageMissing, "", state.Leg.Place, default!);
            return blank with { Code = FailureCode.TerrainCoverageMissing };
        }

        Diversion? best = null;
        foreach ((LandingSite site, GeoPoint point, double altitudeM, double distanceM) in inRange)
        {
            var start = new EmergencyStart(state.Leg.Place, state.Position, state.HeadingDeg, state.ClockS);
            var goal = new FlightPoint(point.LatDeg, point.LonDeg, altitudeM);
            MissionFailure? failure = flight.Cost(start, goal, out EmergencyCost cost, CancellationToken.None);
            pathFailure ??= failure;
            if (failure is not null || (best is not null && cost.EnergyWh >= best.EnergyWh))
                continue;
            double afterWh = blank.EnergyRemainingWh - cost.EnergyWh;
            var way = new EmergencyWay(start.Position, start.TrackDeg, goal, start.ClockS, cost.TimeS);
            best = new Diversion(site.Id, distanceM, cost.EnergyWh, afterWh, afterWh / energy.BatteryCapacityWh * 100.0, way)
            {
                Overshoot = cost.Overshoot,
            };
        }

        if (best is null)
            return blank with { Code = pathFailure!.Code };
        pathFailure = null;
        bool reserveOk = best.ReserveAfterWh >= energy.ReserveThresholdWh;
        return blank with
        {
            Diversion = best,
            ReserveOk = reserveOk,
            Code = reserveOk ? null : FailureCode.LandingZoneReachableButBelowReserve,
        };
    }

    private static bool IsAvailable(LandingZoneInput input, int leg, LandingSite site) =>
        input.UnavailableByLeg is null || !input.UnavailableByLeg.TryGetValue(leg, out IReadOnlySet<string>? ids) || !ids.Contains(site.Id);

    private static (GeoPoint Point, double DistanceM) Target(LandingSite site, RouteState state, double? radiusM)
    {
        GeoPoint position = state.Position.Position;
        if (site.Covers(position))
            return (position, 0.0);
        (GeoPoint Point, double DistanceM) found = (default, double.PositiveInfinity);
        foreach (GeoPoint target in site.Targets)
        {
            double distanceM = EmergencyPath.Length(position, state.HeadingDeg, radiusM, target);
            if (distanceM < found.DistanceM)
                found = (target, distanceM);
        }

        return found;
    }
}
