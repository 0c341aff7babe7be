using System.Collections.Frozen;

namespace BvlosSim.FlightLogs.DataFlash;

/// <summary>The columns that are read. What they are called in a log is in <see cref="Columns"/>.</summary>
internal enum Column
{
    /// <summary>Time since start, microseconds.</summary>
    TimeUs,

    /// <summary>Time since start, milliseconds; in GPS messages of old firmware the GPS time of week.</summary>
    TimeMs,

    /// <summary>Time since start in GPS messages of old firmware, milliseconds.</summary>
    BootMs,

    /// <summary>GPS week.</summary>
    Week,

    /// <summary>GPS time of week, milliseconds.</summary>
    WeekMs,

    /// <summary>Number of a receiver or battery.</summary>
    Instance,

    /// <summary>Kind of fix.</summary>
    Status,

    /// <summary>Latitude.</summary>
    Latitude,

    /// <summary>Longitude.</summary>
    Longitude,

    /// <summary>Altitude above mean sea level.</summary>
    Altitude,

    /// <summary>Speed over ground.</summary>
    Speed,

    /// <summary>Track over ground.</summary>
    Track,

    /// <summary>Voltage.</summary>
    Voltage,

    /// <summary>Current.</summary>
    Current,

    /// <summary>Charge left, percent.</summary>
    RemainingPercent,

    /// <summary>Flight mode.</summary>
    Mode,

    /// <summary>Core of the estimator.</summary>
    Core,

    /// <summary>Wind towards north.</summary>
    WindNorth,

    /// <summary>Wind towards east.</summary>
    WindEast,

    /// <summary>Name of a parameter.</summary>
    Name,

    /// <summary>Value of a parameter.</summary>
    Value,

    /// <summary>Text for a person.</summary>
    Message,

    /// <summary>Firmware and version.</summary>
    Firmware,

    /// <summary>Which firmware was built.</summary>
    Build,

    /// <summary>Letter of a unit or multiplier.</summary>
    Id,

    /// <summary>What a unit is called.</summary>
    Label,

    /// <summary>A multiplier.</summary>
    Multiplier,

    /// <summary>Type number of the message that units belong to.</summary>
    FormatType,

    /// <summary>One unit letter a column.</summary>
    UnitIds,

    /// <summary>One multiplier letter a column.</summary>
    MultiplierIds,
}

/// <summary>The names of the columns in a log.</summary>
internal static class Columns
{
    /// <summary>How many columns there are.</summary>
    public const int Count = (int)Column.MultiplierIds + 1;

    private static readonly FrozenDictionary<string, Column> ByName = new Dictionary<string, Column>(StringComparer.Ordinal)
    {
        ["TimeUS"] = Column.TimeUs,
        ["TimeMS"] = Column.TimeMs,
        ["T"] = Column.BootMs,
        ["Week"] = Column.Week,
        ["GWk"] = Column.Week,
        ["GMS"] = Column.WeekMs,
        ["I"] = Column.Instance,
        ["Instance"] = Column.Instance,
        ["Inst"] = Column.Instance,
        ["Status"] = Column.Status,
        ["Lat"] = Column.Latitude,
        ["Lng"] = Column.Longitude,
        ["Alt"] = Column.Altitude,
        ["Spd"] = Column.Speed,
        ["GCrs"] = Column.Track,
        ["Volt"] = Column.Voltage,
        ["Curr"] = Column.Current,
        ["RemPct"] = Column.RemainingPercent,
        ["Mode"] = Column.Mode,
        ["C"] = Column.Core,
        ["VWN"] = Column.WindNorth,
        ["VWE"] = Column.WindEast,
        ["Name"] = Column.Name,
        ["Value"] = Column.Value,
        ["Message"] = Column.Message,
        ["FWS"] = Column.Firmware,
        ["BU"] = Column.Build,
        ["Id"] = Column.Id,
        ["Label"] = Column.Label,
        ["Mult"] = Column.Multiplier,
        ["FmtType"] = Column.FormatType,
        ["UnitIds"] = Column.UnitIds,
        ["MultIds"] = Column.MultiplierIds,
    }.ToFrozenDictionary();

    /// <summary>The column of a name; null = it is not read.</summary>
    /// <param name="kind">
    /// Of which message: <c>T</c> is a time only in GPS messages, elsewhere a temperature; <c>Time</c> is GPS time of week there (Copter 2.9).
    /// </param>
    /// <param name="name">Its name in the log.</param>
    public static Column? Find(MessageKind kind, string name)
    {
        bool isGps = kind is MessageKind.Gps or MessageKind.Gps2;
        if (isGps && name == "Time")
            return Column.WeekMs;
        return ByName.TryGetValue(name, out Column column) && (isGps || column != Column.BootMs) ? column : null;
    }
}

/// <summary>The raw values of one message by column. One is used again and again.</summary>
internal sealed class MessageFields
{
    private readonly FieldValue[] _values = new FieldValue[Columns.Count];

    /// <summary>The value of a column.</summary>
    public FieldValue this[Column column]
    {
        get => _values[(int)column];
        set => _values[(int)column] = value;
    }

    /// <summary>Forgets all values.</summary>
    public void Clear() => Array.Clear(_values);
}
