using System.Collections.Immutable;
using System.Globalization;
using BvlosSim.FlightLogs.Flights;
using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Traces;

/// <summary>
/// Makes the trace of one flight of a log: one record for each position of one receiver, with what the battery, the mode and the wind
/// estimate last said. Nothing is interpolated and nothing is thinned.
/// </summary>
public sealed class TraceBuilder
{
    // So many messages out of order or repeated are not worth a warning.
    private const int AHandful = 5;

    private readonly FlightLog _log;
    private readonly TraceRequest _request;
    private readonly List<string> _warnings = [];
    private readonly List<string> _choices = [];

    private TraceBuilder(FlightLog log, TraceRequest request)
    {
        _log = log;
        _request = request;
    }

    /// <summary>Makes a trace.</summary>
    /// <param name="log">The log.</param>
    /// <param name="request">What to make.</param>
    /// <param name="refusal">Why there is none; null on success.</param>
    public static BuiltTrace? Build(FlightLog log, TraceRequest request, out LogRefusal? refusal) =>
        new TraceBuilder(log, request).Build(out refusal);

    /// <summary>A text log was converted by a program, so a number that cannot be is that program's; a binary one comes from the card.</summary>
    private bool IsFromCard => _log.Format != LogFormat.DataFlashText;

    private BuiltTrace? Build(out LogRefusal? refusal)
    {
        if (ReceiverChoice.Of(_log.Rows.Gps, _request.GpsInstance, IsPosition) is not { Choice: var receiver } chosen)
        {
            refusal = NoSuch("GPS receiver", "--gps", _request.GpsInstance, _log.Rows.Gps.Select(r => r.Instance));
            return null;
        }

        if (BatteryChoice.Of(_log.Rows.Battery, _request.BatteryInstance) is not { Choice: var battery } chosenBattery)
        {
            refusal = NoSuch("battery", "--battery", _request.BatteryInstance, _log.Rows.Battery.Select(r => r.Instance));
            return null;
        }

        NoteChoice("GPS receiver", "--gps", receiver);
        NoteChoice("battery", "--battery", battery);
        if (chosen.Remark is { } remark)
            Warn(remark);
        if (chosenBattery.Remark is { } batteryRemark)
            Warn(batteryRemark);
        int damaged = CountPositions(receiver);
        refusal = ChooseBoot(receiver, damaged, out int boot) ?? CheckClock(receiver, boot);
        return refusal is null ? Assemble(receiver, battery, boot, out refusal) : null;
    }

    private bool IsTaken(InstanceChoice receiver, in GpsRow row) =>
        receiver.Takes(row.Instance) && row.TimeUs is not null && IsPosition(row);

    private bool IsPosition(GpsRow row) => Fix.IsPosition(row) && (!IsFromCard || Plausibility.IsPossible(row));

    private int CountPositions(InstanceChoice receiver)
    {
        int excluded = 0;
        int damaged = 0;
        foreach (GpsRow row in _log.Rows.Gps)
        {
            if (!receiver.Takes(row.Instance) || row.TimeUs is null)
                continue;
            if (!Fix.IsPosition(row))
                excluded++;
            else if (IsFromCard && !Plausibility.IsPossible(row))
                damaged++;
        }

        if (excluded > 0)
            _choices.Add(Count(excluded, "GPS message") + " without a fix or a position left out.");
        if (damaged > 0)
            Warn(Count(damaged, "GPS message") + $" left out as damaged: a position off the Earth, an altitude outside {Plausibility.LeastAltitudeM:F0}…{Plausibility.GreatestAltitudeM:F0} m or a speed outside 0…{Plausibility.GreatestSpeedMps:F0} m/s.");
        return damaged;
    }

    private LogRefusal? ChooseBoot(InstanceChoice receiver, int damaged, out int boot)
    {
        IEnumerable<GpsRow> positions = _log.Rows.Gps.Where(r => IsTaken(receiver, r));
        boot = 0;
        if (!positions.Any())
            return NoPositions(damaged);
        ImmutableArray<Flight> flights = FlightList.Of(positions, default);
        if (_request.FlightNumber is { } wanted)
        {
            if (wanted < 1 || wanted > flights.Length)
                return new LogRefusal(null, string.Create(CultureInfo.InvariantCulture, $"--flight {wanted}: the log holds {Count(flights.Length, "flight")}, numbered from 1; log-info lists them."));
            boot = flights[wanted - 1].Boot;
            return null;
        }

        // Positions that are all off the Earth make no flight, and are refused with their values later on.
        Flight? longest = flights.MaxBy(f => f.FixCount);
        boot = longest?.Boot ?? positions.First().Boot;
        if (flights.Length > 1)
            Warn(string.Create(CultureInfo.InvariantCulture, $"The log holds {flights.Length} flights; number {longest!.Number}, with the most positions, is taken. --flight chooses another."));
        return null;
    }

    // A flight that is asked for is judged by itself: its log may hold others whose clock is no good.
    private LogRefusal? CheckClock(InstanceChoice receiver, int boot)
    {
        IEnumerable<GpsRow> positions = _log.Rows.Gps.Where(r => IsTaken(receiver, r));
        ClockSteps flight = ClockSteps.Of(positions.Where(r => r.Boot == boot));
        if (flight.Back > AHandful)
            Warn(Count(flight.Back, "GPS message") + " with a time before that of the one before: they are sorted.");
        LogRefusal? refusal = ClockCheck.Check(flight, !IsFromCard);
        return refusal is null && _request.FlightNumber is null ? ClockCheck.Check(ClockSteps.Of(positions), !IsFromCard) : refusal;
    }

