using BvlosSim.Environment.Wind;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Geodesy;
using BvlosSim.Values;
using BvlosSim.Vehicles;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation.Energy;

/// <summary>What the way home costs: time through the wind, power, the vertical part, and what can go wrong.</summary>
public class EmergencyFlightTests
{
    /// <summary>Turns on the spot: its ways home are straight.</summary>
    private static Vehicle Straight { get; } = TestVehicles.K.WithPerformance(p => p with { TurnRadiusM = null });

    private static readonly FlightPoint Home = new(47, 8, 500);

    private static readonly FlightPlace Place = Expect.Leg(4, 2);

    /// <summary>Costs a way home to the south that begins at 1000 s.</summary>
    private static MissionFailure? Cost(
        Vehicle vehicle, FlightPoint from, out EmergencyCost cost, WindProvider? wind = null, double? trackDeg = null,
        double maxSegmentM = 500, double clockS = 1000)
    {
        FlightSettings settings = Estimates.Settings(
            TestMissions.K(Rtl()), vehicle, wind ?? ConstantWind.Calm, new EstimationOptions { MaxSegmentLengthM = maxSegmentM });
        return new EmergencyFlight(vehicle, settings, new PowerScaling(vehicle), 15)
            .Cost(new EmergencyStart(Place, from, trackDeg, clockS), Home, out cost, CancellationToken.None);
    }

    private static EmergencyCost CostOf(
        Vehicle vehicle, FlightPoint from, WindProvider? wind = null, double? trackDeg = null, double maxSegmentM = 500)
    {
        Assert.Null(Cost(vehicle, from, out EmergencyCost cost, wind, trackDeg, maxSegmentM));
        return cost;
    }

    /// <summary>A point straight north of home, at its altitude.</summary>
    private static FlightPoint North(double distanceM, double altitudeM = 500)
    {
        GeodesicDirect point = Geodesic.Direct(47, 8, 0, distanceM);
        return new FlightPoint(point.LatDeg, point.LonDeg, altitudeM);
    }

    /// <summary>The duration that an energy of cruise flight stands for.</summary>
    private static double Seconds(EmergencyCost cost) => cost.EnergyWh * 3600 / 500;

    [Fact]
    public void In_calm_air_the_way_home_takes_its_length_by_the_airspeed()
    {
        EmergencyCost cost = CostOf(Straight, North(1500));
        Assert.Equal(1500, cost.DistanceM, 1e-8);
        Assert.Equal(100, Seconds(cost), 1e-9);
    }

    [Fact]
    public void The_descent_follows_at_its_own_rate_and_power()
    {
        Vehicle vehicle = Straight.WithEnergy(e => e with { DescentPowerW = 360, ClimbPowerW = 900 });
        Assert.Equal((500 * 100 / 3600.0) + (360 * 50 / 3600.0), CostOf(vehicle, North(1500, 600)).EnergyWh, 1e-9);
        // From below home the aircraft climbs.
        Assert.Equal((500 * 100 / 3600.0) + (900 * 20 / 3600.0), CostOf(vehicle, North(1500, 440)).EnergyWh, 1e-9);
        // Without powers of its own, cruise power.
        Assert.Equal(500 * 150 / 3600.0, CostOf(Straight, North(1500, 600)).EnergyWh, 1e-9);
        Assert.Equal(500 * 120 / 3600.0, CostOf(Straight, North(1500, 440)).EnergyWh, 1e-9);
    }

    [Fact]
    public void Cruise_is_scaled_at_the_start_altitude_and_the_rest_as_induced_power_halfway()
    {
        Vehicle vehicle = Straight
            .WithMass(m => m with { OperatingMassKg = 6 })
            .WithEnergy(e => e with { ReferenceMassKg = 5, ReferenceDensityKgm3 = 1.1 });
        var scaling = new PowerScaling(vehicle);
        double cruiseW = 500 * scaling.At(PowerSource.Cruise, 1500).Product;
        // Cruise power stands in, but it is the lift system that it feeds.
        double descentW = 500 * scaling.At(PowerSource.Descent, 1000).Product;
        Assert.Equal(((cruiseW * 100) + (descentW * 500)) / 3600, CostOf(vehicle, North(1500, 1500)).EnergyWh, 1e-9);
        cruiseW = 500 * scaling.At(PowerSource.Cruise, 200).Product;
        double climbW = 500 * scaling.At(PowerSource.Climb, 350).Product;
        Assert.Equal(((cruiseW * 100) + (climbW * 100)) / 3600, CostOf(vehicle, North(1500, 200)).EnergyWh, 1e-9);
    }

