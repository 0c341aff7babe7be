using BvlosSim.Environment.Wind;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Geodesy;
using BvlosSim.Missions;
using BvlosSim.Vehicles;
using CsCheck;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation;

/// <summary>What holds for estimates whatever their numbers: symmetries, monotony, proportions, refinement.</summary>
public class EstimatePropertyTests
{
    /// <summary>A battery for every flight drawn here, and powers that tell apart.</summary>
    private static Vehicle Long { get; } = TestVehicles.K.WithEnergy(
        e => e with { BatteryCapacityWh = 1e5, ClimbPowerW = 800, DescentPowerW = 300, ReservePercentDefault = 0 });

    /// <summary>A few points around a home, a wind that can be flown in, a fidelity.</summary>
    private static readonly Gen<Drawn> Flights = Gen.Select(
        Property.Between(-60, 60),
        Property.Between(-90, 90),
        Gen.Select(Property.Between(-0.05, 0.05), Property.Between(-0.05, 0.05), Property.Between(0, 300)).Array[1, 4],
        Gen.Select(Property.Between(-6, 6), Property.Between(-6, 6)),
        Gen.Bool,
        (lat, lon, points, wind, v2) => new Drawn(lat, lon, points, wind.Item1, wind.Item2, v2));

    private sealed record Drawn(
        double LatDeg, double LonDeg, (double Lat, double Lon, double AltitudeM)[] Points, double EastMps, double NorthMps, bool V2)
    {
        /// <summary>The mission, moved and mirrored in longitude.</summary>
        public Mission Mission(double shiftDeg = 0, double side = 1)
        {
            Mission mission = TestMissions.K(
                    [.. Points.Select(p => Waypoint(LatDeg + p.Lat, side * (LonDeg + p.Lon + shiftDeg), p.AltitudeM)), Rtl()])
                .WithWind(side * EastMps, NorthMps);
            mission = mission with { PlannedHome = new PlannedHome(LatDeg, side * (LonDeg + shiftDeg), 500) };
            return V2 ? mission.V2() : mission;
        }

        public override string ToString() => $"{LatDeg} {LonDeg} [{string.Join(", ", Points)}] {EastMps} {NorthMps} {V2}";
    }

    private static void AssertAlike(EstimateResult expected, EstimateResult actual)
    {
        Assert.Equal(expected.Failure?.Code, actual.Failure?.Code);
        Assert.Equal(expected.Legs.Length, actual.Legs.Length);
        Close(expected.Totals.TimeS, actual.Totals.TimeS);
        Close(expected.Totals.HorizontalDistanceM, actual.Totals.HorizontalDistanceM);
        Close(expected.Totals.PathDistanceM, actual.Totals.PathDistanceM);
        Assert.Equal(expected.Totals.VerticalDistanceM, actual.Totals.VerticalDistanceM);
        Assert.Equal(expected.Energy is null, actual.Energy is null);
        if (expected.Energy is null)
            return;
        Close(expected.Energy.TotalEnergyWh, actual.Energy!.TotalEnergyWh);
        for (int i = 0; i < expected.Legs.Length; i++)
        {
            Close(expected.Legs[i].TimeS, actual.Legs[i].TimeS);
            Close(expected.Energy.RthTimeline[i].EnergyWh, actual.Energy.RthTimeline[i].EnergyWh, 1e-8);
            Close(expected.Energy.RthTimeline[i].DistanceM, actual.Energy.RthTimeline[i].DistanceM, 1e-8);
        }
    }

    private static void Close(double expected, double actual, double relative = 1e-9) =>
        Assert.True(Math.Abs(expected - actual) <= relative * Math.Max(1, Math.Abs(expected)), $"{expected} and {actual}");

    [Fact]
    public void Most_of_the_flights_drawn_here_succeed()
    {
        int count = 0;
        Property.Holds(Flights, flight => count += Estimates.Run(flight.Mission(), Long).Failure is null ? 1 : 0);
        Assert.InRange(count, 120, 200);
    }

    [Fact]
    public void Moving_the_world_in_longitude_changes_nothing() => Property.Holds(
        Gen.Select(Flights, Gen.Int[-80, 80]),
        v => AssertAlike(Estimates.Run(v.Item1.Mission(), Long), Estimates.Run(v.Item1.Mission(shiftDeg: v.Item2), Long)));

