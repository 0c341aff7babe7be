using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Resources;

namespace BvlosSim.Documents.Vehicles;

/// <summary>The keys of a resource system.</summary>
public static class ResourceSystemContract
{
    private static readonly TextField ResourceId =
        new("resource_id", "Identifier; duplicates are allowed.") { IsIdentifier = true, IsRequired = true };

    private static readonly TokenField<ResourceKind> Kind = new("kind", ResourceTokens.Kinds, "Kind.") { IsRequired = true };

    private static readonly IntegerField Priority = new("priority", "Preference; lower is preferred.") { Min = 0, DefaultValue = 0 };

    private static readonly NumberField Capacity = Positive("battery_capacity_wh", "Wh", "Nameplate capacity; absent = the vehicle's.");

    private static readonly NumberField Reserve =
        new("reserve_percent", "%", "Landing reserve; absent = the mission's or vehicle's.") { Range = NumberRange.Percent };

    private static readonly NumberField ContinuousPower =
        Positive("continuous_power_w", "W", "Continuous power; required for `external_power` and `hybrid`.");

    private static readonly WordField Delivery =
        new("delivery", ResourceTokens.Deliveries, "How external power is delivered; ignored.");

    private static readonly NumberField MaxRouteDistance = Positive("max_route_distance_m", "m", "Greatest route distance.");

    private static readonly NumberField MaxRouteTime = Positive("max_route_time_s", "s", "Greatest route time.");

    private static readonly NumberField MaxTetherLength = Positive("max_tether_length_m", "m", "Tether length.");

    private static readonly MapField Metadata = new("metadata", "Free notes; ignored.");

    /// <summary>The object.</summary>
    public static ObjectContract<ResourceSystem> Contract { get; } = new(
        "resource system",
        "An energy resource that may carry the mission instead of the plain battery.",
        [
            ResourceId, Kind, Priority, Capacity, Reserve, ContinuousPower, Delivery, MaxRouteDistance, MaxRouteTime, MaxTetherLength, Metadata,
        ],
        values => new ResourceSystem
        {
            ResourceId = values.Value(ResourceId),
            Kind = values.Value(Kind),
            Priority = values.Value(Priority),
            BatteryCapacityWh = values.Optional(Capacity),
            ReservePercent = values.Optional(Reserve),
            ContinuousPowerW = values.Optional(ContinuousPower),
            MaxRouteDistanceM = values.Optional(MaxRouteDistance),
            MaxRouteTimeS = values.Optional(MaxRouteTime),
            MaxTetherLengthM = values.Optional(MaxTetherLength),
        },
        Rule.That<ResourceSystem>(
            "`external_power` and `hybrid` have `continuous_power_w`",
            r => r.ContinuousPowerW is not null || r.Kind is not (ResourceKind.ExternalPower or ResourceKind.Hybrid),
            "Write the power that the supply can hold."));

    private static NumberField Positive(string name, string unit, string documentation) =>
        new(name, unit, documentation) { Range = NumberRange.Positive };
}
