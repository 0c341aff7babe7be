using BvlosSim.Environment.Wind;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Geodesy;
using BvlosSim.Missions;
using static BvlosSim.Tests.TestMissions;
using static BvlosSim.Tests.TestVehicles;

namespace BvlosSim.Tests.Estimation.Kinematics;

/// <summary>Whole flights with known numbers for every leg.</summary>
public class WorkedFlightTests
{
    [Fact]
    public void A_wind_triangle()
    {
        Assert.True(WindTriangle.TrySolve(0, 15, 3, -1, out WindTriangleSolution solution));
        Assert.Equal(-1, solution.Wind.AlongMps);
        Assert.Equal(3, solution.Wind.CrossMps);
        Expect.Near(13.696938456699069, solution.GroundspeedMps, 1e-15);
        Expect.Near(348.4630409671845, solution.HeadingDeg, 1e-15);
        Expect.Near(-11.536959032815503, solution.CrabDeg, 1e-14);
    }

    [Fact]
    public void A_flight_through_two_layers_of_wind()
    {
        Mission mission = K(Waypoint(47.02, 8.0, 100), Waypoint(47.02, 8.03, 20))
            .WithLayers(new WindLayer(500, 5, 0), new WindLayer(560, -2, 3));
        EstimateResult result = Estimates.Success(mission, TestVehicles.K);

        Leg there = result.Legs[0];
        Leg across = result.Legs[1];
        AssertMotion(there, 2223.42073121, 131.00340149, 14.14213562, 0.0, 340.52877937, -19.47122063);
        AssertMotion(across, 2280.82836889, 127.15894847, 12.6974349, 89.98902612, 101.5274783, 11.53845218);
        AssertWind(there, 5, 0, 5);
        // Strongest in the lower layer, slowest and most crabbed in the upper one.
        AssertWind(across, 5, 0, 5);
        Expect.Printed(0.0, there.Track!.WindAlongTrackMps);
        Expect.Printed(5.0, there.Track.WindCrossTrackMps);
        Expect.Printed(-1.99942537, across.Track!.WindAlongTrackMps);
        Expect.Printed(-3.00038301, across.Track.WindCrossTrackMps);
        Expect.Printed(258.16234997, result.Totals.TimeS);
        // One point for the start and one for each of five pieces.
        Assert.Equal(6, there.Timing.Points.Length);
        Assert.Equal(6, across.Timing.Points.Length);
    }

    [Fact]
    public void A_flight_with_turn_arcs_and_a_circular_dwell()
    {
        Mission mission = K(Waypoint(47.02, 8.0, 100), Waypoint(47.03, 8.02, 160), Loiter(47.01, 8.03, 120, 75), Rtl())
            .V2().WithWind(3, -1);
        EstimateResult result = Estimates.Success(mission, TestVehicles.K);

        Assert.Equal(
            [
                (LegPhase.Transit, 0), (LegPhase.TurnArc, 1), (LegPhase.Transit, 1), (LegPhase.TurnArc, 2),
                (LegPhase.LoiterTransit, 2), (LegPhase.LoiterDwell, 2), (LegPhase.RtlTransit, 3),
            ],
            result.Legs.Select(l => (l.Phase, l.RouteItemIndex)));
        Assert.Equal(Enumerable.Range(0, 7), result.Legs.Select(l => l.LegIndex));
        Leg[] legs = [.. result.Legs];
        AssertMotion(legs[0], 2192.96869749, 160.10648689, 13.69693846, 0.0, 348.46304097, -11.53695903);
        AssertMotion(legs[1], 54.30960536, 3.73377922, 13.81768787, 53.81867564, 4.95703437, -12.16708969);
        AssertMotion(legs[2], 1771.51241834, 106.66664049, 16.607933, 53.81957473, 43.92261713, -9.8969576);
        AssertMotion(legs[3], 96.64927382, 6.37472311, 16.72971763, 161.11877078, 46.67151548, -9.58602983);
        AssertMotion(legs[4], 2268.28567198, 135.78757451, 16.704663, 161.11902475, 170.7711109, 9.65208615);
        AssertMotion(legs[6], 2537.91049885, 201.79524016, 12.57666185, 244.03200262, 252.51464176, 8.48263914);
        AssertEnd(legs[0], 47.01972608, 8.0, 600);
        AssertEnd(legs[1], 47.02016171, 8.0003233, 600);
        AssertEnd(legs[2], 47.02956705, 8.01913427, 660);
        AssertEnd(legs[3], 47.02930608, 8.02034709, 660);
        AssertEnd(legs[4], 47.01, 8.03, 620);
        AssertEnd(legs[6], 47.0, 8.0, 500);
        Assert.Equal([0, 2, 4, 6], legs.Where(l => l.PathDistanceM == l.HorizontalDistanceM).Select(l => l.LegIndex));
        Expect.Printed(56.35878534, legs[1].PathDistanceM);
        Expect.Printed(112.36414919, legs[3].PathDistanceM);
        Assert.Equal([100.0, 0, 60, 0, -40, 0, -120], legs.Select(l => l.VerticalDeltaM));

        FlightTotals totals = result.Totals;
        Expect.Printed(8921.63616584, totals.HorizontalDistanceM);
        Expect.Printed(10064.40022119, totals.PathDistanceM);
        Expect.Printed(320.0, totals.VerticalDistanceM);
        Expect.Printed(689.46444439, totals.TimeS);
    }

