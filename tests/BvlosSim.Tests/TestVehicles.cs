using BvlosSim.Vehicles;

namespace BvlosSim.Tests;

/// <summary>The vehicles of the worked examples.</summary>
internal static class TestVehicles
{
    public const string Id = "test-vehicle";

    /// <summary>A fixed wing with a large battery.</summary>
    public static Vehicle K { get; } = new()
    {
        VehicleId = Id,
        Class = VehicleClass.FixedWing,
        Mass = new VehicleMass { EmptyKg = 4, MaxPayloadKg = 2, MaxTakeoffKg = 9 },
        Performance = new VehiclePerformance
        {
            CruiseSpeedMps = 15,
            MaxSpeedMps = 30,
            ClimbRateMps = 3,
            DescentRateMps = 2,
            TurnRadiusM = 60,
        },
        Energy = new VehicleEnergy { BatteryCapacityWh = 3000, ReservePercentDefault = 20, CruisePowerW = 500 },
        CalibrationStatus = CalibrationStatus.LogCalibrated,
    };

    /// <summary>The same with a battery that can be too small.</summary>
    public static Vehicle F { get; } = K.WithEnergy(e => e with { BatteryCapacityWh = 300 });

    /// <summary>A multirotor with every power and reference condition.</summary>
    public static Vehicle Q { get; } = new()
    {
        VehicleId = Id,
        Class = VehicleClass.Multirotor,
        Capabilities = new VehicleCapabilities(Hover: true, ForwardFlight: true),
        Mass = new VehicleMass { EmptyKg = 4, MaxPayloadKg = 2, MaxTakeoffKg = 9, OperatingMassKg = 6.3 },
        Performance = new VehiclePerformance
        {
            CruiseSpeedMps = 15,
            HoverSpeedMps = 6,
            MaxSpeedMps = 20,
            ClimbRateMps = 3,
            DescentRateMps = 2,
            MaxStationKeepWindMps = 10,
        },
        Energy = new VehicleEnergy
        {
            BatteryCapacityWh = 700,
            ReservePercentDefault = 20,
            CruisePowerW = 500,
            HoverPowerW = 650,
            ClimbPowerW = 800,
            DescentPowerW = 450,
            ReferenceMassKg = 5,
            ReferenceDensityKgm3 = 1.1,
        },
        CalibrationStatus = CalibrationStatus.LogCalibrated,
    };

    /// <summary>Vehicle K on a lift system.</summary>
    public static Vehicle Vtol { get; } = (K with { Class = VehicleClass.Vtol })
        .WithPerformance(p => p with { HoverSpeedMps = 6, MaxStationKeepWindMps = 9 })
        .WithEnergy(e => e with { HoverPowerW = 900 });

    public static Vehicle WithPerformance(this Vehicle vehicle, Func<VehiclePerformance, VehiclePerformance> change) =>
        vehicle with { Performance = change(vehicle.Performance) };

    public static Vehicle WithEnergy(this Vehicle vehicle, Func<VehicleEnergy, VehicleEnergy> change) =>
        vehicle with { Energy = change(vehicle.Energy) };

    public static Vehicle WithMass(this Vehicle vehicle, Func<VehicleMass, VehicleMass> change) =>
        vehicle with { Mass = change(vehicle.Mass) };
}
