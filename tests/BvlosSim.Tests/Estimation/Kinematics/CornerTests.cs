using BvlosSim.Environment.Wind;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Geodesy;
using BvlosSim.Missions;
using BvlosSim.Values;
using BvlosSim.Vehicles;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation.Kinematics;

/// <summary>Turn arcs at the corners of a route: where there are any, and what becomes of the legs beside them.</summary>
public class CornerTests
{
    private static Vehicle K => TestVehicles.K;

    /// <summary>North, then east.</summary>
    private static Mission Right { get; } = TestMissions.K(Waypoint(47.02, 8.0, 100), Waypoint(47.02, 8.03, 100)).V2();

    private static Mission Left { get; } = TestMissions.K(Waypoint(47.02, 8.0, 100), Waypoint(47.02, 7.97, 100)).V2();

    [Fact]
    public void A_corner_has_an_arc_only_in_v2_with_a_turn_radius_and_forward_flight()
    {
        Assert.Equal(3, Estimates.Success(Right, K).Legs.Length);
        Assert.Equal(2, Estimates.Success(Right.WithEstimation(e => e with { Fidelity = Fidelity.V1 }), K).Legs.Length);
        Assert.Equal(2, Estimates.Success(Right, K.WithPerformance(p => p with { TurnRadiusM = null })).Legs.Length);
        // Whatever the class, hovering or not.
        Assert.Equal(3, Estimates.Success(Right, TestVehicles.Q.WithPerformance(p => p with { TurnRadiusM = 60 })).Legs.Length);
    }

    [Theory]
    [InlineData(RouteAction.Waypoint, LegPhase.Transit)]
    [InlineData(RouteAction.Land, LegPhase.LandingTransit)]
    [InlineData(RouteAction.VtolTakeoff, LegPhase.VerticalTakeoff)]
    [InlineData(RouteAction.LoiterTime, LegPhase.LoiterTransit)]
    public void Every_action_has_its_corner(RouteAction action, LegPhase phase)
    {
        RouteItem next = Waypoint(47.02, 8.03, 100) with { Action = action, LoiterTimeS = 30 };
        EstimateResult result = Estimates.Success(TestMissions.K(Waypoint(47.02, 8.0, 100), next).V2(), TestVehicles.Vtol);
        Assert.Equal([LegPhase.Transit, LegPhase.TurnArc, phase], result.Legs.Take(3).Select(l => l.Phase));
        Leg arc = result.Legs[1];
        Assert.Equal((1, action), (arc.RouteItemIndex, arc.Item.Action));
    }

    [Fact]
    public void A_return_has_its_corner()
    {
        EstimateResult result = Estimates.Success(TestMissions.K(Waypoint(47.02, 8.0, 100), Waypoint(47.02, 8.03, 100), Rtl()).V2(), K);
        Assert.Equal(
            [LegPhase.Transit, LegPhase.TurnArc, LegPhase.Transit, LegPhase.TurnArc, LegPhase.RtlTransit], result.Legs.Select(l => l.Phase));
    }

    [Theory]
    [InlineData(0.9, 2)]
    [InlineData(1.1, 3)]
    public void Turns_below_a_degree_have_no_arc(double turnDeg, int legs)
    {
        GeodesicDirect next = Geodesic.Direct(47.02, 8.0, turnDeg, 2000);
        Assert.Equal(legs, Estimates.Success(TestMissions.K(Waypoint(47.02, 8.0, 0), Waypoint(next.LatDeg, next.LonDeg, 0)).V2(), K).Legs.Length);
    }

