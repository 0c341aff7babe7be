using BvlosSim.Environment.Population;
using BvlosSim.Environment.Wind;
using BvlosSim.Estimation;
using BvlosSim.Missions;
using BvlosSim.Vehicles;

namespace BvlosSim.Tests.Estimation;

/// <summary>The base mission of the worked checks of weather and ground risk: up, 1.8 km out, and back.</summary>
internal static class BaseMission
{
    public static Vehicle Vehicle { get; } = new()
    {
        VehicleId = "v",
        Class = VehicleClass.Vtol,
        CharacteristicDimensionM = 2,
        Mass = new VehicleMass { EmptyKg = 8, MaxPayloadKg = 2, MaxTakeoffKg = 12 },
        Performance = new VehiclePerformance
        {
            CruiseSpeedMps = 20,
            HoverSpeedMps = 5,
            MaxSpeedMps = 30,
            ClimbRateMps = 3,
            DescentRateMps = 2,
            TurnRadiusM = 80,
            MaxCrabAngleDeg = 35,
            MaxStationKeepWindMps = 8,
        },
        Energy = new VehicleEnergy
        {
            BatteryCapacityWh = 900,
            ReservePercentDefault = 25,
            CruisePowerW = 450,
            HoverPowerW = 1200,
            ClimbPowerW = 1500,
            DescentPowerW = 300,
        },
        CalibrationStatus = CalibrationStatus.ManufacturerDerived,
    };

    public static Mission Mission { get; } = new()
    {
        MissionId = "m",
        VehicleProfile = "v",
        PlannedHome = new PlannedHome(52.0, 4.0, 10.0),
        Route =
        [
            new RouteItem { Id = "to", Action = RouteAction.VtolTakeoff, AltitudeM = 80 },
            new RouteItem { Id = "wp1", Action = RouteAction.Waypoint, LatDeg = 52.01, LonDeg = 4.02, AltitudeM = 120 },
            new RouteItem { Id = "rtl", Action = RouteAction.Rtl },
        ],
    };

    public static EstimateResult Run(Mission mission, WindProvider? wind = null, Vehicle? vehicle = null, PopulationGrid? population = null) =>
        MissionEstimator.Estimate(new EstimationInput { Mission = mission, Vehicle = vehicle ?? Vehicle, Wind = wind, Population = population });
}