    [Fact]
    public void The_circular_dwell_of_that_flight()
    {
        Mission mission = K(Waypoint(47.02, 8.0, 100), Loiter(47.01, 8.03, 120, 75)).V2().WithWind(3, -1);
        Leg dwell = Estimates.Success(mission, TestVehicles.K).Legs[^1];

        Assert.Equal(LegPhase.LoiterDwell, dwell.Phase);
        Assert.Equal(dwell.Start, dwell.End);
        Assert.Equal(0, dwell.HorizontalDistanceM);
        Assert.Equal(1125, dwell.PathDistanceM);
        Assert.Equal(75, dwell.TimeS);
        Assert.Equal(15, dwell.TasMps);
        Assert.Equal(SpeedSource.VehicleCruise, dwell.SpeedSource);
        Assert.Null(dwell.Track);
        AssertWind(dwell, 3, -1, 3.16227766);
        Expect.Printed(3.16227766, dwell.DwellCrossWindMps);
        Assert.Empty(dwell.Warnings);
        Assert.Equal([new TimingPoint(0, 0), new TimingPoint(1, 75)], dwell.Timing.Points.ToArray());
        Assert.Equal(0, dwell.Timing.VerticalTimeS);
    }

    [Fact]
    public void The_geometry_and_timing_of_the_first_arc()
    {
        Mission mission = K(Waypoint(47.02, 8.0, 100), Waypoint(47.03, 8.02, 160)).V2().WithWind(3, -1);
        EstimateResult result = Estimates.Success(mission, TestVehicles.K);

        Leg arc = result.Legs[1];
        Assert.Equal(12, arc.ArcPoints.Length);
        AssertPoint(47.01972607990385, 8.0, arc.ArcPoints[0]);
        AssertPoint(47.01977210529479, 8.000002874862465, arc.ArcPoints[1]);
        AssertPoint(47.02016170624099, 8.000323297245993, arc.ArcPoints[^1]);
        Assert.Equal(arc.Start.Position, arc.ArcPoints[0]);
        Assert.Equal(arc.End.Position, arc.ArcPoints[^1]);
        Assert.Equal(12, arc.Timing.Points.Length);
        Assert.All(arc.Timing.Points, (point, j) => Assert.Equal(j / 11.0, point.Fraction, 1e-15));
        Assert.Equal(0, arc.Timing.VerticalTimeS);

        LegTiming cut = result.Legs[0].Timing;
        Assert.Equal(new TimingPoint(0, 0), cut.Points[0]);
        Assert.Equal(0.2, cut.Points[1].Fraction);
        Expect.Near(32.02129737859759, cut.Points[1].TimeS, 1e-13);
        Assert.Equal(1, cut.Points[^1].Fraction);
        Expect.Near(160.10648689298793, cut.Points[^1].TimeS, 1e-13);
        Assert.Equal(6, cut.Points.Length);
        Expect.Near(100.0 / 3, cut.VerticalTimeS, 1e-15);
    }

    [Fact]
    public void A_flight_through_a_wind_grid()
    {
        Mission mission = K(VtolTakeoff(60), Waypoint(47.02, 8.01, 150), Loiter(47.025, 8.03, 120, 90), Rtl())
            .WithEstimation(e => e with { MaxSegmentLengthM = 1000 });
        EstimateResult result = Estimates.Success(mission, Vtol, ExampleGrid());

        Leg[] legs = [.. result.Legs];
        Assert.Equal(20, legs[0].TimeS);
        Assert.Equal(60, legs[0].PathDistanceM);
        Assert.Null(legs[0].Wind);
        AssertMotion(legs[1], 2349.85858247, 139.09125849, 16.31385101, 18.87721938, 17.98113674, -0.89608264);
        AssertMotion(legs[2], 1618.90074986, 107.58615436, 14.88329252, 69.91132057, 71.89362454, 1.98230396);
        AssertMotion(legs[4], 3595.55503666, 219.3655485, 16.06668939, 219.38910164, 206.29847432, -13.09062732);
        AssertWind(legs[1], 0.88543346, 2.27314537);
        AssertWind(legs[2], 0.0324492, 0.56434121);
        AssertWind(legs[3], -0.76666667, -0.06666667, 0.76955976);
        AssertWind(legs[4], -3.74588005, 0.79163762);
        Assert.Equal(90, legs[3].TimeS);
        AssertTimes(legs[1], 44.92090797671173, 91.0776905348997, 139.0912584936062);
        AssertTimes(legs[2], 53.19964184844873, 107.58615436234729);
        AssertTimes(legs[4], 55.94735401430343, 110.03574189073012, 164.47308250731453, 219.36554850313442);
    }

