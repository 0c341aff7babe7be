using BvlosSim.FlightLogs.Fuzz.Checking;
using BvlosSim.FlightLogs.Fuzz.Mutations;

namespace BvlosSim.FlightLogs.Fuzz.Running;

/// <summary>Reads logs one after the other on a thread of its own, and counts.</summary>
/// <param name="seed">Of the damage.</param>
/// <param name="findings">Where broken rules go.</param>
internal sealed class Worker(ulong seed, Findings findings)
{
    private readonly long[] _outcomes = new long[Enum.GetValues<Outcome>().Length];

    /// <summary>How many logs were read.</summary>
    public long Count => Volatile.Read(ref _count);

    /// <summary>How many bytes they had.</summary>
    public long Bytes { get; private set; }

    /// <summary>The most bytes that were allocated for a log, as a share of what is allowed.</summary>
    public double MostAllocated { get; private set; }

    /// <summary>How many ended in a way.</summary>
    public long Of(Outcome outcome) => _outcomes[(int)outcome];

    /// <summary>The log that is being read, and its size; the index is -1 between two of them.</summary>
    public (long Index, int Bytes) Current => (Volatile.Read(ref _index), Volatile.Read(ref _length));

    private long _count;
    private long _index = -1;
    private int _length;

    /// <summary>Reads the log of an index.</summary>
    public void Run(long index)
    {
        byte[] bytes = [.. Damage.LogOf(seed, index)];
        Run(bytes, index, $"index {index}");
    }

    /// <summary>Reads a log.</summary>
    public void Run(byte[] bytes, long index, string name)
    {
        Volatile.Write(ref _length, bytes.Length);
        Volatile.Write(ref _index, index);
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            _outcomes[(int)LogCheck.Run(bytes, index)]++;
            NoteAllocation(GC.GetAllocatedBytesForCurrentThread() - before, bytes, name);
        }
#pragma warning disable CA1031 // Whatever is thrown is what is looked for.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            findings.Add(name, broken is RuleBrokenException ? "rule: " + broken.Message : broken.ToString(), bytes);
        }

        Volatile.Write(ref _index, -1);
        Bytes += bytes.Length;
        Volatile.Write(ref _count, _count + 1);
    }

    private void NoteAllocation(long allocated, byte[] bytes, string name)
    {
        long allowed = Limits.AllocatedBytes(bytes.Length);
        MostAllocated = Math.Max(MostAllocated, (double)allocated / allowed);
        if (allocated > allowed)
            findings.Add(name, $"{allocated} bytes allocated for a log of {bytes.Length}", bytes);
    }
}
