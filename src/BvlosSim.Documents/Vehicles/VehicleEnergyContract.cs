using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Documents.Loading;
using BvlosSim.Vehicles;

namespace BvlosSim.Documents.Vehicles;

/// <summary>The keys of <c>energy</c> and of its usable-capacity curve.</summary>
public static class VehicleEnergyContract
{
    private static readonly NumberField Soc = new("soc", null, "State of charge.") { IsRequired = true, Range = NumberRange.Fraction };

    private static readonly NumberField UsableFraction =
        new("usable_fraction", null, "Usable fraction of the nameplate capacity.") { IsRequired = true, Range = NumberRange.Fraction };

    /// <summary>A point of the usable-capacity curve.</summary>
    public static ObjectContract<UsableCapacityPoint> CurvePoint { get; } = new(
        "curve point",
        "A point of the usable-capacity curve.",
        [Soc, UsableFraction],
        values => new UsableCapacityPoint(values.Value(Soc), values.Value(UsableFraction)));

    private static readonly NumberField Capacity =
        new("battery_capacity_wh", "Wh", "Nameplate capacity.") { IsRequired = true, Range = NumberRange.Positive };

    private static readonly NumberField SpecificEnergy =
        new("battery_specific_energy_wh_per_kg", "Wh/kg", "Specific energy; for battery sizing only.") { Range = NumberRange.Positive };

    private static readonly NumberField ExcludedMass =
        new("battery_excluded_operating_mass_kg", "kg", "Operating mass without battery; for battery sizing only.") { Range = NumberRange.Positive };

    private static readonly NumberField Reserve =
        new("reserve_percent_default", "%", "Landing reserve, of the nameplate capacity.") { IsRequired = true, Range = NumberRange.Percent };

    private static readonly NumberField CruisePower =
        new("cruise_power_w", "W", "Cruise power.") { IsRequired = true, Range = NumberRange.Positive };

    private static readonly NumberField HoverPower =
        new("hover_power_w", "W", "Hover power; required for `multirotor` and `vtol`.") { Range = NumberRange.Positive };

    private static readonly NumberField ClimbPower =
        new("climb_power_w", "W", "Climb power; absent = cruise power.") { Range = NumberRange.Positive };

    private static readonly NumberField DescentPower =
        new("descent_power_w", "W", "Descent power; absent = cruise power.") { Range = NumberRange.Positive };

    private static readonly NumberField ReferenceMass =
        new("reference_mass_kg", "kg", "Mass at which the powers hold; absent = no scaling with mass.") { Range = NumberRange.Positive };

    private static readonly NumberField ReferenceDensity =
        new("reference_density_kgm3", "kg/m³", "Air density at which the powers hold; absent = no scaling with density.")
        {
            Range = NumberRange.Positive,
        };

    private static readonly NumberField InducedExponent =
        new("induced_power_mass_exponent", null, "Exponent of the mass ratio for hover, climb and descent power.")
        {
            DefaultValue = 1.5,
            Range = NumberRange.Positive,
        };

    private static readonly NumberField CruiseExponent =
        new("cruise_power_mass_exponent", null, "Exponent of the mass ratio for cruise power.") { DefaultValue = 0.5, Range = NumberRange.Positive };

    private static readonly ObjectListField<UsableCapacityPoint> Curve =
        new("usable_capacity_curve", CurvePoint, "Usable fraction by state of charge; absent = all of it.") { MinCount = 1 };

    /// <summary>The object.</summary>
    public static ObjectContract<VehicleEnergy> Contract { get; } = new(
        "energy",
        "Battery and power model.",
        [
            Capacity, SpecificEnergy, ExcludedMass, Reserve, CruisePower, HoverPower, ClimbPower, DescentPower, ReferenceMass, ReferenceDensity,
            InducedExponent, CruiseExponent, Curve,
        ],
        Build,
        new Rule<VehicleEnergy>("Along the curve `soc` increases and `usable_fraction` does not decrease", CheckCurve));

    /// <summary>The key of the mass at which the powers hold.</summary>
    internal static string ReferenceMassKey => ReferenceMass.Name;

    /// <summary>The key of the air density at which the powers hold.</summary>
    internal static string ReferenceDensityKey => ReferenceDensity.Name;

    private static VehicleEnergy Build(FieldValues values) => new()
    {
        BatteryCapacityWh = values.Value(Capacity),
        BatterySpecificEnergyWhPerKg = values.Optional(SpecificEnergy),
        BatteryExcludedOperatingMassKg = values.Optional(ExcludedMass),
        ReservePercentDefault = values.Value(Reserve),
        CruisePowerW = values.Value(CruisePower),
        HoverPowerW = values.Optional(HoverPower),
        ClimbPowerW = values.Optional(ClimbPower),
        DescentPowerW = values.Optional(DescentPower),
        ReferenceMassKg = values.Optional(ReferenceMass),
        ReferenceDensityKgm3 = values.Optional(ReferenceDensity),
        InducedPowerMassExponent = values.Value(InducedExponent),
        CruisePowerMassExponent = values.Value(CruiseExponent),
        UsableCapacityCurve = values.Optional(Curve),
    };

    private static Violation? CheckCurve(VehicleEnergy energy, DocumentNode node)
    {
        if (energy.UsableCapacityCurve is not { } curve)
            return null;
        for (int i = 1; i < curve.Length; i++)
        {
            string? problem = null;
            if (curve[i].Soc <= curve[i - 1].Soc)
                problem = $"`soc` must be greater than the {curve[i - 1].Soc} of the point before it; found {curve[i].Soc}: sort the points";
            else if (curve[i].UsableFraction < curve[i - 1].UsableFraction)
                problem = $"`usable_fraction` must be at least the {curve[i - 1].UsableFraction} of the point before it; found {curve[i].UsableFraction}";
            if (problem is not null)
                return new Violation($"Point {i} of `{Curve.Name}` (counted from 0): {problem}.", node.Find(Curve.Name)!.Items[i]);
        }

        return null;
    }
}
