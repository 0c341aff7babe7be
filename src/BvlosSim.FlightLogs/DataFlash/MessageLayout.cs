namespace BvlosSim.FlightLogs.DataFlash;

/// <summary>What the definition of a message says, whichever way the log is written.</summary>
internal abstract class MessageLayout
{
    /// <summary>A layout.</summary>
    protected MessageLayout(string name)
    {
        Name = name;
        Kind = MessageKinds.Of(name);
    }

    /// <summary>Name of the message.</summary>
    public string Name { get; }

    /// <summary>What it is read for.</summary>
    public MessageKind Kind { get; }

    /// <summary>Whether its microseconds have 32 bits only.</summary>
    protected abstract bool HasShortMicroseconds { get; }

    /// <summary>Whether the message has a column.</summary>
    public abstract bool Has(Column column);

    /// <summary>
    /// Which column holds the time since start; null = none does. Microseconds of 32 bits start again every 72 minutes: milliseconds
    /// beside them are the time (ACC and GYR of Copter 3.2).
    /// </summary>
    public Column? TimeColumn
    {
        get
        {
            bool isGps = Kind is MessageKind.Gps or MessageKind.Gps2;
            if (Has(Column.TimeUs) && (isGps || !HasShortMicroseconds || !Has(Column.TimeMs)))
                return Column.TimeUs;
            if (Has(Column.BootMs))
                return Column.BootMs;
            return Has(Column.TimeMs) && !(isGps && Has(Column.Week)) ? Column.TimeMs : null;
        }
    }
}
