using BvlosSim.Documents.Tests.Binding;
using BvlosSim.Resources;
using BvlosSim.Vehicles;

namespace BvlosSim.Documents.Tests.Vehicles;

/// <summary>What a valid vehicle is bound to.</summary>
public class VehicleValueTests
{
    [Fact]
    public void TheLeastVehicle()
    {
        Vehicle vehicle = Outcome.BindVehicle(Samples.Vehicle);

        var expected = new Vehicle
        {
            VehicleId = "q",
            Class = VehicleClass.Vtol,
            Mass = new VehicleMass { EmptyKg = 8.0, MaxTakeoffKg = 10.0 },
            Performance = new VehiclePerformance
            {
                CruiseSpeedMps = 20.0,
                HoverSpeedMps = 5.0,
                MaxSpeedMps = 25.0,
                ClimbRateMps = 4.0,
                DescentRateMps = 2.0,
                TurnRadiusM = 50.0,
            },
            Energy = new VehicleEnergy { BatteryCapacityWh = 900.0, ReservePercentDefault = 25.0, CruisePowerW = 450.0, HoverPowerW = 1200.0 },
        };
        Assert.Equal(expected, vehicle);
    }

    [Fact]
    public void EveryValueOfAVehicle()
    {
        Vehicle vehicle = Outcome.BindVehicle(Samples.FullVehicle);

        var expected = new Vehicle
        {
            VehicleId = "q",
            DisplayName = "",
            Class = VehicleClass.Vtol,
            CharacteristicDimensionM = 2.4,
            MavType = "MAV_TYPE_VTOL",
            Autopilot = Autopilot.Px4,
            Mass = new VehicleMass { EmptyKg = 8.0, MaxPayloadKg = 1.0, MaxTakeoffKg = 10.0, OperatingMassKg = 9.0 },
            Performance = new VehiclePerformance
            {
                CruiseSpeedMps = 20.0,
                HoverSpeedMps = 5.0,
                MaxSpeedMps = 25.0,
                ClimbRateMps = 4.0,
                DescentRateMps = 2.0,
                TurnRadiusM = 50.0,
                MaxWindMps = 12.0,
                MaxCrabAngleDeg = 30.0,
                MaxStationKeepWindMps = 10.0,
            },
            Energy = new VehicleEnergy
            {
                BatteryCapacityWh = 900.0,
                BatterySpecificEnergyWhPerKg = 200.0,
                BatteryExcludedOperatingMassKg = 5.0,
                ReservePercentDefault = 25.0,
                CruisePowerW = 450.0,
                HoverPowerW = 1200.0,
                ClimbPowerW = 800.0,
                DescentPowerW = 300.0,
                ReferenceMassKg = 9.0,
                ReferenceDensityKgm3 = 1.225,
                InducedPowerMassExponent = 1.4,
                CruisePowerMassExponent = 0.6,
                UsableCapacityCurve = vehicle.Energy.UsableCapacityCurve,
            },
            ResourceSystems = vehicle.ResourceSystems,
            Failsafe = new FailsafeLevels { LowBatteryWarnPercent = 35.0, LowBatteryAbortPercent = 20.0, EmergencyLandPercent = 5.0 },
            Capabilities = new VehicleCapabilities(true, true),
            Sitl = new SitlProfile(Autopilot.ArduPilot, "quadplane", "x"),
            Sensors = new VehicleSensors(
                new GpsSensor(1.0, 2.0, 10.0, 0.99), new BatteryMeter(2.0, 5.0, 20.0), new AirspeedSensor(-0.1, 0.2, 30.0)),
            Controller = new PathController(0.2, 0.1, 0.4, 1.0),
            CalibrationStatus = CalibrationStatus.PlaceholderValues,
        };
        Assert.Equal(expected, vehicle);
        Assert.Equal(
            [new UsableCapacityPoint(0.1, 0.0), new UsableCapacityPoint(1.0, 0.95)], vehicle.Energy.UsableCapacityCurve!.Value.AsEnumerable());
        var resource = new ResourceSystem
        {
            ResourceId = "a",
            Kind = ResourceKind.Hybrid,
            Priority = 1,
            BatteryCapacityWh = 500.0,
            ReservePercent = 20.0,
            ContinuousPowerW = 300.0,
            MaxRouteDistanceM = 1000.0,
            MaxRouteTimeS = 600.0,
            MaxTetherLengthM = 90.0,
        };
        Assert.Equal(resource, Assert.Single(vehicle.ResourceSystems));
    }

    [Fact]
    public void EmptySensorsAndControllerTakeTheirDefaults()
    {
        Vehicle vehicle = Outcome.BindVehicle(
            Samples.Vehicle.With("sensors", """{"gps": {}, "battery_meter": {}, "airspeed": {}}""").With("controller", "{}").With("failsafe", "{}"));

        Assert.Equal(
            new VehicleSensors(new GpsSensor(2.5, 4.0, 5.0, 1.0), new BatteryMeter(1.0, 10.0, 10.0), new AirspeedSensor(0.0, 0.3, 10.0)),
            vehicle.Sensors);
        Assert.Equal(new PathController(0.15, 0.05, 0.5235987755982988, 2.0), vehicle.Controller);
        Assert.Equal(new FailsafeLevels(), vehicle.Failsafe);
        Assert.Equal(new VehicleSensors(null, null, null), Outcome.BindVehicle(Samples.Vehicle.With("sensors", "{}")).Sensors);
    }
}
