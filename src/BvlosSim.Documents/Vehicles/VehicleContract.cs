using System.Collections.Immutable;
using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Resources;
using BvlosSim.Vehicles;

namespace BvlosSim.Documents.Vehicles;

/// <summary>The contract <c>vehicle.v5</c>. The version is not written in the file.</summary>
public static class VehicleContract
{
    /// <summary>The version.</summary>
    public const string Version = "vehicle.v5";

    private static readonly TextField VehicleId = new("vehicle_id", "Identifier.") { IsIdentifier = true, IsRequired = true };

    private static readonly TextField DisplayName = new("display_name", "Name for people.");

    private static readonly TokenField<VehicleClass> Class =
        new("vehicle_class", VehicleTokens.Classes, "Class of the airframe.") { IsRequired = true };

    private static readonly NumberField CharacteristicDimension =
        new("characteristic_dimension_m", "m", "Characteristic dimension after SORA.") { Range = NumberRange.Positive };

    private static readonly TextField MavType = new("mav_type", "MAVLink vehicle type.") { IsNotEmpty = true };

    private static readonly TokenField<Autopilot> AutopilotFamily =
        new("autopilot", VehicleTokens.Autopilots, "Autopilot family.") { DefaultValue = Autopilot.Generic };

    private static readonly ObjectField<VehicleMass> Mass = new("mass", VehicleMassContract.Contract, "Masses.") { IsRequired = true };

    private static readonly ObjectField<VehiclePerformance> Performance =
        new("performance", VehiclePerformanceContract.Contract, "Speeds and limits.") { IsRequired = true };

    private static readonly ObjectField<VehicleEnergy> Energy =
        new("energy", VehicleEnergyContract.Contract, "Battery and power model.") { IsRequired = true };

    private static readonly ObjectListField<ResourceSystem> ResourceSystems =
        new("resource_systems", ResourceSystemContract.Contract, "Energy resources; empty = the plain battery carries the mission.")
        {
            IsEmptyByDefault = true,
        };

    private static readonly ObjectField<FailsafeLevels> Failsafe =
        new("failsafe", VehiclePartsContract.Failsafe, "Battery failsafe levels.") { IsEmptyByDefault = true };

    private static readonly ObjectField<VehicleCapabilities> Capabilities =
        new("capabilities", VehiclePartsContract.Capabilities, "What the vehicle can do; absent = by class.");

    private static readonly ObjectField<SitlProfile> Sitl = new("sitl", VehiclePartsContract.Sitl, "Software-in-the-loop profile.");

    private static readonly ObjectField<VehicleSensors> Sensors =
        new("sensors", VehicleSensorsContract.Sensors, "Sensors, for uncertainty studies.");

    private static readonly ObjectField<PathController> Controller =
        new("controller", VehiclePartsContract.Controller, "Path controller, for uncertainty studies.");

    private static readonly TokenField<CalibrationStatus> Status =
        new("calibration_status", VehicleTokens.CalibrationStatuses, "Where the numbers come from.");

    private static readonly MapField Metadata = new("metadata", "Free notes; ignored.");

    /// <summary>The contract.</summary>
    public static DocumentContract<Vehicle> Contract { get; } = new(
        Version,
        "vehicle",
        new ObjectContract<Vehicle>(
            "vehicle",
            "An aircraft: masses, performance, energy and equipment.",
            [
                VehicleId, DisplayName, Class, CharacteristicDimension, MavType, AutopilotFamily, Mass, Performance, Energy, ResourceSystems, Failsafe,
                Capabilities, Sitl, Sensors, Controller, Status, Metadata,
            ],
            Build,
            Rule.That<Vehicle>(
                "A `multirotor` or `vtol` has `performance.hover_speed_mps`",
                v => v.Class == VehicleClass.FixedWing || v.Performance.HoverSpeedMps is not null,
                "Write the speed that the aircraft can hold in hover."),
            Rule.That<Vehicle>(
                "A `multirotor` or `vtol` has `energy.hover_power_w`",
                v => v.Class == VehicleClass.FixedWing || v.Energy.HoverPowerW is not null,
                "Write the power that hovering takes."),
            Rule.That<Vehicle>(
                "A `fixed_wing` or `vtol` has `performance.turn_radius_m`",
                v => v.Class == VehicleClass.Multirotor || v.Performance.TurnRadiusM is not null,
                "Write the radius of its turns."))
        {
            RetiredKeys = ImmutableDictionary<string, string>.Empty.Add(
                "schema_version", $"A vehicle file names no version (the only one is {Version}): remove the key."),
        });

    /// <summary>The key of the performance object, which a calibration changes.</summary>
    internal static string PerformanceKey => Performance.Name;

    /// <summary>The key of battery and powers.</summary>
    internal static string EnergyKey => Energy.Name;

    /// <summary>The key of the calibration status, which a calibration changes.</summary>
    internal static string StatusKey => Status.Name;

    private static Vehicle Build(FieldValues values) => new()
    {
        VehicleId = values.Value(VehicleId),
        DisplayName = values.Optional(DisplayName),
        Class = values.Value(Class),
        CharacteristicDimensionM = values.Optional(CharacteristicDimension),
        MavType = values.Optional(MavType),
        Autopilot = values.Value(AutopilotFamily),
        Mass = values.Value(Mass),
        Performance = values.Value(Performance),
        Energy = values.Value(Energy),
        ResourceSystems = values.Value(ResourceSystems),
        Failsafe = values.Value(Failsafe),
        Capabilities = values.Optional(Capabilities),
        Sitl = values.Optional(Sitl),
        Sensors = values.Optional(Sensors),
        Controller = values.Optional(Controller),
        CalibrationStatus = values.Optional(Status),
    };
}
