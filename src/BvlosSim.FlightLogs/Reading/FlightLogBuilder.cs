using BvlosSim.FlightLogs.Files;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Reading;

/// <summary>
/// Collects what a reader finds, in file order. Every format fills one of these. The time of a message goes to <see cref="Clock"/> before
/// its row is added, since a later message may show that the autopilot had started again, and then the rows are numbered anew.
/// </summary>
internal sealed class FlightLogBuilder : IClockListener
{
    /// <summary>How many names of messages are counted; a log of any known firmware has fewer than 300.</summary>
    public const int MostMessageNames = 4096;

    private const int Ranks = 4;
    private const int Streams = 2 + (2 * Ranks);

    private readonly RankedRows<GpsRow> _gps = new(1);
    private readonly RankedRows<ModeRow> _modes = new(1);
    private readonly RankedRows<BatteryRow> _battery = new(Ranks);
    private readonly RankedRows<WindRow> _wind = new(Ranks);
    private readonly SortedDictionary<string, long> _messages = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _assumptions = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _warnings = new(StringComparer.Ordinal);
    private readonly StrayRows _strays = new();
    private readonly int[] _suspectFrom = new int[Streams];
    private readonly int[] _definedFrom = new int[Streams];
    private bool _definitionsAreOpen;
    private long _messageOffset;
    private int _messageBytes;
    private long _suspectOffset = -1;
    private long _suspectBytes;

    /// <summary>An empty one.</summary>
    public FlightLogBuilder() => Clock = new BootClock(this);

    /// <summary>What was skipped.</summary>
    public SkippedStretches Skipped { get; } = new();

    /// <summary>The clock of the log and its restarts.</summary>
    public BootClock Clock { get; }

    /// <summary>The parameters of the autopilot and their changes.</summary>
    public ParameterHistory Parameters { get; } = new();

    /// <summary>Where lines of a receiver go that a reader has kept back, and whose times it has judged itself.</summary>
    public RankedRows<GpsRow> Gps => _gps;

    /// <summary>Where wind estimates go that a reader has kept back.</summary>
    public RankedRows<WindRow> Wind => _wind;

    /// <summary>Firmware and version, once the log has told.</summary>
    public string? Firmware { get; set; }

    /// <summary>The kind of vehicle, once the log has told.</summary>
    public VehicleKind Vehicle { get; set; }

    /// <summary>
    /// Whether rows with a time that does not fit those around them are damage. False for a format whose rows may be in any order.
    /// Such rows are found only between calls of <see cref="Locate"/>.
    /// </summary>
    public bool DropsStrayRows { get; init; }

    /// <summary>What the log is read for: rows of wind are kept only for a trace.</summary>
    public ReadingPurpose Purpose { get; init; }

    /// <summary>When the recording began, microseconds since the autopilot started, where the log states it.</summary>
    public long? StartedUs { get; set; }

    /// <summary>Which source of wind is used; null = the first one that has rows.</summary>
    public int? WindRank { get; set; }

    /// <summary>Tells where the message is whose row comes next.</summary>
    /// <param name="offsetBytes">Bytes from the start of the log.</param>
    /// <param name="bytes">Its length.</param>
    public void Locate(long offsetBytes, int bytes) => (_messageOffset, _messageBytes) = (offsetBytes, bytes);

    /// <summary>Adds a line of a receiver.</summary>
    public void Add(in GpsRow row)
    {
        _gps.Add(0, row);
        RowAdded();
    }

    /// <summary>Adds a change of mode.</summary>
    public void Add(in ModeRow row)
    {
        _modes.Add(0, row);
        RowAdded();
    }

    /// <summary>Adds a line of a battery monitor.</summary>
    /// <param name="row">The line.</param>
    /// <param name="rank">Which source it is from; the lowest one with rows is used.</param>
    public void Add(in BatteryRow row, int rank = 0)
    {
        _battery.Add(rank, row);
        RowAdded();
    }

    /// <summary>Adds a wind estimate.</summary>
    /// <param name="row">The estimate.</param>
    /// <param name="rank">Which source it is from, see <see cref="WindRank"/>.</param>
    public void Add(in WindRow row, int rank = 0)
    {
        if (Purpose == ReadingPurpose.Trace)
            _wind.Add(rank, row);
        RowAdded();
    }

    /// <summary>How many lines of receivers there are so far.</summary>
    public int GpsCount => _gps.Count(0);

    /// <summary>Changes lines of receivers from an index on.</summary>
    public void ChangeGps(int from, Func<GpsRow, GpsRow> change) => _gps.Change(0, from, change);

    /// <summary>Notes that a receiver's clock and that of the autopilot go on alike after repeated definitions: no log was appended there.</summary>
    public void ConfirmBoot() => _definitionsAreOpen = false;

    /// <summary>Begins another start of the autopilot where the log repeated its definitions.</summary>
    /// <returns>False when there is no such place since the clocks were compared.</returns>
    public bool TryRestartAtDefinitions()
    {
        if (!_definitionsAreOpen || !Clock.TryRestart())
            return false;
        Renumber(_definedFrom, Clock.Boot);
        return true;
    }

    /// <summary>Counts messages of a name.</summary>
    public void Count(string message, long count = 1)
    {
        if (_messages.TryGetValue(message, out long before) || _messages.Count < MostMessageNames)
            _messages[message] = before + count;
        else
            Assume($"The log has more than {MostMessageNames} names of messages; the others are not counted.");
    }

