using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.DataFlash;

/// <summary>
/// Makes rows of battery messages: BAT, or CURR of old firmware where a log has no BAT. What autopilots and monitors write for
/// "not measured" counts as absent: NaN, −1 and 65535 of voltage and current; NaN, −1 and 255 (−1 in a byte) of the charge left.
/// </summary>
internal sealed class BatteryRows
{
    private const int RankOfCurrent = 1;

    private readonly FlightLogBuilder _builder;
    private long _absentVoltages;
    private long _absentCurrents;
    private long _absentPercents;
    private bool _hasBattery;
    private bool _hasCurrent;

    /// <summary>Rows for a log.</summary>
    public BatteryRows(FlightLogBuilder builder) => _builder = builder;

    /// <summary>Adds the row of a message.</summary>
    /// <param name="layout">Its definition.</param>
    /// <param name="fields">Its values.</param>
    /// <param name="timeUs">Its boot time.</param>
    public void Add(MessageLayout layout, MessageFields fields, long timeUs)
    {
        bool isOld = layout.Kind is MessageKind.Current or MessageKind.Current2;
        _hasCurrent |= isOld;
        _hasBattery |= !isOld;
        var row = new BatteryRow
        {
            TimeUs = timeUs,
            Boot = _builder.Clock.Boot,
            Instance = InstanceOf(layout, fields),
            VoltageV = Measured(fields[Column.Voltage], 65535, ref _absentVoltages),
            CurrentA = Measured(fields[Column.Current], 65535, ref _absentCurrents),
            RemainingPercent = Measured(fields[Column.RemainingPercent], 255, ref _absentPercents),
        };
        _builder.Add(row, isOld ? RankOfCurrent : 0);
    }

    /// <summary>Says what was decided.</summary>
    public void Finish()
    {
        if (_hasCurrent && !_hasBattery)
            _builder.Assume("The log has no BAT messages; the battery is read from CURR.");
        if (_absentVoltages + _absentCurrents + _absentPercents == 0)
            return;
        _builder.Assume(
            $"Battery values that mean 'not measured' (NaN, -1, 65535, 255 %) count as absent: {_absentVoltages} voltages, "
            + $"{_absentCurrents} currents, {_absentPercents} charges.");
    }

    private static long? InstanceOf(MessageLayout layout, MessageFields fields) => layout.Has(Column.Instance)
        ? fields[Column.Instance].Whole()
        : layout.Kind is MessageKind.FurtherBattery or MessageKind.Current2 ? layout.Name[^1] - '1' : 0;

    private static double? Measured(FieldValue value, int sentinel, ref long absent)
    {
        double? real = value.Real();
        if (real is not { } number)
            return null;
        if (!double.IsNaN(number) && number != -1 && number != sentinel && value.Stored != -1 && value.Stored != sentinel)
            return real;
        absent++;
        return null;
    }
}
