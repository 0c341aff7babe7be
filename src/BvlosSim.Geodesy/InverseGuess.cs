namespace BvlosSim.Geodesy;

/// <summary>
/// The starting azimuth for Newton's method; for short lines already the solution.
/// </summary>
/// <remarks>Source: Karney (2013), sections 4 and 5; GeographicLib, <c>Geodesic::InverseStart</c> and <c>Geodesic::Astroid</c>.</remarks>
internal static class InverseGuess
{
    private const double ShortLine = 3.6424611488788524e-08; // 0.1·√ε / √(f·(1 − f/2) / 2)
    private const double CutTolerance = 200 * 2.220446049250313e-16;
    private const double CutLength = 1000 * 1.4901161193847656e-08;

    /// <summary>Guesses the azimuth at point 1.</summary>
    /// <returns>
    /// The arc σ₁₂ ≥ 0 if the line is so short that the guess is the solution (then <paramref name="alpha2"/> and
    /// <paramref name="stretch"/> are set), else −1.
    /// </returns>
    public static double Start(in InverseProblem problem, out Direction alpha1, out Direction alpha2, out double stretch)
    {
        Direction beta1 = problem.Beta1;
        Direction beta2 = problem.Beta2;
        alpha2 = default;
        stretch = double.NaN;

        double sinBeta12 = (beta2.Sin * beta1.Cos) - (beta2.Cos * beta1.Sin);
        double cosBeta12 = (beta2.Cos * beta1.Cos) + (beta2.Sin * beta1.Sin);
        double sinBetaSum = (beta2.Sin * beta1.Cos) + (beta2.Cos * beta1.Sin);

        bool near = cosBeta12 >= 0 && sinBeta12 < 0.5 && beta2.Cos * problem.Lambda12Rad < 0.5;
        Direction omega12 = problem.Lambda12;
        if (near)
        {
            // The longitude on the sphere, scaled for the latitude halfway.
            double sinMid2 = (beta1.Sin + beta2.Sin) * (beta1.Sin + beta2.Sin);
            sinMid2 /= sinMid2 + ((beta1.Cos + beta2.Cos) * (beta1.Cos + beta2.Cos));
            stretch = Math.Sqrt(1 + (Wgs84.SecondEccentricitySquared * sinMid2));
            (double s, double c) = Math.SinCos(problem.Lambda12Rad / (Wgs84.OneMinusF * stretch));
            omega12 = new Direction(s, c);
        }

        alpha1 = omega12.Cos >= 0
            ? new Direction(
                beta2.Cos * omega12.Sin,
                sinBeta12 + (beta2.Cos * beta1.Sin * (omega12.Sin * omega12.Sin) / (1 + omega12.Cos)))
            : FarSide(beta1, beta2, omega12, sinBetaSum);

        double sinSigma12 = Hypotenuse.Of(alpha1.Sin, alpha1.Cos);
        double cosSigma12 = (beta1.Sin * beta2.Sin) + (beta1.Cos * beta2.Cos * omega12.Cos);
        if (near && sinSigma12 < ShortLine)
        {
            double versine = omega12.Cos >= 0 ? omega12.Sin * omega12.Sin / (1 + omega12.Cos) : 1 - omega12.Cos;
            alpha2 = new Direction(beta1.Cos * omega12.Sin, sinBeta12 - (beta1.Cos * beta2.Sin * versine)).Normalized();
            alpha1 = Acceptable(alpha1);
            return Math.Atan2(sinSigma12, cosSigma12);
        }

        bool nearlyAntipodal = !(cosSigma12 >= 0 || sinSigma12 >= 6 * Wgs84.ThirdFlattening * Math.PI * (beta1.Cos * beta1.Cos));
        if (nearlyAntipodal)
            alpha1 = NearAntipode(problem, sinBetaSum);
        alpha1 = Acceptable(alpha1);
        return -1;
    }

    /// <summary>The spherical azimuth when the longitudes are more than a quarter turn apart.</summary>
    private static Direction FarSide(Direction beta1, Direction beta2, Direction omega12, double sinBetaSum) => new(
        beta2.Cos * omega12.Sin,
        sinBetaSum - (beta2.Cos * beta1.Sin * (omega12.Sin * omega12.Sin) / (1 - omega12.Cos)));

    private static Direction Acceptable(Direction alpha1) => alpha1.Sin > 0 ? alpha1.Normalized() : new Direction(1, 0);

    /// <summary>
    /// Near the antipode the geodesics from point 1 touch an astroid; scaled to it, point 2 lies at (x, y) with the antipode at the origin.
    /// </summary>
    private static Direction NearAntipode(in InverseProblem problem, double sinBetaSum)
    {
        Direction beta1 = problem.Beta1;
        double beyond = Math.Atan2(-problem.Lambda12.Sin, -problem.Lambda12.Cos);
        double k2 = beta1.Sin * beta1.Sin * Wgs84.SecondEccentricitySquared;
        double longitudeScale = Wgs84.Flattening * beta1.Cos * GeodesicSeries.A3(GeodesicSeries.Epsilon(k2)) * Math.PI;
        double x = beyond / longitudeScale;
        double y = sinBetaSum / (longitudeScale * beta1.Cos);
        if (y > -CutTolerance && x > -1 - CutLength)
        {
            // On the cut that joins the antipode to the singular point.
            double sin = Math.Min(1, -x);
            return new Direction(sin, -Math.Sqrt(1 - (sin * sin)));
        }

        double k = Astroid(x, y);
        (double s, double c) = Math.SinCos(longitudeScale * (-x * k / (1 + k)));
        return FarSide(beta1, problem.Beta2, new Direction(s, -c), sinBetaSum);
    }

    /// <summary>The positive root k of k⁴ + 2k³ − (x² + y² − 1)k² − 2y²k − y² = 0: Karney (2013), equation (55).</summary>
    private static double Astroid(double x, double y)
    {
        double p = x * x;
        double q = y * y;
        double r = (p + q - 1) / 6;
        if (q == 0 && r <= 0)
            return 0;

        double s = p * q / 4;
        double r2 = r * r;
        double r3 = r * r2;
        double discriminant = s * (s + (2 * r3));
        double u = r;
        if (discriminant >= 0)
        {
            double t3 = s + r3;
            t3 += t3 < 0 ? -Math.Sqrt(discriminant) : Math.Sqrt(discriminant);
            double t = Math.Cbrt(t3);
            u += t + (t != 0 ? r2 / t : 0);
        }
        else
        {
            double angle = Math.Atan2(Math.Sqrt(-discriminant), -(s + r3));
            u += 2 * r * Math.Cos(angle / 3);
        }

        double v = Math.Sqrt((u * u) + q);
        double uv = u < 0 ? q / (v - u) : u + v;
        double w = (uv - q) / (2 * v);
        return uv / (Math.Sqrt(uv + (w * w)) + w);
    }
}