    [Fact]
    public void The_arc_lies_on_a_circle_and_touches_both_tracks()
    {
        foreach ((Mission mission, double side) in ((Mission, double)[])[(Right, 1), (Left, -1)])
        {
            EstimateResult result = Estimates.Success(mission, K);
            (Leg before, Leg arc, Leg after) = (result.Legs[0], result.Legs[1], result.Legs[2]);
            double offsetM = 60 * Math.Tan(Angles.ToRadians(89.98902612) / 2);
            Expect.Near(2223.42073121 - offsetM, before.HorizontalDistanceM);
            Assert.Equal(before.HorizontalDistanceM, before.PathDistanceM);
            Expect.Near(60 * Angles.ToRadians(89.98902612), arc.PathDistanceM);
            Expect.Near(Geodesic.Inverse(arc.Start.LatDeg, arc.Start.LonDeg, arc.End.LatDeg, arc.End.LonDeg).DistanceM, arc.HorizontalDistanceM, 1e-15);
            Expect.Near(2280.82836889 - offsetM, after.HorizontalDistanceM, 1e-7);

            GeodesicDirect centre = Geodesic.Direct(before.End.LatDeg, before.End.LonDeg, side * 90, 60);
            Assert.All(
                arc.ArcPoints,
                p => Assert.Equal(60, Geodesic.Inverse(centre.LatDeg, centre.LonDeg, p.LatDeg, p.LonDeg).DistanceM, 1e-3));
            // Points in equal steps, so that the arc turns evenly.
            Assert.Equal(19, arc.ArcPoints.Length);
            double chordM = 2 * 60 * Math.Sin(Angles.ToRadians(89.98902612 / 18 / 2));
            for (int j = 0; j < 18; j++)
            {
                (GeoPoint a, GeoPoint b) = (arc.ArcPoints[j], arc.ArcPoints[j + 1]);
                Assert.Equal(chordM, Geodesic.Inverse(a.LatDeg, a.LonDeg, b.LatDeg, b.LonDeg).DistanceM, 1e-3);
            }

            Expect.Near(side > 0 ? 89.98902612 : 360 - 89.98902612, arc.Track!.GroundTrackDeg);
            Assert.Equal((0.0, 600.0, 600.0), (arc.VerticalDeltaM, arc.Start.AltitudeAmslM, arc.End.AltitudeAmslM));
            Assert.Equal((15.0, SpeedSource.VehicleCruise), (arc.TasMps, arc.SpeedSource));
            Expect.Near(arc.PathDistanceM / 15, arc.TimeS, 1e-14);
            Assert.Empty(before.ArcPoints);
        }
    }

    [Theory]
    [InlineData(500, 18)]
    [InlineData(5, 19)]
    [InlineData(1, 95)]
    public void An_arc_has_as_many_pieces_as_angle_and_length_ask_for(double maxLengthM, int pieces)
    {
        Leg arc = Estimates.Success(Right.WithEstimation(e => e with { MaxSegmentLengthM = maxLengthM }), K).Legs[1];
        Assert.Equal(pieces + 1, arc.ArcPoints.Length);
        Assert.Equal(pieces + 1, arc.Timing.Points.Length);
    }

    [Fact]
    public void A_gentle_arc_has_two_pieces()
    {
        GeodesicDirect next = Geodesic.Direct(47.02, 8.0, 1.5, 2000);
        Mission mission = TestMissions.K(Waypoint(47.02, 8.0, 0), Waypoint(next.LatDeg, next.LonDeg, 0)).V2();
        Assert.Equal(3, Estimates.Success(mission, K).Legs[1].ArcPoints.Length);
    }

    [Fact]
    public void The_pieces_of_an_arc_turn_evenly_through_the_wind()
    {
        Leg arc = Estimates.Success(Right.WithWind(4, 2), K).Legs[1];
        double timeS = 0;
        for (int j = 0; j < 18; j++)
        {
            double trackDeg = 89.98902612 * (j + 0.5) / 18;
            Assert.True(WindTriangle.TrySolve(trackDeg, 15, 4, 2, out WindTriangleSolution solution));
            timeS += arc.PathDistanceM / 18 / solution.GroundspeedMps;
            Expect.Near(timeS, arc.Timing.Points[j + 1].TimeS, 1e-8);
            Expect.Near((j + 1.0) / 18, arc.Timing.Points[j + 1].Fraction, 1e-14);
        }
    }

    [Fact]
    public void The_wind_of_an_arc_is_taken_halfway_along_each_chord_at_the_altitude_of_the_corner()
    {
        var queries = new List<(GeoPoint Point, double AltitudeM, double TimeS)>();
        var wind = new FormulaWind((lat, lon, altitude, time) =>
        {
            queries.Add((new GeoPoint(lat, lon), altitude, time));
            return default;
        });
        EstimateResult result = Estimates.Success(Right, K, wind);
        Leg arc = result.Legs[1];
        double startS = result.Legs[0].TimeS;
        int first = queries.FindIndex(q => Metres(q.Point, arc.ArcPoints[0], arc.ArcPoints[1]) < 1e-6);
        for (int j = 0; j < 18; j++)
        {
            Assert.True(Metres(queries[first + j].Point, arc.ArcPoints[j], arc.ArcPoints[j + 1]) < 1e-6);
            Assert.Equal(600, queries[first + j].AltitudeM);
            Expect.Near(startS + ((j + 0.5) * arc.TimeS / 18), queries[first + j].TimeS);
        }
    }

