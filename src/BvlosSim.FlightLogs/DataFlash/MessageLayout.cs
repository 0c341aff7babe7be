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

    /// <summary>Whether the message has a column.</summary>
    public abstract bool Has(Column column);

    /// <summary>Which column holds the time since start; null = none does.</summary>
    public Column? TimeColumn
    {
        get
        {
            if (Has(Column.TimeUs))
                return Column.TimeUs;
            if (Has(Column.BootMs))
                return Column.BootMs;
            bool isGpsTime = (Kind is MessageKind.Gps or MessageKind.Gps2) && Has(Column.Week);
            return Has(Column.TimeMs) && !isGpsTime ? Column.TimeMs : null;
        }
    }
}
