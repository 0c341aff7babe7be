namespace BvlosSim.FlightLogs.Reading;

/// <summary>What a clock tells of a suspicion it had.</summary>
internal interface IClockListener
{
    /// <summary>The log repeats definitions after messages: maybe another log was appended here.</summary>
    void DefinitionsRepeated();

    /// <summary>The message at hand does not fit the clock; what follows will tell why.</summary>
    void SuspicionStarted();

    /// <summary>The messages since the suspicion have a wrong time: the clock went on as before.</summary>
    void SuspicionWasStray();

    /// <summary>The messages since the suspicion fit the clock after all.</summary>
    void SuspicionWasUnfounded();

    /// <summary>The autopilot started again where the suspicion began.</summary>
    /// <param name="boot">The start that the messages since then belong to.</param>
    void SuspicionWasRestart(int boot);
}

/// <summary>
/// The clock of a log: microseconds since the autopilot started. A time more than <see cref="FallBackUs"/> away from the latest one is
/// believed only when the following messages bear it out, so that a single damaged time neither starts a new boot nor moves later rows.
/// A restart is a fall back after which <see cref="MessagesOfRestart"/> messages count up from there. In a log whose messages are out of
/// order (converted and sorted otherwise) every fall back that is undone raises that number, up to <see cref="MostMessagesOfRestart"/>.
/// A jump forward is a restart where the log has just repeated its definitions: a log of a later time was appended.
/// </summary>
internal sealed class BootClock
{
    /// <summary>
    /// Messages are queued by several tasks of an autopilot, and so are out of order by some milliseconds, in converted logs by up to some
    /// seconds. A start and a new one closer together than this are told apart only by repeated definitions.
    /// </summary>
    public const long FallBackUs = 5_000_000;

    /// <summary>The same, when the log has just repeated its definitions.</summary>
    public const long FallBackAfterDefinitionsUs = 1_000_000;

    /// <summary>A jump forward of more than this after repeated definitions is a restart.</summary>
    public const long JumpAfterDefinitionsUs = 10_000_000;

    /// <summary>How many messages bear out a restart in a log that is in order.</summary>
    public const int MessagesOfRestart = 8;

    /// <summary>How many after repeated definitions, or at the end of a log.</summary>
    public const int FewMessagesOfRestart = 3;

    /// <summary>How many in a log that is out of order.</summary>
    public const int MostMessagesOfRestart = 64;

    /// <summary>The greatest time that counts as one: 142 years.</summary>
    public const long LargestUs = 1L << 52;

    private const int MessagesOfUndoneFallBack = 4;
    private const long LargestLastStepUs = 3_600_000_000;

    private readonly IClockListener? _listener;
    private Suspicion _suspicion;
    private long _latestUs;
    private long _suspectFromUs;
    private long _suspectLatestUs;
    private int _suspectMessages;
    private int _undoneFallBacks;
    private bool _hasJumped;
    private bool _definitionsRepeated;

    /// <summary>A clock that nobody listens to.</summary>
    public BootClock()
    {
    }

    /// <summary>A clock.</summary>
    /// <param name="listener">Who is told of suspicions.</param>
    public BootClock(IClockListener listener) => _listener = listener;

    private enum Suspicion
    {
        /// <summary>No message has been seen.</summary>
        NoClock,

        /// <summary>One message has been seen.</summary>
        FirstMessage,

        /// <summary>The clock runs.</summary>
        None,

        /// <summary>A jump forward.</summary>
        Forward,

        /// <summary>A fall back.</summary>
        Back,
    }

    /// <summary>Which start of the autopilot the log is at, 0-based.</summary>
    public int Boot { get; private set; }

    /// <summary>The least time that fits the clock; null = none yet.</summary>
    public long? FirstTimeUs { get; private set; }

    /// <summary>The greatest time that fits the clock; null = none yet.</summary>
    public long? LastTimeUs { get; private set; }

    /// <summary>The least time of all; meaningless without one.</summary>
    public long LeastUs { get; private set; } = long.MaxValue;

    /// <summary>The greatest time of all; meaningless without one.</summary>
    public long GreatestUs { get; private set; } = long.MinValue;

    /// <summary>How many times were observed.</summary>
    public long Observed { get; private set; }

    /// <summary>The time at this place of the log; null = no message has told one yet.</summary>
    public long? NowUs => _suspicion switch
    {
        Suspicion.NoClock => null,
        Suspicion.FirstMessage or Suspicion.Back => _suspectLatestUs,
        _ => _latestUs,
    };

    /// <summary>Notes that the log repeats definitions that it has given before, as at the start of a log that was appended.</summary>
    public void ExpectRestart()
    {
        if (Observed == 0)
            return;
        _definitionsRepeated = true;
        _listener?.DefinitionsRepeated();
    }

    /// <summary>Begins another start of the autopilot, for a reason that the times of the messages do not tell.</summary>
    /// <returns>False when they contradict each other just now, and so will tell themselves.</returns>
    public bool TryRestart()
    {
        if (_suspicion != Suspicion.None)
            return false;
        Boot++;
        _definitionsRepeated = false;
        return true;
    }

    /// <summary>Takes a time that a reader has judged by means of its own, instead of <see cref="Observe"/>.</summary>
    /// <param name="timeUs">Microseconds.</param>
    /// <param name="boot">Which start of the autopilot it belongs to; not before that of the last call.</param>
    public void Take(long timeUs, int boot)
    {
        Boot = boot;
        Accept(timeUs);
    }