    [Fact]
    public void Cutting_a_leg_back_moves_the_clock_of_everything_after_it()
    {
        // The change comes while the arc is flown; without the cut the clock would be 4 s later.
        double cutS = Estimates.Success(Right, K).Legs[0].TimeS;
        Leg arc = Estimates.Success(Right, K, Estimates.CalmUntil(cutS + 2, 1, 1)).Legs[1];
        Assert.Contains(arc.Timing.Points, p => Math.Abs(p.TimeS - 2) < 1e-9);
    }

    [Fact]
    public void A_leg_that_is_cut_back_keeps_its_climb_and_is_flown_anew_from_its_own_start()
    {
        // A change in the second leg, after a climb on the spot: it is found again when the leg is cut.
        Mission mission = TestMissions.K(
            Waypoint(47.0, 8.0, 60), Waypoint(47.02, 8.0, 1000), Waypoint(47.02, 8.03, 1000)).V2();
        EstimateResult result = Estimates.Success(mission, K, Estimates.CalmUntil(50, 0, 3));
        Leg cut = result.Legs[1];
        Assert.Contains(cut.Timing.Points, p => Math.Abs(p.TimeS - 30) < 1e-9);
        Assert.Equal(940, cut.VerticalDeltaM);
        Assert.Equal(1500, cut.End.AltitudeAmslM);
        // The climb takes longer than the way.
        Assert.Equal(940.0 / 3, cut.TimeS);
        Assert.Equal(940.0 / 3, cut.Timing.VerticalTimeS);
        Expect.Near(30 + ((cut.HorizontalDistanceM - 450) / 18), cut.Timing.Points[^1].TimeS);
        Assert.Equal(new LegWind(0, 3, 3), cut.Wind);
        Assert.Equal((1, LegPhase.Transit, 15.0), (cut.RouteItemIndex, cut.Phase, cut.TasMps));
    }

    [Fact]
    public void Warnings_of_a_leg_that_is_cut_back_are_those_of_what_is_left()
    {
        // Strong wind in the last 50 m before the corner only.
        var wind = new FormulaWind((lat, lon, _, _) => lat > 47.0196 && lon < 8.0001 ? new WindVector(8.2, 0) : default);
        Mission v1 = Right.WithEstimation(e => e with { Fidelity = Fidelity.V1, MaxSegmentLengthM = 20 });
        Vehicle vehicle = K.WithPerformance(p => p with { MaxCrabAngleDeg = 35 });
        Assert.Equal([WarningCode.HighCrabMargin], Estimates.Success(v1, vehicle, wind).Legs[0].Warnings.ToArray());
        Leg cut = Estimates.Run(Right.WithEstimation(e => e with { MaxSegmentLengthM = 20 }), vehicle, wind).Legs[0];
        Assert.Empty(cut.Warnings);
        Assert.Equal(default(LegWind), cut.Wind);
    }

    [Fact]
    public void A_climb_on_the_spot_keeps_the_track_and_a_dwell_clears_it()
    {
        // Straight on after a climb: no corner, although the climb has no length.
        Mission straight = TestMissions.K(Waypoint(47.01, 8.0, 100), Waypoint(47.01, 8.0, 150), Waypoint(47.02, 8.0, 150)).V2();
        Assert.Equal(3, Estimates.Success(straight, K).Legs.Length);
        // Back after a dwell: no corner either.
        Mission back = TestMissions.K(Loiter(47.02, 8.0, 100, 60), Rtl()).V2();
        Assert.Equal(3, Estimates.Success(back, K).Legs.Length);
        Assert.Equal(3, Estimates.Success(back, TestVehicles.Vtol).Legs.Length);
    }

