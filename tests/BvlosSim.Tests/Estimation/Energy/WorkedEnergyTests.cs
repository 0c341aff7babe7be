using BvlosSim.Environment.Wind;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Missions;
using BvlosSim.Vehicles;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation.Energy;

/// <summary>Whole energy balances with known numbers for every leg.</summary>
public class WorkedEnergyTests
{
    private static Vehicle F => TestVehicles.F;

    /// <summary>Takeoff, transit, loiter, return of the multirotor in a steady wind.</summary>
    private static Mission MissionQ { get; } =
        TestMissions.F(Takeoff(60), Waypoint(47.02, 8.01, 120), Loiter(47.02, 8.02, 120, 90), Rtl()).WithWind(3, -2);

    [Fact]
    public void Hover_climb_cruise_and_mixed_legs()
    {
        EstimateResult result = Estimates.Success(MissionQ, TestVehicles.Q);
        EnergyResult energy = result.Energy!;

        AssertLeg(energy.Legs[0], 20, 1099.99182307, 6.11106568, PowerSource.Climb, 1.41434649, 0.97217322);
        AssertLeg(energy.Legs[1], 171.92956095, 650.03852465, 31.04467726, PowerSource.Climb, 1.15644708, 1.0429659);
        AssertLeg(energy.Legs[2], 42.55455793, 588.66232983, 6.95840701, PowerSource.Cruise, 1.12249722, 1.04884417);
        AssertLeg(energy.Legs[3], 90, 897.66375555, 22.44159389, PowerSource.Hover, 1.41434649, 0.97643765);
        AssertLeg(energy.Legs[4], 185.56300569, 601.01346468, 30.97940693, PowerSource.Descent, 1.21686385, 1.02866731);
        Assert.Equal(
            [LegPhase.VerticalTakeoff, LegPhase.Transit, LegPhase.LoiterTransit, LegPhase.LoiterDwell, LegPhase.RtlTransit],
            energy.Legs.Select(e => e.Leg.Phase));
        Expect.Printed(2349.85858247, result.Legs[1].HorizontalDistanceM);
        Expect.Printed(760.2761271, result.Legs[2].HorizontalDistanceM);
        Expect.Printed(2693.79698141, result.Legs[4].HorizontalDistanceM);
        Expect.Printed(13.66756577, result.Legs[1].Track!.GroundspeedMps);
        Expect.Printed(17.86591529, result.Legs[2].Track!.GroundspeedMps);
        Expect.Printed(14.5168859, result.Legs[4].Track!.GroundspeedMps);

        Expect.Printed(97.53515078, energy.TotalEnergyWh);
        Expect.Printed(560, energy.UsableEnergyWh);
        Expect.Printed(140, energy.ReserveThresholdWh);
        Assert.Equal(20, energy.ReserveThresholdPercent);
        Assert.Equal(700, energy.BatteryCapacityWh);
        Expect.Printed(602.46484922, energy.ReserveAtLandingWh);
        Expect.Printed(86.06640703, energy.ReserveAtLandingPercent);
        Assert.True(energy.IsFeasible);
        Expect.Warnings(result, (WarningCode.LoiterAssumedZeroGroundDistance, Expect.Leg(3, 2)));
    }

    [Fact]
    public void The_ways_home_of_that_flight()
    {
        EnergyResult energy = Estimates.Success(MissionQ, TestVehicles.Q).Energy!;

        AssertReturn(energy.RthTimeline[0], 0, 5.15621167, 693.88893432, 688.73272265, 548.73272265);
        AssertReturn(energy.RthTimeline[1], 2349.85858247, 35.10020863, 662.84425705, 627.74404843, 487.74404843);
        AssertReturn(energy.RthTimeline[2], 2693.79698141, 40.67023372, 655.88585005, 615.21561633, 475.21561633);
        AssertReturn(energy.RthTimeline[3], 2693.79698141, 40.67023372, 633.44425616, 592.77402244, 452.77402244);
        AssertReturn(energy.RthTimeline[4], 0, 0, 602.46484922, 602.46484922, 462.46484922);
        Assert.Equal(5, energy.RthTimeline.Length);
        Assert.Equal(energy.Legs.Select(e => e.Leg), energy.RthTimeline.Select(p => p.Leg));
        Assert.All(energy.RthTimeline, point => Assert.True(point.IsFeasible));
        Assert.True(energy.RthIsFeasible);
    }

