using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.ULog.Definitions;

namespace BvlosSim.FlightLogs.ULog;

/// <summary>A message that follows, for comparison.</summary>
/// <param name="Series">Where it belongs.</param>
/// <param name="TimeUs">Its time, microseconds.</param>
internal readonly record struct TimedMessage(ULogSeries Series, long TimeUs);

/// <summary>
/// Decides what the time stamps of a ULog mean. Three things look alike: the autopilot started again; a damaged time stamp; the first
/// message of a topic that is seldom published, which the logger writes with the time it was published, maybe minutes ago.
/// </summary>
/// <param name="clock">The clock of the log.</param>
internal sealed class ULogClock(BootClock clock)
{
    /// <summary>A step ahead of all that was logged before by more than this, 10 min, is believed only if what follows agrees.</summary>
    public const long StepUs = 600_000_000;

    private long? _latestUs;

    /// <summary>Which start of the autopilot the log is at, 0-based.</summary>
    public int Boot => clock.Boot;

    /// <summary>The time the log is at, microseconds; null = not known yet.</summary>
    public long? LatestUs => _latestUs;

    /// <summary>Another log begins.</summary>
    public void StartAgain()
    {
        clock.StartAgain();
        _latestUs = null;
    }

    /// <summary>Whether a time is about that of the messages before.</summary>
    public bool IsNear(long timeUs) => _latestUs is { } latest && timeUs >= latest - BootClock.FallBackUs && timeUs - latest <= StepUs;

    /// <summary>Takes a time that is near.</summary>
    public void Take(ULogSeries series, long timeUs)
    {
        _latestUs = Math.Max(_latestUs ?? timeUs, timeUs);
        series.Note(timeUs, clock.Observe(timeUs));
    }

    /// <summary>Decides on a time that is not near.</summary>
    /// <param name="series">Where the message belongs.</param>
    /// <param name="timeUs">Its time, not negative.</param>
    /// <param name="following">The messages that follow, as many as can be had; never needed beyond a few.</param>
    /// <returns>False when the time stamp is damaged.</returns>
    public bool Judge(ULogSeries series, long timeUs, ReadOnlySpan<TimedMessage> following)
    {
        bool isAhead = _latestUs is not { } latest || timeUs > latest;
        if (isAhead && IsAheadOf(following, timeUs))
            return false;
        if (isAhead ? _latestUs is null && IsBehind(following, timeUs) : !HasFallenBack(series, timeUs))
        {
            // Published long ago, and logged now.
            series.Note(timeUs, clock.Boot);
            return true;
        }

        if (!isAhead)
        {
            if (HaveGoneOn(following))
                return false;
            _latestUs = null;
        }

        Take(series, timeUs);
        return true;
    }

    private bool HasFallenBack(ULogSeries series, long timeUs) => series.Boot == clock.Boot && timeUs < series.LastTimeUs - BootClock.FallBackUs;

    private static bool IsAheadOf(ReadOnlySpan<TimedMessage> following, long timeUs)
    {
        int ahead = 0;
        foreach (TimedMessage message in following)
            ahead += timeUs - message.TimeUs > StepUs ? 1 : 0;
        return 2 * ahead > following.Length;
    }

    private static bool IsBehind(ReadOnlySpan<TimedMessage> following, long timeUs)
    {
        int behind = 0;
        foreach (TimedMessage message in following)
            behind += message.TimeUs - timeUs > StepUs ? 1 : 0;
        return 2 * behind > following.Length;
    }

    private bool HaveGoneOn(ReadOnlySpan<TimedMessage> following)
    {
        int on = 0;
        int back = 0;
        foreach (TimedMessage message in following)
        {
            if (message.Series.Boot != clock.Boot)
                continue;
            if (HasFallenBack(message.Series, message.TimeUs))
                back++;
            else
                on++;
        }

        return on > back;
    }
}
