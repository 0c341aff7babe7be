namespace BvlosSim.Geodesy;

/// <summary>
/// The inverse problem: brought to a canonical form, solved there, and turned back.
/// </summary>
/// <remarks>
/// Source: Karney (2013), section 4; GeographicLib, <c>Geodesic::GenInverse</c>. In the canonical form point 1 lies in the southern
/// hemisphere at least as far from the equator as point 2, and point 2 lies to the east.
/// </remarks>
internal static class InverseSolver
{
    private const double Epsilon = 2.220446049250313e-16; // 2^-52
    private const int MaxNewton = 20;
    private const int MaxIterations = MaxNewton + 53 + 10;

    public static GeodesicInverse Solve(double lat1Deg, double lon1Deg, double lat2Deg, double lon2Deg)
    {
        double lon12Deg = DegreeArithmetic.Difference(lon1Deg, lon2Deg, out double lonErrorDeg);
        double eastward = Math.CopySign(1, lon12Deg);
        lon12Deg *= eastward;
        lonErrorDeg *= eastward;
        Direction lambda12 = DegreeArithmetic.SinCos(lon12Deg, lonErrorDeg);
        double supplementDeg = 180 - lon12Deg - lonErrorDeg;

        double southLatDeg = DegreeArithmetic.CoarsenNearZero(lat1Deg);
        double otherLatDeg = DegreeArithmetic.CoarsenNearZero(lat2Deg);
        bool swapped = Math.Abs(southLatDeg) < Math.Abs(otherLatDeg);
        if (swapped)
        {
            (southLatDeg, otherLatDeg) = (otherLatDeg, southLatDeg);
            eastward = -eastward;
        }

        double northward = double.IsNegative(southLatDeg) ? 1 : -1;
        southLatDeg *= northward;
        otherLatDeg *= northward;

        Direction beta1 = ReducedLatitude.Of(southLatDeg);
        Direction beta2 = ReducedLatitude.Of(otherLatDeg);
        MakeEqualWhereTheyShouldBe(beta1, ref beta2);
        var problem = new InverseProblem(beta1, beta2, lambda12, lon12Deg * (Math.PI / 180));

        bool meridional = southLatDeg == -90 || lambda12.Sin == 0;
        bool equatorial = beta1.Sin == 0 && supplementDeg >= Wgs84.Flattening * 180;
        Direction alpha1;
        Direction alpha2;
        double distanceM;
        if (meridional)
            distanceM = AlongMeridian(problem, out alpha1, out alpha2);
        else if (equatorial)
            distanceM = AlongEquator(problem, out alpha1, out alpha2);
        else
            distanceM = Oblique(problem, out alpha1, out alpha2);

        double sinSign = swapped ? -eastward : eastward;
        double cosSign = swapped ? -northward : northward;
        if (swapped)
            (alpha1, alpha2) = (alpha2, alpha1);
        return new GeodesicInverse(
            distanceM,
            DegreeArithmetic.Azimuth(new Direction(alpha1.Sin * sinSign, alpha1.Cos * cosSign)),
            DegreeArithmetic.Azimuth(new Direction(alpha2.Sin * sinSign, alpha2.Cos * cosSign)));
    }

    /// <summary>Equal or opposite latitudes must stay so in every bit: their difference decides the azimuth of the path.</summary>
    private static void MakeEqualWhereTheyShouldBe(Direction beta1, ref Direction beta2)
    {
        if (beta1.Cos < -beta1.Sin)
        {
            if (beta2.Cos == beta1.Cos)
                beta2 = new Direction(Math.CopySign(beta1.Sin, beta2.Sin), beta2.Cos);
        }
        else if (Math.Abs(beta2.Sin) == -beta1.Sin)
        {
            beta2 = new Direction(beta2.Sin, beta1.Cos);
        }
    }

    private static double AlongMeridian(in InverseProblem problem, out Direction alpha1, out Direction alpha2)
    {
        alpha1 = problem.Lambda12;
        alpha2 = new Direction(0, 1);
        var path = new GreatEllipse(
            new Direction(problem.Beta1.Sin, alpha1.Cos * problem.Beta1.Cos),
            new Direction(problem.Beta2.Sin, problem.Beta2.Cos),
            Wgs84.ThirdFlattening);
        // A path of zero length may come out a little negative.
        return path.Sigma12 < 3 * ReducedLatitude.Tiny ? 0 : Math.Max(0, path.Length()) * Wgs84.PolarRadiusM;
    }

    private static double AlongEquator(in InverseProblem problem, out Direction alpha1, out Direction alpha2)
    {
        alpha1 = alpha2 = new Direction(1, 0);
        return Wgs84.EquatorialRadiusM * problem.Lambda12Rad;
    }

    private static double Oblique(in InverseProblem problem, out Direction alpha1, out Direction alpha2)
    {
        double sigma12 = InverseGuess.Start(problem, out alpha1, out alpha2, out double stretch);
        if (sigma12 >= 0)
            return sigma12 * Wgs84.PolarRadiusM * stretch;

        GreatEllipse path = Refine(problem, ref alpha1, out alpha2);
        return path.Length() * Wgs84.PolarRadiusM;
    }

    /// <summary>
    /// Newton's method on the azimuth at point 1, within a bracket that bisection falls back to. Random pairs take two to four steps.
    /// </summary>
    internal static GreatEllipse Refine(in InverseProblem problem, ref Direction alpha1, out Direction alpha2)
    {
        var low = new Direction(ReducedLatitude.Tiny, 1);
        var high = new Direction(ReducedLatitude.Tiny, -1);
        bool nearlyDone = false;
        bool bracketClosed = false;
        for (int iteration = 0; ; iteration++)
        {
            bool newton = iteration < MaxNewton;
            double mismatch = problem.Mismatch(alpha1, newton, out alpha2, out GreatEllipse path, out double slope);
            bool converged = !(Math.Abs(mismatch) >= (nearlyDone ? 8 : 1) * Epsilon);
            if (bracketClosed || converged || iteration == MaxIterations)
                return path;

            if (mismatch > 0 && (iteration > MaxNewton || alpha1.Cos / alpha1.Sin > high.Cos / high.Sin))
                high = alpha1;
            else if (mismatch < 0 && (iteration > MaxNewton || alpha1.Cos / alpha1.Sin < low.Cos / low.Sin))
                low = alpha1;

            if (newton && slope > 0)
            {
                double step = -mismatch / slope;
                if (Math.Abs(step) < Math.PI)
                {
                    (double s, double c) = Math.SinCos(step);
                    double sin = (alpha1.Sin * c) + (alpha1.Cos * s);
                    if (sin > 0)
                    {
                        alpha1 = new Direction(sin, (alpha1.Cos * c) - (alpha1.Sin * s)).Normalized();
                        nearlyDone = Math.Abs(mismatch) <= 16 * Epsilon;
                        continue;
                    }
                }
            }

            alpha1 = new Direction((low.Sin + high.Sin) / 2, (low.Cos + high.Cos) / 2).Normalized();
            nearlyDone = false;
            bracketClosed = Math.Abs(low.Sin - alpha1.Sin) + (low.Cos - alpha1.Cos) < Epsilon
                || Math.Abs(alpha1.Sin - high.Sin) + (alpha1.Cos - high.Cos) < Epsilon;
        }
    }
}
