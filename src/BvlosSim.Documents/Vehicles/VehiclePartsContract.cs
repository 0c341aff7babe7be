using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Vehicles;

namespace BvlosSim.Documents.Vehicles;

/// <summary>The keys of the small objects of a vehicle: <c>failsafe</c>, <c>capabilities</c>, <c>sitl</c>, <c>controller</c>.</summary>
public static class VehiclePartsContract
{
    private const double ThirtyDegreesRad = 0.5235987755982988;

    private static readonly NumberField Warn =
        new("low_battery_warn_percent", "%", "Warning level.") { DefaultValue = 30.0, Range = NumberRange.Percent };

    private static readonly NumberField Abort =
        new("low_battery_abort_percent", "%", "Abort level.") { DefaultValue = 25.0, Range = NumberRange.Percent };

    private static readonly NumberField Emergency =
        new("emergency_land_percent", "%", "Emergency landing level.") { DefaultValue = 10.0, Range = NumberRange.Percent };

    private static readonly BooleanField Hover = new("hover", "Stays in place.") { IsLenient = true, IsRequired = true };

    private static readonly BooleanField ForwardFlight = new("forward_flight", "Flies a horizontal distance.") { IsLenient = true, IsRequired = true };

    private static readonly TokenField<Autopilot> Backend =
        new("backend", VehicleTokens.Autopilots, "Autopilot that flies the simulation.") { IsRequired = true };

    private static readonly TextField Frame = new("frame", "Frame name.") { IsNotEmpty = true, IsRequired = true };

    private static readonly TextField Model = new("model", "Model name.");

    private static readonly NumberField KpCrossTrack = Gain("Kp_cross_track", null, 0.15, "Gain on the cross-track error.");

    private static readonly NumberField KpAlongTrack = Gain("Kp_along_track", null, 0.05, "Gain on the along-track error.");

    private static readonly NumberField MaxHeadingCorrection =
        Gain("max_heading_correction_rad", "rad", ThirtyDegreesRad, "Greatest heading correction.");

    private static readonly NumberField MaxSpeedCorrection = Gain("max_speed_correction_mps", "m/s", 2.0, "Greatest speed correction.");

    /// <summary>Battery failsafe levels.</summary>
    public static ObjectContract<FailsafeLevels> Failsafe { get; } = new(
        "failsafe",
        "Battery failsafe levels.",
        [Warn, Abort, Emergency],
        values => new FailsafeLevels
        {
            LowBatteryWarnPercent = values.Value(Warn),
            LowBatteryAbortPercent = values.Value(Abort),
            EmergencyLandPercent = values.Value(Emergency),
        },
        new Rule<FailsafeLevels>(
            "`low_battery_warn_percent` ≥ `low_battery_abort_percent` ≥ `emergency_land_percent`, defaults included",
            (levels, _) => CheckLevels(levels)));

    /// <summary>What the vehicle can do.</summary>
    public static ObjectContract<VehicleCapabilities> Capabilities { get; } = new(
        "capabilities",
        "What the vehicle can do; absent = by class.",
        [Hover, ForwardFlight],
        values => new VehicleCapabilities(values.Value(Hover), values.Value(ForwardFlight)));

    /// <summary>Software-in-the-loop profile.</summary>
    public static ObjectContract<SitlProfile> Sitl { get; } = new(
        "sitl",
        "Software-in-the-loop profile.",
        [Backend, Frame, Model],
        values => new SitlProfile(values.Value(Backend), values.Value(Frame), values.Optional(Model)));

    /// <summary>Path controller.</summary>
    public static ObjectContract<PathController> Controller { get; } = new(
        "controller",
        "Path controller, for uncertainty studies.",
        [KpCrossTrack, KpAlongTrack, MaxHeadingCorrection, MaxSpeedCorrection],
        values => new PathController(
            values.Value(KpCrossTrack), values.Value(KpAlongTrack), values.Value(MaxHeadingCorrection), values.Value(MaxSpeedCorrection)));

    private static NumberField Gain(string name, string? unit, double value, string documentation) =>
        new(name, unit, documentation) { DefaultValue = value, Range = NumberRange.NonNegative };

    private static Violation? CheckLevels(FailsafeLevels levels)
    {
        if (levels.LowBatteryWarnPercent >= levels.LowBatteryAbortPercent && levels.LowBatteryAbortPercent >= levels.EmergencyLandPercent)
            return null;
        return new Violation(
            $"The levels must fall from warn over abort to emergency; found {levels.LowBatteryWarnPercent}, {levels.LowBatteryAbortPercent}"
            + $" and {levels.EmergencyLandPercent} %, where an absent key counts with its default (30, 25, 10). Reorder them.");
    }
}
