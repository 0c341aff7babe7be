namespace BvlosSim.FlightLogs.DataFlash;

/// <summary>The definition of a text message: at which part of a line each column is.</summary>
internal sealed class TextLayout : MessageLayout
{
    private const double Hundredth = 0.01;

    private readonly int[] _positions = new int[Columns.Count];
    private bool _hasShortMicroseconds;
    private readonly bool[] _isInHundredths = new bool[Columns.Count];

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
    /// <param name="codes">One letter a column.</param>
    /// <param name="columns">Names of the columns, the first of which is part 1 of a line.</param>
    public static TextLayout Of(string name, string codes, IReadOnlyList<string> columns)
    {
        var layout = new TextLayout(name, string.Join(',', columns), columns.Count + 1);
        for (int i = 0; i < columns.Count; i++)
        {
            if (Columns.Find(layout.Kind, columns[i]) is not { } column)
                continue;
            layout._positions[(int)column] = i + 1;
            layout._hasShortMicroseconds |= column == Column.TimeUs && i < codes.Length && codes[i] is 'I' or 'i';
            layout._isInHundredths[(int)column] = i < codes.Length && layout.IsInHundredths(column, codes[i]);
        }

        return layout;
    }

    /// <summary>Where the columns are in a log that does not define the message (spec 08 §4.5).</summary>
    /// <param name="name">Name of the message.</param>
    public static TextLayout Undefined(string name)
    {
        var layout = new TextLayout(name, "", 0);
        foreach ((Column column, int position) in PositionsOf(layout.Kind))
            layout._positions[(int)column] = position;
        return layout;
    }

    /// <summary>Whether a column that is read has a place.</summary>
    public bool IsReadable => _positions.AsSpan().ContainsAnyExcept(0);

    /// <inheritdoc/>
    protected override bool HasShortMicroseconds => _hasShortMicroseconds;

    /// <summary>What a number of a column is multiplied by.</summary>
    public double FactorOf(Column column) => _isInHundredths[(int)column] ? Hundredth : 1;

    /// <inheritdoc/>
    public override bool Has(Column column) => _positions[(int)column] > 0;

    /// <summary>Which part of a line holds a column; 0 = none.</summary>
    public int PositionOf(Column column) => _positions[(int)column];

    // Programs that convert a log scale the codes that say so; old firmware logged centivolts and centiamperes as plain whole numbers.
    private bool IsInHundredths(Column column, char code) =>
        Kind is MessageKind.Current or MessageKind.Current2 && column is Column.Voltage or Column.Current && FieldCode.IsPlainWhole(code);

    private static (Column, int)[] PositionsOf(MessageKind kind) => kind switch
    {
        MessageKind.Gps =>
        [
            (Column.TimeUs, 1), (Column.Status, 2), (Column.Latitude, 7), (Column.Longitude, 8), (Column.Altitude, 9), (Column.Speed, 10), (Column.Track, 11),
        ],
        MessageKind.Battery => [(Column.TimeUs, 1), (Column.Voltage, 2), (Column.Current, 4), (Column.RemainingPercent, 6)],
        MessageKind.Mode => [(Column.TimeUs, 1), (Column.Mode, 2)],
        MessageKind.WindNkf6 or MessageKind.WindXkf6 => [(Column.TimeUs, 1), (Column.Core, 2), (Column.WindNorth, 3), (Column.WindEast, 4)],
        MessageKind.Parameter => [(Column.TimeUs, 1), (Column.Name, 2), (Column.Value, 3)],
        MessageKind.Text => [(Column.TimeUs, 1), (Column.Message, 2)],
        _ => [],
    };
}
