using System.Collections.Immutable;
using BvlosSim.Geodesy;
using BvlosSim.Missions;
using BvlosSim.Values;

namespace BvlosSim.Estimation.Kinematics;

/// <content>Turn arcs at the corners (fidelity v2): the last leg is cut back to the entry of the arc, the arc is flown.</content>
internal sealed partial class RouteFlight
{
    private const double LeastTurnDeg = 1.0;
    private const double ArcStepDeg = 5.0;

    private MissionFailure? FlyCorner(ItemInFlight item, GeoPoint target)
    {
        if (_settings.Fidelity != Fidelity.V2 || _lastTrackDeg is not { } trackInDeg || !_settings.CanFlyForward
            || _vehicle.Performance.TurnRadiusM is not { } radiusM)
            return null;

        GeodesicInverse outgoing = CourseTo(target);
        if (outgoing.DistanceM == 0.0)
            return null;
        double trackOutDeg = Angles.Norm360(outgoing.Azimuth1Deg);
        TurnGeometry turn = Turn.Between(trackInDeg, trackOutDeg, radiusM);
        if (turn.AngleDeg < LeastTurnDeg)
            return null;
        double incomingM = _legs[^1].HorizontalDistanceM;
        if (!(turn.TangentOffsetM < incomingM && turn.TangentOffsetM < outgoing.DistanceM))
            return CornerDoesNotFit(item, trackInDeg, trackOutDeg, turn, radiusM, incomingM, outgoing.DistanceM);

        int count = ArcSegmentCount(turn);
        if (count > WindIntegration.MaxSegments)
            count = WindIntegration.MaxSegments + 1;
        GeoPoint[] points = ArcPoints(trackInDeg, trackOutDeg, turn, radiusM, count);
        return CutLastLeg(points[0]) ?? FlyArc(item, points, trackInDeg, trackOutDeg, turn);
    }

    private int ArcSegmentCount(in TurnGeometry turn)
    {
        int byAngle = Math.Max(2, (int)Math.Ceiling(turn.AngleDeg / ArcStepDeg));
        return Math.Max(byAngle, WindIntegration.SegmentCount(turn.ArcLengthM, _settings.MaxSegmentLengthM));
    }

    /// <summary>The arc from its entry on the incoming track to its exit on the outgoing one.</summary>
    private GeoPoint[] ArcPoints(double trackInDeg, double trackOutDeg, in TurnGeometry turn, double radiusM, int count)
    {
        GeodesicDirect entry = Geodesic.Direct(_position.LatDeg, _position.LonDeg, trackInDeg + 180.0, turn.TangentOffsetM);
        GeodesicDirect exit = Geodesic.Direct(_position.LatDeg, _position.LonDeg, trackOutDeg, turn.TangentOffsetM);
        double side = turn.SignedAngleDeg > 0.0 ? 1.0 : -1.0;
        GeodesicDirect centre = Geodesic.Direct(entry.LatDeg, entry.LonDeg, trackInDeg + (90.0 * side), radiusM);

        var points = new GeoPoint[count + 1];
        double firstRadialDeg = trackInDeg - (90.0 * side);
        for (int j = 1; j < count; j++)
        {
            double radialDeg = firstRadialDeg + (turn.SignedAngleDeg * ((double)j / count));
            GeodesicDirect point = Geodesic.Direct(centre.LatDeg, centre.LonDeg, radialDeg, radiusM);
            points[j] = new GeoPoint(point.LatDeg, point.LonDeg);
        }

        points[0] = new GeoPoint(entry.LatDeg, entry.LonDeg);
        points[count] = new GeoPoint(exit.LatDeg, exit.LonDeg);
        return points;
    }

