using BvlosSim.FlightLogs.Reading;

namespace BvlosSim.FlightLogs.DataFlash;

/// <summary>
/// Takes the messages that are read, unless they hold values that no flight has. Such a message is damaged inside: its frame is whole, its
/// content is not. The bounds are wide, so that they never drop a real flight, and NaN passes: it is a value that an autopilot writes.
/// </summary>
internal sealed class BinaryMessages
{
    /// <summary>The greatest altitude either way, metres.</summary>
    public const double MostAltitudeM = 100_000;

    /// <summary>The greatest speed, m/s.</summary>
    public const double MostSpeedMps = 1_000;

    /// <summary>The greatest course either way, degrees.</summary>
    public const double MostTrackDeg = 720;

    /// <summary>The greatest voltage either way, volts; 65535 stands for "not measured".</summary>
    public const double MostVoltageV = 2_000;

    /// <summary>The greatest current either way, amperes; 65535 stands for "not measured".</summary>
    public const double MostCurrentA = 5_000;

    /// <summary>The greatest wind, m/s.</summary>
    public const double MostWindMps = 200;

    /// <summary>The greatest number of a receiver or battery.</summary>
    public const double MostInstance = 31;

    private const double NotMeasured = 65_535;
    private const double MostLatitudeDeg = 90;
    private const double MostLongitudeDeg = 180;

    private readonly FlightLogBuilder _builder;
    private readonly DataFlashRows _rows;
    private readonly BinaryScales _scales;
    private readonly MessageFields _fields = new();

    /// <summary>The messages of a log.</summary>
    public BinaryMessages(FlightLogBuilder builder)
    {
        _builder = builder;
        _rows = new DataFlashRows(builder);
        _scales = new BinaryScales(builder);
    }

    /// <summary>Takes a whole message.</summary>
    /// <param name="layout">Its definition.</param>
    /// <param name="message">Its bytes.</param>
    /// <param name="timeUs">Its time, which the clock has observed; null = none.</param>
    /// <param name="offsetBytes">Where it is in the log.</param>
    /// <returns>False when its values cannot be.</returns>
    public bool Take(BinaryLayout layout, ReadOnlySpan<byte> message, long? timeUs, long offsetBytes)
    {
        layout.Decode(message, _fields, _scales);
        if (layout.Kind is MessageKind.Unit or MessageKind.Multiplier or MessageKind.FormatUnits)
        {
            _scales.Take(layout.Kind, _fields);
            return true;
        }

        if (!IsPlausible(layout))
            return false;
        _builder.Locate(offsetBytes, message.Length);
        _rows.Take(layout, _fields, timeUs);
        return true;
    }

    /// <summary>Draws the conclusions that need the whole log.</summary>
    public void Finish() => _rows.Finish();

    private bool IsPlausible(BinaryLayout layout) => layout.Kind switch
    {
        MessageKind.Gps or MessageKind.Gps2 =>
            Within(Column.Latitude, MostLatitudeDeg) && Within(Column.Longitude, MostLongitudeDeg) && Within(Column.Altitude, MostAltitudeM)
            && Within(Column.Speed, MostSpeedMps) && Within(Column.Track, MostTrackDeg) && Within(Column.Instance, MostInstance),
        MessageKind.Battery or MessageKind.FurtherBattery or MessageKind.Current or MessageKind.Current2 =>
            IsMeasure(Column.Voltage, MostVoltageV) && IsMeasure(Column.Current, MostCurrentA) && Within(Column.Instance, MostInstance),
        >= MessageKind.WindNkf6 and <= MessageKind.WindNkf2 => !layout.Has(Column.WindNorth)
            || (Within(Column.WindNorth, MostWindMps) && Within(Column.WindEast, MostWindMps)),
        MessageKind.Parameter => _fields[Column.Name].Text() is not { } name || name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'),
        _ => true,
    };

    private bool IsMeasure(Column column, double most) => Within(column, most) || _fields[column].Real() == NotMeasured;

    // An infinity is no more a value than NaN is: of a position it is damage, of anything else it is absent.
    private bool Within(Column column, double most) => _fields[column].Real() is not { } value || double.IsNaN(value) || Math.Abs(value) <= most
        || (double.IsInfinity(value) && column is not (Column.Latitude or Column.Longitude or Column.Instance));
}
