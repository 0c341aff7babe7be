using System.Runtime.CompilerServices;

namespace BvlosSim.Geodesy;

/// <summary>
/// The integrals of the geodesic problem as series of sixth order in the expansion parameter ε.
/// </summary>
/// <remarks>
/// Source: C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87, 43–55 (2013), equations (17), (18), (21), (24), (25), (42), (43).
/// Polynomials are evaluated by Horner's rule in the operation order of GeographicLib; those in the third flattening n are constants.
/// </remarks>
internal static class GeodesicSeries
{
    private const double N = Wgs84.ThirdFlattening;

    private const double A3Of1 = (N - 1) / 2;
    private const double A3Of2 = ((((3 * N) - 1) * N) - 2) / 8;
    private const double A3Of3 = (((-N - 3) * N) - 1) / 16;
    private const double A3Of4 = ((-2 * N) - 3) / 64;
    private const double A3Of5 = -3.0 / 128;

    private const double C31Of1 = (1 - N) / 4;
    private const double C31Of2 = ((-N * N) + 1) / 8;
    private const double C31Of3 = (((3 - N) * N) + 3) / 64;
    private const double C31Of4 = ((2 * N) + 5) / 128;
    private const double C31Of5 = 3.0 / 128;
    private const double C32Of2 = (((N - 3) * N) + 2) / 32;
    private const double C32Of3 = ((((-3 * N) - 2) * N) + 3) / 64;
    private const double C32Of4 = (N + 3) / 128;
    private const double C32Of5 = 5.0 / 256;
    private const double C33Of3 = ((((5 * N) - 9) * N) + 5) / 192;
    private const double C33Of4 = ((-10 * N) + 9) / 384;
    private const double C33Of5 = 7.0 / 512;
    private const double C34Of4 = ((-14 * N) + 7) / 512;
    private const double C34Of5 = 7.0 / 512;
    private const double C35Of5 = 21.0 / 2560;

    /// <summary>ε for the squared modulus k² = e'²·cos²α₀ of a geodesic.</summary>
    public static double Epsilon(double k2) => k2 / ((2 * (1 + Math.Sqrt(1 + k2))) + k2);

    /// <summary>A₁ − 1: the mean scale of distance.</summary>
    public static double A1MinusOne(double eps)
    {
        double e2 = eps * eps;
        double t = (((e2 + 4) * e2) + 64) * e2 / 256;
        return (t + eps) / (1 - eps);
    }

    /// <summary>C₁: distance as a function of the arc on the auxiliary sphere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SineSeries C1(double eps)
    {
        double e2 = eps * eps;
        double e3 = e2 * eps;
        double e4 = e3 * eps;
        double e5 = e4 * eps;
        double e6 = e5 * eps;
        return new SineSeries(
            eps * (((6 - e2) * e2) - 16) / 32,
            e2 * (((64 - (9 * e2)) * e2) - 128) / 2048,
            e3 * ((9 * e2) - 16) / 768,
            e4 * ((3 * e2) - 5) / 512,
            -7 * e5 / 1280,
            -7 * e6 / 2048);
    }

    /// <summary>C₁': the reversion of C₁, arc as a function of distance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SineSeries C1Reverted(double eps)
    {
        double e2 = eps * eps;
        double e3 = e2 * eps;
        double e4 = e3 * eps;
        double e5 = e4 * eps;
        double e6 = e5 * eps;
        return new SineSeries(
            eps * ((((205 * e2) - 432) * e2) + 768) / 1536,
            e2 * ((((4005 * e2) - 4736) * e2) + 3840) / 12288,
            e3 * (116 - (225 * e2)) / 384,
            e4 * (2695 - (7173 * e2)) / 7680,
            3467 * e5 / 7680,
            38081 * e6 / 61440);
    }

    /// <summary>A₂ − 1: the mean scale of reduced length.</summary>
    public static double A2MinusOne(double eps)
    {
        double e2 = eps * eps;
        double t = ((((-11 * e2) - 28) * e2) - 192) * e2 / 256;
        return (t - eps) / (1 + eps);
    }

    /// <summary>C₂: the second part of reduced length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SineSeries C2(double eps)
    {
        double e2 = eps * eps;
        double e3 = e2 * eps;
        double e4 = e3 * eps;
        double e5 = e4 * eps;
        double e6 = e5 * eps;
        return new SineSeries(
            eps * (((e2 + 2) * e2) + 16) / 32,
            e2 * ((((35 * e2) + 64) * e2) + 384) / 2048,
            e3 * ((15 * e2) + 80) / 768,
            e4 * ((7 * e2) + 35) / 512,
            63 * e5 / 1280,
            77 * e6 / 2048);
    }

    /// <summary>A₃: the mean scale of longitude.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double A3(double eps) =>
        (((((((((A3Of5 * eps) + A3Of4) * eps) + A3Of3) * eps) + A3Of2) * eps) + A3Of1) * eps) + 1;

    /// <summary>C₃: longitude as a function of the arc; its sixth term is of higher order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SineSeries C3(double eps)
    {
        double e2 = eps * eps;
        double e3 = e2 * eps;
        double e4 = e3 * eps;
        double e5 = e4 * eps;
        return new SineSeries(
            eps * ((((((((C31Of5 * eps) + C31Of4) * eps) + C31Of3) * eps) + C31Of2) * eps) + C31Of1),
            e2 * ((((((C32Of5 * eps) + C32Of4) * eps) + C32Of3) * eps) + C32Of2),
            e3 * ((((C33Of5 * eps) + C33Of4) * eps) + C33Of3),
            e4 * ((C34Of5 * eps) + C34Of4),
            e5 * C35Of5,
            0);
    }
}
