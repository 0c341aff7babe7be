using System.Collections.Immutable;

namespace BvlosSim.FlightLogs.Traces;

/// <summary>
/// The lines of a sensor that is slower than the receiver, carried forward to its positions: the last line that is not later, for as long
/// as it can be taken to hold.
/// </summary>
/// <typeparam name="T">A line.</typeparam>
internal sealed class CarriedRows<T>
    where T : struct
{
    private readonly ImmutableArray<(long TimeUs, T Row)> _rows;
    private readonly long _greatestAgeUs;
    private int _next;

    /// <summary>Prepares lines.</summary>
    /// <param name="rows">The lines with their times, in file order.</param>
    /// <param name="greatestAgeUs">How long a line holds, from the interval of the lines in the middle.</param>
    public CarriedRows(IEnumerable<(long TimeUs, T Row)> rows, Func<long, long> greatestAgeUs)
    {
        _rows = [.. rows.OrderBy(r => r.TimeUs)];
        _greatestAgeUs = greatestAgeUs(MiddleIntervalUs());
    }

    /// <summary>How many positions found their last line too old.</summary>
    public int TooOldCount { get; private set; }

    /// <summary>The line that holds at a time.</summary>
    /// <param name="timeUs">Microseconds since the autopilot started; not before that of the last call.</param>
    /// <returns>Null when there is none, or only one that is too old.</returns>
    public T? At(long timeUs)
    {
        while (_next < _rows.Length && _rows[_next].TimeUs <= timeUs)
            _next++;
        if (_next == 0)
            return null;
        (long lineUs, T row) = _rows[_next - 1];
        if (timeUs - lineUs <= _greatestAgeUs)
            return row;
        TooOldCount++;
        return null;
    }

    private long MiddleIntervalUs()
    {
        if (_rows.Length < 2)
            return 0;
        long[] intervals = new long[_rows.Length - 1];
        for (int i = 0; i < intervals.Length; i++)
            intervals[i] = _rows[i + 1].TimeUs - _rows[i].TimeUs;
        Array.Sort(intervals);
        return intervals[intervals.Length / 2];
    }
}
