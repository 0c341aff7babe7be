namespace BvlosSim.Vehicles;

/// <summary>How far a calibration may lead away from what the vehicle file says: beyond, it is a slip of the pen, a wrong unit or another aircraft.</summary>
public static class CalibrationBounds
{
    /// <summary>Least air density at which powers may hold, kg/m³: some 14 km of altitude.</summary>
    public const double LeastDensityKgm3 = 0.2;

    /// <summary>Greatest air density at which powers may hold, kg/m³: −50 °C at sea level.</summary>
    public const double GreatestDensityKgm3 = 1.6;

    /// <summary>Greatest factor between a fitted power and that of the vehicle file, in either direction.</summary>
    public const double GreatestPowerFactor = 10.0;

    /// <summary>Whether powers may hold at a mass: one that the vehicle can have, or nearly.</summary>
    /// <param name="massKg">The mass, kg.</param>
    /// <param name="mass">The masses of the vehicle.</param>
    public static bool CanHaveMass(double massKg, VehicleMass mass) =>
        massKg >= mass.EmptyKg / EnergyCoverage.MassTolerance && massKg <= mass.MaxTakeoffKg * EnergyCoverage.MassTolerance;

    /// <summary>Whether powers may hold at an air density.</summary>
    /// <param name="densityKgm3">The density, kg/m³.</param>
    public static bool CanHaveDensity(double densityKgm3) => densityKgm3 is >= LeastDensityKgm3 and <= GreatestDensityKgm3;

    /// <summary>Whether a power may be that of a vehicle.</summary>
    /// <param name="powerW">The power, W.</param>
    /// <param name="statedW">That of the vehicle file, W; null = not stated.</param>
    public static bool CanHavePower(double powerW, double? statedW) =>
        statedW is not { } stated || (powerW >= stated / GreatestPowerFactor && powerW <= stated * GreatestPowerFactor);
}
