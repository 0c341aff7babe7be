namespace BvlosSim.FlightLogs.Rows;

/// <summary>The middle one of the intervals of a sensor. Intervals repeat themselves, so they are counted rather than listed.</summary>
internal sealed class MiddleInterval
{
    private readonly Dictionary<long, int> _counts = [];
    private long _count;

    /// <summary>Notes an interval, microseconds.</summary>
    public void Add(long intervalUs)
    {
        _counts[intervalUs] = _counts.GetValueOrDefault(intervalUs) + 1;
        _count++;
    }

    /// <summary>The middle one, the later of two; null = there is none.</summary>
    public long? Us
    {
        get
        {
            long before = 0;
            foreach ((long intervalUs, int count) in _counts.OrderBy(c => c.Key))
            {
                before += count;
                if (before > _count / 2)
                    return intervalUs;
            }

            return null;
        }
    }
}
