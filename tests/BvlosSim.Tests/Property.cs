using CsCheck;

namespace BvlosSim.Tests;

/// <summary>Checks a property on values drawn from a fixed seed, so that a run on any machine sees the same ones.</summary>
internal static class Property
{
    /// <summary>Evenly distributed numbers, none of them special: ties and degenerate cases have tests of their own.</summary>
    public static Gen<double> Between(double low, double high) =>
        Gen.Int[1, 999_999].Select(i => low + ((high - low) * i * 1e-6));

    public static void Holds<T>(Gen<T> values, Action<T> check, int count = 200)
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
