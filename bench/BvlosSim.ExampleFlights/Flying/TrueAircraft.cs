using BvlosSim.Geodesy;
using BvlosSim.Vehicles;

namespace BvlosSim.ExampleFlights.Flying;

/// <summary>
/// The aircraft as it really is. <c>docs/FLIGHT_LOGS.md</c> holds these values beside those of the data sheet and those that are fitted.
/// </summary>
internal sealed class TrueAircraft
{
    /// <summary>The mass at which the powers hold, kg.</summary>
    public const double ReferenceMassKg = 8.2;

    /// <summary>The air density at which the powers hold, kg/m³.</summary>
    public const double ReferenceDensityKgm3 = 1.16;

    private const double HoverPowerW = 1180.0;
    private const double ClimbPowerW = 1390.0;
    private const double CruisePowerW = 1040.0;
    private const double DescentPowerW = 1010.0;
    private const double InducedMassExponent = 1.5;
    private const double CruiseMassExponent = 0.9;

    private TrueAircraft()
    {
    }

    /// <summary>True airspeed in cruise, m/s.</summary>
    public double CruiseSpeedMps => 11.6;

    /// <summary>Climb rate, m/s.</summary>
    public double ClimbRateMps => 2.5;

    /// <summary>Descent rate, m/s.</summary>
    public double DescentRateMps => 1.7;

    /// <summary>The truth behind a data sheet.</summary>
    public static TrueAircraft Of(Vehicle sheet) => sheet.VehicleId == "survey-hexa"
        ? new TrueAircraft()
        : throw new InvalidOperationException($"Nothing is known of {sheet.VehicleId} but its data sheet.");

    /// <summary>What the motors draw.</summary>
    /// <param name="massKg">Mass.</param>
    /// <param name="altitudeAmslM">Altitude.</param>
    /// <param name="verticalMps">Rate of climb.</param>
    /// <param name="cruiseShare">0 in hover … 1 at cruise speed.</param>
    public double PowerW(double massKg, double altitudeAmslM, double verticalMps, double cruiseShare)
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