    /// <summary>Notes the time of a message.</summary>
    /// <param name="timeUs">Microseconds; at most <see cref="LargestUs"/> from 0 either way, else it is not looked at.</param>
    /// <returns>Which start of the autopilot it belongs to, as far as is known yet.</returns>
    public int Observe(long timeUs)
    {
        if (timeUs is < -LargestUs or > LargestUs)
            return Boot;
        Observed++;
        if (timeUs < LeastUs)
            LeastUs = timeUs;
        if (timeUs > GreatestUs)
            GreatestUs = timeUs;
        if (_suspicion == Suspicion.None && !_definitionsRepeated && timeUs >= _latestUs - FallBackUs && timeUs <= _latestUs + FallBackUs)
            Accept(timeUs);
        else
            Weigh(timeUs);
        return Boot;
    }

    /// <summary>Notes that the log ends.</summary>
    public void Finish()
    {
        switch (_suspicion)
        {
            case Suspicion.FirstMessage:
                Resume(_suspectLatestUs);
                break;
            case Suspicion.Forward when (_hasJumped || Observed == 2) && _suspectFromUs - _latestUs <= LargestLastStepUs:
                Resume(_suspectLatestUs);
                break;
            case Suspicion.Back when _suspectMessages >= FewMessagesOfRestart && (_undoneFallBacks == 0 || _definitionsRepeated):
                Restart();
                break;
            case Suspicion.Forward or Suspicion.Back:
                _suspicion = Suspicion.None;
                _listener?.SuspicionWasStray();
                break;
        }
    }

    private long ToleranceUs => _definitionsRepeated ? FallBackAfterDefinitionsUs : FallBackUs;

    private int NeededMessages => _definitionsRepeated
        ? FewMessagesOfRestart
        : Math.Min(MostMessagesOfRestart, MessagesOfRestart + (MessagesOfUndoneFallBack * _undoneFallBacks));

    private void Weigh(long timeUs)
    {
        switch (_suspicion)
        {
            case Suspicion.NoClock:
                Suspect(Suspicion.FirstMessage, timeUs);
                break;
            case Suspicion.FirstMessage when timeUs >= _suspectLatestUs - FallBackUs:
                Resume(_suspectLatestUs);
                WeighRunning(timeUs);
                break;
            case Suspicion.FirstMessage:
                DismissAsStray();
                Suspect(Suspicion.FirstMessage, timeUs);
                break;
            case Suspicion.None:
                WeighRunning(timeUs);
                break;
            case Suspicion.Forward:
                WeighJump(timeUs);
                break;
            default:
                WeighFallBack(timeUs);
                break;
        }
    }

    private void WeighRunning(long timeUs)
    {
        if (timeUs < _latestUs - ToleranceUs)
        {
            Suspect(Suspicion.Back, timeUs);
        }
        else if (timeUs > _latestUs + FallBackUs)
        {
            Suspect(Suspicion.Forward, timeUs);
        }
        else
        {
            _definitionsRepeated = false;
            Accept(timeUs);
        }
    }

    private void WeighJump(long timeUs)
    {
        if (timeUs < _suspectFromUs - FallBackUs)
        {
            DismissAsStray();
        }
        else if (_definitionsRepeated && _suspectFromUs - _latestUs > JumpAfterDefinitionsUs)
        {
            Restart();
        }
        else
        {
            _hasJumped = true;
            Resume(_suspectLatestUs);
        }

        WeighRunning(timeUs);
    }

    private void WeighFallBack(long timeUs)
    {
        long backAtUs = _definitionsRepeated ? _latestUs : _latestUs - FallBackUs;
        if (timeUs >= backAtUs || timeUs < _suspectLatestUs - FallBackUs)
        {
            _undoneFallBacks = Math.Min(_undoneFallBacks + 1, MostMessagesOfRestart);
            DismissAsStray();
            WeighRunning(timeUs);
            return;
        }

        _suspectLatestUs = Math.Max(_suspectLatestUs, timeUs);
        if (++_suspectMessages >= NeededMessages)
            Restart();
    }

    private void Accept(long timeUs)
    {
        if (timeUs > _latestUs)
            _latestUs = timeUs;
        if (timeUs < FirstTimeUs || FirstTimeUs is null)
            FirstTimeUs = timeUs;
        if (timeUs > LastTimeUs || LastTimeUs is null)
            LastTimeUs = timeUs;
    }

    private void Suspect(Suspicion suspicion, long timeUs)
    {
        _suspicion = suspicion;
        _suspectFromUs = timeUs;
        _suspectLatestUs = timeUs;
        _suspectMessages = 1;
        _listener?.SuspicionStarted();
    }

    private void Resume(long latestUs)
    {
        _suspicion = Suspicion.None;
        _latestUs = latestUs;
        Accept(_suspectFromUs);
        Accept(latestUs);
        _listener?.SuspicionWasUnfounded();
    }

    private void DismissAsStray()
    {
        _suspicion = Suspicion.None;
        _listener?.SuspicionWasStray();
    }

    private void Restart()
    {
        Boot++;
        _definitionsRepeated = false;
        _suspicion = Suspicion.None;
        _latestUs = _suspectLatestUs;
        Accept(_suspectFromUs);
        Accept(_suspectLatestUs);
        _listener?.SuspicionWasRestart(Boot);
    }
}