    [Fact]
    public void A_scheduled_change_of_wind_cuts_a_piece()
    {
        Leg leg = Estimates.Success(K(Waypoint(47.02, 8.01, 100)), TestVehicles.K, Estimates.CalmUntil(100, 3, -2.4)).Legs.Single();

        Expect.Near(2349.8585824699635, leg.HorizontalDistanceM, 1e-13);
        Expect.Near(164.10373560589198, leg.TimeS, 1e-13);
        (double Fraction, double TimeS)[] expected =
        [
            (0, 0), (0.2, 31.33144776626618), (0.4, 62.66289553253236), (0.6, 93.99434329879854),
            (0.6383362859322933, 100.0), (0.8, 128.65437582085633), (1.0, 164.10373560589198),
        ];
        Assert.Equal(expected.Length, leg.Timing.Points.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i].Fraction, leg.Timing.Points[i].Fraction, 1e-13);
            Assert.Equal(expected[i].TimeS, leg.Timing.Points[i].TimeS, 1e-11);
        }

        LegTrack track = leg.Track!;
        Expect.Near(13.257551598784675, track.GroundspeedMps, 1e-13);
        Expect.Near(-1.300290078023247, track.WindAlongTrackMps, 1e-13);
        Expect.Near(3.615141174697649, track.WindCrossTrackMps, 1e-13);
        Expect.Near(-13.946124302288183, track.CrabAngleDeg, 1e-13);
        Expect.Near(4.931095077066521, track.RequiredHeadingDeg, 1e-13);
        AssertWind(leg, 3, -2.4, Math.Sqrt(14.76));
    }

    /// <summary>Two times, altitudes, latitudes and longitudes, each node with a wind of its own.</summary>
    internal static WindGrid ExampleGrid() => new(
        [0, 300], [500, 700], [47.0, 47.03], [8.0, 8.05],
        [
            new(0, 2), new(2, 2), new(1, 0), new(3, 0),
            new(2, 3), new(4, 3), new(3, 1), new(5, 1),
            new(-4, 1), new(-2, 1), new(-3, -1), new(-1, -1),
            new(-2, 2), new(0, 2), new(-1, 0), new(1, 0),
        ]);

    private static void AssertMotion(
        Leg leg, double distanceM, double timeS, double groundspeedMps, double trackDeg, double headingDeg, double crabDeg)
    {
        Expect.Printed(distanceM, leg.HorizontalDistanceM);
        Expect.Printed(timeS, leg.TimeS);
        Expect.Printed(groundspeedMps, leg.Track?.GroundspeedMps);
        Expect.Printed(trackDeg, leg.Track?.GroundTrackDeg);
        Expect.Printed(headingDeg, leg.Track?.RequiredHeadingDeg);
        Expect.Printed(crabDeg, leg.Track?.CrabAngleDeg);
        Assert.Equal(15, leg.TasMps);
        Assert.Equal(SpeedSource.VehicleCruise, leg.SpeedSource);
        Assert.Null(leg.DwellCrossWindMps);
    }

    private static void AssertWind(Leg leg, double eastMps, double northMps, double? speedMps = null)
    {
        Expect.Printed(eastMps, leg.Wind?.EastMps);
        Expect.Printed(northMps, leg.Wind?.NorthMps);
        if (speedMps is { } speed)
            Expect.Printed(speed, leg.Wind?.SpeedMps);
        else
            Expect.Near(Math.Sqrt((eastMps * eastMps) + (northMps * northMps)), leg.Wind?.SpeedMps, 1e-8);
    }

    private static void AssertEnd(Leg leg, double latDeg, double lonDeg, double altitudeM)
    {
        Expect.Printed(latDeg, leg.End.LatDeg);
        Expect.Printed(lonDeg, leg.End.LonDeg);
        Assert.Equal(altitudeM, leg.End.AltitudeAmslM);
    }

    private static void AssertPoint(double latDeg, double lonDeg, GeoPoint actual)
    {
        Expect.Near(latDeg, actual.LatDeg, 1e-14);
        Expect.Near(lonDeg, actual.LonDeg, 1e-14);
    }

    private static void AssertTimes(Leg leg, params double[] timesS)
    {
        Assert.Equal(timesS.Length + 1, leg.Timing.Points.Length);
        for (int i = 0; i < timesS.Length; i++)
        {
            Assert.Equal((i + 1.0) / timesS.Length, leg.Timing.Points[i + 1].Fraction, 1e-15);
            Expect.Near(timesS[i], leg.Timing.Points[i + 1].TimeS, 1e-12);
        }
    }
}