    /// <summary>Notes what the reader had to decide; a repeated note counts once.</summary>
    public void Assume(string sentence) => _assumptions.Add(sentence);

    /// <summary>Notes what a person must know before the log is used; a repeated note counts once.</summary>
    public void Warn(string sentence)
    {
        Assume(sentence);
        _warnings.Add(sentence);
    }

    /// <summary>Changes the names of the modes, once the kind of vehicle is known.</summary>
    public void NameModes(Func<string?, string?> name) => _modes.Change(0, 0, m => m with { Mode = name(m.Mode) });

    /// <summary>What was read.</summary>
    /// <param name="format">The format.</param>
    /// <param name="file">The log; what nobody has read of it is read now, for its hash.</param>
    /// <param name="cancellation">Ends the hashing.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public FlightLog Build(LogFormat format, LogFile file, CancellationToken cancellation)
    {
        Clock.Finish();
        bool isInOrder = DropsStrayRows && _strays.AreDamage(Clock.Observed);
        if (isInOrder)
            DropStrays();
        else if (_strays.Count > 0)
            Assume("The messages of the log are not in the order of their times; they are sorted.");
        return new FlightLog
        {
            Format = format,
            Path = file.Path,
            LengthBytes = file.LengthBytes,
            Sha256 = file.Sha256(cancellation),
            Inventory = Inventory(isInOrder),
            Rows = new LogRows(_gps.Take(0), _battery.Take(null), _modes.Take(0), _wind.Take(WindRank)),
            Assumptions = [.. _assumptions],
            Warnings = [.. _warnings],
        };
    }

    void IClockListener.DefinitionsRepeated()
    {
        if (!_definitionsAreOpen)
            NoteRows(_definedFrom);
        _definitionsAreOpen = true;
    }

    void IClockListener.SuspicionStarted()
    {
        NoteRows(_suspectFrom);
        _suspectOffset = 0;
        _suspectBytes = 0;
    }

    void IClockListener.SuspicionWasUnfounded() => _suspectOffset = -1;

    void IClockListener.SuspicionWasStray()
    {
        _strays.Note(DropsStrayRows ? SuspectRows() : [], _suspectOffset, DropsStrayRows ? _suspectBytes : 0);
        _suspectOffset = -1;
    }

    void IClockListener.SuspicionWasRestart(int boot)
    {
        _suspectOffset = -1;
        Renumber(_suspectFrom, boot);
    }

    private void NoteRows(int[] counts)
    {
        for (int stream = 0; stream < Streams; stream++)
            counts[stream] = RowsOf(stream);
    }

    private void Renumber(int[] from, int boot)
    {
        _definitionsAreOpen = false;
        _gps.Change(0, from[0], r => r with { Boot = boot });
        _modes.Change(0, from[1], r => r with { Boot = boot });
        for (int rank = 0; rank < Ranks; rank++)
        {
            _battery.Change(rank, from[2 + rank], r => r with { Boot = boot });
            _wind.Change(rank, from[2 + Ranks + rank], r => r with { Boot = boot });
        }
    }

    private LogInventory Inventory(bool isInOrder) => new()
    {
        Messages = [.. _messages.Select(m => new MessageCount(m.Key, m.Value))],
        FirstTimeUs = Started() ?? (isInOrder || Clock.Observed == 0 ? Clock.FirstTimeUs : Clock.LeastUs),
        LastTimeUs = isInOrder || Clock.Observed == 0 ? Clock.LastTimeUs : Clock.GreatestUs,
        Completeness = Skipped.Completeness,
        Skipped = Skipped.First,
        SkippedCount = Skipped.Count,
        SkippedBytesTotal = Skipped.Bytes,
        Firmware = Firmware,
        Vehicle = Vehicle,
        ParameterChanges = Parameters.Changes,
    };

    // The first message may repeat what was published long before the recording began.
    private long? Started() => StartedUs > Clock.FirstTimeUs && StartedUs <= Clock.LastTimeUs ? StartedUs : null;

    private void RowAdded()
    {
        if (_suspectOffset < 0)
            return;
        if (_suspectBytes == 0)
            _suspectOffset = _messageOffset;
        _suspectBytes += _messageBytes;
        // Once for a message, of which there may be several rows.
        _messageBytes = 0;
    }

    private int RowsOf(int stream) => stream switch
    {
        0 => _gps.Count(0),
        1 => _modes.Count(0),
        < 2 + Ranks => _battery.Count(stream - 2),
        _ => _wind.Count(stream - 2 - Ranks),
    };

    private IEnumerable<(int Stream, int Index)> SuspectRows()
    {
        for (int stream = 0; stream < Streams; stream++)
        {
            for (int i = _suspectFrom[stream]; i < RowsOf(stream); i++)
                yield return (stream, i);
        }
    }

    private void DropStrays()
    {
        _gps.Remove(0, _strays.Of(0));
        _modes.Remove(0, _strays.Of(1));
        for (int rank = 0; rank < Ranks; rank++)
        {
            _battery.Remove(rank, _strays.Of(2 + rank));
            _wind.Remove(rank, _strays.Of(2 + Ranks + rank));
        }

        foreach ((long offsetBytes, long bytes) in _strays.Stretches)
            Skipped.Damage(offsetBytes, bytes, "The time of the message does not fit those around it.");
    }
}
