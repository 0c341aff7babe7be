using BvlosSim.Geodesy;

namespace BvlosSim.Estimation.Kinematics;

/// <content>Transit legs.</content>
internal sealed partial class RouteFlight
{
    /// <summary>Distances up to this many metres count as none.</summary>
    private const double ZeroDistanceM = 1e-6;

    private MissionFailure? FlyTransit(ItemInFlight item, FlightPoint target)
    {
        MissionFailure? failure = FlyCorner(item, target.Position);
        if (failure is not null)
            return failure;

        failure = VerticalMove.Plan(
            target.AltitudeAmslM - _position.AltitudeAmslM, _vehicle.Performance, PlaceOf(item), out VerticalMove climb);
        if (failure is not null)
            return failure;
        GeodesicInverse course = CourseTo(target.Position);
        if (course.DistanceM == 0.0)
        {
            Append(VerticalLeg(item, target, climb));
            return null;
        }

        if (!_settings.CanFlyForward)
        {
            return Fail(
                item, FailureKind.Unsupported, FailureCode.InvalidMissionProfile,
                "The vehicle does not fly horizontal distances; a multirotor needs capabilities.forward_flight: true.");
        }

        failure = TrueAirspeed.Resolve(_mission, _vehicle, PlaceOf(item), out TrueAirspeed speed);
        if (failure is not null)
            return failure;

        var flight = new LegFlight(PlaceOf(item), item.ActionName, _clockS, _position.AltitudeAmslM, climb, speed.Mps);
        double trackDeg = Angles.Norm360(course.Azimuth1Deg);
        failure = FlyGeodesic(flight, _position.Position, trackDeg, course.DistanceM, out IntegratedPath flown);
        if (failure is not null)
            return failure;
        Append(HorizontalLeg(item, target, course.DistanceM, trackDeg, climb, speed, flown));
        return null;
    }

    private GeodesicInverse CourseTo(GeoPoint target)
    {
        GeodesicInverse course = Geodesic.Inverse(_position.LatDeg, _position.LonDeg, target.LatDeg, target.LonDeg);
        return course.DistanceM <= ZeroDistanceM ? course with { DistanceM = 0.0 } : course;
    }

    private MissionFailure? FlyGeodesic(in LegFlight flight, GeoPoint start, double trackDeg, double distanceM, out IntegratedPath flown)
    {
        int count = WindIntegration.SegmentCount(distanceM, _settings.MaxSegmentLengthM);
        var path = new GeodesicSegments(start, trackDeg, distanceM, count);
        return WindIntegration.Fly(path, flight, _settings, out flown, _cancellation);
    }

    private Leg VerticalLeg(ItemInFlight item, FlightPoint target, VerticalMove climb) => new()
    {
        LegIndex = _legs.Count,
        RouteItemIndex = item.Index,
        Item = item.Item,
        Phase = item.TransitPhase,
        Start = _position,
        End = target,
        HorizontalDistanceM = 0.0,
        VerticalDeltaM = climb.DeltaM,
        PathDistanceM = climb.DistanceM,
        TimeS = climb.TimeS,
        Timing = LegTiming.Stationary(climb.TimeS, climb.TimeS),
    };

    private Leg HorizontalLeg(
        ItemInFlight item, FlightPoint target, double distanceM, double trackDeg, VerticalMove climb, TrueAirspeed speed, in IntegratedPath flown) =>
        new()
        {
            LegIndex = _legs.Count,
            RouteItemIndex = item.Index,
            Item = item.Item,
            Phase = item.TransitPhase,
            Start = _position,
            End = target,
            HorizontalDistanceM = distanceM,
            VerticalDeltaM = climb.DeltaM,
            PathDistanceM = distanceM,
            TimeS = Math.Max(flown.TimeS, climb.TimeS),
            TasMps = speed.Mps,
            SpeedSource = speed.Source,
            Wind = flown.Extremes.Wind,
            Track = flown.Extremes.Track(trackDeg),
            Warnings = flown.Extremes.Warnings(_settings),
            Timing = new LegTiming(flown.Timing, climb.TimeS),
        };
}
