using System.Collections.Immutable;
using BvlosSim.Resources;
using BvlosSim.Values;

namespace BvlosSim.Vehicles;

/// <summary>Class of the airframe.</summary>
public enum VehicleClass
{
    /// <summary>Rotors only.</summary>
    Multirotor,

    /// <summary>Wings only.</summary>
    FixedWing,

    /// <summary>Wings and a lift system.</summary>
    Vtol,
}

/// <summary>Autopilot family.</summary>
public enum Autopilot
{
    /// <summary>ArduPilot.</summary>
    ArduPilot,

    /// <summary>PX4.</summary>
    Px4,

    /// <summary>Unspecified.</summary>
    Generic,
}

/// <summary>Where the performance and energy numbers come from.</summary>
public enum CalibrationStatus
{
    /// <summary>From the manufacturer.</summary>
    ManufacturerDerived,

    /// <summary>Guessed.</summary>
    PlaceholderValues,

    /// <summary>Fitted to flight logs.</summary>
    LogCalibrated,
}

/// <summary>The contract tokens of vehicles.</summary>
public static class VehicleTokens
{
    /// <summary>Tokens of <see cref="VehicleClass"/>.</summary>
    public static ClosedSet<VehicleClass> Classes { get; } = new(
        (VehicleClass.Multirotor, "multirotor"),
        (VehicleClass.FixedWing, "fixed_wing"),
        (VehicleClass.Vtol, "vtol"));

    /// <summary>Tokens of <see cref="Autopilot"/>.</summary>
    public static ClosedSet<Autopilot> Autopilots { get; } = new(
        (Autopilot.ArduPilot, "ardupilot"),
        (Autopilot.Px4, "px4"),
        (Autopilot.Generic, "generic"));

    /// <summary>Tokens of <see cref="CalibrationStatus"/>.</summary>
    public static ClosedSet<CalibrationStatus> CalibrationStatuses { get; } = new(
        (CalibrationStatus.ManufacturerDerived, "manufacturer_derived"),
        (CalibrationStatus.PlaceholderValues, "placeholder_values"),
        (CalibrationStatus.LogCalibrated, "log_calibrated"));
}

/// <summary>A vehicle (<c>vehicle.v5</c>). Immutable.</summary>
public sealed record Vehicle
{
    /// <summary>Identifier.</summary>
    public required string VehicleId { get; init; }

    /// <summary>Name for people; null = none.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Class of the airframe.</summary>
    public required VehicleClass Class { get; init; }

    /// <summary>Characteristic dimension after SORA in metres, &gt; 0; null = unknown.</summary>
    public double? CharacteristicDimensionM { get; init; }

    /// <summary>MAVLink vehicle type; null = none.</summary>
    public string? MavType { get; init; }

    /// <summary>Autopilot family.</summary>
    public Autopilot Autopilot { get; init; } = Autopilot.Generic;

    /// <summary>Masses.</summary>
    public required VehicleMass Mass { get; init; }

    /// <summary>Speeds and limits.</summary>
    public required VehiclePerformance Performance { get; init; }

    /// <summary>Battery and powers.</summary>
    public required VehicleEnergy Energy { get; init; }

    /// <summary>Energy resources in document order; empty = the plain battery carries the mission.</summary>
    public ImmutableArray<ResourceSystem> ResourceSystems { get; init; } = [];

    /// <summary>Battery failsafe levels.</summary>
    public FailsafeLevels Failsafe { get; init; } = new();

    /// <summary>Explicit capabilities; null = by class.</summary>
    public VehicleCapabilities? Capabilities { get; init; }

    /// <summary>What the vehicle can do: as stated, else by class.</summary>
    public VehicleCapabilities EffectiveCapabilities => Capabilities ?? Class switch
    {
        VehicleClass.FixedWing => new(Hover: false, ForwardFlight: true),
        VehicleClass.Multirotor => new(Hover: true, ForwardFlight: false),
        _ => new(Hover: true, ForwardFlight: true),
    };

    /// <summary>Software-in-the-loop profile; null = none.</summary>
    public SitlProfile? Sitl { get; init; }

    /// <summary>Sensors; null = none described.</summary>
    public VehicleSensors? Sensors { get; init; }

    /// <summary>Path controller; null = none described.</summary>
    public PathController? Controller { get; init; }

    /// <summary>Where the numbers come from; null = not stated.</summary>
    public CalibrationStatus? CalibrationStatus { get; init; }
}

/// <summary>Masses in kg.</summary>
public sealed record VehicleMass
{
    /// <summary>Empty mass, &gt; 0.</summary>
    public required double EmptyKg { get; init; }

    /// <summary>Greatest payload, ≥ 0; null = none stated.</summary>
    public double? MaxPayloadKg { get; init; }

    /// <summary>Maximum take-off mass, &gt; 0, ≥ empty + payload.</summary>
    public required double MaxTakeoffKg { get; init; }

    /// <summary>Mass of this operation, between empty and maximum take-off mass; null = unknown.</summary>
    public double? OperatingMassKg { get; init; }
}

