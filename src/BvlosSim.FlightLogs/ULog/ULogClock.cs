using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.ULog.Definitions;

namespace BvlosSim.FlightLogs.ULog;

/// <summary>A message that follows, for comparison. It is not the first of its series.</summary>
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
    /// <summary>How far apart messages can be that belong together, 10 min: loggers pause on the ground.</summary>
    public const long PauseUs = 600_000_000;

    private long? _latestUs;
    private bool _hasMessages;

    /// <summary>Which start of the autopilot the log is at, 0-based.</summary>
    public int Boot { get; private set; }

    /// <summary>The time the log is at, microseconds; null = not known yet.</summary>
    public long? LatestUs => _latestUs;

    /// <summary>Another log begins.</summary>
    public void StartAgain()
    {
        if (_hasMessages)
            Boot++;
        _hasMessages = false;
        _latestUs = null;
    }

    /// <summary>Whether a time is that of the messages before, as nearly as messages are in order. All others are judged.</summary>
    public bool IsNear(long timeUs) => IsWithin(timeUs, BootClock.FallBackUs);

    /// <summary>Whether a time is that of the messages before or after a pause.</summary>
    public bool IsPossible(long timeUs) => IsWithin(timeUs, PauseUs);

    /// <summary>Takes a time that is near.</summary>
    public void Take(ULogSeries series, long timeUs)
    {
        _hasMessages = true;
        _latestUs = Math.Max(_latestUs ?? timeUs, timeUs);
        series.Note(timeUs, Boot);
        clock.Take(timeUs, Boot);
    }

    /// <summary>
    /// Decides on a time that is not near, of a message after which the log does not go on: nothing else is concluded from it.
    /// </summary>
    /// <returns>False when the time stamp is damaged.</returns>
    public bool JudgeDoubtful(long timeUs)
    {
        _hasMessages = true;
        return _latestUs is null || IsPossible(timeUs);
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
            _hasMessages = true;
            series.Note(timeUs, Boot);
            return true;
        }

        if (!isAhead)
        {
            if (HaveGoneOn(following))
                return false;
            Boot++;
            _latestUs = null;
        }

        Take(series, timeUs);
        return true;
    }

    private bool IsWithin(long timeUs, long aheadUs) =>
        _latestUs is { } latest && timeUs >= latest - BootClock.FallBackUs && timeUs - latest <= aheadUs;

    private bool HasFallenBack(ULogSeries series, long timeUs) => series.Boot == Boot && timeUs < series.LastTimeUs - BootClock.FallBackUs;

    private static bool IsAheadOf(ReadOnlySpan<TimedMessage> following, long timeUs)
    {
        int ahead = 0;
        foreach (TimedMessage message in following)
            ahead += timeUs - message.TimeUs > BootClock.FallBackUs ? 1 : 0;
        return 2 * ahead > following.Length;
    }

    private static bool IsBehind(ReadOnlySpan<TimedMessage> following, long timeUs)
    {
        int behind = 0;
        foreach (TimedMessage message in following)
            behind += message.TimeUs - timeUs > PauseUs ? 1 : 0;
        return 2 * behind > following.Length;
    }

    private bool HaveGoneOn(ReadOnlySpan<TimedMessage> following)
    {
        int on = 0;
        int back = 0;
        foreach (TimedMessage message in following)
        {
            bool isBack = message.Series.Boot == Boot
                ? HasFallenBack(message.Series, message.TimeUs)
                : message.TimeUs < _latestUs - BootClock.FallBackUs;
            if (isBack)
                back++;
            else
                on++;
        }

        return on > back;
    }
}