    [Fact]
    public void Mirroring_east_and_west_mirrors_the_flight() => Property.Holds(
        Flights,
        flight =>
        {
            EstimateResult there = Estimates.Run(flight.Mission(), Long);
            EstimateResult mirrored = Estimates.Run(flight.Mission(side: -1), Long);
            AssertAlike(there, mirrored);
            foreach ((Leg a, Leg b) in there.Legs.Zip(mirrored.Legs))
            {
                Assert.Equal(a.Track is null, b.Track is null);
                if (a.Track is not { } track || b.Track is not { } other)
                    continue;
                Close(0, Angles.NormSigned(track.GroundTrackDeg + other.GroundTrackDeg), 1e-8);
                Close(0, Angles.NormSigned(track.RequiredHeadingDeg + other.RequiredHeadingDeg), 1e-8);
                Close(-track.CrabAngleDeg, other.CrabAngleDeg, 1e-8);
                Close(-track.WindCrossTrackMps, other.WindCrossTrackMps, 1e-8);
                Close(track.WindAlongTrackMps, other.WindAlongTrackMps, 1e-8);
                Close(track.GroundspeedMps, other.GroundspeedMps, 1e-8);
            }
        });

    [Fact]
    public void Splitting_a_level_leg_in_still_air_changes_nothing() => Property.Holds(
        Gen.Select(Property.Between(-60, 60), Property.Between(-180, 180), Property.Between(100, 50_000), Property.Between(0.01, 0.99)),
        v =>
        {
            (double latDeg, double azimuthDeg, double distanceM, double share) = v;
            GeodesicDirect middle = Geodesic.Direct(latDeg, 8, azimuthDeg, share * distanceM);
            GeodesicDirect end = Geodesic.Direct(latDeg, 8, azimuthDeg, distanceM);
            Mission whole = TestMissions.K(Waypoint(end.LatDeg, end.LonDeg, 0)) with { PlannedHome = new PlannedHome(latDeg, 8, 500) };
            Mission split = TestMissions.K(Waypoint(middle.LatDeg, middle.LonDeg, 0), Waypoint(end.LatDeg, end.LonDeg, 0)) with
            {
                PlannedHome = whole.PlannedHome,
            };
            EstimateResult expected = Estimates.Success(whole, Long);
            EstimateResult actual = Estimates.Success(split, Long);
            Expect.Near(expected.Totals.HorizontalDistanceM, actual.Totals.HorizontalDistanceM);
            Expect.Near(expected.Totals.PathDistanceM, actual.Totals.PathDistanceM);
            Assert.Equal(expected.Totals.VerticalDistanceM, actual.Totals.VerticalDistanceM);
            Expect.Near(expected.Totals.TimeS, actual.Totals.TimeS);
            Expect.Near(expected.Energy!.TotalEnergyWh, actual.Energy!.TotalEnergyWh);
        });

    [Fact]
    public void In_still_air_a_leg_takes_its_distance_by_its_speed() => Property.Holds(
        Flights,
        flight =>
        {
            Mission mission = flight.Mission().WithWind(0, 0);
            foreach (Leg leg in Estimates.Run(mission, Long).Legs)
            {
                double verticalS = leg.VerticalDeltaM > 0 ? leg.VerticalDeltaM / 3 : -leg.VerticalDeltaM / 2;
                Close(Math.Max(leg.PathDistanceM / 15, verticalS), leg.TimeS, 1e-12);
            }
        });

    [Fact]
    public void A_larger_battery_never_makes_a_flight_infeasible() => Property.Holds(
        Gen.Select(Flights, Property.Between(10, 3000), Property.Between(1, 3)),
        v =>
        {
            (Drawn flight, double capacityWh, double factor) = v;
            Mission mission = flight.Mission().WithConstraints(c => c with { RequireRthReserve = true, MinLandingReservePercent = 15 });
            EstimateResult small = Estimates.Run(mission, Long.WithEnergy(e => e with { BatteryCapacityWh = capacityWh }));
            EstimateResult large = Estimates.Run(mission, Long.WithEnergy(e => e with { BatteryCapacityWh = capacityWh * factor }));
            Assert.True(small.Failure is not null || large.Failure is null);
            if (small.Energy is { } before && large.Energy is { } after)
            {
                Assert.Equal(before.TotalEnergyWh, after.TotalEnergyWh);
                Assert.All(before.RthTimeline.Zip(after.RthTimeline), p => Assert.True(p.Second.ReserveMarginWh >= p.First.ReserveMarginWh));
            }
        });