    [Fact]
    public void The_way_home_turns_around_or_goes_straight_ahead()
    {
        EstimateResult result = Estimates.Success(TestMissions.F(Waypoint(47.05, 8.0, 100), Waypoint(47.02, 8.0, 100)), F);

        Expect.Printed(5558.5664568, result.Legs[0].HorizontalDistanceM);
        Expect.Printed(370.57109712, result.Legs[0].TimeS);
        Expect.Printed(3335.14572559, result.Legs[1].HorizontalDistanceM);
        Assert.Equal(0, result.Legs[0].Track!.GroundTrackDeg);
        Assert.Equal(180, result.Legs[1].Track!.GroundTrackDeg);
        EnergyResult energy = result.Energy!;
        Expect.Printed(51.46820793, energy.Legs[0].EnergyWh);
        Expect.Printed(30.88097894, energy.Legs[1].EnergyWh);
        AssertReturn(energy.RthTimeline[0], 5748.35726371, 60.16997466, margin: 128.3618174);
        AssertReturn(energy.RthTimeline[1], 2223.42073121, 27.53167344, margin: 130.11913969);

        energy = Estimates.Success(TestMissions.F(Waypoint(47.0, 8.05, 100), Waypoint(47.0, 8.02, 100)), F).Energy!;
        AssertReturn(energy.RthTimeline[0], 3993.11202594, 43.91770394);
        AssertReturn(energy.RthTimeline[1], 1521.11996188, 21.02888854);
    }

    [Fact]
    public void A_flight_and_its_ways_home_in_wind()
    {
        Mission mission = TestMissions.F(Waypoint(47.02, 8.0, 100), Waypoint(47.02, 8.03, 150)).WithWind(4, 1);
        EstimateResult result = Estimates.Success(mission, F);

        Expect.Printed(15.45683229, result.Legs[0].Track!.GroundspeedMps);
        Expect.Printed(143.84711491, result.Legs[0].TimeS);
        Expect.Printed(18.96687217, result.Legs[1].Track!.GroundspeedMps);
        Expect.Printed(120.25326833, result.Legs[1].TimeS);
        EnergyResult energy = result.Energy!;
        Expect.Printed(19.97876596, energy.Legs[0].EnergyWh);
        Expect.Printed(16.70184282, energy.Legs[1].EnergyWh);
        Expect.Printed(36.68060878, energy.TotalEnergyWh);
        AssertReturn(energy.RthTimeline[0], 2415.15375824, 31.7631597, margin: 188.25807434);
        AssertReturn(energy.RthTimeline[1], 3287.53847947, 50.61442824, margin: 152.70496298);
        Expect.Printed(4504.24910011, result.Totals.HorizontalDistanceM);
        Expect.Printed(264.10038323, result.Totals.TimeS);
        Assert.Equal(500, energy.Legs.Max(e => e.PowerW));
        Assert.Equal(PowerSource.Cruise, energy.Legs[0].Source);
        Assert.Equal(default, energy.Legs[0].Factors);
    }

    [Fact]
    public void Arcs_a_level_takeoff_and_a_slow_climb()
    {
        Vehicle vtol = (F with { Class = VehicleClass.Vtol })
            .WithPerformance(p => p with { HoverSpeedMps = 6, MaxStationKeepWindMps = 8 })
            .WithEnergy(e => e with { BatteryCapacityWh = 500, HoverPowerW = 900, ClimbPowerW = 1100, ReferenceMassKg = 5 })
            .WithMass(m => m with { OperatingMassKg = 5.5 });
        Mission mission = TestMissions.F(
                VtolTakeoff(47.003, 8.0, 0), VtolTakeoff(47.004, 8.002, 300), Waypoint(47.02, 8.0, 300), Waypoint(47.02, 8.03, 250),
                Loiter(47.03, 8.03, 250, 120), Land(47.03, 8.03, 20))
            .V2().WithWind(-2, 0).WithConstraints(c => c with { MinLandingReservePercent = 0 });
        EstimateResult result = Estimates.Success(mission, vtol);

        (LegPhase Phase, double DeltaM, double TimeS, double PowerW, PowerSource Source, double EnergyWh, double RthM, double RthWh)[] expected =
        [
            (LegPhase.VerticalTakeoff, 0, 20.38527906, 1269.05870629, PowerSource.Climb, 7.1861433, 514.99972101, 5.06755548),
            (LegPhase.TurnArc, 0, 4.02341929, 524.40442409, PowerSource.Cruise, 0.58608302, 458.62291851, 4.48150799),
            (LegPhase.VerticalTakeoff, 300, 100, 1269.05870629, PowerSource.Climb, 35.25163073, 569.71029473, 29.47972872),
            (LegPhase.TurnArc, 0, 4.36565291, 524.40442409, PowerSource.Cruise, 0.63593547, 657.49577172, 30.27399776),
            (LegPhase.Transit, 0, 112.12953663, 524.40442409, PowerSource.Cruise, 16.33367363, 2339.61961664, 46.94488838),
            (LegPhase.TurnArc, 0, 7.25287311, 524.40442409, PowerSource.Cruise, 1.05651076, 2261.3233406, 46.121208),
            (LegPhase.Transit, -50, 165.80798533, 524.40442409, PowerSource.Cruise, 24.15290029, 3243.47571042, 49.03647333),
            (LegPhase.TurnArc, 0, 6.91070728, 524.40442409, PowerSource.Cruise, 1.00666819, 3328.31852092, 49.76595281),
            (LegPhase.LoiterTransit, 0, 70.74662049, 524.40442409, PowerSource.Cruise, 10.30551133, 4160.6848498, 57.89283841),
            (LegPhase.LoiterDwell, 0, 120, 1038.32075969, PowerSource.Hover, 34.61069199, 4040.57765302, 56.72791406),
            (LegPhase.LandingTransit, -230, 115, 524.40442409, PowerSource.Cruise, 16.75180799, 4040.57765302, 38.30092527),
        ];
        EnergyResult energy = result.Energy!;
        Assert.Equal(expected.Length, energy.Legs.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal((expected[i].Phase, expected[i].DeltaM), (result.Legs[i].Phase, result.Legs[i].VerticalDeltaM));
            double mass = expected[i].Source == PowerSource.Cruise ? 1.04880885 : 1.15368973;
            AssertLeg(energy.Legs[i], expected[i].TimeS, expected[i].PowerW, expected[i].EnergyWh, expected[i].Source, mass, 1.0);
            AssertReturn(energy.RthTimeline[i], expected[i].RthM, expected[i].RthWh);
        }

        Expect.Printed(147.8775567, energy.TotalEnergyWh);
        Assert.Equal(0, energy.ReserveThresholdWh);
        Expect.Warnings(
            result,
            (WarningCode.LoiterAssumedZeroGroundDistance, Expect.Leg(9, 4)),
            (WarningCode.EnergyReferenceConditionsMissing, FlightPlace.Mission));
    }

