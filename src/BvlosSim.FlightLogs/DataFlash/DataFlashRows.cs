using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.DataFlash;

/// <summary>
/// Makes rows of decoded messages. The same for binary and text logs, so that a log and its conversion say the same.
/// </summary>
internal sealed class DataFlashRows
{
    private const int WindSources = 4;
    private const int ContractWindSources = 2;

    private readonly FlightLogBuilder _builder;
    private readonly GpsRows _gps;
    private readonly BatteryRows _battery;
    private readonly bool[] _windSeen = new bool[WindSources];
    private VehicleKind _stated;
    private string? _modeBeforeClock;

    /// <summary>Rows for a log.</summary>
    public DataFlashRows(FlightLogBuilder builder)
    {
        _builder = builder;
        _gps = new GpsRows(builder);
        _battery = new BatteryRows(builder);
    }

    /// <summary>Takes a message whose time the clock has observed.</summary>
    /// <param name="layout">Its definition.</param>
    /// <param name="fields">Its values.</param>
    /// <param name="timeUs">Its boot time; null = it has none that can be used.</param>
    public void Take(MessageLayout layout, MessageFields fields, long? timeUs)
    {
        PlaceWaitingMode();
        switch (layout.Kind)
        {
            case MessageKind.Gps or MessageKind.Gps2:
                _gps.Add(layout, fields, timeUs);
                break;
            case MessageKind.Battery or MessageKind.FurtherBattery or MessageKind.Current or MessageKind.Current2:
                if (Place(layout, timeUs) is { } batteryUs)
                    _battery.Add(layout, fields, batteryUs);
                break;
            case MessageKind.Mode:
                TakeMode(layout, fields, timeUs);
                break;
            case >= MessageKind.WindNkf6 and <= MessageKind.WindNkf2:
                TakeWind(layout, fields, timeUs);
                break;
            case MessageKind.Parameter:
                if (fields[Column.Name].Text() is { Length: > 0 } name && fields[Column.Value].Real() is { } value)
                    _builder.Parameters.Set(timeUs, name, value);
                break;
            case MessageKind.Text:
                TakeText(fields[Column.Message].Text());
                break;
            case MessageKind.Version:
                if (fields[Column.Firmware].Text() is { Length: > 0 } firmware)
                    _builder.Firmware = firmware;
                TakeText(fields[Column.Firmware].Text());
                if (_stated == VehicleKind.Unknown)
                    _stated = VehicleRecognition.KindOfBuild(fields[Column.Build].Whole());
                break;
        }
    }

    /// <summary>Draws the conclusions that need the whole log.</summary>
    public void Finish()
    {
        _gps.Finish();
        _battery.Finish();
        _builder.Vehicle = VehicleRecognition.Decide(_stated, _builder.Parameters);
        _builder.NameModes(mode => ModeNumbers.NameOf(_builder.Vehicle, mode));
        int source = Array.IndexOf(_windSeen, true);
        _builder.WindRank = source < 0 ? null : source;
        if (source >= ContractWindSources)
            _builder.Assume($"Wind is read from the wind states of the estimator ({(source == ContractWindSources ? "XKF2" : "NKF2")}).");
    }

    private void TakeMode(MessageLayout layout, MessageFields fields, long? timeUs)
    {
        string? mode = fields[Column.Mode].Text() is { Length: > 0 } text ? text : null;
        if (Place(layout, timeUs) is { } us)
            _builder.Add(new ModeRow(us, _builder.Clock.Boot, mode));
        else if (layout.TimeColumn is null)
            _modeBeforeClock = mode;
    }

    // The first mode of old firmware comes before any message with a time.
    private void PlaceWaitingMode()
    {
        if (_modeBeforeClock is null || _builder.Clock.NowUs is not { } now)
            return;
        _builder.Add(new ModeRow(now, _builder.Clock.Boot, _modeBeforeClock));
        _modeBeforeClock = null;
    }

    // NKF6 and XKF6 of most firmware hold no wind at all: they count as a source only where their definition has its columns.
    private void TakeWind(MessageLayout layout, MessageFields fields, long? timeUs)
    {
        if (!layout.Has(Column.WindNorth) && !layout.Has(Column.WindEast))
            return;
        int source = layout.Kind - MessageKind.WindNkf6;
        _windSeen[source] = true;
        bool isFirstCore = fields[Column.Core].Whole() == 0 || (source >= ContractWindSources && !layout.Has(Column.Core));
        if (isFirstCore && Place(layout, timeUs) is { } us)
            _builder.Add(new WindRow(us, _builder.Clock.Boot, fields[Column.WindNorth].Real(), fields[Column.WindEast].Real()), source);
    }

    /// <summary>Takes a text for a person, which may tell the firmware.</summary>
    public void TakeText(string? text)
    {
        if (text is null || VehicleRecognition.KindOf(text) is not (var kind and not VehicleKind.Unknown))
            return;
        _builder.Firmware ??= text;
        if (_stated == VehicleKind.Unknown)
            _stated = kind;
    }

    // Some messages of old firmware have no time at all: they happened when the messages around them did.
    private long? Place(MessageLayout layout, long? timeUs)
    {
        if (layout.TimeColumn is not null || timeUs is not null)
            return timeUs;
        if (_builder.Clock.NowUs is { } now)
            _builder.Assume($"{layout.Name} messages have no time; they are set by the messages around them.");
        return _builder.Clock.NowUs;
    }
}