    [Fact]
    public void Energy_is_proportional_to_power() => Property.Holds(
        Gen.Select(Flights, Property.Between(0.1, 10)),
        v =>
        {
            (Drawn flight, double factor) = v;
            EnergyResult? once = Estimates.Run(flight.Mission(), Long).Energy;
            Vehicle strong = Long.WithEnergy(
                e => e with { CruisePowerW = factor * 500, ClimbPowerW = factor * 800, DescentPowerW = factor * 300 });
            EnergyResult? scaled = Estimates.Run(flight.Mission(), strong).Energy;
            Assert.Equal(once is null, scaled is null);
            if (once is null)
                return;
            Expect.Near(factor * once.TotalEnergyWh, scaled!.TotalEnergyWh, 1e-12);
            Assert.All(once.Legs.Zip(scaled.Legs), p => Close(factor * p.First.EnergyWh, p.Second.EnergyWh, 1e-12));
            Assert.All(once.RthTimeline.Zip(scaled.RthTimeline), p => Close(factor * p.First.EnergyWh, p.Second.EnergyWh, 1e-12));
        });

    [Fact]
    public void No_wind_shortens_a_way_there_and_back() => Property.Holds(
        Gen.Select(Property.Between(0.001, 0.1), Property.Between(-7, 7), Property.Between(-7, 7)),
        v =>
        {
            (double latitudes, double eastMps, double northMps) = v;
            Mission mission = TestMissions.K(Waypoint(47 + latitudes, 8, 0), Waypoint(47, 8, 0));
            double calmS = Estimates.Success(mission, Long).Totals.TimeS;
            EstimateResult windy = Estimates.Run(mission.WithWind(eastMps, northMps), Long.WithPerformance(p => p with { TurnRadiusM = null }));
            Assert.Equal(2, windy.Legs.Length);
            Assert.True(windy.Totals.TimeS >= calmS * (1 - 1e-14));
        });

    [Fact]
    public void The_length_of_the_pieces_does_not_matter_in_a_steady_wind() => Property.Holds(
        Gen.Select(Flights, Property.Between(10, 2000)),
        v =>
        {
            (Drawn flight, double lengthM) = v;
            Mission mission = flight.Mission().WithEstimation(e => e with { Fidelity = Fidelity.V1 });
            EstimateResult coarse = Estimates.Run(mission, Long, options: new EstimationOptions { MaxSegmentLengthM = double.PositiveInfinity });
            EstimateResult fine = Estimates.Run(mission, Long, options: new EstimationOptions { MaxSegmentLengthM = lengthM });
            Assert.Equal(coarse.Legs.Length, fine.Legs.Length);
            Assert.All(coarse.Legs, leg => Assert.True(leg.Track is null || leg.Timing.Points.Length == 2));
            Assert.All(coarse.Legs.Zip(fine.Legs), p => Close(p.First.TimeS, p.Second.TimeS, 1e-12));
        });

    [Fact]
    public void Finer_pieces_converge_in_a_wind_that_changes()
    {
        var wind = new FormulaWind((lat, lon, altitude, time) => new WindVector(3 * Math.Sin(time / 100), 60 * (lat - 47)));
        Mission mission = TestMissions.K(Waypoint(47.05, 8.02, 200));
        double Time(double lengthM) => Estimates.Run(mission, Long, wind, new EstimationOptions { MaxSegmentLengthM = lengthM }).Totals.TimeS;
        double exactS = Time(1);
        double[] errors = [.. ((double[])[2000, 500, 125]).Select(lengthM => Math.Abs(Time(lengthM) - exactS))];
        // The midpoint rule is of second order: a quarter of the length, a sixteenth of the error.
        Assert.True(errors[1] < errors[0] / 8);
        Assert.True(errors[2] < errors[1] / 8);
    }

    [Fact]
    public void The_legs_and_profiles_of_every_flight_are_consistent() => Property.Holds(
        Flights,
        flight =>
        {
            EstimateResult result = Estimates.Run(flight.Mission(), Long);
            for (int i = 0; i < result.Legs.Length; i++)
            {
                Leg leg = result.Legs[i];
                Assert.Equal(i, leg.LegIndex);
                Assert.Equal(i == 0 ? new FlightPoint(flight.LatDeg, flight.LonDeg, 500) : result.Legs[i - 1].End, leg.Start);
                Assert.Equal(new TimingPoint(0, 0), leg.Timing.Points[0]);
                Assert.Equal(1, leg.Timing.Points[^1].Fraction);
                Assert.Equal(leg.TimeS, Math.Max(leg.Timing.Points[^1].TimeS, leg.Timing.VerticalTimeS));
                Assert.All(
                    leg.Timing.Points.Zip(leg.Timing.Points.Skip(1)),
                    p => Assert.True(p.Second.Fraction > p.First.Fraction && p.Second.TimeS > p.First.TimeS));
            }
        });
}
