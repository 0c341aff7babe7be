namespace BvlosSim.Estimation.GroundRisk;

/// <summary>
/// The intrinsic ground risk class of SORA 2.5 (JARUS, step 2, table 2) by population density, dimension and speed.
/// </summary>
internal static class GroundRiskTable
{
    private const double LightMassKg = 0.250;
    private const double LightSpeedMps = 25.0;

    private static readonly double[] DimensionLimitsM = [1.0, 3.0, 8.0, 20.0, 40.0];
    private static readonly double[] SpeedLimitsMps = [25.0, 35.0, 75.0, 120.0, 200.0];
    private static readonly double[] DensityLimits = [5.0, 50.0, 500.0, 5000.0, 50000.0];
    private static readonly int[] ControlledGround = [1, 1, 2, 3, 3];

    /// <summary>Aircraft so light and slow that the class is 1 over any density.</summary>
    public static bool IsLight(double massKg, double maxSpeedMps) => massKg <= LightMassKg && maxSpeedMps <= LightSpeedMps;

    /// <summary>The 1-based column of an aircraft: the first whose limits it keeps; null when it keeps none.</summary>
    public static int? Column(double dimensionM, double maxSpeedMps)
    {
        for (int i = 0; i < DimensionLimitsM.Length; i++)
        {
            if (dimensionM <= DimensionLimitsM[i] && maxSpeedMps <= SpeedLimitsMps[i])
                return i + 1;
        }

        return null;
    }

    /// <summary>The class over controlled ground, for reference; 1 for light aircraft.</summary>
    public static int ControlledGroundClass(int? column) => column is { } c ? ControlledGround[c - 1] : 1;

    /// <summary>The class of a density in a column; null where the table has no answer.</summary>
    public static int? Class(int column, double densityPplKm2)
    {
        int row = 0;
        while (row < DensityLimits.Length && densityPplKm2 >= DensityLimits[row])
            row++;
        // The table grows by one a row and a column; over assemblies of people only small aircraft have an entry.
        return row == DensityLimits.Length && column > 2 ? null : 1 + row + column;
    }
}
