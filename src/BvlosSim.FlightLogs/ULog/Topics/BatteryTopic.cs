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

    private readonly ULogField? _voltage = layout.Find("voltage_v");
    private readonly ULogField? _current = layout.Find("current_a");
    private readonly ULogField? _remaining = layout.Find("remaining");

    /// <inheritdoc />
    public override void Read(ReadOnlySpan<byte> body, long timeUs, int boot) => rows.Add(new BatteryRow
    {
        TimeUs = timeUs,
        Boot = boot,
        Instance = instance,
        VoltageV = Voltage(_voltage?.Number(body)),
        CurrentA = Current(_current?.Number(body)),
        RemainingPercent = Remaining(_remaining?.Number(body)),
    });

    private double? Voltage(double? logged) => Known(logged, logged > 0.0, ref rows.Absent.Voltages);

    private double? Current(double? logged) => Known(logged, logged is not UnknownCurrent, ref rows.Absent.Currents);

    private double? Remaining(double? logged)
    {
        double? percent = logged is >= 0.0 and <= 1.0 ? logged * Hundred : logged;
        return Known(percent, percent is >= 0.0 and <= Hundred, ref rows.Absent.Remainders);
    }

    private static double? Known(double? logged, bool isKnown, ref long absent)
    {
        if (logged is not { } value || (isKnown && double.IsFinite(value)))
            return logged;
        absent++;
        return null;
    }
}
