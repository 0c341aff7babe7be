namespace BvlosSim.Scale.Generation;

/// <summary>
/// Numbers that look random and are the same on every machine and runtime: SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, Fast splittable
/// pseudorandom number generators, OOPSLA 2014, doi:10.1145/2660193.2660195).
/// </summary>
internal sealed class Sequence(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number in [0, 1).</summary>
    public double Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            ulong z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }

    /// <summary>A number between two.</summary>
    public double Between(double low, double high) => low + ((high - low) * Next());

    /// <summary>A number between two positive ones, small ones as often as large ones by ratio.</summary>
    public double Scaled(double low, double high) => low * Math.Pow(high / low, Next());

    /// <summary>Whether something with a probability happens.</summary>
    public bool Happens(double probability) => Next() < probability;
}
