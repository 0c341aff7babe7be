namespace BvlosSim.FlightLogs.ULog.Topics;

/// <summary>Makes rows of the bodies of one topic that somebody asks for.</summary>
internal abstract class TopicReader
{
    /// <summary>Reads a body.</summary>
    /// <param name="body">The body; its length is one of the layout's.</param>
    /// <param name="timeUs">Its time stamp, microseconds.</param>
    /// <param name="boot">Which start of the autopilot it belongs to.</param>
    public abstract void Read(ReadOnlySpan<byte> body, long timeUs, int boot);
}