    private LogRefusal NoPositions(int damaged)
    {
        int lines = _log.Rows.Gps.Length;
        string why = lines == 0
            ? "The log holds no GPS message"
            : damaged > 0
                ? string.Create(CultureInfo.InvariantCulture, $"Of the {lines} GPS messages {damaged} hold values that cannot be, and the others no fix, position or time")
                : string.Create(CultureInfo.InvariantCulture, $"None of the {lines} GPS messages has a fix, a position and a time");
        return new LogRefusal(LogRefusalReason.NoGpsRecords, why + ": no trace can be made of it. log-info tells what it holds.");
    }

    private BuiltTrace? Assemble(InstanceChoice receiver, InstanceChoice battery, int boot, out LogRefusal? refusal)
    {
        TraceSources sources = SourcesOf(receiver, battery, boot);
        var records = new TraceRecords(sources);
        if (TraceCheck.FirstViolation(records) is { } violation)
        {
            refusal = new LogRefusal(null, "The log holds a value that no trace may hold: " + violation.Message);
            return null;
        }

        refusal = null;
        NoteWhatIsLeftOut(sources, records, boot);
        WarnOfDamage();
        var head = new FlightTrace
        {
            TraceId = _request.TraceId,
            Mission = _request.Mission,
            Provenance = new TraceProvenance
            {
                SourceFormat = LogFormatTokens.Set.NameOf(_log.Format),
                RawLogSha256 = _log.Sha256,
                RawLogFilename = Path.GetFileName(_log.Path),
                ToolVersion = _request.ToolVersion,
                ParsingAssumptions = [.. TraceAssumptions.OfSources(_log.Format, records), .. _log.Assumptions, .. _choices],
                MissingFields = TraceFields.MissingIn(records),
            },
        };
        return new BuiltTrace(head, records, [.. _warnings]);
    }

    private TraceSources SourcesOf(InstanceChoice receiver, InstanceChoice battery, int boot) => new(
        _log.Rows.Gps,
        TimeOrder.Of(_log.Rows.Gps, r => r.Boot == boot && IsTaken(receiver, r), r => r.TimeUs!.Value),
        new CarriedRows<BatteryRow>(_log.Rows.Battery, r => r.Boot == boot && battery.Takes(r.Instance), r => r.TimeUs, CarriedAge.OfSensor),
        new CarriedRows<ModeRow>(_log.Rows.Modes, r => r.Boot == boot, r => r.TimeUs, CarriedAge.OfMode),
        new CarriedRows<WindRow>(_log.Rows.Wind, r => r.Boot == boot, r => r.TimeUs, CarriedAge.OfSensor),
        IsFromCard);

    private void NoteWhatIsLeftOut(TraceSources sources, TraceRecords records, int boot)
    {
        if (records.RepeatedCount > 0)
            Note(Count(records.RepeatedCount, "GPS message") + " with the time of the one before left out: one record a fix.", records.RepeatedCount > AHandful);
        if (records.ImpossiblePercentCount > 0)
            Warn(Count(records.ImpossiblePercentCount, "record") + " without a charge: the log has one outside 0…100 %.");
        WarnOfModeNumbers(boot);
        NoteAge("battery", sources.Batteries.TooOldCount);
        NoteAge("wind", sources.Winds.TooOldCount);
        NoteAge("mode", sources.Modes.TooOldCount);
    }

    private void WarnOfModeNumbers(int boot)
    {
        bool areNumbers = _log.Rows.Modes.Any(m => m.Boot == boot && m.Mode is { Length: > 0 } mode && mode.All(char.IsAsciiDigit));
        if (areNumbers && _log.Inventory.Vehicle == VehicleKind.Unknown)
            Warn("The log does not tell the kind of vehicle, so its flight modes stay numbers: every record segments as unknown.");
    }

    private void WarnOfDamage()
    {
        LogInventory inventory = _log.Inventory;
        if (inventory.Completeness == LogCompleteness.Complete)
            _choices.Add(TraceAssumptions.Completeness + " complete.");
        else
        {
            Warn(string.Create(
                CultureInfo.InvariantCulture,
                $"{TraceAssumptions.Completeness} {LogCompletenessTokens.Set.NameOf(inventory.Completeness)}; {inventory.SkippedBytesTotal} bytes in {Count(inventory.SkippedCount, "stretch", "stretches")} could not be used."));
        }
    }

    private void NoteChoice(string what, string option, InstanceChoice choice)
    {
        if (choice.Instance is not { } number)
            return;
        string others = choice.Others > 0 ? string.Create(CultureInfo.InvariantCulture, $" of {choice.Others + 1}") : "";
        string sentence = string.Create(CultureInfo.InvariantCulture, $"Read {what} {number}{others}.");
        if (choice.Others > 0)
            Warn($"{sentence} {option} chooses another.");
        else
            _choices.Add(sentence);
    }

    private void NoteAge(string what, int count)
    {
        if (count > 0)
            Warn($"{Count(count, "record")} without {what}: the last {what} value was too old to hold.");
    }

    private void Note(string sentence, bool isWarning)
    {
        if (isWarning)
            _warnings.Add(sentence);
        _choices.Add(sentence);
    }

    private void Warn(string sentence) => Note(sentence, isWarning: true);

    private static LogRefusal NoSuch(string what, string option, long? wanted, IEnumerable<long?> instances)
    {
        long[] known = [.. instances.OfType<long>().Distinct().Order()];
        string there = known.Length == 0 ? "the log does not number any" : "the log has " + string.Join(", ", known);
        return new LogRefusal(null, string.Create(CultureInfo.InvariantCulture, $"{option} {wanted}: there is no such {what}; {there}."));
    }

    private static string Count(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
