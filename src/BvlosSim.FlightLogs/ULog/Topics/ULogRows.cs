using System.Globalization;
using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.ULog.Topics;

/// <summary>Values that count as absent, by kind.</summary>
internal sealed class AbsentValues
{
    /// <summary>Voltages that are no number, or not above zero.</summary>
    public long Voltages;

    /// <summary>Currents that are no number, or exactly −1.</summary>
    public long Currents;

    /// <summary>Charges that are no number, or outside 0…100 %.</summary>
    public long Remainders;
}

/// <summary>The rows of a log as its topics come in: of several topics that tell the same, the best one counts.</summary>
/// <param name="builder">Where they go.</param>
internal sealed class ULogRows(FlightLogBuilder builder)
{
    // Rank × instances, so that of the same topic the first instance wins.
    private const int Instances = 256;

    private readonly PositionSources _positions = new(builder);
    private readonly BestSource<WindRow> _wind = new();
    private long? _modeNumber;
    private string? _modeName;
    private VehicleKind _vehicle;

    /// <summary>What counts as absent.</summary>
    public AbsentValues Absent { get; } = new();

    /// <summary>Adds a line of a source of positions, if it is the best.</summary>
    public void AddPosition(int rank, in GpsRow row) => _positions.Add(rank, row);

    /// <summary>Adds a battery.</summary>
    public void Add(in BatteryRow row) => builder.Add(row);

    /// <summary>Adds a mode by its number.</summary>
    public void AddMode(long timeUs, int boot, long? number)
    {
        if (number != _modeNumber)
        {
            _modeNumber = number;
            _modeName = number is { } known ? NavStates.NameOf(known) : null;
        }

        builder.Add(new ModeRow(timeUs, boot, _modeName));
    }

    /// <summary>Adds a wind estimate, if its source is the best.</summary>
    public void AddWind(int rank, byte instance, WindRow row)
    {
        if (_wind.Takes((rank * Instances) + instance) && builder.Purpose == ReadingPurpose.Trace && (row.NorthMps is not null || row.EastMps is not null))
            _wind.Add(row);
    }

    /// <summary>Notes what the vehicle says of itself: a VTOL stays one when it flies as a copter.</summary>
    public void NoteVehicle(VehicleKind kind)
    {
        if (kind != VehicleKind.Unknown && _vehicle != VehicleKind.Quadplane)
            _vehicle = kind;
    }

    /// <summary>The log ends here, or another one begins: what was kept back is handed over.</summary>
    public void Close()
    {
        if (_positions.Rank is > 0 and var rank && rank < TopicReaders.Positions.Length)
        {
            string better = string.Join(" or ", TopicReaders.Positions[..rank]);
            builder.Assume($"Positions are of {TopicReaders.Positions[rank]}: the log has none of {better}.");
        }

        _positions.Close();
        if (_wind.Rank != int.MaxValue)
        {
            (int topic, int instance) = Math.DivRem(_wind.Rank, Instances);
            builder.Assume(string.Create(CultureInfo.InvariantCulture, $"Wind is of {TopicReaders.Winds[topic]}[{instance}]."));
        }

        _wind.MoveTo(builder.Wind);
        if (_vehicle != VehicleKind.Unknown)
            builder.Vehicle = _vehicle;
    }

    /// <summary>Says what counts as absent.</summary>
    public void AssumeAbsent()
    {
        Note(Absent.Voltages, "battery voltages", "are not above zero, or of a battery that is not connected,");
        Note(Absent.Currents, "battery currents", "are −1 or no number, or of a battery that is not connected,");
        Note(Absent.Remainders, "battery charges", "are outside 0…100 %, or of a battery that is not connected,");
    }

    private void Note(long count, string what, string why)
    {
        if (count > 0)
            builder.Assume(string.Create(CultureInfo.InvariantCulture, $"{count} {what} {why} and count as absent."));
    }
}