/// <summary>Speeds in m/s and manoeuvre limits.</summary>
public sealed record VehiclePerformance
{
    /// <summary>Cruise true airspeed, &gt; 0.</summary>
    public required double CruiseSpeedMps { get; init; }

    /// <summary>Speed the aircraft can hold in hover, &gt; 0; null for fixed wings.</summary>
    public double? HoverSpeedMps { get; init; }

    /// <summary>Greatest speed, ≥ cruise and hover speed.</summary>
    public required double MaxSpeedMps { get; init; }

    /// <summary>Climb rate, &gt; 0.</summary>
    public required double ClimbRateMps { get; init; }

    /// <summary>Descent rate, &gt; 0.</summary>
    public required double DescentRateMps { get; init; }

    /// <summary>Turn radius in metres, &gt; 0; null for multirotors.</summary>
    public double? TurnRadiusM { get; init; }

    /// <summary>Advisory wind limit, ≥ 0.</summary>
    public double? MaxWindMps { get; init; }

    /// <summary>Greatest crab angle in degrees, between 0 and 90; null = 35.</summary>
    public double? MaxCrabAngleDeg { get; init; }

    /// <summary>Greatest wind in which the aircraft keeps its station, ≥ 0; null = hover speed.</summary>
    public double? MaxStationKeepWindMps { get; init; }

    /// <summary>The wind in which the aircraft is taken to keep its station: as stated, else the hover speed; null = neither is stated.</summary>
    public double? StationKeepWindMps => MaxStationKeepWindMps ?? HoverSpeedMps;
}

/// <summary>Battery and power model.</summary>
public sealed record VehicleEnergy
{
    /// <summary>Nameplate capacity in Wh, &gt; 0.</summary>
    public required double BatteryCapacityWh { get; init; }

    /// <summary>Specific energy in Wh/kg, &gt; 0; for battery sizing only.</summary>
    public double? BatterySpecificEnergyWhPerKg { get; init; }

    /// <summary>Operating mass without battery in kg, &gt; 0; for battery sizing only.</summary>
    public double? BatteryExcludedOperatingMassKg { get; init; }

    /// <summary>Landing reserve in percent of the nameplate capacity, 0…100.</summary>
    public required double ReservePercentDefault { get; init; }

    /// <summary>Cruise power in W, &gt; 0.</summary>
    public required double CruisePowerW { get; init; }

    /// <summary>Hover power in W, &gt; 0; null for fixed wings.</summary>
    public double? HoverPowerW { get; init; }

    /// <summary>Climb power in W, &gt; 0; null = cruise power.</summary>
    public double? ClimbPowerW { get; init; }

    /// <summary>Descent power in W, &gt; 0; null = cruise power.</summary>
    public double? DescentPowerW { get; init; }

    /// <summary>Mass at which the powers hold, kg; null = no mass scaling.</summary>
    public double? ReferenceMassKg { get; init; }

    /// <summary>Air density at which the powers hold, kg/m³; null = no density scaling.</summary>
    public double? ReferenceDensityKgm3 { get; init; }

    /// <summary>Exponent of the mass ratio for hover, climb and descent power, &gt; 0.</summary>
    public double InducedPowerMassExponent { get; init; } = 1.5;

    /// <summary>Exponent of the mass ratio for cruise power, &gt; 0.</summary>
    public double CruisePowerMassExponent { get; init; } = 0.5;

    /// <summary>Usable fraction by state of charge; null = all of it; never empty.</summary>
    public ImmutableArray<UsableCapacityPoint>? UsableCapacityCurve { get; init; }
}

/// <summary>A point of the usable-capacity curve.</summary>
/// <param name="Soc">State of charge, 0…1, strictly increasing along the curve.</param>
/// <param name="UsableFraction">Usable fraction of the nameplate capacity, 0…1, non-decreasing.</param>
public readonly record struct UsableCapacityPoint(double Soc, double UsableFraction);

/// <summary>Battery failsafe levels in percent: warn ≥ abort ≥ emergency.</summary>
public sealed record FailsafeLevels
{
    /// <summary>Warning level.</summary>
    public double LowBatteryWarnPercent { get; init; } = 30.0;

    /// <summary>Abort level.</summary>
    public double LowBatteryAbortPercent { get; init; } = 25.0;

    /// <summary>Emergency landing level; not used by the estimation.</summary>
    public double EmergencyLandPercent { get; init; } = 10.0;
}

/// <summary>What the vehicle can do.</summary>
/// <param name="Hover">Stays in place.</param>
/// <param name="ForwardFlight">Flies a horizontal distance.</param>
public sealed record VehicleCapabilities(bool Hover, bool ForwardFlight);

/// <summary>Software-in-the-loop profile.</summary>
/// <param name="Backend">Autopilot that flies the simulation.</param>
/// <param name="Frame">Frame name, not empty.</param>
/// <param name="Model">Model name; null = none.</param>
public sealed record SitlProfile(Autopilot Backend, string Frame, string? Model);
