using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Traces;

/// <summary>
/// The lines of a sensor that is slower than the receiver, carried forward to its positions: the last line that is not later, for as long
/// as it can be taken to hold.
/// </summary>
/// <typeparam name="T">A line.</typeparam>
internal sealed class CarriedRows<T>
    where T : struct
{
    private readonly RowList<T> _rows;
    private readonly Func<T, long> _timeUs;
    private readonly TimeOrder _order;
    private readonly long _greatestAgeUs;
    private int _next;

    /// <summary>Prepares lines.</summary>
    /// <param name="rows">The lines in file order.</param>
    /// <param name="takes">Which of them count.</param>
    /// <param name="timeUs">The time of a line.</param>
    /// <param name="greatestAgeUs">How long a line holds, from the interval of the lines in the middle.</param>
    public CarriedRows(RowList<T> rows, Func<T, bool> takes, Func<T, long> timeUs, Func<long, long> greatestAgeUs)
    {
        _rows = rows;
        _timeUs = timeUs;
        _order = TimeOrder.Of(rows, takes, timeUs);
        _greatestAgeUs = greatestAgeUs(MiddleIntervalUs());
    }

    /// <summary>How many positions found their last line too old.</summary>
    public int TooOldCount { get; private set; }

    /// <summary>Goes back to the first line.</summary>
    public void StartAgain() => (_next, TooOldCount) = (0, 0);

    /// <summary>The line that holds at a time.</summary>
    /// <param name="timeUs">Microseconds since the autopilot started; not before that of the last call.</param>
    /// <returns>Null when there is none, or only one that is too old.</returns>
    public T? At(long timeUs)
    {
        while (_next < _order.Length && TimeUs(_next) <= timeUs)
            _next++;
        if (_next == 0)
            return null;
        if (timeUs - TimeUs(_next - 1) <= _greatestAgeUs)
            return _rows[_order[_next - 1]];
        TooOldCount++;
        return null;
    }

    private long TimeUs(int place) => _timeUs(_rows[_order[place]]);

    private long MiddleIntervalUs()
    {
        var middle = new MiddleInterval();
        for (int i = 1; i < _order.Length; i++)
            middle.Add(TimeUs(i) - TimeUs(i - 1));
        return middle.Us ?? 0;
    }
}