    [Theory]
    [InlineData(500, 13)]
    [InlineData(50, 25)]
    public void The_wind_is_taken_at_the_start_of_every_piece_in_time_at_its_middle_in_place_at_the_start_altitude(double maxSegmentM, int pieces)
    {
        var queries = new List<(double Lat, double Altitude, double Time)>();
        var wind = new FormulaWind((lat, _, altitude, time) =>
        {
            queries.Add((lat, altitude, time));
            return new WindVector(0, 5);
        });
        CostOf(Straight, North(1250, 700), wind, maxSegmentM: maxSegmentM);

        Assert.Equal(pieces, queries.Count);
        double pieceM = 1250.0 / pieces;
        Assert.All(queries, (query, i) =>
        {
            Assert.Equal(700, query.Altitude);
            Assert.Equal(1000 + (i * pieceM / 10), query.Time, 1e-7);
            Assert.Equal(1250 - ((i + 0.5) * pieceM), Geodesic.Inverse(47, 8, query.Lat, 8).DistanceM, 1e-6);
        });
    }

    [Fact]
    public void A_scheduled_change_cuts_a_piece()
    {
        // 5 pieces of 90 m: the change after 300 m lies in the fourth.
        EmergencyCost cost = CostOf(Straight, North(450), Estimates.CalmUntil(1020, 0, 3));
        Assert.Equal(20 + (150 / 12.0), Seconds(cost), 1e-9);
        // Two changes in one piece, one of them in a nested schedule.
        var inner = new TimeVaryingWind(Estimates.Constant(0, 3), [new WindChange(1004, Estimates.Constant(0, -5))]);
        cost = CostOf(Straight, North(90), new TimeVaryingWind(ConstantWind.Calm, [new WindChange(1002, inner)]));
        Assert.Equal(4 + ((90 - 30 - 24) / 20.0), Seconds(cost), 1e-9);
    }

    [Fact]
    public void A_change_at_the_end_of_a_piece_or_at_the_start_of_the_way_cuts_nothing()
    {
        Assert.Equal(6 + (90 / 12.0), Seconds(CostOf(Straight, North(180), Estimates.CalmUntil(1006, 0, 3))), 1e-9);
        Assert.Equal(180 / 12.0, Seconds(CostOf(Straight, North(180), Estimates.CalmUntil(1000, 0, 3))), 1e-9);
    }

    [Fact]
    public void A_schedule_inside_another_wind_is_seen_at_the_next_piece()
    {
        var hidden = new EastOverlayWind(Estimates.CalmUntil(1020, 0, 3), 0);
        Assert.Equal(24 + (90 / 12.0), Seconds(CostOf(Straight, North(450), hidden)), 1e-9);
    }

    [Fact]
    public void A_wind_that_starts_below_the_aircraft_does_not_count()
    {
        var layers = new LayeredWind([new WindLayer(0, 0, 10), new WindLayer(600, 0, 0)]);
        Assert.Equal(100, (CostOf(Straight, North(1500, 650), layers).EnergyWh * 3600 / 500) - 75, 1e-9);
    }

    [Fact]
    public void A_turning_aircraft_meets_the_wind_from_all_sides()
    {
        EmergencyPath path = EmergencyPath.Plan(North(1000).Position, 0, 60, Home.Position, 100, out _)!.Value;
        double timeS = 0;
        for (int i = 0; i < path.Count; i++)
        {
            Assert.True(WindTriangle.TrySolve(path.TrackDeg(i), 15, 3, -2, out WindTriangleSolution solution));
            timeS += path.SegmentLengthM(i) / solution.GroundspeedMps;
        }

        EmergencyCost cost = CostOf(TestVehicles.K, North(1000), Estimates.Constant(3, -2), trackDeg: 0);
        Assert.Equal(path.LengthM, cost.DistanceM);
        Assert.Equal(timeS, Seconds(cost), 1e-9);
        Assert.True(path.ArcSegments > 1);
    }