    [Fact]
    public void Layered_wind_fine_pieces_and_full_scaling()
    {
        Vehicle vehicle = F
            .WithMass(m => m with { OperatingMassKg = 6 })
            .WithEnergy(e => e with { ReferenceMassKg = 5, ReferenceDensityKgm3 = 1.225, ClimbPowerW = 800, InducedPowerMassExponent = 1.3 });
        Mission mission = TestMissions.F(Waypoint(47.03, 8.02, 150), Waypoint(47.01, 8.05, 350), Waypoint(46.99, 8.0, 20))
            .WithLayers(new WindLayer(500, 1, -2), new WindLayer(1000, 6, -1))
            .WithEstimation(e => e with { MaxSegmentLengthM = 70 });
        EnergyResult energy = Estimates.Success(mission, vehicle).Energy!;

        AssertLeg(energy.Legs[0], 271.64282493, 664.33456222, 50.12825477, PowerSource.Climb, 1.1271078, 1.05180399);
        AssertLeg(energy.Legs[1], 186.33706598, 754.44308058, 39.05019725, PowerSource.Climb, 1.15698909, 1.0616015);
        AssertLeg(energy.Legs[2], 294.09261374, 585.25297009, 47.81071546, PowerSource.Cruise, 1.09544512, 1.06852085);
        AssertReturn(energy.RthTimeline[0], 3855.89346876, 52.11424945);
        AssertReturn(energy.RthTimeline[1], 4035.51119855, 77.98883189);
        AssertReturn(energy.RthTimeline[2], 1189.71778615, 16.36462956);
    }

    private static void AssertLeg(
        LegEnergy actual, double timeS, double powerW, double energyWh, PowerSource source, double massFactor, double densityFactor)
    {
        Expect.Printed(timeS, actual.Leg.TimeS);
        Expect.Printed(powerW, actual.PowerW);
        Expect.Printed(energyWh, actual.EnergyWh);
        Assert.Equal(source, actual.Source);
        Expect.Printed(massFactor, actual.Factors.Mass);
        Expect.Printed(densityFactor, actual.Factors.Density);
    }

    private static void AssertReturn(
        RthPoint actual, double distanceM, double energyWh, double? remaining = null, double? after = null, double? margin = null)
    {
        Expect.Printed(distanceM, actual.DistanceM);
        Expect.Printed(energyWh, actual.EnergyWh);
        Expect.Printed(remaining ?? actual.EnergyRemainingBeforeWh, actual.EnergyRemainingBeforeWh);
        Expect.Printed(after ?? actual.ReserveAfterWh, actual.ReserveAfterWh);
        Expect.Printed(margin ?? actual.ReserveMarginWh, actual.ReserveMarginWh);
    }
}
