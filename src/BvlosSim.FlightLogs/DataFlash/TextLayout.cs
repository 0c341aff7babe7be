namespace BvlosSim.FlightLogs.DataFlash;

/// <summary>The definition of a text message: at which part of a line each column is.</summary>
internal sealed class TextLayout : MessageLayout
{
    private readonly int[] _positions = new int[Columns.Count];

    private TextLayout(string name, string definition, int parts)
        : base(name)
    {
        Definition = definition;
        Parts = parts;
    }

    /// <summary>Its columns as the log states them.</summary>
    public string Definition { get; }

    /// <summary>How many parts a whole line has, its name included; 0 = the log does not say.</summary>
    public int Parts { get; }

    /// <summary>The definition of an FMT line.</summary>
    /// <param name="name">Name of the message.</param>
    /// <param name="columns">Names of the columns, the first of which is part 1 of a line.</param>
    public static TextLayout Of(string name, IReadOnlyList<string> columns)
    {
        var layout = new TextLayout(name, string.Join(',', columns), columns.Count + 1);
        for (int i = 0; i < columns.Count; i++)
        {
            if (Columns.Find(layout.Kind, columns[i]) is { } column)
                layout._positions[(int)column] = i + 1;
        }

        return layout;
    }

    /// <summary>Where the columns are in a log that does not define the message (spec 08 §4.5).</summary>
    /// <param name="name">Name of the message.</param>
    public static TextLayout Undefined(string name)
    {
        var layout = new TextLayout(name, "", 0);
        layout._positions[(int)Column.TimeUs] = 1;
        foreach ((Column column, int position) in PositionsOf(layout.Kind))
            layout._positions[(int)column] = position;
        return layout;
    }

    /// <inheritdoc/>
    public override bool Has(Column column) => _positions[(int)column] > 0;

    /// <summary>Which part of a line holds a column; 0 = none.</summary>
    public int PositionOf(Column column) => _positions[(int)column];

    private static (Column, int)[] PositionsOf(MessageKind kind) => kind switch
    {
        MessageKind.Gps =>
        [
            (Column.Status, 2), (Column.Latitude, 7), (Column.Longitude, 8), (Column.Altitude, 9), (Column.Speed, 10), (Column.Track, 11),
        ],
        MessageKind.Battery => [(Column.Voltage, 2), (Column.Current, 4), (Column.RemainingPercent, 6)],
        MessageKind.Mode => [(Column.Mode, 2)],
        MessageKind.WindNkf6 or MessageKind.WindXkf6 => [(Column.Core, 2), (Column.WindNorth, 3), (Column.WindEast, 4)],
        MessageKind.Parameter => [(Column.Name, 2), (Column.Value, 3)],
        MessageKind.Text => [(Column.Message, 2)],
        _ => [],
    };
}
