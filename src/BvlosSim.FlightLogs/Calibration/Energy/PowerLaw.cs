using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>The conditions at which fitted powers hold.</summary>
/// <param name="MassKg">Mass, kg; null = the masses flown are not known.</param>
/// <param name="DensityKgm3">Air density, kg/m³.</param>
internal readonly record struct ReferenceConditions(double? MassKg, double DensityKgm3);

/// <summary>The energy model as the vehicle knows it: powers at reference conditions, and how they grow with mass and thinner air.</summary>
internal sealed class PowerLaw
{
    /// <summary>The model's fixed exponent of the inverse density ratio for hover, climb and descent power.</summary>
    public const double InducedDensityExponent = 0.5;

    /// <summary>The model's fixed exponent for cruise power, of the ratio turned to be above 1.</summary>
    public const double CruiseDensityExponent = 1.0;

    private readonly double?[] _values = new double?[Enum.GetValues<EnergyParameter>().Length];

    /// <summary>Starts with the exponents of a vehicle and no powers.</summary>
    public PowerLaw(VehicleEnergy energy, ReferenceConditions reference)
    {
        Reference = reference;
        this[EnergyParameter.InducedPowerMassExponent] = energy.InducedPowerMassExponent;
        this[EnergyParameter.CruisePowerMassExponent] = energy.CruisePowerMassExponent;
        this[EnergyParameter.InducedPowerDensityExponent] = InducedDensityExponent;
        this[EnergyParameter.CruisePowerDensityExponent] = CruiseDensityExponent;
    }

    private PowerLaw(PowerLaw other)
    {
        Reference = other.Reference;
        other._values.CopyTo(_values, 0);
    }

    /// <summary>The conditions at which the powers hold.</summary>
    public ReferenceConditions Reference { get; }

    /// <summary>A law with the same coefficients, which changes on its own.</summary>
    public PowerLaw Copy() => new(this);

    /// <summary>A coefficient; null = not known.</summary>
    public double? this[EnergyParameter parameter]
    {
        get => _values[(int)parameter];
        set => _values[(int)parameter] = value;
    }

    /// <summary>Power of a source in the conditions of a window, W; null = not known.</summary>
    public double? PowerW(EnergyParameter source, in PowerWindow window)
    {
        (EnergyParameter mass, EnergyParameter density) = ExponentsOf(source);
        return this[source] * Math.Exp((this[mass]!.Value * LogMass(window)) + (this[density]!.Value * LogDensity(source, window)));
    }

    /// <summary>The exponents by which a power grows.</summary>
    public static (EnergyParameter Mass, EnergyParameter Density) ExponentsOf(EnergyParameter source) => source == EnergyParameter.CruisePowerW
        ? (EnergyParameter.CruisePowerMassExponent, EnergyParameter.CruisePowerDensityExponent)
        : (EnergyParameter.InducedPowerMassExponent, EnergyParameter.InducedPowerDensityExponent);

    /// <summary>Logarithm of what the mass exponent is a power of.</summary>
    public double LogMass(in PowerWindow window) =>
        window.MassKg is { } massKg && Reference.MassKg is { } referenceKg ? Math.Log(massKg / referenceKg) : 0.0;

    /// <summary>Logarithm of what the density exponent is a power of.</summary>
    public double LogDensity(EnergyParameter source, in PowerWindow window)
    {
        double log = Math.Log(Reference.DensityKgm3 / window.DensityKgm3);
        return source == EnergyParameter.CruisePowerW ? Math.Abs(log) : log;
    }
}
