using BvlosSim.Estimation;
using BvlosSim.Estimation.Energy;
using BvlosSim.Missions;
using BvlosSim.Vehicles;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation;

/// <summary>The landing reserve against the failsafe levels of the autopilot.</summary>
public class FailsafeWarningsTests
{
    private static WarningCode[] Of(double reservePercent, FailsafeLevels? levels = null)
    {
        var energy = new EnergyResult
        {
            Legs = [],
            TotalEnergyWh = 100 - reservePercent,
            BatteryCapacityWh = 100,
            ReserveThresholdPercent = 0,
            UsableFraction = 1,
            IsDerated = false,
        };
        return [.. FailsafeWarnings.Of(levels ?? new FailsafeLevels(), energy).Select(w => w.Code)];
    }

    [Fact]
    public void The_lowest_undershot_level_warns()
    {
        Assert.Empty(Of(30));
        Assert.Equal([WarningCode.ReserveBelowFailsafeWarnThreshold], Of(29.999));
        Assert.Equal([WarningCode.ReserveBelowFailsafeWarnThreshold], Of(25));
        Assert.Equal([WarningCode.ReserveBelowFailsafeAbortThreshold], Of(24.999));
        Assert.Equal([WarningCode.ReserveBelowFailsafeAbortThreshold], Of(5));
    }

    [Fact]
    public void The_levels_are_the_vehicles()
    {
        var levels = new FailsafeLevels { LowBatteryWarnPercent = 80, LowBatteryAbortPercent = 70, EmergencyLandPercent = 60 };
        Assert.Empty(Of(80, levels));
        Assert.Equal([WarningCode.ReserveBelowFailsafeWarnThreshold], Of(75, levels));
        Assert.Equal([WarningCode.ReserveBelowFailsafeAbortThreshold], Of(55, levels));
        Assert.Empty(Of(0, new FailsafeLevels { LowBatteryWarnPercent = 0, LowBatteryAbortPercent = 0, EmergencyLandPercent = 0 }));
    }

    [Theory]
    [InlineData(150, 80, 70, 75.54626081, WarningCode.ReserveBelowFailsafeWarnThreshold)]
    [InlineData(150, 90, 76, 75.54626081, WarningCode.ReserveBelowFailsafeAbortThreshold)]
    [InlineData(46, 30, 25, 20.25954612, WarningCode.ReserveBelowFailsafeAbortThreshold)]
    public void A_flight_that_lands_below_a_level(double capacityWh, double warnPercent, double abortPercent, double leftPercent, WarningCode code)
    {
        Mission mission = TestMissions.K(Waypoint(47.02, 8.0, 100), Waypoint(47.02, 8.03, 150)).WithWind(4, 1);
        Vehicle vehicle = TestVehicles.F.WithEnergy(e => e with { BatteryCapacityWh = capacityWh, ReservePercentDefault = 0 }) with
        {
            Failsafe = new FailsafeLevels { LowBatteryWarnPercent = warnPercent, LowBatteryAbortPercent = abortPercent },
        };
        EstimateResult result = Estimates.Success(mission, vehicle);
        Expect.Printed(leftPercent, result.Energy!.ReserveAtLandingPercent);
        Expect.Warnings(result, (code, FlightPlace.Mission));
    }
}
