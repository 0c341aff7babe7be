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

    /// <summary>From this share of the recording on, dropouts together count as damage.</summary>
    public const double DamageShare = 0.01;

    private long _count;
    private long _lastOffset;
    private long _totalMs;
    private int _longestMs;

    /// <summary>Notes one.</summary>
    /// <param name="offsetBytes">Where the log states it.</param>
    /// <param name="lostMs">How long it was, milliseconds.</param>
    public void Add(long offsetBytes, int lostMs)
    {
        _count++;
        _lastOffset = offsetBytes;
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
        long recordedUs = builder.Clock.LastTimeUs - builder.Clock.FirstTimeUs ?? 0;
        if (_totalMs >= DamageMs && _totalMs * 1000 > DamageShare * recordedUs)
            builder.Skipped.Damage(_lastOffset, 0, string.Create(CultureInfo.InvariantCulture, $"dropouts of {_totalMs} ms in all"));
        if (_count > 0)
            builder.Assume(string.Create(CultureInfo.InvariantCulture, $"Dropouts of the logger: {_count}, {_totalMs} ms in all, {_longestMs} ms at most."));
    }
}