    [Fact]
    public void A_vertical_leg_after_an_arc_keeps_the_outgoing_track_of_the_transit()
    {
        Mission mission = TestMissions.K(
            Waypoint(47.02, 8.0, 100), Waypoint(47.02, 8.03, 100), Waypoint(47.02, 8.03, 150), Waypoint(47.0, 8.03, 150)).V2();
        MissionFailure failure = Estimates.Run(mission, K).Failure!;
        Assert.Equal(FailureCode.InvalidGeometry, failure.Code);
        Assert.Equal(Expect.Leg(4, 3), failure.Place);
        Assert.Equal(0, failure.Context.Find("incoming_leg_distance_m").Number);
    }

    [Fact]
    public void An_exact_reversal_never_fits_and_its_offset_is_not_a_number()
    {
        Mission mission = TestMissions.K(Waypoint(47.02, 8.0, 100), Rtl()).V2();
        EstimateResult result = Estimates.Run(mission, K);
        Expect.Failure(
            result.Failure, FailureKind.Infeasible, FailureCode.InvalidGeometry, Expect.Leg(1, 1),
            ("incoming_track_deg", 0.0), ("outgoing_track_deg", 180.0), ("turn_angle_deg", 180.0), ("turn_radius_m", 60.0),
            ("tangent_offset_m", default), ("incoming_leg_distance_m", 2223.42073121), ("outgoing_leg_distance_m", 2223.42073121));
        Assert.Equal(ScalarKind.Null, result.Failure!.Context.Find("tangent_offset_m").Kind);
    }

    [Theory]
    [InlineData(2223.0, 3)]
    [InlineData(2225.0, 1)]
    public void The_corner_must_fit_both_legs(double radiusM, int legs)
    {
        // A right angle with one leg of 2223.4 m: the offset is the radius.
        Vehicle vehicle = K.WithPerformance(p => p with { TurnRadiusM = radiusM });
        Assert.Equal(legs, Estimates.Run(Right, vehicle).Legs.Length);
        Mission longFirst = TestMissions.K(Waypoint(47.0, 8.03, 100), Waypoint(47.02, 8.03, 100)).V2();
        Assert.Equal(legs, Estimates.Run(longFirst, vehicle).Legs.Length);
    }

    [Fact]
    public void A_leg_between_two_corners_must_hold_both()
    {
        // 300 m between two right angles hold two offsets of 100 m, but not of 200 m.
        Mission mission = TestMissions.K(Waypoint(47.02, 8.0, 0), Waypoint(47.02, 8.00395, 0), Waypoint(47.0, 8.00395, 0)).V2();
        Assert.Equal(5, Estimates.Success(mission, K.WithPerformance(p => p with { TurnRadiusM = 100 })).Legs.Length);
        MissionFailure failure = Estimates.Run(mission, K.WithPerformance(p => p with { TurnRadiusM = 200 })).Failure!;
        Assert.Equal(Expect.Leg(3, 2), failure.Place);
        Assert.InRange(failure.Context.Find("incoming_leg_distance_m").Number, 99, 102);
    }

    [Fact]
    public void An_arc_of_an_absurd_number_of_pieces_is_refused()
    {
        // The legs pass with a million pieces each; the arc, 94 times the offset, does not.
        Vehicle vehicle = K.WithPerformance(p => p with { TurnRadiusM = 1500 });
        Mission mission = Right.WithEstimation(e => e with { MaxSegmentLengthM = 0.0023 });
        EstimateResult result = Estimates.Run(mission, vehicle);
        Assert.Equal(FailureCode.SegmentCountUnsupported, result.Failure!.Code);
        Assert.Equal(Expect.Leg(1, 1), result.Failure.Place);
        Assert.Single(result.Legs);
    }

    private static double Metres(GeoPoint middle, GeoPoint a, GeoPoint b)
    {
        double ab = Geodesic.Inverse(a.LatDeg, a.LonDeg, b.LatDeg, b.LonDeg).DistanceM;
        double am = Geodesic.Inverse(a.LatDeg, a.LonDeg, middle.LatDeg, middle.LonDeg).DistanceM;
        double mb = Geodesic.Inverse(middle.LatDeg, middle.LonDeg, b.LatDeg, b.LonDeg).DistanceM;
        return Math.Max(am, mb) - (ab / 2);
    }
}
