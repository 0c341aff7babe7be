using System.Globalization;
using BvlosSim.FlightLogs.Reading;

namespace BvlosSim.FlightLogs.ULog;

/// <summary>
/// The stretches in which the logger could not keep up with the card, and lost messages. Nearly every log has some of a few hundredths of a
/// second; a trace has its positions further apart than that.
/// </summary>
/// <param name="builder">Where they are noted.</param>
internal sealed class Dropouts(FlightLogBuilder builder)
{
    /// <summary>From this length on, milliseconds, a dropout counts as damage.</summary>
    public const int DamageMs = 1000;

    private long _count;
    private long _totalMs;
    private int _longestMs;

    /// <summary>Notes one.</summary>
    /// <param name="offsetBytes">Where the log states it.</param>
    /// <param name="lostMs">How long it was, milliseconds.</param>
    public void Add(long offsetBytes, int lostMs)
    {
        _count++;
        _totalMs += lostMs;
        _longestMs = Math.Max(_longestMs, lostMs);
        string why = string.Create(CultureInfo.InvariantCulture, $"dropout of {lostMs} ms");
        if (lostMs < DamageMs)
            builder.Skipped.Loss(offsetBytes, why);
        else
            builder.Skipped.Damage(offsetBytes, 0, why);
    }

    /// <summary>Sums up.</summary>
    public void Close()
    {
        if (_count > 0)
            builder.Assume(string.Create(CultureInfo.InvariantCulture, $"Dropouts of the logger: {_count}, {_totalMs} ms in all, {_longestMs} ms at most."));
    }
}
