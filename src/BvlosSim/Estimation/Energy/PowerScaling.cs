using BvlosSim.Geodesy;
using BvlosSim.Vehicles;

namespace BvlosSim.Estimation.Energy;

/// <summary>Factors on a power for mass and air density; both null when nothing is scaled.</summary>
/// <param name="Mass">Mass factor.</param>
/// <param name="Density">Density factor.</param>
public readonly record struct PowerFactors(double? Mass, double? Density)
{
    /// <summary>The product of both.</summary>
    public double Product => Mass is { } mass && Density is { } density ? mass * density : 1.0;
}

/// <summary>
/// Scales the powers of a vehicle from the conditions under which they were measured to those of the flight.
/// </summary>
/// <remarks>
/// Momentum theory of a rotor in hover: induced power grows with weight to the power 3/2 and with the inverse root of
/// the air density (Leishman, Principles of Helicopter Aerodynamics, §2.2); the exponents are the vehicle's. Cruise power
/// uses an exponent of its own, and is never lowered by density: both thinner and denser air than at the reference cost
/// power. The density is that of the standard atmosphere; above about 44 330 m it does not exist and the factor is NaN.
/// </remarks>
internal sealed class PowerScaling
{
    private readonly double? _cruiseMass;
    private readonly double? _inducedMass;
    private readonly double? _referenceDensityKgm3;

    /// <summary>Prepares the scaling of a vehicle.</summary>
    public PowerScaling(Vehicle vehicle)
    {
        VehicleEnergy energy = vehicle.Energy;
        _referenceDensityKgm3 = energy.ReferenceDensityKgm3;
        if (vehicle.Mass.OperatingMassKg is { } mass && energy.ReferenceMassKg is { } reference)
        {
            _cruiseMass = Math.Pow(mass / reference, energy.CruisePowerMassExponent);
            _inducedMass = Math.Pow(mass / reference, energy.InducedPowerMassExponent);
        }
    }

    /// <summary>The factors on a power at an altitude.</summary>
    /// <param name="source">Which power; all but cruise are induced.</param>
    /// <param name="altitudeAmslM">Altitude in metres AMSL.</param>
    public PowerFactors At(PowerSource source, double altitudeAmslM)
    {
        bool cruise = source == PowerSource.Cruise;
        double? mass = cruise ? _cruiseMass : _inducedMass;
        double? density = _referenceDensityKgm3 is { } reference ? DensityFactor(cruise, reference, altitudeAmslM) : null;
        return mass is null && density is null ? default : new PowerFactors(mass ?? 1.0, density ?? 1.0);
    }

    private static double DensityFactor(bool cruise, double referenceKgm3, double altitudeAmslM)
    {
        double ratio = referenceKgm3 / StandardAtmosphere.DensityKgPerM3(altitudeAmslM);
        return cruise ? Math.Max(ratio, 1.0 / ratio) : Math.Sqrt(ratio);
    }
}
