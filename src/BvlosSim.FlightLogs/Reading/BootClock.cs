namespace BvlosSim.FlightLogs.Reading;

/// <summary>
/// The clock of a log: microseconds since the autopilot started. When it falls back by more than
/// <see cref="FallBackUs"/> the autopilot has started again.
/// </summary>
internal sealed class BootClock
{
    /// <summary>
    /// Messages are queued by several tasks of an autopilot, and so are out of order by some milliseconds, in converted logs by up to some
    /// seconds. A start and a new one closer together than this are not told apart.
    /// </summary>
    public const long FallBackUs = 5_000_000;

    private long _latestUs = long.MinValue;

    /// <summary>Which start of the autopilot the log is at, 0-based.</summary>
    public int Boot { get; private set; }

    /// <summary>The least time; null = none yet.</summary>
    public long? FirstTimeUs { get; private set; }

    /// <summary>The greatest time; null = none yet.</summary>
    public long? LastTimeUs { get; private set; }

    /// <summary>Notes the time of a message.</summary>
    /// <returns>Which start of the autopilot it belongs to.</returns>
    public int Observe(long timeUs)
    {
        if (_latestUs != long.MinValue && timeUs < _latestUs && (ulong)(_latestUs - timeUs) > FallBackUs)
        {
            Boot++;
            _latestUs = timeUs;
        }

        _latestUs = Math.Max(_latestUs, timeUs);
        FirstTimeUs = Math.Min(FirstTimeUs ?? timeUs, timeUs);
        LastTimeUs = Math.Max(LastTimeUs ?? timeUs, timeUs);
        return Boot;
    }
}
