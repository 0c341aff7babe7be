namespace BvlosSim.Geodesy;

/// <summary>
/// The troposphere of the international standard atmosphere, with an optional temperature offset.
/// </summary>
/// <remarks>
/// <para>
/// Source: ISO 2533:1975 and U.S. Standard Atmosphere 1976. T = 288.15 K − 0.0065 K/m · h; p = 101325 Pa · (T / 288.15 K)^5.2558…;
/// ρ = p / (R·(T + ΔT)).
/// </para>
/// <para>
/// Heights are taken as geopotential metres. A geometric height may be given instead: at 1000 m the difference lowers the density by
/// less than 0.002 %, at 5000 m by less than 0.05 %.
/// </para>
/// <para>
/// There is no tropopause: one law holds at all heights. Against the standard it is exact (to rounding) from −5 km to 11 km and too thin
/// above. Heights below sea level are allowed. At and above <see cref="CeilingM"/> the temperature would reach absolute zero: every
/// quantity is NaN there, and NaN for NaN. The offset changes the density alone, by the warmth of the air, never the pressure.
/// </para>
/// </remarks>
public static class StandardAtmosphere
{
    /// <summary>Temperature at sea level, K.</summary>
    public const double SeaLevelTemperatureK = 288.15;

    /// <summary>Pressure at sea level, Pa.</summary>
    public const double SeaLevelPressurePa = 101325;

    /// <summary>Decrease of the temperature with height, K/m.</summary>
    public const double LapseRateKPerM = 0.0065;

    /// <summary>Standard acceleration of gravity, m/s².</summary>
    public const double GravityMps2 = 9.80665;

    /// <summary>Specific gas constant of dry air, J/(kg·K).</summary>
    public const double GasConstantJPerKgK = 287.05287;

    /// <summary>Height at which the law reaches absolute zero, m (about 44,330.77): the model ends below it.</summary>
    public const double CeilingM = SeaLevelTemperatureK / LapseRateKPerM;

    private const double PressureExponent = GravityMps2 / (GasConstantJPerKgK * LapseRateKPerM);

    /// <summary>Standard temperature at a height.</summary>
    /// <param name="altitudeM">Height above mean sea level, m.</param>
    /// <returns>Temperature without offset, K, &gt; 0; NaN for NaN, for −∞, and at or above <see cref="CeilingM"/>.</returns>
    public static double TemperatureK(double altitudeM) =>
        altitudeM is > double.NegativeInfinity and < CeilingM ? SeaLevelTemperatureK - (LapseRateKPerM * altitudeM) : double.NaN;

    /// <summary>Standard pressure at a height.</summary>
    /// <param name="altitudeM">Height above mean sea level, m.</param>
    /// <returns>Pressure, Pa; NaN where <see cref="TemperatureK"/> is.</returns>
    public static double PressurePa(double altitudeM) => PressureAt(TemperatureK(altitudeM));

    /// <summary>Air density at a height.</summary>
    /// <param name="altitudeM">Height above mean sea level, m.</param>
    /// <param name="temperatureOffsetK">Deviation of the temperature from the standard at that height, K; 0 for the standard day.</param>
    /// <returns>
    /// Density, kg/m³; NaN where <see cref="TemperatureK"/> is, where the offset is NaN, and where it would cool the air to absolute zero
    /// or below. At sea level on a standard day 1.225000018….
    /// </returns>
    public static double DensityKgPerM3(double altitudeM, double temperatureOffsetK = 0)
    {
        double temperatureK = TemperatureK(altitudeM);
        double airTemperatureK = temperatureK + temperatureOffsetK;
        return airTemperatureK > 0 ? PressureAt(temperatureK) / (GasConstantJPerKgK * airTemperatureK) : double.NaN;
    }

    private static double PressureAt(double temperatureK) =>
        SeaLevelPressurePa * Math.Pow(temperatureK / SeaLevelTemperatureK, PressureExponent);
}