    /// <summary>Ends the last leg where the arc begins and flies it anew; a failure belongs to that leg, not to the item under way.</summary>
    private MissionFailure? CutLastLeg(GeoPoint entry)
    {
        Leg leg = _legs[^1];
        MissionFailure? failure = VerticalMove.Plan(
            leg.End.AltitudeAmslM - leg.Start.AltitudeAmslM, _vehicle.Performance, leg.Place, out VerticalMove climb);
        if (failure is not null)
            return failure;

        GeodesicInverse course = Geodesic.Inverse(leg.Start.LatDeg, leg.Start.LonDeg, entry.LatDeg, entry.LonDeg);
        double trackDeg = Angles.Norm360(course.Azimuth1Deg);
        var flight = new LegFlight(
            leg.Place, RouteTokens.Actions.NameOf(leg.Item.Action), _clockS - leg.TimeS, leg.Start.AltitudeAmslM, climb, leg.TasMps!.Value);
        failure = FlyGeodesic(flight, leg.Start.Position, trackDeg, course.DistanceM, out IntegratedPath flown);
        if (failure is not null)
            return failure;

        Leg cut = leg with
        {
            End = new FlightPoint(entry.LatDeg, entry.LonDeg, leg.End.AltitudeAmslM),
            HorizontalDistanceM = course.DistanceM,
            PathDistanceM = course.DistanceM,
            TimeS = Math.Max(flown.TimeS, climb.TimeS),
            Wind = flown.Extremes.Wind,
            Track = flown.Extremes.Track(trackDeg),
            Warnings = flown.Extremes.Warnings(_settings),
            Timing = new LegTiming(flown.Timing, climb.TimeS),
        };
        _legs[^1] = cut;
        _position = cut.End;
        _clockS += cut.TimeS - leg.TimeS;
        return null;
    }

    private MissionFailure? FlyArc(ItemInFlight item, GeoPoint[] points, double trackInDeg, double trackOutDeg, in TurnGeometry turn)
    {
        MissionFailure? failure = TrueAirspeed.Resolve(_mission, _vehicle, PlaceOf(item), out TrueAirspeed speed);
        if (failure is not null)
            return failure;
        var level = new VerticalMove(0.0, 0.0);
        var flight = new LegFlight(PlaceOf(item), item.ActionName, _clockS, _position.AltitudeAmslM, level, speed.Mps);
        var path = new ArcSegments(points, trackInDeg, turn);
        failure = WindIntegration.Fly(path, flight, _settings, out IntegratedPath flown, _cancellation);
        if (failure is not null)
            return failure;

        GeoPoint exit = points[^1];
        GeodesicInverse chord = Geodesic.Inverse(_position.LatDeg, _position.LonDeg, exit.LatDeg, exit.LonDeg);
        Append(new Leg
        {
            LegIndex = _legs.Count,
            RouteItemIndex = item.Index,
            Item = item.Item,
            Phase = LegPhase.TurnArc,
            Start = _position,
            End = new FlightPoint(exit.LatDeg, exit.LonDeg, _position.AltitudeAmslM),
            HorizontalDistanceM = chord.DistanceM,
            PathDistanceM = turn.ArcLengthM,
            TimeS = flown.TimeS,
            TasMps = speed.Mps,
            SpeedSource = speed.Source,
            Wind = flown.Extremes.Wind,
            Track = flown.Extremes.Track(trackOutDeg),
            Warnings = flown.Extremes.Warnings(_settings),
            Timing = new LegTiming(flown.Timing, 0.0),
            ArcPoints = ImmutableArray.Create(points),
        });
        return null;
    }

    private MissionFailure CornerDoesNotFit(
        ItemInFlight item, double trackInDeg, double trackOutDeg, in TurnGeometry turn, double radiusM, double incomingM, double outgoingM) =>
        new(
            FailureKind.Infeasible,
            FailureCode.InvalidGeometry,
            "The turn does not fit between the legs of the corner: lengthen them, or turn less sharply.",
            PlaceOf(item),
            ScalarMap.Of(
                ("incoming_track_deg", trackInDeg),
                ("outgoing_track_deg", trackOutDeg),
                ("turn_angle_deg", turn.AngleDeg),
                ("turn_radius_m", radiusM),
                // An exact reversal has no corner: its infinite offset has no place in JSON.
                ("tangent_offset_m", double.IsFinite(turn.TangentOffsetM) ? turn.TangentOffsetM : default(Scalar)),
                ("incoming_leg_distance_m", incomingM),
                ("outgoing_leg_distance_m", outgoingM)));
}