    [Theory]
    [InlineData(16, 0, FailureCode.WindTriangleNoSolution)]
    [InlineData(10, 0, FailureCode.CrabAngleLimitExceeded)]
    [InlineData(0, 15.5, FailureCode.GroundspeedNonPositive)]
    [InlineData(0, 12.5, FailureCode.GroundspeedBelowMin)]
    public void The_limits_of_flight_hold_on_the_way_home_too(double eastMps, double northMps, FailureCode code)
    {
        // Calm for the first 26 s: four pieces of 90 m, and 30 m of the fifth.
        WindProvider wind = Estimates.CalmUntil(1026, eastMps, northMps);
        MissionFailure failure = Cost(Straight, North(450), out EmergencyCost cost, wind)!;
        Assert.Equal(default, cost);
        (string, Scalar)[] numbers = code switch
        {
            FailureCode.CrabAngleLimitExceeded => [("crab_angle_deg", 41.810314895778596), ("max_crab_angle_deg", 35.0)],
            FailureCode.GroundspeedNonPositive => [("groundspeed_mps", -0.5)],
            FailureCode.GroundspeedBelowMin => [("groundspeed_mps", 2.5), ("min_groundspeed_mps", 3.0)],
            _ => [],
        };
        Expect.Failure(
            failure, FailureKind.Infeasible, code, Place,
            [
                ("track_azimuth_deg", 180.0), ("segment_index", 4), ("n_segments", 5), ("wind_east_mps", eastMps), ("wind_north_mps", northMps),
                ("tas_mps", 15.0), ("path_distance_m", 450.0), ("elapsed_time_s", 1026.0), .. numbers,
            ]);
    }

    [Fact]
    public void The_pieces_are_numbered_over_turn_and_straight_part()
    {
        // The turn passes; on the way south the headwind is too strong.
        var wind = new FormulaWind((lat, _, _, _) => new WindVector(0, lat < 47.008 ? 14 : 0));
        ScalarMap context = Cost(TestVehicles.K, North(1000), out _, wind, trackDeg: 0)!.Context;
        EmergencyPath path = EmergencyPath.Plan(North(1000).Position, 0, 60, Home.Position, 100, out _)!.Value;
        Assert.Equal((Scalar)path.Count, context.Find("n_segments"));
        long index = context.Find("segment_index").Integer;
        Assert.True(index > path.ArcSegments);
        Assert.Equal(path.LengthM, context.Find("path_distance_m").Number);
        Assert.Equal(path.TrackDeg((int)index), context.Find("track_azimuth_deg").Number);
    }

    [Fact]
    public void A_turn_that_no_number_can_hold_has_no_path()
    {
        // A radius so large that rounding puts the start inside both circles.
        Vehicle vehicle = TestVehicles.K.WithPerformance(p => p with { TurnRadiusM = 1e17 });
        MissionFailure? failure = null;
        double trackDeg = 0.0;
        while (failure?.Code != FailureCode.InvalidGeometry && trackDeg < 90)
            failure = Cost(vehicle, North(1e-3), out _, trackDeg: trackDeg += 0.5);
        Expect.Failure(
            failure, FailureKind.Infeasible, FailureCode.InvalidGeometry, Place,
            ("entry_heading_deg", trackDeg), ("turn_radius_m", 1e17), ("geodesic_distance_m", 1e-3));
    }

    [Fact]
    public void A_way_of_an_absurd_number_of_pieces_is_refused()
    {
        Expect.Failure(
            Cost(Straight, North(1500), out _, maxSegmentM: 0.001),
            FailureKind.Unsupported, FailureCode.SegmentCountUnsupported, Place,
            ("max_segments", 1_000_000), ("segment_length_m", 0.001), ("path_distance_m", 1500.0));
        // Also when only the turn is cut too finely: three quarters of a circle and a straight part of 9 m.
        Vehicle wide = TestVehicles.K.WithPerformance(p => p with { TurnRadiusM = 5000 });
        Assert.Equal(FailureCode.SegmentCountUnsupported, Cost(wide, North(8), out _, trackDeg: 90, maxSegmentM: 0.01)!.Code);
    }

