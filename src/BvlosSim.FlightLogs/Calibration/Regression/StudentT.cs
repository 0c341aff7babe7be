namespace BvlosSim.FlightLogs.Calibration.Regression;

/// <summary>
/// Student's t distribution. The distribution function is the regularised incomplete beta function, by Lentz's continued fraction
/// (Press et al., Numerical Recipes, 3rd ed., §6.4); the quantile is found by bisection, to the last bits.
/// </summary>
internal static class StudentT
{
    private const int MaxTerms = 400;
    private const double Tiny = 1e-300;
    private const double Enough = 1e-15;

    // Beyond some 1e5 degrees of freedom the continued fraction is slow, and the difference from the next value is below 1e-5.
    private const double MostDegrees = 1e5;

    /// <summary>The value that |t| stays below with a probability.</summary>
    /// <param name="level">The probability, between 0 and 1.</param>
    /// <param name="degreesOfFreedom">Degrees of freedom, ≥ 1.</param>
    public static double TwoSided(double level, double degreesOfFreedom)
    {
        double degrees = Math.Min(degreesOfFreedom, MostDegrees);
        double low = 0.0;
        double high = 1.0;
        while (Inside(high, degrees) < level)
            high *= 2.0;
        for (int i = 0; i < 200 && high - low > Enough * high; i++)
        {
            double middle = 0.5 * (low + high);
            if (Inside(middle, degrees) < level)
                low = middle;
            else
                high = middle;
        }

        return 0.5 * (low + high);
    }

    /// <summary>Probability that |t| stays below a value ≥ 0.</summary>
    internal static double Inside(double t, double degrees) => 1.0 - IncompleteBeta(degrees / (degrees + (t * t)), 0.5 * degrees, 0.5);

    private static double IncompleteBeta(double x, double a, double b)
    {
        if (x <= 0.0)
            return 0.0;
        if (x >= 1.0)
            return 1.0;
        double front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1.0 - x)));
        return x < (a + 1.0) / (a + b + 2.0)
            ? front * Fraction(x, a, b) / a
            : 1.0 - (front * Fraction(1.0 - x, b, a) / b);
    }

    private static double Fraction(double x, double a, double b)
    {
        double c = 1.0;
        double d = 1.0 / NotZero(1.0 - ((a + b) * x / (a + 1.0)));
        double value = d;
        for (int m = 1; m <= MaxTerms; m++)
        {
            double even = m * (b - m) * x / ((a + (2 * m) - 1.0) * (a + (2 * m)));
            d = 1.0 / NotZero(1.0 + (even * d));
            c = NotZero(1.0 + (even / c));
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1.0));
            d = 1.0 / NotZero(1.0 + (odd * d));
            c = NotZero(1.0 + (odd / c));
            double step = d * c;
            value *= step;
            if (Math.Abs(step - 1.0) < Enough)
                break;
        }

        return value;
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    /// <summary>ln Γ(x) for x &gt; 0: Stirling's series with five terms after shifting x above 10.</summary>
    private static double LogGamma(double x)
    {
        double shift = 0.0;
        while (x < 10.0)
        {
            shift -= Math.Log(x);
            x += 1.0;
        }

        double inverse = 1.0 / x;
        double square = inverse * inverse;
        double series = inverse * ((1.0 / 12.0) - (square * ((1.0 / 360.0) - (square * ((1.0 / 1260.0) - (square * ((1.0 / 1680.0) - (square / 1188.0))))))));
        return shift + ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2.0 * Math.PI)) + series;
    }
}
