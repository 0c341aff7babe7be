using System.Collections.Immutable;
using BvlosSim.FlightLogs.Files;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Reading;

/// <summary>Collects what a reader finds, in file order. Every format fills one of these.</summary>
internal sealed class FlightLogBuilder
{
    private readonly ImmutableArray<GpsRow>.Builder _gps = ImmutableArray.CreateBuilder<GpsRow>();
    private readonly ImmutableArray<BatteryRow>.Builder _battery = ImmutableArray.CreateBuilder<BatteryRow>();
    private readonly ImmutableArray<ModeRow>.Builder _modes = ImmutableArray.CreateBuilder<ModeRow>();
    private readonly ImmutableArray<WindRow>.Builder _wind = ImmutableArray.CreateBuilder<WindRow>();
    private readonly SortedDictionary<string, long> _messages = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _assumptions = new(StringComparer.Ordinal);

    /// <summary>What was skipped.</summary>
    public SkippedStretches Skipped { get; } = new();

    /// <summary>The clock of the log and its restarts.</summary>
    public BootClock Clock { get; } = new();

    /// <summary>The parameters of the autopilot and their changes.</summary>
    public ParameterHistory Parameters { get; } = new();

    /// <summary>Firmware and version, once the log has told.</summary>
    public string? Firmware { get; set; }

    /// <summary>The kind of vehicle, once the log has told.</summary>
    public VehicleKind Vehicle { get; set; }

    /// <summary>Adds a line of a receiver.</summary>
    public void Add(in GpsRow row) => _gps.Add(row);

    /// <summary>Adds a line of a battery monitor.</summary>
    public void Add(in BatteryRow row) => _battery.Add(row);

    /// <summary>Adds a change of mode.</summary>
    public void Add(in ModeRow row) => _modes.Add(row);

    /// <summary>Adds a wind estimate.</summary>
    public void Add(in WindRow row) => _wind.Add(row);

    /// <summary>Counts messages of a name.</summary>
    public void Count(string message, long count = 1) => _messages[message] = _messages.GetValueOrDefault(message) + count;

    /// <summary>Notes what the reader had to decide; a repeated note counts once.</summary>
    public void Assume(string sentence) => _assumptions.Add(sentence);

    /// <summary>What was read.</summary>
    /// <param name="format">The format.</param>
    /// <param name="file">The log; what nobody has read of it is read now, for its hash.</param>
    /// <param name="cancellation">Ends the hashing.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public FlightLog Build(LogFormat format, LogFile file, CancellationToken cancellation) => new()
    {
        Format = format,
        Path = file.Path,
        LengthBytes = file.LengthBytes,
        Sha256 = file.Sha256(cancellation),
        Inventory = new LogInventory
        {
            Messages = [.. _messages.Select(m => new MessageCount(m.Key, m.Value))],
            FirstTimeUs = Clock.FirstTimeUs,
            LastTimeUs = Clock.LastTimeUs,
            Completeness = Skipped.Completeness,
            Skipped = Skipped.First,
            SkippedCount = Skipped.Count,
            SkippedBytesTotal = Skipped.Bytes,
            Firmware = Firmware,
            Vehicle = Vehicle,
            ParameterChanges = Parameters.Changes,
        },
        Rows = new LogRows(_gps.ToImmutable(), _battery.ToImmutable(), _modes.ToImmutable(), _wind.ToImmutable()),
        Assumptions = [.. _assumptions],
    };
}
