using CsCheck;

namespace BvlosSim.Geodesy.Tests;

/// <summary>
/// The inner steps of the inverse problem, which a wrong turn in would only slow down: its result comes from iteration.
/// </summary>
public class InverseSolverTests
{
    /// <summary>South latitude, a latitude nearer to the equator, and a longitude to the east: the canonical form.</summary>
    private static readonly Gen<(double Lat1, double Lat2, double Lon)> Canonical =
        Gen.Select(Gen.Double[-89.9, -0.1], Gen.Double[-1, 1], Gen.Double[0.5, 179.5]).Select(v => (v.Item1, v.Item1 * v.Item2, v.Item3));

    [Fact]
    public void The_starting_azimuth_is_close_near_the_antipode()
    {
        double worst = 0;
        double sum = 0;
        Property.Holds(
            Gen.Select(Gen.Double[-80, -1], Gen.Double[0, 0.4], Gen.Double[0.02, 0.6]),
            v =>
            {
                (double lat1, double short1, double short2) = v;
                double lon = 180 - (short2 / 0.6 * 0.59 * Math.Cos(Angles.ToRadians(lat1)));
                double error = GuessErrorDeg(lat1, -lat1 - short1, lon);
                worst = Math.Max(worst, error);
                sum += error;
            });
        Assert.InRange(worst, 0, 5);
        Assert.InRange(sum / 2000, 0, 0.07);
    }

    /// <summary>Exactly opposite latitudes: the cut between the antipode and the astroid's cusp, where the guess is nearly exact.</summary>
    [Fact]
    public void The_starting_azimuth_is_close_on_the_cut() => Property.Holds(
        Gen.Select(Gen.Double[-80, -1], Gen.Double[0.02, 0.97]),
        v =>
        {
            (double lat1, double part) = v;
            double lon = 180 - (part * 0.6 * Math.Cos(Angles.ToRadians(lat1)));
            Assert.InRange(GuessErrorDeg(lat1, -lat1, lon), 0, 1);
        });

    [Fact]
    public void The_starting_azimuth_is_close_elsewhere() => Property.Holds(
        Gen.Select(Gen.Double[-89.9, -0.1], Gen.Double[-1, 1], Gen.Double[0.5, 175]),
        v =>
        {
            (double lat1, double part, double lon) = v;
            Assert.InRange(GuessErrorDeg(lat1, lat1 * part, lon), 0, 8);
        });

    /// <summary>Newton's method with its bracket arrives from any start, and always at the same path.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(90)]
    [InlineData(150)]
    [InlineData(179)]
    [InlineData(179.99999)]
    public void Refinement_converges_from_any_start(double startDeg) => Property.Holds(
        Canonical,
        v =>
        {
            (double lat1, double lat2, double lon) = v;
            InverseProblem problem = Problem(lat1, lat2, lon);
            Direction alpha1 = DegreeArithmetic.SinCos(startDeg);
            GreatEllipse path = InverseSolver.Refine(problem, ref alpha1, out Direction alpha2);
            GeodesicInverse expected = Geodesic.Inverse(lat1, 0, lat2, lon);
            Assert.Equal(expected.DistanceM, path.Length() * Wgs84.PolarRadiusM, 15e-9);
            Assert.Equal(expected.Azimuth1Deg, DegreeArithmetic.Azimuth(alpha1), 1e-8);
            Assert.Equal(expected.Azimuth2Deg, DegreeArithmetic.Azimuth(alpha2), 1e-8);
        });

    [Fact]
    public void Slope_is_the_derivative_of_the_mismatch() => Property.Holds(
        Gen.Select(Canonical, Gen.Double[5, 175]),
        v =>
        {
            ((double lat1, double lat2, double lon), double azimuth) = v;
            const double StepDeg = 1e-4;
            InverseProblem problem = Problem(lat1, lat2, lon);
            problem.Mismatch(DegreeArithmetic.SinCos(azimuth), true, out Direction alpha2, out _, out double slope);
            if (alpha2.Cos < 0.05)
                return; // Grazing the latitude of point 2, where the derivative runs away.
            double after = problem.Mismatch(DegreeArithmetic.SinCos(azimuth + StepDeg), false, out _, out _, out double none);
            double before = problem.Mismatch(DegreeArithmetic.SinCos(azimuth - StepDeg), false, out _, out _, out _);
            double difference = Math.IEEERemainder(after - before, 2 * Math.PI) / Angles.ToRadians(2 * StepDeg);
            Assert.Equal(difference, slope, 1e-4 * (1 + Math.Abs(difference)));
            Assert.Equal(double.NaN, none);
        });

    /// <summary>Due east between opposite latitudes, the derivative is a limit of its own.</summary>
    [Theory]
    [InlineData(-10)]
    [InlineData(-70)]
    public void Slope_due_east_is_the_limit_of_the_slopes_beside(double lat)
    {
        InverseProblem problem = Problem(lat, -lat, 170);
        problem.Mismatch(new Direction(1, 0), true, out Direction alpha2, out _, out double slope);
        Assert.Equal(0, alpha2.Cos);
        problem.Mismatch(DegreeArithmetic.SinCos(89.9999), true, out _, out _, out double beside);
        Assert.Equal(1, slope / beside, 1e-4);
    }

    /// <summary>On equal or opposite latitudes, both azimuths lean equally from the parallel.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Equal_latitudes_have_mirrored_azimuths(double sign) => Property.Holds(
        Gen.Select(Gen.Double[-89, 89], Gen.Double[1, 179]),
        v =>
        {
            (double lat, double lon) = v;
            GeodesicInverse inverse = Geodesic.Inverse(lat, 0, sign * lat, lon);
            double lean1 = Math.Abs(90 - inverse.Azimuth1Deg);
            double lean2 = Math.Abs(90 - inverse.Azimuth2Deg);
            Assert.Equal(lean1, lean2, 3e-14);
        });

    private static double GuessErrorDeg(double lat1, double lat2, double lon)
    {
        double sigma12 = InverseGuess.Start(Problem(lat1, lat2, lon), out Direction alpha1, out _, out _);
        Assert.Equal(-1, sigma12);
        return Math.Abs(Geodesic.Inverse(lat1, 0, lat2, lon).Azimuth1Deg - DegreeArithmetic.Azimuth(alpha1));
    }

    private static InverseProblem Problem(double lat1, double lat2, double lon) =>
        new(ReducedLatitude.Of(lat1), ReducedLatitude.Of(lat2), DegreeArithmetic.SinCos(lon), Angles.ToRadians(lon));
}
