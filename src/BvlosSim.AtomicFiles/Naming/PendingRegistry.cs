using System.Collections.Concurrent;

namespace BvlosSim.AtomicFiles.Naming;

/// <summary>
/// The temporary names that exist because of this process, so that another thread can remove them all before the process ends.
/// </summary>
internal sealed class PendingRegistry
{
    private readonly ConcurrentDictionary<PendingName, byte> _names = new();
    private int _closed;

    /// <summary>The one that the public types use.</summary>
    public static PendingRegistry OfProcess { get; } = new();

    /// <summary>Whether <see cref="RemoveAll"/> has begun: nothing may appear any more.</summary>
    public bool IsClosed => Volatile.Read(ref _closed) != 0;

    /// <summary>How many names are pending.</summary>
    public int Count => _names.Count;

    /// <summary>Throws when nothing may appear any more.</summary>
    public void ThrowIfClosed()
    {
        if (IsClosed)
            throw new OperationCanceledException("output has been stopped: the process is ending");
    }

    /// <summary>Adds a name that is about to be made.</summary>
    public void Add(PendingName name)
    {
        _names[name] = 0;

        // The name is to be seen by RemoveAll before its maker looks at IsClosed: one of the two then sees the other.
        Interlocked.MemoryBarrier();
    }

    /// <summary>Forgets a name.</summary>
    public void Remove(PendingName name) => _names.TryRemove(name, out _);

    /// <summary>Lets nothing appear from now on and removes every pending name; the result is how many had to be left.</summary>
    public int RemoveAll(TimeSpan patience)
    {
        Interlocked.Exchange(ref _closed, 1);
        long end = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        int left = 0;
        foreach (PendingName name in _names.Keys)
        {
            long remaining = Math.Max(0, end - Environment.TickCount64);
            if (!name.TryRemove(TimeSpan.FromMilliseconds(remaining)))
                left++;
        }

        return left;
    }
}
