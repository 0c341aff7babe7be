using BvlosSim.Scale.Generation;

namespace BvlosSim.ExampleFlights.Flying;

/// <summary>
/// A value that wanders about 0 and forgets where it was (a Gauss–Markov process): gusts, and the errors of a satellite receiver.
/// </summary>
/// <param name="noise">Where its steps come from.</param>
/// <param name="spread">Standard deviation.</param>
/// <param name="memoryS">Time after which a third of a deviation is left, s.</param>
internal sealed class Drift(Sequence noise, double spread, double memoryS)
{
    private double _value = spread * Normal(noise);

    /// <summary>The value after a time.</summary>
    /// <param name="stepS">The time, s; much shorter than the memory.</param>
    public double Next(double stepS)
    {
        double share = stepS / memoryS;
        _value += (-share * _value) + (spread * Math.Sqrt(2.0 * share) * Normal(noise));
        return _value;
    }

    /// <summary>A normal deviate, as a sum of twelve uniform ones: sums are the same on every machine, logarithms are not.</summary>
    public static double Normal(Sequence noise)
    {
        double sum = -6.0;
        for (int i = 0; i < 12; i++)
            sum += noise.Next();
        return sum;
    }
}
