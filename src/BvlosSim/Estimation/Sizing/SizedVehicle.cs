using System.Globalization;
using BvlosSim.Vehicles;

namespace BvlosSim.Estimation.Sizing;

/// <summary>A vehicle whose battery can be exchanged for another of the same specific energy: what it weighs with each.</summary>
internal sealed class SizedVehicle
{
    private const double LeastCapacityWh = 1e-9;

    private readonly Vehicle _vehicle;
    private readonly double _specificEnergyWhPerKg;
    private readonly double _otherMassKg;
    private readonly double _referenceMassKg;

    private SizedVehicle(Vehicle vehicle, double specificEnergyWhPerKg, double otherMassKg)
    {
        _vehicle = vehicle;
        _specificEnergyWhPerKg = specificEnergyWhPerKg;
        _otherMassKg = otherMassKg;
        // Without a stated reference the powers hold for the battery that the vehicle is described with.
        _referenceMassKg = vehicle.Energy.ReferenceMassKg ?? MassKg(CapacityWh);
        LeastWh = Math.Max(LeastCapacityWh, (vehicle.Mass.EmptyKg - otherMassKg) * specificEnergyWhPerKg);
        GreatestWh = (vehicle.Mass.MaxTakeoffKg - otherMassKg) * specificEnergyWhPerKg;
    }

    /// <summary>The vehicle's own capacity.</summary>
    public double CapacityWh => _vehicle.Energy.BatteryCapacityWh;

    /// <summary>The least capacity worth a look.</summary>
    public double LeastWh { get; }

    /// <summary>The capacity that fills the maximum take-off mass.</summary>
    public double GreatestWh { get; }

    /// <summary>Looks whether a vehicle says what sizing needs.</summary>
    /// <param name="vehicle">The vehicle.</param>
    /// <param name="sized">The vehicle with an exchangeable battery; null when it is refused.</param>
    /// <returns>Why it is refused, or null.</returns>
    public static SizingRefusal? Create(Vehicle vehicle, out SizedVehicle? sized)
    {
        sized = null;
        if (!vehicle.ResourceSystems.IsEmpty)
            return new("Sizing is for the plain battery: the vehicle declares resource_systems.");
        if (vehicle.Energy is not { BatterySpecificEnergyWhPerKg: { } specific, BatteryExcludedOperatingMassKg: { } other })
            return new("Sizing needs energy.battery_specific_energy_wh_per_kg and energy.battery_excluded_operating_mass_kg of the vehicle.");
        if (other < vehicle.Mass.EmptyKg)
            return new("energy.battery_excluded_operating_mass_kg is below mass.empty_kg: check both.");
        var candidate = new SizedVehicle(vehicle, specific, other);
        if (!(candidate.MassKg(candidate.CapacityWh) <= vehicle.Mass.MaxTakeoffKg))
            return new("With its own battery the vehicle is above mass.max_takeoff_kg: check its masses, capacity and specific energy.");
        sized = candidate;
        return null;
    }

    /// <summary>The vehicle with another battery.</summary>
    /// <param name="capacityWh">Its capacity, &gt; 0.</param>
    /// <param name="vehicle">The vehicle; not to be used when it is refused.</param>
    /// <returns>Which rule of the vehicle contract is violated, or null.</returns>
    public SizingRefusal? With(double capacityWh, out Vehicle vehicle)
    {
        double massKg = MassKg(capacityWh);
        vehicle = _vehicle with
        {
            Mass = _vehicle.Mass with { OperatingMassKg = massKg },
            Energy = _vehicle.Energy with { BatteryCapacityWh = capacityWh, ReferenceMassKg = _referenceMassKg },
        };
        // Every other rule holds for the copy as it held for the vehicle.
        return massKg <= _vehicle.Mass.MaxTakeoffKg
            ? null
            : new(string.Create(
                CultureInfo.InvariantCulture,
                $"With a battery of {capacityWh} Wh the vehicle weighs {massKg} kg, above mass.max_takeoff_kg {_vehicle.Mass.MaxTakeoffKg}."));
    }

    private double MassKg(double capacityWh) => _otherMassKg + (capacityWh / _specificEnergyWhPerKg);
}
