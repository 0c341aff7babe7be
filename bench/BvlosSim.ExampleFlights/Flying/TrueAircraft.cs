using System.Collections.Immutable;
using BvlosSim.Geodesy;

namespace BvlosSim.ExampleFlights.Flying;

/// <summary>
/// The aircraft as it really is. <c>docs/FLIGHT_LOGS.md</c> holds these values beside those of the data sheet and those that are fitted.
/// </summary>
public static class TrueAircraft
{
    /// <summary>True airspeed in cruise, m/s.</summary>
    public const double CruiseSpeedMps = 11.6;

    /// <summary>Climb rate, m/s.</summary>
    public const double ClimbRateMps = 2.5;

    /// <summary>Descent rate, m/s.</summary>
    public const double DescentRateMps = 1.7;

    private const double ReferenceMassKg = 8.2;
    private const double ReferenceDensityKgm3 = 1.16;
    private const double HoverPowerW = 1180.0;
    private const double ClimbPowerW = 1390.0;
    private const double CruisePowerW = 1040.0;
    private const double DescentPowerW = 1010.0;
    private const double InducedMassExponent = 1.5;
    private const double CruiseMassExponent = 0.9;

    /// <summary>The values by the names of a calibration profile; powers at 8.2 kg and 1.16 kg/m³.</summary>
    public static ImmutableArray<(string Name, double Value)> Values { get; } =
    [
        ("cruise_speed_mps", CruiseSpeedMps),
        ("climb_rate_mps", ClimbRateMps),
        ("descent_rate_mps", DescentRateMps),
        ("hover_power_w", HoverPowerW),
        ("climb_power_w", ClimbPowerW),
        ("cruise_power_w", CruisePowerW),
        ("descent_power_w", DescentPowerW),
        ("induced_power_mass_exponent", InducedMassExponent),
        ("cruise_power_mass_exponent", CruiseMassExponent),
    ];

    /// <summary>What the motors draw.</summary>
    /// <param name="massKg">Mass.</param>
    /// <param name="altitudeAmslM">Altitude.</param>
    /// <param name="verticalMps">Rate of climb.</param>
    /// <param name="cruiseShare">0 in hover … 1 at cruise speed.</param>
    public static double PowerW(double massKg, double altitudeAmslM, double verticalMps, double cruiseShare)
    {
        double densityRatio = ReferenceDensityKgm3 / StandardAtmosphere.DensityKgPerM3(altitudeAmslM);
        double massRatio = massKg / ReferenceMassKg;
        double induced = Math.Pow(massRatio, InducedMassExponent) * Math.Sqrt(densityRatio);
        double cruise = CruisePowerW * Math.Pow(massRatio, CruiseMassExponent) * Math.Max(densityRatio, 1.0 / densityRatio);
        double levelW = Mix(HoverPowerW * induced, cruise, cruiseShare);
        double verticalW = induced * (verticalMps > 0.0 ? ClimbPowerW : DescentPowerW);
        return Mix(levelW, verticalW, Math.Abs(verticalMps) / (verticalMps > 0.0 ? ClimbRateMps : DescentRateMps));
    }

    private static double Mix(double from, double to, double share) => from + (Math.Clamp(share, 0.0, 1.0) * (to - from));
}
