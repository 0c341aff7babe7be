namespace BvlosSim.FlightLogs.ULog.Definitions;

/// <summary>The messages of one instance of a topic, whatever message ids they had.</summary>
/// <param name="name"><c>topic[instance]</c>.</param>
internal sealed class ULogSeries(string name)
{
    /// <summary><c>topic[instance]</c>.</summary>
    public string Name => name;

    /// <summary>How many could be decoded.</summary>
    public long Count { get; set; }

    /// <summary>Time of the last of them in <see cref="Boot"/>, microseconds.</summary>
    public long LastTimeUs { get; private set; }

    /// <summary>The start of the autopilot that the last of them belongs to; −1 = there was none.</summary>
    public int Boot { get; private set; } = -1;

    /// <summary>Notes the time of a message.</summary>
    public void Note(long timeUs, int boot)
    {
        LastTimeUs = timeUs;
        Boot = boot;
    }
}
