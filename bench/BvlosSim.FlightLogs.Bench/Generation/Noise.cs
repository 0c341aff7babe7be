namespace BvlosSim.FlightLogs.Bench.Generation;

/// <summary>Readings that look like those of sensors: the same on every machine, from a table, since they are most of a log.</summary>
internal static class Noise
{
    private const int Variants = 1024;
    private const ulong Step = 0x9E3779B97F4A7C15UL;

    /// <summary>A table of readings.</summary>
    /// <typeparam name="T">What a reading is written as.</typeparam>
    /// <param name="values">How many numbers a reading has.</param>
    /// <param name="write">Writes one.</param>
    public static T[] Table<T>(int values, Func<float[], T> write)
    {
        ulong state = 1;
        var table = new T[Variants];
        for (int i = 0; i < Variants; i++)
            table[i] = write([.. Enumerable.Range(0, values).Select(_ => Next(ref state))]);
        return table;
    }

    /// <summary>A reading of a table.</summary>
    public static T At<T>(T[] table, long timeUs, int instance) => table[(int)(((timeUs / 100) + (instance * 341)) % Variants)];

    private static float Next(ref ulong state)
    {
        unchecked
        {
            state = (state * Step) + 1;
            return (float)((state >> 40) * (1.0 / (1 << 24)) * 20 - 10);
        }
    }
}
