using BvlosSim.FlightLogs.Rows;
using BvlosSim.FlightLogs.ULog.Definitions;

namespace BvlosSim.FlightLogs.ULog.Topics;

/// <summary>A battery: <c>battery_status</c>. What PX4 writes for "unknown" counts as absent.</summary>
/// <param name="instance">Its multi id.</param>
/// <param name="layout">The layout of its bodies.</param>
/// <param name="rows">Where the rows go.</param>
internal sealed class BatteryTopic(byte instance, ULogLayout layout, ULogRows rows) : TopicReader
{
    private const double UnknownCurrent = -1.0;
    private const double Hundred = 100.0;

    private readonly ULogField? _isConnected = layout.Find("connected");
    private readonly ULogField? _voltage = layout.Find("voltage_v");
    private readonly ULogField? _current = layout.Find("current_a");
    private readonly ULogField? _remaining = layout.Find("remaining");

    /// <inheritdoc />
    public override void Read(ReadOnlySpan<byte> body, long timeUs, int boot)
    {
        bool isConnected = _isConnected?.Whole(body) != 0;
        rows.Add(new BatteryRow
        {
            TimeUs = timeUs,
            Boot = boot,
            Instance = instance,
            VoltageV = Voltage(_voltage?.Number(body), isConnected),
            CurrentA = Current(_current?.Number(body), isConnected),
            RemainingPercent = Remaining(_remaining?.Number(body), isConnected),
        });
    }

    private double? Voltage(double? logged, bool isConnected) => Known(logged, isConnected && logged > 0.0, ref rows.Absent.Voltages);

    private double? Current(double? logged, bool isConnected) => Known(logged, isConnected && logged is not UnknownCurrent, ref rows.Absent.Currents);

    private double? Remaining(double? logged, bool isConnected)
    {
        double? percent = logged is >= 0.0 and <= 1.0 ? logged * Hundred : logged;
        return Known(percent, isConnected && percent is >= 0.0 and <= Hundred, ref rows.Absent.Remainders);
    }

    private static double? Known(double? logged, bool isKnown, ref long absent)
    {
        if (logged is not { } value || (isKnown && double.IsFinite(value)))
            return logged;
        absent++;
        return null;
    }
}