    [Theory]
    [InlineData(600, "descent_rate_mps", 0.0)]
    [InlineData(400, "climb_rate_mps", -1.0)]
    public void The_vertical_part_needs_a_rate(double altitudeM, string key, double rateMps) => Expect.Failure(
        Cost(Straight.WithPerformance(p => p with { ClimbRateMps = rateMps, DescentRateMps = rateMps }), North(100, altitudeM), out _),
        FailureKind.InvalidInput, FailureCode.InvalidSpeedProfile, Place, (key, rateMps));

    [Theory]
    [InlineData(600, "vehicle.energy.descent_power_w")]
    [InlineData(400, "vehicle.energy.climb_power_w")]
    public void The_vertical_part_needs_a_positive_power(double altitudeM, string source)
    {
        Vehicle vehicle = Straight.WithEnergy(e => e with { ClimbPowerW = 0, DescentPowerW = 0 });
        Expect.Failure(
            Cost(vehicle, North(100, altitudeM), out _),
            FailureKind.InvalidInput, FailureCode.InvalidEnergyModel, Place, ("power_source", source), ("power_w", 0.0));
        // The wind is judged first.
        Assert.Equal(FailureCode.GroundspeedBelowMin, Cost(vehicle, North(100, altitudeM), out _, Estimates.Constant(0, 12.5))!.Code);
    }

    [Fact]
    public void A_power_that_is_not_a_number_is_refused()
    {
        Vehicle inVacuum = Straight.WithEnergy(e => e with { ReferenceDensityKgm3 = 1.2 });
        Expect.Failure(
            Cost(inVacuum, North(100, 90_000), out _),
            FailureKind.InvalidInput, FailureCode.InvalidEnergyModel, Place,
            ("power_source", "vehicle.energy.descent_power_w"), ("power_w", default));
        // Halfway down there is air, at the start there is none.
        Expect.Failure(
            Cost(inVacuum, North(100, 50_000), out _),
            FailureKind.InvalidInput, FailureCode.InvalidEnergyModel, Place,
            ("power_source", "vehicle.energy.cruise_power_w"), ("power_w", default));
    }

    [Fact]
    public void A_change_at_the_very_end_of_the_way_cuts_nothing()
    {
        for (int i = 0; i < 200; i++)
        {
            FlightPoint from = North(64.2 + (i * 0.01));
            double steadyWh = CostOf(Straight, from, Estimates.Constant(0, 10)).EnergyWh;
            double endS = CostOf(Straight, from).DistanceM / (15 - 10);
            var wind = new TimeVaryingWind(Estimates.Constant(0, 10), [new WindChange(endS, ConstantWind.Calm)]);
            Assert.Null(Cost(Straight, from, out EmergencyCost cost, wind, clockS: 0));
            Assert.Equal(steadyWh, cost.EnergyWh);
        }
    }

    [Fact]
    public void A_change_that_falls_on_the_last_bit_of_a_piece_is_a_failure_not_a_loop()
    {
        // Some change lies before the end of the piece by the clock and after it by the way.
        MissionFailure? failure = null;
        for (int i = 0; i < 2000 && failure is null; i++)
        {
            FlightPoint from = North(64.2 + (i * 0.001));
            double changeS = Math.BitDecrement(CostOf(Straight, from).DistanceM / (15 - 10.8));
            var wind = new TimeVaryingWind(Estimates.Constant(0, 10.8), [new WindChange(changeS, Estimates.Constant(0, 10))]);
            failure = Cost(Straight, from, out _, wind, clockS: 0);
        }

        Assert.NotNull(failure);
        Assert.Equal((FailureKind.InvalidInput, FailureCode.InvalidGeometry), (failure.Kind, failure.Code));
        Assert.Equal(
            [
                "track_azimuth_deg", "segment_index", "n_segments", "wind_east_mps", "wind_north_mps", "tas_mps", "path_distance_m",
                "elapsed_time_s", "next_change_s", "distance_to_change_m",
            ],
            failure.Context.Select(e => e.Key));
        Assert.True(failure.Context.Find("distance_to_change_m").Number >= failure.Context.Find("path_distance_m").Number);
    }
}
