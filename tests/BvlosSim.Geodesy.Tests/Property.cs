using CsCheck;

namespace BvlosSim.Geodesy.Tests;

/// <summary>
/// Checks a property on values drawn from a fixed seed, so that a run on any machine sees the same ones.
/// </summary>
internal static class Property
{
    public static readonly Gen<double> Latitude = Gen.Double[-1, 1].Select(sine => Angles.ToDegrees(Math.Asin(sine)));
    public static readonly Gen<double> Longitude = Gen.Double[-180, 180];
    public static readonly Gen<(double Lat, double Lon)> Point = Gen.Select(Latitude, Longitude);

    public static void Holds<T>(Gen<T> values, Action<T> check, int count = 2000)
    {
        var pcg = new PCG(54, 20130107);
        for (int i = 0; i < count; i++)
        {
            T value = values.Generate(pcg, null, out _);
            try
            {
                check(value);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Sample {i}: {value}: {e.Message}", e);
            }
        }
    }
}
