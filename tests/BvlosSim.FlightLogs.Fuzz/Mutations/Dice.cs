namespace BvlosSim.FlightLogs.Fuzz.Mutations;

/// <summary>
/// Numbers that look random and are the same on every machine and runtime: SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, Fast splittable
/// pseudorandom number generators, OOPSLA 2014, doi:10.1145/2660193.2660195).
/// </summary>
internal sealed class Dice
{
    private ulong _state;

    /// <summary>The dice of one log.</summary>
    /// <param name="seed">Of the run.</param>
    /// <param name="index">Of the log.</param>
    public Dice(ulong seed, long index) => _state = unchecked((seed * 0xD1342543DE82EF95UL) + ((ulong)index * 0x9E3779B97F4A7C15UL) + 1);

    /// <summary>64 bits.</summary>
    public ulong Bits()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            ulong z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A number from 0 to below a limit; 0 for a limit of 0.</summary>
    public int Below(int limit) => limit <= 0 ? 0 : (int)(Bits() % (ulong)limit);

    /// <summary>A byte.</summary>
    public byte Byte() => (byte)(Bits() & 0xFF);

    /// <summary>One of several.</summary>
    public T Of<T>(ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    /// <summary>Whether one case of so many happens.</summary>
    public bool OneIn(int cases) => Below(cases) == 0;
}
