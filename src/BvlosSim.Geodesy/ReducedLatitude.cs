namespace BvlosSim.Geodesy;

/// <summary>
/// Latitudes as the geodesic problem sees them: reduced to the auxiliary sphere by tan β = (1 − f)·tan φ, and never quite at a pole.
/// </summary>
internal static class ReducedLatitude
{
    /// <summary>The root of the smallest normal double: small beside everything, yet its square is not zero.</summary>
    public const double Tiny = 1.4916681462400413e-154;

    /// <summary>The reduced latitude β; at a pole its cosine is <see cref="Tiny"/>, so that the longitude given there keeps a meaning.</summary>
    public static Direction Of(double latDeg)
    {
        Direction phi = DegreeArithmetic.SinCos(latDeg);
        Direction beta = new Direction(phi.Sin * Wgs84.OneMinusF, phi.Cos).Normalized();
        return beta.Cos > Tiny ? beta : new Direction(beta.Sin, Tiny);
    }

    /// <summary>√(1 + e'²·sin²β).</summary>
    public static double Stretch(double sinBeta) => Math.Sqrt(1 + (Wgs84.SecondEccentricitySquared * (sinBeta * sinBeta)));
}
