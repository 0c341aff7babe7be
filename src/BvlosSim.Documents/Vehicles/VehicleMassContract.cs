using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Vehicles;

namespace BvlosSim.Documents.Vehicles;

/// <summary>The keys of <c>mass</c>.</summary>
public static class VehicleMassContract
{
    private static readonly NumberField Empty = new("empty_kg", "kg", "Empty mass.") { IsRequired = true, Range = NumberRange.Positive };

    private static readonly NumberField MaxPayload = new("max_payload_kg", "kg", "Greatest payload.") { Range = NumberRange.NonNegative };

    private static readonly NumberField MaxTakeoff =
        new("max_takeoff_kg", "kg", "Maximum take-off mass.") { IsRequired = true, Range = NumberRange.Positive };

    private static readonly NumberField Operating = new("operating_mass_kg", "kg", "Mass of this operation.") { Range = NumberRange.Positive };

    /// <summary>The object.</summary>
    public static ObjectContract<VehicleMass> Contract { get; } = new(
        "mass",
        "Masses.",
        [Empty, MaxPayload, MaxTakeoff, Operating],
        values => new VehicleMass
        {
            EmptyKg = values.Value(Empty),
            MaxPayloadKg = values.Optional(MaxPayload),
            MaxTakeoffKg = values.Value(MaxTakeoff),
            OperatingMassKg = values.Optional(Operating),
        },
        Rule.That<VehicleMass>(
            "`max_takeoff_kg` is at least `empty_kg` plus `max_payload_kg`",
            m => m.MaxTakeoffKg >= m.EmptyKg + (m.MaxPayloadKg ?? 0.0),
            "Raise the take-off mass or lower the payload."),
        Rule.That<VehicleMass>(
            "`operating_mass_kg` is at least `empty_kg`",
            m => m.OperatingMassKg is null || m.OperatingMassKg >= m.EmptyKg,
            "The aircraft is not lighter than empty: check both."),
        Rule.That<VehicleMass>(
            "`operating_mass_kg` is at most `max_takeoff_kg`",
            m => m.OperatingMassKg is null || m.OperatingMassKg <= m.MaxTakeoffKg,
            "The aircraft would be too heavy to take off: check both."));
}
